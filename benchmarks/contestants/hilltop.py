"""Hilltop itself: a scenario through the front door, a program without scenario straight to the engine."""

import time

from benchmarks.bound import bound_from_prices, whole_prices
from benchmarks.contestants.contestant import Outcome, Report, Task
from benchmarks.derived import check_derived
from models.plan import Price
from models.scenario import Scenario
from optimizer.engines.engine import Limits, Priced, Result
from optimizer.engines.registry import ENGINES
from optimizer.found import Found
from optimizer.program import COMMITMENT, Program, Score, Selection, Size
from optimizer.settings import SolveSettings
from optimizer.solve import solve
from optimizer.stops import Deadline

DENOMINATOR = 1_000_000
"""Prices are rounded to so many parts of 10^-6 money unit, as in plans."""


class Hilltop:
    """The product as it is delivered."""

    name = "hilltop"

    def available(self) -> bool:
        """Always."""
        return True

    def __call__(self, task: Task, report: Report) -> Outcome:
        """Solve with the engine that the task names."""
        report.began()
        deadline = Deadline.after(task.seconds)
        problem = task.problem()
        if problem.scenario is not None:
            return _by_scenario(problem.scenario, task, deadline, report)
        return _by_program(problem.program(), task, deadline, report)


def _by_scenario(scenario: Scenario, task: Task, deadline: Deadline, report: Report) -> Outcome:
    left = max(0.0, deadline.at - time.monotonic())
    settings = SolveSettings(engine=task.engine, time_limit=left, workers=task.workers, seed=task.seed)
    evidence = solve(scenario, settings, deadline, _Watcher(report)).evidence
    claim = evidence.solver_claim
    return Outcome(
        evidence.unmet.count,
        evidence.objective,
        evidence.bound if evidence.bound_checked else None,
        None if claim is None else claim.bound,
        evidence.status if claim is None else f"{evidence.status} ({claim.status.lower()})",
    )


def _by_program(program: Program, task: Task, deadline: Deadline, report: Report) -> Outcome:
    observer = _Observer(report)
    result = ENGINES[task.engine](program, [], Limits(task.workers, task.seed), deadline, observer)
    score = result.score
    return Outcome(-score.met, score.money, checked_bound(program, result), result.claim.bound, result.claim.status)


def checked_bound(program: Program, result: Result) -> int | None:
    """The bound that the result's prices prove when they are rounded and recomputed here; None where it has none.

    Whatever the prices are worth to the engine: any prices prove a bound, here on selections that leave no more unmet.
    """
    if result.priced is None:
        return None
    priced = result.priced.program
    check_derived(program.limited(COMMITMENT, -result.score.met), priced)
    return bound_from_prices(priced, whole_prices(priced, result.priced.prices.row, DENOMINATOR), DENOMINATOR)


class _Watcher:
    """Passes on what the front door tells."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def compiled(self, size: Size, seconds: float) -> None:
        """Ignore it."""

    def incumbent(self, found: Found) -> None:
        """A better answer."""
        self.report.incumbent(found.unmet, found.money)

    def bound(self, unmet: int, money: int) -> None:
        """Ignore it: claims prove nothing."""

    def priced(self, unmet: int, prices: tuple[Price, ...]) -> None:
        """Ignore them: those of the plan count."""


class _Observer:
    """Passes on what an engine tells."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def incumbent(self, selection: Selection, score: Score) -> None:  # noqa: ARG002
        """A better selection."""
        if score.excess == 0:
            self.report.incumbent(-score.met, score.money)

    def bound(self, unmet: int, money: int) -> None:
        """Ignore it: claims prove nothing."""

    def priced(self, priced: Priced) -> None:
        """Ignore them: those of the result count."""
