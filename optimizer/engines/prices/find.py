"""Finds prices: descends the dual, smoothed less and less (Nesterov 2005), and keeps the best prices seen on the way.

Temperatures are stated in the mean value of a group without prices. Each temperature gets some rounds; every round
looks at the whole program once, which gives an honest bound, and then descends over what is live only.
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
    """How to cool. A temperature ends when a round gains less than `settled` of itself a group, or after `rounds`."""

    temperatures: tuple[float, ...] = (0.1, 0.025, 0.006, 0.0015, 0.0004, 0.0001)
    rounds: tuple[int, ...] = (4, 20, 40, 60, 80, 100)
    steps: int = 20
    settled: float = 0.008
    least_reach: float = 0.03
    reach: float = 16.0
    """In temperatures: what lies further below the best carries no weight."""
    start_reach: float = 3.0
    """The same for starts, in reaches of candidates: they have several slots to catch up in."""
    coldest_warm: float = 0.006
    """Where a search that is given prices begins."""


QUICK = Schedule((0.1, 0.025, 0.006), (1, 3, 4))
"""Good enough to construct by."""

_WIDER, _WIDEST = 8.0, 500.0
_NEARLY = 0.002

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
    """One run over a schedule. `point` are multipliers [hinges]; the best seen are kept with their bound."""

    def __init__(self, dual: Dual, halted: Callable[[], bool], report: Report) -> None:
        self.dual, self.halted, self.report = dual, halted, report
        self.best: Prices | None = None
        self.best_point = self.point = np.zeros(len(dual.upper))
        self.widened = 1.0

    def run(self, schedule: Schedule, warm: Reals | None) -> Prices:
        dual = self.dual
        self.look()
        mean = max(dual.typical_value(), 1.0)
        if warm is not None:
            self.point = dual.multipliers(warm)
            self.look()
        # One step in a coordinate moves a group's value by about its mean.
        unit = mean / np.sqrt(np.maximum(dual.sizes(), 1e-9))
        descent = None
        for number, (temperature, rounds) in enumerate(zip(schedule.temperatures, schedule.rounds, strict=True)):
            if warm is not None and temperature > schedule.coldest_warm:
                continue
            for _ in range(rounds):
                if self.halted():
                    return self.found()
                self.keep_live(schedule, mean, temperature, all_of_it=descent is None or number == 0)
                smoothed = _scaled(dual, unit, temperature * mean, mean)
                if descent is None:
                    descent = Descent(smoothed, self.point / unit, dual.upper / unit)
                else:
                    descent.follow(smoothed)
                before = descent.value
                moved = self.descend(descent, schedule.steps)
                self.point = descent.point * unit
                if not self.look() and self.widened < _WIDEST:
                    # What was out of reach had a say after all.
                    self.widened *= _WIDER
                    self.point = self.best_point
                    dual.value(self.point)
                    descent = None
                elif not moved or before - descent.value < schedule.settled * temperature * dual.program.groups:
                    break
        return self.found()

    def keep_live(self, schedule: Schedule, mean: float, temperature: float, *, all_of_it: bool) -> None:
        """Leave out what lies too far below the best to have a say at this temperature."""
        reach = np.inf if all_of_it else mean * max(schedule.least_reach, schedule.reach * temperature) * self.widened
        self.dual.keep_live(Reach(schedule.start_reach * reach, reach))

    def descend(self, descent: Descent, steps: int) -> bool:
        """Some steps; whether the last one still went down."""
        return all(not self.halted() and descent.step() for _ in range(steps))

    def look(self) -> bool:
        """The honest bound here, kept when it is the best so far; whether it is nearly that at least."""
        bound = self.dual.value(self.point)
        known = self.bound()
        if bound < known:
            self.best, self.best_point = Prices(self.dual.prices(self.point), bound), self.point
            self.report(self.best)
        return bound <= known + _NEARLY * abs(known)

    def bound(self) -> float:
        """The best so far."""
        return np.inf if self.best is None else self.best.bound

    def found(self) -> Prices:
        """The best prices; there are some from the first look on."""
        assert self.best is not None
        return self.best


def _scaled(dual: Dual, unit: Reals, temperature: float, mean: float) -> Function:
    """The smoothed dual in units in which steps, slopes and values are of the size of one."""

    def function(point: Reals) -> tuple[float, Reals]:
        value, slope = dual.smoothed(point * unit, temperature)
        return value / mean, slope * unit / mean

    return function
