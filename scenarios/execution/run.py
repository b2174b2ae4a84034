"""One solve under limits and a deadline: a scenario in, a checked plan out, whatever happens to the child."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from models.errors import (
    ClusterUnavailable,
    DeadlineBeforeCompiled,
    HilltopError,
    Interrupted,
    ResourceExhausted,
    SolverFault,
)
from models.plan import Plan
from models.scenario import Scenario
from optimizer.engines.engine import StoppedBy
from optimizer.settings import SolveSettings
from optimizer.solve import finish
from scenarios.execution import limits
from scenarios.execution.process import CHILD
from scenarios.execution.protocol import Ended, Event, Request
from scenarios.execution.stopping import Stopping
from scenarios.execution.watchdog import Ending, Mishap, Patience, supervise

REPRODUCIBLE_WALL = 10.0
"""Under the reproducible profile work units replace the clock; the wall only guards, at this many times the limit."""


def wall_limit(settings: SolveSettings) -> float:
    """The wall seconds after which a solve under these settings is ended from outside."""
    return settings.time_limit * (REPRODUCIBLE_WALL if settings.profile == "reproducible" else 1.0)


def ignore(event: Event) -> None:
    """Watch nothing."""


def run(
    scenario: Scenario,
    settings: SolveSettings,
    *,
    on_event: Callable[[Event], None] = ignore,
    stop: Stopping | None = None,
    memory: int | None = None,
    command: Sequence[str] = CHILD,
) -> Plan:
    """The best plan that a child process finds for a scenario without errors; checked, in this process.

    Call it from a thread that lives as long as the solve: the child dies with the thread that started it. `stop`
    holds the deadline, which may have begun before this call; `memory` caps the child's address space in bytes
    (by default a share of what is available). What was found counts even when the child then crashes, hangs or is
    killed; the event `Ended` says so. Raises, only where nothing had been found: DeadlineBeforeCompiled,
    Interrupted, ResourceExhausted, SolverFault; ClusterUnavailable where it was to work on a cluster
    that is not there; and PlanRejected when a plan fails the check.
    """
    limit = wall_limit(settings)
    stop = stop or Stopping.after(limit)
    if stop.requested():
        raise Interrupted("stopped on request before the search began")
    ending = supervise(
        Request(scenario, settings, stop.deadline),
        stop,
        on_event,
        memory=limits.memory_for_a_solve() if memory is None else memory,
        patience=Patience.for_limit(limit),
        command=command,
    )
    if ending.code == ClusterUnavailable.code:
        # Nothing was searched: a plan that does nothing would be no answer to what was asked.
        raise ClusterUnavailable(ending.detail)
    if ending.best is None:
        raise _error(ending)
    on_event(Ended(ending.stopped_by, ending.detail))
    return finish(scenario, replace(ending.best, stopped_by=ending.stopped_by), settings)


def _error(ending: Ending) -> HilltopError:
    """The error that says why there is nothing."""
    detail = ending.detail
    if ending.stopped_by == StoppedBy.REQUEST:
        return Interrupted("stopped on request before there was a plan")
    if ending.stopped_by == Mishap.MEMORY:
        return ResourceExhausted(f"the solver ran out of memory before there was a plan. {detail}".strip())
    late = ending.stopped_by in (StoppedBy.TIME, Mishap.HUNG)
    if late and not ending.compiled:
        return DeadlineBeforeCompiled("the time limit ended before the scenario was compiled")
    if late:
        return SolverFault("the solver did not answer in time")
    return SolverFault(detail or "the solver ended without an answer")
