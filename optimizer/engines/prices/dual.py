"""The dual of a program: every row relaxed at a price, groups left to take what is best for each (Geoffrion 1974).

Each hinge has a multiplier between 0 and its price (a hard one has no upper limit). The price of a row is the sum of
its hinges' multipliers, those of hinges below an edge counted negative, so it lies within the slopes of the row's cost,
and the conjugate of that cost is linear: multiplier times edge. For any multipliers the dual bounds the money of every
selection; its least value is that of the program's linear relaxation.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from optimizer.engines.prices.fitting import fitting
from optimizer.engines.prices.sweep import NEVER, Reals, Tree, exact_pass, keep_live, smoothed_pass, squares, weights
from optimizer.program import Ints, Program


class Reach(NamedTuple):
    """How far below the best of its group (slot) a start (candidate) may lie, in money, to count as live."""

    start: float
    candidate: float


class Dual:
    """The dual function of a program, in 10^-6 money as reals, over multipliers [hinges].

    `candidate_value` [candidates], `start_value` [starts]: what these bring at the prices of the last `value`.
    Passes are shared by `threads` threads.
    """

    def __init__(self, program: Program, threads: int = 1) -> None:
        self.program = program
        hinges = program.hinges
        self._side = hinges.side.astype(np.float64)
        self._offset = self._side * (hinges.edge - program.row_base[hinges.row])
        self.upper = np.where(hinges.hard, np.inf, hinges.price)
        self.candidate_value = np.zeros(program.candidates)
        self.start_value = np.zeros(program.starts)
        self._weight = np.zeros(program.candidates)
        self._start_weight = np.zeros(program.starts)
        self._live = np.zeros(program.candidates, np.int32)
        self._live_count = np.zeros(program.slots, np.int32)
        self._tree = Tree(
            program.start_pointer,
            program.slot_pointer,
            program.candidate_pointer,
            program.start_money,
            program.candidate_money,
            *program.start_terms,
            *program.candidate_terms,
            *fitting(program),
        )
        self._parts = _parts(program, threads)
        self._used = [np.zeros(program.rows) for _ in self._parts]
        self._pool = ThreadPoolExecutor(len(self._parts)) if len(self._parts) > 1 else None

    def close(self) -> None:
        """Let the threads go."""
        if self._pool is not None:
            self._pool.shutdown()

    def prices(self, multipliers: Reals) -> Reals:
        """The price of every row [rows], in 10^-6 money a unit."""
        return np.bincount(self.program.hinges.row, self._side * multipliers, self.program.rows).astype(np.float64)

    def multipliers(self, prices: Reals) -> Reals:
        """Multipliers that make these prices, or the nearest to them within the slopes of the costs [hinges].

        A price is shared out over the hinges of its row on the side it points to, the first taking what it can.
        """
        hinges = self.program.hinges
        rest = prices.copy()
        multipliers = np.zeros(len(hinges.row))
        for hinge in np.lexsort((~hinges.hard, hinges.row)).tolist():
            row = hinges.row[hinge]
            part = min(max(rest[row] * self._side[hinge], 0.0), self.upper[hinge])
            multipliers[hinge] = part
            rest[row] -= part * self._side[hinge]
        return multipliers

    def value(self, multipliers: Reals) -> float:
        """The dual: an upper limit on the money of every selection, but for the rounding of reals."""
        prices = self.prices(multipliers)
        passes = [
            partial(
                exact_pass,
                *part,
                self._tree,
                prices,
                self.candidate_value,
                self.start_value,
            )
            for part in self._parts
        ]
        return self._constant(multipliers) + sum(self._run(passes))

    def keep_live(self, reach: Reach) -> float:
        """From now on smooth over what lies within reach at the prices of the last `value` only; how much that is."""
        passes = [
            partial(
                keep_live,
                *part,
                self._tree,
                self.candidate_value,
                self.start_value,
                *reach,
                self._live,
                self._live_count,
            )
            for part in self._parts
        ]
        return float(sum(self._run(passes)))

    def smoothed(self, multipliers: Reals, temperature: float) -> tuple[float, Reals]:
        """The smoothed dual over what is live, and its slope [hinges]."""
        prices = self.prices(multipliers)
        passes = []
        for part, used in zip(self._parts, self._used, strict=True):
            used.fill(0.0)
            passes.append(
                partial(
                    smoothed_pass,
                    *part,
                    self._tree,
                    prices,
                    temperature,
                    self._live,
                    self._live_count,
                    self._weight,
                    self._start_weight,
                    used,
                )
            )
        total = sum(self._run(passes))
        level = np.sum(self._used, axis=0)[self.program.hinges.row]
        return self._constant(multipliers) + total, self._offset - self._side * level

    def typical_value(self) -> float:
        """How much is at stake in a group, at the prices of the last `value`: its best start, brought or cost."""
        best = np.full(self.program.groups, NEVER)
        np.maximum.at(best, self.program.start_group, self.start_value)
        stakes = np.abs(best[best > NEVER])
        return float(stakes.mean()) if len(stakes) else 0.0

    def fractions(self, temperature: float) -> tuple[Reals, Reals]:
        """Weights of starts and of candidates that the smoothed dual gives at the prices of the last `value`."""
        starts, candidates = np.zeros(self.program.starts), np.zeros(self.program.candidates)
        weights(self._tree, self.candidate_value, self.start_value, temperature, starts, candidates)
        return starts, candidates

    def sizes(self) -> Reals:
        """A typical sum of squared coefficients of every hinge's row [hinges], 0 where nothing moves the row."""
        sums = squares(self._tree, self.program.rows)
        return sums[self.program.hinges.row]

    def _constant(self, multipliers: Reals) -> float:
        return self.program.money_constant + float(self._offset @ multipliers)

    def _run(self, passes: Sequence[Callable[[], float]]) -> list[float]:
        if self._pool is None:
            return [one() for one in passes]
        return [running.result() for running in [self._pool.submit(one) for one in passes]]


def _parts(program: Program, threads: int) -> list[tuple[int, int]]:
    """Consecutive groups for each thread, with about as many terms each."""
    terms = _terms_before(program)
    shares = np.searchsorted(terms, np.arange(1, threads) * (terms[-1] / threads))
    edges = [0, *shares.tolist(), program.groups]
    return [(first, last) for first, last in pairwise(edges) if first < last] or [(0, 0)]


def _terms_before(program: Program) -> Ints:
    """How many terms the candidates of the groups before each one have [groups + 1]."""
    first_slot = program.slot_pointer[program.start_pointer]
    before: Ints = program.candidate_terms.pointer[program.candidate_pointer[first_slot]]
    return before
