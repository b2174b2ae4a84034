"""Finds prices: descends the dual, smoothed less and less (Nesterov 2005), and keeps the best prices seen on the way.

Temperatures are stated in the mean value of a group without prices. Each temperature gets some rounds; every round looks
at the whole program once, which gives an honest bound, and then descends over what is live only.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from optimizer.engines.engine import Prices
from optimizer.engines.prices.descent import Descent, Function
from optimizer.engines.prices.dual import Dual, Reach
from optimizer.engines.prices.sweep import Reals
from optimizer.program import Program


@dataclass(frozen=True, slots=True)
class Schedule:
    """How to cool. A temperature ends when a round gains less than `settled` of what it costs to be that warm."""

    temperatures: tuple[float, ...] = (0.1, 0.025, 0.006, 0.0015, 0.0004, 0.0001)
    rounds: tuple[int, ...] = (1, 4, 7, 10, 14, 30)
    steps: int = 20
    settled: float = 1e-5
    """Of the bound: a round that brings less ends its temperature."""
    least_reach: float = 0.03
    reach: float = 16.0
    """In temperatures: what lies further below the best carries no weight."""
    start_reach: float = 3.0
    """The same for starts, in reaches of candidates: they have several slots to catch up in."""


QUICK = Schedule((0.1, 0.025, 0.006), (1, 3, 4))
"""Good enough to construct by."""

Report = Callable[[Prices], None]


def find_prices(
    program: Program,
    halted: Callable[[], bool],
    warm: Reals | None = None,
    report: Report = lambda _: None,
    schedule: Schedule | None = None,
    threads: int = 1,
) -> Prices:
    """Prices near the least dual value, found until `halted` or settled; `report` hears of every improvement.

    `warm`: prices of rows to start from. The program must allow some selection, or prices rise without end.
    """
    dual = Dual(program, threads)
    try:
        return _Search(dual, halted, report).run(schedule or Schedule(), warm)
    finally:
        dual.close()


class _Search:
    def __init__(self, dual: Dual, halted: Callable[[], bool], report: Report) -> None:
        self.dual, self.halted, self.report = dual, halted, report
        self.best: Prices | None = None

    def run(self, schedule: Schedule, warm: Reals | None) -> Prices:
        dual = self.dual
        point = np.zeros(len(dual.upper))
        self.look(point)
        mean = max(float(dual.group_values().mean()) if dual.program.groups else 0.0, 1.0)
        if warm is not None:
            point = dual.multipliers(warm)
        # One step in a coordinate moves a group's value by about its mean.
        unit = mean / np.sqrt(np.maximum(dual.sizes(), 1e-9))
        descent: Descent | None = None
        for temperature, rounds in zip(schedule.temperatures, schedule.rounds, strict=True):
            if warm is not None and temperature > schedule.temperatures[2]:
                continue
            for _ in range(rounds):
                before = self.bound()
                self.look(point)
                if self.halted():
                    return self.found()
                reach = mean * max(schedule.least_reach, schedule.reach * temperature)
                dual.keep_live(Reach(schedule.start_reach * reach, reach))
                smoothed = _scaled(dual, unit, temperature * mean, mean)
                if descent is None:
                    descent = Descent(smoothed, point / unit, dual.upper / unit)
                else:
                    descent.follow(smoothed)
                moved = self.descend(descent, schedule.steps)
                point = descent.point * unit
                if not moved or before - self.bound() < -1:
                    break
        self.look(point)
        return self.found()

    def descend(self, descent: Descent, steps: int) -> bool:
        """Some steps; whether the last one still went down."""
        for _ in range(steps):
            if self.halted():
                return False
            if not descent.step():
                return False
        return True

    def look(self, point: Reals) -> None:
        """The honest bound at these multipliers; kept when it is the best so far."""
        bound = self.dual.value(point)
        if self.best is None or bound < self.best.bound:
            self.best = Prices(self.dual.prices(point), bound)
            self.report(self.best)

    def bound(self) -> float:
        return np.inf if self.best is None else self.best.bound

    def found(self) -> Prices:
        assert self.best is not None
        return self.best


def _scaled(dual: Dual, unit: Reals, temperature: float, mean: float) -> Function:
    """The smoothed dual in units in which steps, slopes and values are of the size of one."""

    def function(point: Reals) -> tuple[float, Reals]:
        value, slope = dual.smoothed(point * unit, temperature)
        return value / mean, slope * unit / mean

    return function
