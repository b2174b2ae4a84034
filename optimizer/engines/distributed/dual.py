"""The dual of a program whose groups lie with workers (Geoffrion 1974; price coordination: Lasdon 1970).

The dual is a constant that hangs on the multipliers alone, and a sum over groups. Here the sum is taken part by part.
Where an honest value is asked for, prices are first rounded to multiples of `GRAIN`: what groups bring is then a
multiple of it too, and reals hold sums of such numbers exactly, in any order, while they stay below 2^53 grains. So
the value at the same prices is the same to the last digit however groups are divided, and on however many machines.
"""

from collections.abc import Callable

import numpy as np

from optimizer.engines.distributed.piece import Cut
from optimizer.engines.distributed.pool import Pool, ask_until_all_answer
from optimizer.engines.distributed.questions import Look, Looked, Sized, Sizes, Smooth, Smoothed
from optimizer.engines.prices.sweep import Reals
from optimizer.program import Program

GRAIN = 2.0**-8
"""Of prices, in 10^-6 money: sums up to 3·10^7 money are exact."""


class SharedDual:
    """The dual function of a program, in 10^-6 money as reals, over multipliers [hinges].

    `program` is the one that was cut, or one that lacks some of its last rows, or has other edges; or its first count
    alone (`counted`). All that asks workers raises OutOfTime where it is `halted` and they do not answer.
    """

    def __init__(
        self,
        program: Program,
        pool: Pool,
        pieces: Cut,
        halted: Callable[[], bool] = lambda: False,
        *,
        counted: bool = False,
    ) -> None:
        self.program, self._pool, self._halted, self._counted = program, pool, halted, counted
        self._rows, self._places = pieces.rows, pieces.places
        hinges = program.hinges
        self._side = hinges.side.astype(np.float64)
        self._offset = self._side * (hinges.edge - program.row_base[hinges.row])
        self.upper = np.where(hinges.hard, np.inf, hinges.price)
        self.typical = 0.0
        """How much is at stake in a group at the prices of the last `value`, in the mean over parts."""

    def prices(self, multipliers: Reals) -> Reals:
        """The price of every row [rows], in 10^-6 money a unit."""
        return np.bincount(self.program.hinges.row, self._side * multipliers, self.program.rows).astype(np.float64)

    def rounded(self, multipliers: Reals) -> Reals:
        """The nearest multipliers that are multiples of the grain."""
        return np.clip(np.round(multipliers / GRAIN) * GRAIN, 0.0, self.upper)

    def value(self, multipliers: Reals) -> float:
        """The dual at multipliers that are `rounded`: an upper limit on the money of every selection."""
        prices = self._all_prices(multipliers)
        answers = self._ask([Look(prices[place.rows], self._counted) for place in self._places])
        looked = [answer for answer in answers if isinstance(answer, Looked)]
        self.typical = float(np.mean([answer.typical for answer in looked]))
        return self._constant(multipliers) + sum(answer.value for answer in looked)

    def smoothed(
        self, multipliers: Reals, temperature: float, reach: tuple[float, float] | None = None
    ) -> tuple[float, Reals]:
        """The smoothed dual over what is live, and its slope [hinges]; `reach`: what is live from now on."""
        prices = self._all_prices(multipliers)
        questions = [Smooth(prices[place.rows], self._counted, temperature, reach) for place in self._places]
        total, used = 0.0, np.zeros(self._rows)
        for place, answer in zip(self._places, self._ask(questions), strict=True):
            assert isinstance(answer, Smoothed)
            total += answer.value
            used[place.rows] += answer.used
        return self._constant(multipliers) + total, self._offset - self._side * used[self.program.hinges.row]

    def sizes(self) -> Reals:
        """A typical sum of squared coefficients of every hinge's row [hinges], 0 where nothing moves the row."""
        squares = np.zeros(self._rows)
        for place, answer in zip(self._places, self._ask([Sizes() for _ in self._places]), strict=True):
            assert isinstance(answer, Sized)
            squares[place.rows] += answer.squares
        return squares[self.program.hinges.row]

    def _all_prices(self, multipliers: Reals) -> Reals:
        """The same with those rows that only the pieces have: they cost nothing."""
        return np.append(self.prices(multipliers), np.zeros(self._rows - self.program.rows))

    def _ask(self, questions: list[Look] | list[Smooth] | list[Sizes]) -> list[object]:
        return list(ask_until_all_answer(self._pool, questions, self._halted))

    def _constant(self, multipliers: Reals) -> float:
        return self.program.money_constant + float(self._offset @ multipliers)
