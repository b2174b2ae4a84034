"""A first selection, guided by prices: the most promising group first, each its best choice; then all think again."""

from collections.abc import Callable

import numpy as np

from optimizer.engines.search.ground import Ground, Reals, ground_of
from optimizer.engines.search.standing import Standing, best_selection, standing_of
from optimizer.engines.search.visit import visit
from optimizer.program import Ints, Program, Selection

WEIGHED = 1
"""Candidates weighed by what they truly cost: with prices the first that fits is as good."""
WEIGHED_WITHOUT_PRICES = 12
PASSES = 3
_TOGETHER = 256
"""Groups between two looks at the clock."""


def construct(
    program: Program, prices: Reals | None, seed: int = 1, halted: Callable[[], bool] = lambda: False
) -> Selection:
    """A complete, feasible selection; one that is not finished where `halted` says so.

    Choosing nothing must be feasible. `prices` [rows]: 10^-6 money for one unit more of each row.
    """
    ground, rows = ground_of(program, prices)
    standing = standing_of(program, rows, program.nothing(), seed)
    if standing.tally[0]["passed"]:
        raise ValueError("choosing nothing passes a hard edge")
    fill(ground, standing, prices is not None, halted)
    return best_selection(program, standing)


def fill(ground: Ground, standing: Standing, priced: bool, halted: Callable[[], bool]) -> None:
    """Let all groups choose, those that meet most first, then the most promising; a few times over."""
    order = by_promise(ground)
    for _ in range(PASSES):
        before = standing.tally[0].copy()
        for first in range(0, len(order), _TOGETHER):
            if halted():
                return
            last = min(first + _TOGETHER, len(order))
            visit(ground, standing, order, first, last, WEIGHED if priced else WEIGHED_WITHOUT_PRICES)
        if standing.tally[0]["money"] == before["money"] and standing.tally[0]["met"] == before["met"]:
            return


def by_promise(ground: Ground) -> Ints:
    """The groups that could choose something: by what they may meet, then by promise."""
    groups = np.flatnonzero(ground.groups["until"] > ground.groups["first"])
    best = ground.starts[ground.start_order[ground.groups["first"][groups]]]
    order: Ints = groups[np.lexsort((-best["promise"], -best["promised_met"]))]
    return order
