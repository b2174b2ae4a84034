"""The front door: a scenario in, a checked plan out."""

import time

from models.errors import DeadlineBeforeCompiled, PlanRejected
from models.plan import Plan, Versions
from models.scenario import Scenario
from optimizer.checker import Auditor, check
from optimizer.compile import compile_scenario
from optimizer.dress.dress import dressed
from optimizer.engines.engine import Stop
from optimizer.engines.registry import ENGINES
from optimizer.evidence import with_evidence
from optimizer.explain.decisions import with_reasons
from optimizer.found import Found, found_in
from optimizer.settings import SolveSettings
from optimizer.stops import Deadline
from optimizer.warm import earlier_answers
from optimizer.watching import Relay, Unwatched, Watcher


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
    observer = Relay(compiled, watcher)
    nothing = compiled.program.nothing()
    observer.incumbent(nothing, compiled.program.score(nothing))
    engine = ENGINES[settings.engine]
    result = engine(compiled.program, warm, settings.limits(), stop, observer)
    return found_in(compiled, result, settings.engine)


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
