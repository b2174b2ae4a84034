"""The front door: a scenario in, a checked plan out."""

import time
from dataclasses import dataclass
from typing import Protocol

from models.choices import Choices
from models.errors import DeadlineBeforeCompiled, PlanRejected
from models.evidence import SolverClaim, gap_between
from models.plan import Plan, Price, Versions
from models.scenario import Scenario
from optimizer.checker import Auditor, check
from optimizer.compile import Compiled, compile_scenario
from optimizer.dress.dress import dressed
from optimizer.engines.engine import Claim, Priced, Result, Stop
from optimizer.engines.registry import ENGINES
from optimizer.evidence import with_evidence
from optimizer.explain.decisions import with_reasons
from optimizer.price_list import price_list
from optimizer.program import Score, Selection, Size
from optimizer.settings import SolveSettings
from optimizer.stops import Deadline
from optimizer.warm import earlier_answers

_PAUSE, _LEAST_PAUSE = 20.0, 1.0
"""Between two lists of prices: in times of what one takes, and in seconds."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search leaves, in business terms: the best answer, its two counts (money in 10^-6 unit), the claim.

    `prices` prove a bound on plans that leave no more unmet (None: nothing was tried), `prices_unmet` how many must.
    """

    choices: Choices
    unmet: int
    money: int
    claim: SolverClaim | None
    stopped_by: str
    prices: tuple[Price, ...] | None = None
    prices_unmet: tuple[Price, ...] = ()


class Watcher(Protocol):
    """Who watches a solve. Called from any thread; must not raise."""

    def compiled(self, size: Size, seconds: float) -> None:
        """The program stands."""

    def incumbent(self, found: Found) -> None:
        """A better answer was found; it is not checked yet."""

    def priced(self, unmet: int, prices: tuple[Price, ...]) -> None:
        """Prices from which follows a bound on plans with at most `unmet` unmet commitments."""

    def bound(self, unmet: int, money: int) -> None:
        """The engine claims that no answer with at most `unmet` unmet commitments brings more money."""


class Unwatched:
    """A watcher that looks away."""

    def compiled(self, size: Size, seconds: float) -> None:
        """Ignore it."""

    def incumbent(self, found: Found) -> None:
        """Ignore it."""

    def priced(self, unmet: int, prices: tuple[Price, ...]) -> None:
        """Ignore it."""

    def bound(self, unmet: int, money: int) -> None:
        """Ignore it."""


def solve(
    scenario: Scenario, settings: SolveSettings, stop: Stop | None = None, watcher: Watcher | None = None
) -> Plan:
    """The best plan found for a scenario without errors, checked, in this process and under no limits but time.

    Raises DeadlineBeforeCompiled, PlanRejected, SolverFault, ResourceExhausted.
    """
    stop = stop or Deadline.after(settings.time_limit)
    return finish(scenario, search(scenario, settings, stop, watcher or Unwatched()), settings)


def search(scenario: Scenario, settings: SolveSettings, stop: Stop, watcher: Watcher) -> Found:
    """Compile, start from what is known, and let the engine search.

    Raises DeadlineBeforeCompiled when the time is over before there is a program, SolverFault, ResourceExhausted.
    """
    began = time.monotonic()
    compiled = compile_scenario(scenario)
    watcher.compiled(compiled.program.size(), time.monotonic() - began)
    if stop.seconds_left() <= 0 and settings.profile != "reproducible":
        raise DeadlineBeforeCompiled("the time limit ended while the scenario was being compiled")
    warm = [compiled.selection(choices) for choices in earlier_answers(compiled.facts)]
    observer = _Relay(compiled, watcher)
    nothing = compiled.program.nothing()
    observer.incumbent(nothing, compiled.program.score(nothing))
    engine = ENGINES[settings.engine]
    result = engine(compiled.program, warm, settings.limits(), stop, observer)
    return _found(compiled, result, settings.engine)


def finish(scenario: Scenario, found: Found, settings: SolveSettings) -> Plan:
    """The whole plan of an answer, with its evidence. Raises PlanRejected when the independent check rejects it."""
    versions = Versions(engine=settings.engine, solver=settings.solver_version(), seed=settings.seed)
    plan = dressed(scenario, found.choices, versions)
    plan = plan.replace(
        evidence=plan.evidence.replace(plan_checked=True, solver_claim=found.claim),
        prices=found.prices or (),
        prices_unmet=found.prices_unmet,
    )
    auditor = Auditor(scenario)
    if found.prices is not None:
        plan = with_evidence(auditor, plan)
    plan = with_reasons(auditor, plan)
    verdict = check(auditor, plan)
    if not verdict.accepted:
        rules = sorted({violation.rule for violation in verdict.violations})
        raise PlanRejected(f"the independent check rejects the plan: {', '.join(rules)}")
    return plan


def _found(compiled: Compiled, result: Result, engine: str) -> Found:
    claim, score = result.claim, result.score
    return Found(
        choices=compiled.choices(result.selection),
        unmet=-score.met,
        money=score.money,
        claim=_claimed(claim, engine, score.money),
        stopped_by=result.stopped_by.value,
        prices=_prices(result),
        prices_unmet=_prices_unmet(result),
    )


def _claimed(claim: Claim, engine: str, money: int) -> SolverClaim | None:
    if not claim.status:
        return None
    gap = None if claim.bound is None else gap_between(claim.bound, money)
    return SolverClaim.model_construct(engine=engine, status=claim.status, bound=claim.bound, gap=gap)


def _prices(result: Result) -> tuple[Price, ...] | None:
    return None if result.priced is None else price_list(result.priced.program, result.priced.prices.row)


def _prices_unmet(result: Result) -> tuple[Price, ...]:
    if result.priced_unmet is None or result.score.met == 0:
        return ()
    return price_list(result.priced_unmet.program, result.priced_unmet.prices.row, unit=1)


class _Relay:
    """Tells a watcher in business terms what an engine tells its observer; only what is better than before."""

    def __init__(self, compiled: Compiled, watcher: Watcher) -> None:
        self.compiled, self.watcher = compiled, watcher
        self.best: tuple[int, int] | None = None
        self._names_again = 0.0

    def incumbent(self, selection: Selection, score: Score) -> None:
        """Pass a better selection on."""
        if score.excess or (self.best is not None and (score.met, score.money) <= self.best):
            return
        self.best = (score.met, score.money)
        choices = self.compiled.choices(selection)
        self.watcher.incumbent(Found(choices, -score.met, score.money, None, "running"))

    def bound(self, unmet: int, money: int) -> None:
        """Pass a bound on."""
        self.watcher.bound(unmet, money)

    def priced(self, priced: Priced) -> None:
        """Pass on the bound at once, and the prices now and then: naming all rows takes its time."""
        self.watcher.bound(priced.unmet, priced.prices.ceiling())
        began = time.monotonic()
        if began >= self._names_again:
            self.watcher.priced(priced.unmet, price_list(priced.program, priced.prices.row))
            self._names_again = time.monotonic() + _PAUSE * (time.monotonic() - began) + _LEAST_PAUSE
