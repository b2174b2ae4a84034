"""Rounds of search: every worker improves its part beside the others as they were, then all parts are put together."""

from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from optimizer.engines.distributed.piece import Cut, Place
from optimizer.engines.distributed.pool import Pool
from optimizer.engines.distributed.questions import Improve, Improved
from optimizer.engines.distributed.shares import Shares
from optimizer.engines.prices.sweep import Reals
from optimizer.program import Hinges, Program, Selection


class Effort(NamedTuple):
    """How long and how hot a round is: see `Improve`."""

    progress: float
    seconds: float
    steps: int | None


class Rounds:
    """Searches a program with a pool, round after round. `program` is the one that was cut, with these `costs`."""

    def __init__(self, program: Program, costs: Hinges, pool: Pool, pieces: Cut, seed: int) -> None:
        self._program, self._costs, self._pool, self._places = program, costs, pool, pieces.places
        self._shares = Shares(program, pieces)
        self._dice = np.random.default_rng(abs(seed))

    def round(self, begin: Selection, prices: Reals, effort: Effort, halted: Callable[[], bool]) -> Selection:
        """A selection that is complete, feasible and no worse than `begin`, as long as `begin` is all that.

        `prices` [rows]: 10^-6 money for one unit more of each row; they are all that parts know of each other. A part
        whose worker was lost keeps what it has.
        """
        program = self._program
        levels = program.levels(begin)
        seen = self._shares.edges(self._costs, levels, self._dice)
        own = [place.own(begin) for place in self._places]
        questions = []
        for part, place in enumerate(self._places):
            mine = program.levels(place.whole(own[part])) - program.row_base
            questions.append(
                Improve(
                    own[part],
                    (levels - mine)[place.rows],
                    seen[part, place.hinges],
                    prices[place.rows],
                    int(self._dice.integers(2**31)),
                    *effort,
                )
            )
        answers = self._pool.ask(questions, halted)
        for part, answer in enumerate(answers):
            if isinstance(answer, Improved):
                own[part] = answer.selection
        return together(self._places, own)


def together(places: list[Place], own: list[Selection]) -> Selection:
    """The selection of the whole program that selections of its parts make."""
    whole = [place.whole(selection) for place, selection in zip(places, own, strict=True)]
    return Selection(
        np.sort(np.concatenate([selection.starts for selection in whole])),
        np.sort(np.concatenate([selection.candidates for selection in whole])),
    )
