"""Improves a selection for as long as it may: annealing in short goes, between which the caller is asked and told."""

import time
from collections.abc import Callable

import numpy as np

from optimizer.engines.search.anneal import PATIENCE, Manner, anneal
from optimizer.engines.search.ground import Ground, Reals, ground_of
from optimizer.engines.search.loads import look_up_loads
from optimizer.engines.search.standing import Standing, best_score, best_selection, standing_of
from optimizer.program import Program, Score, Selection

HOTTEST, COLDEST = 0.06, 0.0004
"""Temperatures at the begin and at the end, in the mean profit of a group, for up to `FEW` groups."""
FEW = 500
"""With more groups fewer steps fall on each, and it has to begin cooler: with the root of the number."""
_STEPS_TOGETHER = 100
_SECONDS_TOGETHER = 0.03
_MOST_TOGETHER = 2_000
_STEPS_A_GROUP = 0.25
"""Steps for each group until it is looked up again which groups load which rows."""


def improve(
    program: Program,
    begin: Selection,
    prices: Reals | None,
    seed: int,
    halted: Callable[[], bool],
    progress: Callable[[], float],
    found: Callable[[Selection, Score], None],
    steps: int | None = None,
    manner: Manner | None = None,
) -> Selection:
    """The best selection found, never worse than `begin`, which must be complete and feasible.

    `progress` says how much of the time is spent, 0 … 1, and sets the temperature; the search goes on until `halted`.
    With `steps` it takes that many, and neither the clock nor `progress` has a say: the same arguments give the same
    selection. `prices` [rows]: 10^-6 money for one unit more of each row. `found` hears of every better selection.
    """
    if not program.groups or halted():
        return begin
    if program.score(begin).excess:
        raise ValueError("the selection to begin with passes a hard edge")
    ground, rows = ground_of(program, prices)
    standing = standing_of(program, rows, begin, seed)
    goes = _Goes(ground, standing, manner or manner_with(prices))
    told = best_score(standing)
    while not halted() and not (steps is not None and goes.taken >= steps):
        if steps is None:
            goes.by_clock(progress())
        else:
            goes.take(min(_STEPS_TOGETHER, steps - goes.taken), goes.taken / steps)
        best = best_score(standing)
        if best > told:
            told = best
            found(best_selection(program, standing), best)
    return best_selection(program, standing)


def manner_with(prices: Reals | None) -> Manner:
    """How to search with prices or without."""
    return Manner() if prices is not None else Manner(weighed=8)


class _Goes:
    """Some steps at a time, each go at its own temperature."""

    def __init__(self, ground: Ground, standing: Standing, manner: Manner) -> None:
        self.ground, self.standing, self.manner = ground, standing, manner
        self.taken, self._together, self._looked_up = 0, _STEPS_TOGETHER, 0
        self._groups = len(ground.groups) - 1
        self._hottest = mean_profit(ground) * HOTTEST * min(1.0, FEW / self._groups) ** 0.5
        look_up_loads(ground, standing)

    def take(self, steps: int, progress: float) -> None:
        """Take this many steps."""
        if self.taken - self._looked_up >= max(_STEPS_TOGETHER, _STEPS_A_GROUP * self._groups):
            look_up_loads(self.ground, self.standing)
            self._looked_up = self.taken
        temperature = self._hottest * (COLDEST / HOTTEST) ** min(max(progress, 0.0), 1.0)
        anneal(self.ground, self.standing, self.manner, PATIENCE, steps, temperature)
        self.taken += steps

    def by_clock(self, progress: float) -> None:
        """Take about as many steps as fit between two questions."""
        began = time.monotonic()
        self.take(self._together, progress)
        spent = max(time.monotonic() - began, 1e-6)
        self._together = min(
            max(int(self._together * _SECONDS_TOGETHER / spent), 1), 2 * self._together, _MOST_TOGETHER
        )


def mean_profit(ground: Ground) -> float:
    """What a group brings by itself at best, in the mean over the groups where that is anything; else what it costs."""
    groups = ground.groups[:-1]
    money = ground.starts["money"].astype(np.float64)
    first = ground.slots["first"]
    if len(first) > 1:
        best = np.maximum.reduceat(ground.candidates["money"][:-1], first[:-1]).astype(np.float64)
        running = np.concatenate([[0.0], np.cumsum(best)])
        money[:-1] += np.diff(running[ground.starts["first"]])
    owned = groups["until"] > groups["first"]
    best_start = money[ground.start_order[groups["first"][owned]]]
    brings = best_start[best_start > 0]
    stakes = brings if len(brings) else np.abs(best_start)
    return float(stakes.mean()) if len(stakes) else 0.0
