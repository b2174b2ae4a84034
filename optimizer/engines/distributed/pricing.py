"""Finds prices as one process does, by a dual that is shared out: smoothed less and less (Nesterov 2005).

What is within reach of the best is settled by the first question after a look, to save one round of questions.
"""

from collections.abc import Callable

import numpy as np

from optimizer.engines.distributed.dual import SharedDual
from optimizer.engines.engine import Prices
from optimizer.engines.prices.descent import Descent, Function
from optimizer.engines.prices.find import Schedule
from optimizer.engines.prices.sweep import Reals

_WIDER, _WIDEST = 8.0, 500.0
_NEARLY = 0.002

Report = Callable[[Prices], None]


def find_shared_prices(
    dual: SharedDual,
    halted: Callable[[], bool],
    schedule: Schedule,
    report: Report = lambda _: None,
    warm: Reals | None = None,
) -> tuple[Prices, Reals]:
    """Prices near the least dual value, and their multipliers [hinges]; found until `halted` or settled.

    `warm`: multipliers to begin with. The program must allow some selection, or prices rise without end.
    """
    return _Search(dual, halted, report).run(schedule, warm)


class _Search:
    """One run over a schedule; `point` are multipliers [hinges]."""

    def __init__(self, dual: SharedDual, halted: Callable[[], bool], report: Report) -> None:
        self.dual, self.halted, self.report = dual, halted, report
        self.point = self.best_point = np.zeros(len(dual.upper))
        self.best = Prices(dual.prices(self.point), np.inf)
        self.widened = 1.0

    def run(self, schedule: Schedule, warm: Reals | None) -> tuple[Prices, Reals]:
        dual = self.dual
        self.look()
        mean = max(dual.typical, 1.0)
        if warm is not None:
            self.point = warm
            self.look()
        unit = mean / np.sqrt(np.maximum(dual.sizes(), 1e-9))
        descent = None
        for number, (temperature, rounds) in enumerate(zip(schedule.temperatures, schedule.rounds, strict=True)):
            if warm is not None and temperature > schedule.coldest_warm:
                continue
            for _ in range(rounds):
                if self.halted():
                    return self.best, self.best_point
                reach = mean * max(schedule.least_reach, schedule.reach * temperature) * self.widened
                if descent is None or number == 0:
                    reach = np.inf
                smoothed = _scaled(dual, unit, temperature * mean, mean, (schedule.start_reach * reach, reach))
                if descent is None:
                    descent = Descent(smoothed, self.point / unit, dual.upper / unit)
                else:
                    descent.follow(smoothed)
                before = descent.value
                moved = all(not self.halted() and descent.step() for _ in range(schedule.steps))
                self.point = descent.point * unit
                if not self.look() and self.widened < _WIDEST:
                    self.widened *= _WIDER
                    self.point, descent = self.best_point, None
                    dual.value(dual.rounded(self.point))
                elif not moved or before - descent.value < schedule.settled * temperature * dual.program.groups:
                    break
        return self.best, self.best_point

    def look(self) -> bool:
        """The honest bound near here, kept when it is the best so far; whether it is nearly that at least."""
        point = self.dual.rounded(self.point)
        bound, known = self.dual.value(point), self.best.bound
        if bound < known:
            self.best, self.best_point = Prices(self.dual.prices(point), bound), point
            self.report(self.best)
        return bound <= known + (_NEARLY * abs(known) if np.isfinite(known) else 0.0)


def _scaled(dual: SharedDual, unit: Reals, temperature: float, mean: float, reach: tuple[float, float]) -> Function:
    """The smoothed dual in units in which steps, slopes and values are of the size of one.

    What is within reach is settled by the first question after a look.
    """
    now: list[tuple[float, float]] = [reach]

    def function(point: Reals) -> tuple[float, Reals]:
        value, slope = dual.smoothed(point * unit, temperature, now.pop() if now else None)
        return value / mean, slope * unit / mean

    return function
