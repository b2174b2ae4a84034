"""Prices, and then tighter ones: rounded rows are added where the fractions behind the prices break them."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

import numpy as np

from optimizer.engines.engine import Prices
from optimizer.engines.prices.dual import Dual
from optimizer.engines.prices.find import find_prices
from optimizer.engines.prices.rounding import Rounding, broken, rounded
from optimizer.program import Program

LARGEST = 4_000_000
"""Non-zeros up to which rows are added."""
_ROUNDS = 8
_TEMPERATURE = 0.001
"""Of the fractions that are looked at, in what is typically at stake in a group."""
_LEAST_GAIN = 1e-4


class Report(Protocol):
    """Who hears of prices."""

    def __call__(self, prices: Prices, program: Program) -> None:
        """Prices of the rows of a program."""


def tighten(program: Program, halted: Callable[[], bool], report: Report) -> Prices:
    """The best prices found until `halted` or nothing more is gained; `report` hears them with the program they are of.

    The first are prices of the program itself, later ones of the program with rounded rows at its end.
    """
    best = find_prices(program, halted, report=partial(report, program=program))
    roundings: list[Rounding] = []
    tighter = program
    for _ in range(_ROUNDS):
        if halted() or tighter.size().non_zeros > LARGEST:
            break
        known = set(roundings)
        more = [rounding for rounding in _broken(program, tighter, best) if rounding not in known]
        if not more:
            break
        roundings += more
        tighter = rounded(program, roundings)
        before = best.bound
        warm = np.concatenate([best.row, np.zeros(tighter.rows - len(best.row))])
        best = find_prices(tighter, halted, warm, partial(report, program=tighter))
        if before - best.bound < _LEAST_GAIN * abs(before):
            break
    return best


def _broken(program: Program, tighter: Program, prices: Prices) -> list[Rounding]:
    dual = Dual(tighter)
    dual.value(np.zeros(len(dual.upper)))
    typical = max(dual.typical_value(), 1.0)
    dual.value(dual.multipliers(prices.row))
    return broken(program, prices.row, *dual.fractions(_TEMPERATURE * typical))
