"""What becomes of a solve when its child ends well, badly, or not at all; the searches are made up."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from models.errors import DeadlineBeforeCompiled, HilltopError, Interrupted, ResourceExhausted, SolverFault
from models.plan import Plan
from models.scenario import Scenario
from optimizer.settings import SolveSettings
from scenarios.execution import Bound, Compiled, Ended, Event, Incumbent, Started, Stopping, run
from tests.scenario_builder import candidate, scenario

FAKE_CHILD = Path(__file__).with_name("fake_child.py")
LONG = 120.0
SHORT = 1.5
MEGABYTES = 1 << 20


def question() -> Scenario:
    """One project worth 100 that the manager of its own unit can lead."""
    return scenario(projects=[candidate("P", needs={"project_manager": 0.5}, value={"amount": 100})])


class Solve:
    """One solve with a made-up child, and all that was seen of it."""

    def __init__(self, behaviour: str, limit: float = LONG, memory: int = 4096 * MEGABYTES) -> None:
        self.events: list[Event] = []
        self.stop = Stopping.after(limit)
        self._behaviour, self._limit, self._memory = behaviour, limit, memory

    def watch(self, event: Event) -> None:
        self.events.append(event)

    def run(self) -> Plan:
        """The plan."""
        return run(
            question(),
            SolveSettings(time_limit=self._limit),
            on_event=self.watch,
            stop=self.stop,
            memory=self._memory,
            command=(sys.executable, "-P", str(FAKE_CHILD), self._behaviour),
        )

    @property
    def ended(self) -> Ended:
        """How the search ended."""
        last = self.events[-1]
        assert isinstance(last, Ended)
        return last

    @property
    def session(self) -> int:
        """The session of the child: what it started belongs to it too."""
        first = self.events[0]
        assert isinstance(first, Started)
        return first.process


def living(session: int) -> list[int]:
    """The processes of a session that are neither gone nor only waiting to be reaped."""
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                fields = Path("/proc", entry, "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if fields[3] == str(session) and fields[0] != "Z":
                found.append(int(entry))
    return found


def runs(plan: Plan) -> list[str]:
    """The projects that run."""
    return [row.project for row in plan.decisions if row.runs]


def test_an_answer_becomes_a_checked_plan_with_the_solvers_claim() -> None:
    solve = Solve("answer")
    plan = solve.run()
    assert runs(plan) == ["P"]
    assert plan.evidence.plan_checked
    assert plan.evidence.status == "feasible"
    assert plan.evidence.solver_claim is not None
    assert plan.evidence.solver_claim.bound == 100_000_000
    assert solve.ended == Ended("optimal")


def test_events_come_in_order_and_end_with_the_end() -> None:
    solve = Solve("answer")
    solve.run()
    kinds = [type(event) for event in solve.events]
    assert kinds[:2] == [Started, Compiled]
    assert set(kinds[2:-1]) == {Incumbent, Bound}
    assert kinds[-1] is Ended


def test_an_answer_worse_than_what_was_streamed_is_not_taken() -> None:
    solve = Solve("worse_answer")
    plan = solve.run()
    assert runs(plan) == ["P"]
    assert plan.evidence.solver_claim is None


@pytest.mark.parametrize(
    ("behaviour", "stopped_by"),
    [
        ("killed", "killed"),
        ("aborted", "crash"),
        ("aborted_for_memory", "memory"),
        ("raises", "crash"),
        ("greedy", "memory"),
        ("babbling", "crash"),
        ("torn", "killed"),
    ],
)
def test_what_was_streamed_survives_the_child(behaviour: str, stopped_by: str) -> None:
    solve = Solve(behaviour)
    plan = solve.run()
    assert runs(plan) == ["P"]
    assert plan.evidence.plan_checked
    assert plan.evidence.solver_claim is None
    assert solve.ended.stopped_by == stopped_by
    assert living(solve.session) == []


@pytest.mark.parametrize("behaviour", ["deaf", "frozen", "fertile"])
def test_a_child_that_hangs_is_killed_after_the_deadline_with_all_it_started(behaviour: str) -> None:
    solve = Solve(behaviour, SHORT)
    plan = solve.run()
    assert runs(plan) == ["P"]
    assert solve.ended.stopped_by == "hung"
    assert living(solve.session) == []


@pytest.mark.parametrize(
    ("behaviour", "limit", "error", "says"),
    [
        ("greedy_at_once", LONG, ResourceExhausted, "memory"),
        ("too_late", LONG, DeadlineBeforeCompiled, "time limit"),
        ("frozen_at_once", 0.2, DeadlineBeforeCompiled, "time limit"),
        ("exits", LONG, SolverFault, "exit 7"),
    ],
)
def test_without_anything_found_the_error_says_why(
    behaviour: str, limit: float, error: type[HilltopError], says: str
) -> None:
    solve = Solve(behaviour, limit)
    with pytest.raises(error, match=says):
        solve.run()
    assert living(solve.session) == []


def test_a_memory_limit_too_small_for_the_solver_is_named_as_such() -> None:
    solve = Solve("answer", memory=MEGABYTES)
    with pytest.raises(ResourceExhausted):
        solve.run()


class StopsAt(Solve):
    """A solve stopped by whoever watches it, at the first event of a kind."""

    def __init__(self, behaviour: str, kind: type[Event], times: int = 1) -> None:
        super().__init__(behaviour)
        self._kind, self._times = kind, times

    def watch(self, event: Event) -> None:
        super().watch(event)
        if isinstance(event, self._kind):
            for _ in range(self._times):
                self.stop.ask()
            self._times = 0


def test_asked_to_stop_the_child_answers_with_its_best() -> None:
    solve = StopsAt("until_asked", Incumbent)
    assert runs(solve.run()) == ["P"]
    assert solve.ended.stopped_by == "request"


def test_a_child_deaf_to_the_request_is_killed_and_its_best_kept() -> None:
    solve = StopsAt("deaf", Incumbent)
    assert runs(solve.run()) == ["P"]
    assert solve.ended.stopped_by == "request"
    assert living(solve.session) == []


def test_who_insists_waits_for_nothing_and_keeps_what_was_streamed() -> None:
    solve = StopsAt("frozen", Incumbent, times=2)
    plan = solve.run()
    assert solve.ended.stopped_by == "request"
    assert plan.evidence.plan_checked


def test_insisting_before_anything_was_found_is_an_interruption() -> None:
    solve = StopsAt("frozen_at_once", Started, times=2)
    with pytest.raises(Interrupted):
        solve.run()
    assert living(solve.session) == []


def test_a_stop_pressed_before_the_start_starts_nothing() -> None:
    solve = Solve("answer")
    solve.stop.ask()
    with pytest.raises(Interrupted):
        solve.run()
    assert solve.events == []


def test_a_child_that_prints_a_lot_does_not_stall() -> None:
    assert runs(Solve("talkative").run()) == ["P"]


def test_whoever_watches_may_fail_and_leaves_no_child() -> None:
    class Fails(Solve):
        def watch(self, event: Event) -> None:
            super().watch(event)
            if isinstance(event, Compiled):
                raise LookupError

    solve = Fails("deaf")
    with pytest.raises(LookupError):
        solve.run()
    assert living(solve.session) == []


def test_no_descriptor_stays_open() -> None:
    def descriptors() -> Sequence[str]:
        return os.listdir("/proc/self/fd")

    Solve("answer").run()
    before = descriptors()
    Solve("answer").run()
    Solve("killed").run()
    assert len(descriptors()) == len(before)
