"""The figures of one line of the table: what a run found, against what is proven of the instance."""

from dataclasses import dataclass

from benchmarks.instance import Best
from benchmarks.race import Run

NEAR = (0.05, 0.01)
"""Gaps whose time is told."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A proven upper limit on money (10^-6 unit) with so many unmet commitments: checked prices, or what is known."""

    unmet: int
    bound: int
    source: str


@dataclass(frozen=True, slots=True)
class Figures:
    """A line of the table; money in 10^-6 unit, times in seconds, gaps as shares; None is unknown."""

    instance: str
    contestant: str
    unmet: int | None
    objective: int | None
    bound: int | None
    bound_source: str | None
    gap: float | None
    gap_of_decided: float | None
    first: float | None
    to_5_percent: float | None
    to_1_percent: float | None
    gigabytes: float
    own_bound: int | None
    seconds: float
    status: str


def reference(hilltop: Run | None, best: Best | None) -> Reference | None:
    """Hilltop's checked bound; without one, what is proven of the instance elsewhere."""
    outcome = None if hilltop is None else hilltop.outcome
    if outcome is not None and outcome.checked_bound is not None and outcome.unmet is not None:
        return Reference(outcome.unmet, outcome.checked_bound, "checked")
    return None if best is None else Reference(best.unmet, best.money, best.source)


def gap(bound: int, money: int) -> float | None:
    """(bound - money) / |money|; None where money is 0."""
    return None if money == 0 else (bound - money) / abs(money)


def figures(instance: str, run: Run, proven: Reference | None, standing: int | None) -> Figures:
    """The line of a run. Gaps are of answers that leave as many commitments unmet as the bound speaks of."""
    unmet, objective = run.best() or (None, None)
    comparable = proven is not None and objective is not None and unmet == proven.unmet
    bound = proven.bound if proven is not None else None
    decided = None
    if comparable and standing is not None and bound is not None and objective is not None and bound > standing:
        decided = (bound - objective) / (bound - standing)
    return Figures(
        instance=instance,
        contestant=run.contestant,
        unmet=unmet,
        objective=objective,
        bound=bound,
        bound_source=None if proven is None else proven.source,
        gap=gap(bound, objective) if comparable and bound is not None and objective is not None else None,
        gap_of_decided=decided,
        first=run.incumbents[0].seconds if run.incumbents else None,
        to_5_percent=_time_to(run, proven, NEAR[0]),
        to_1_percent=_time_to(run, proven, NEAR[1]),
        gigabytes=run.bytes / 2**30,
        own_bound=None if run.outcome is None else run.outcome.claimed_bound,
        seconds=run.seconds,
        status=_status(run, proven),
    )


def _time_to(run: Run, proven: Reference | None, near: float) -> float | None:
    if proven is None:
        return None
    for one in run.incumbents:
        left = gap(proven.bound, one.money)
        if one.unmet < proven.unmet or (one.unmet == proven.unmet and left is not None and left <= near):
            return one.seconds
    return None


def _status(run: Run, proven: Reference | None) -> str:
    """Its own word, with a mark where it contradicts what is proven: an answer above the bound, a bound below it."""
    best = run.best()
    if proven is not None and best is not None and best[0] == proven.unmet and best[1] > proven.bound:
        return f"{run.words} ! above the bound"
    return run.words
