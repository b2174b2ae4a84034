"""The search as a whole, with a solver that lies or fails: what is known is kept, and nothing is claimed."""

from collections.abc import Callable

import pytest

from models.errors import ResourceExhausted, SolverFault
from optimizer.engines.engine import Limits, Result, Stop, StoppedBy
from optimizer.engines.exact.budget import Budget
from optimizer.engines.exact.model import Aim, Model
from optimizer.engines.exact.phases import Solve, search
from optimizer.engines.exact.run import Answer, Watch, run
from optimizer.program import Program, Selection
from optimizer.stops import Deadline
from tests.optimizer.engines.exact.two_groups import BOTH, A, B, two
from tests.optimizer.engines.random_programs import random_program
from tests.optimizer.engines.truth import best_score, most_money
from tests.optimizer.engines.watching import Asked, Recorder, unpolished

LIMITS = Limits(workers=1)
HOPELESS = two(limit=0, base=1)
"""Not even choosing nothing is feasible."""

Liar = Callable[[Model, Watch], Answer]


def searched(
    program: Program, warm: list[Selection], solve: Solve, stop: Stop | None = None, limits: Limits = LIMITS
) -> Result:
    recorder = Recorder(program)
    result = search(program, warm, limits, stop or Deadline.after(60), recorder, solve, unpolished)
    assert recorder.wrong == []
    return result


def lying(tell: Liar, about: Aim = Aim.MONEY) -> Solve:
    """A solver that is honest but about one count."""

    def solve(model: Model, limits: Limits, budget: Budget, stop: Stop, watch: Watch) -> Answer:
        return tell(model, watch) if model.aim is about else run(model, limits, budget, stop, watch)

    return solve


def says(status: str, bound: int | None = None) -> Liar:
    return lambda model, watch: Answer(status, bound, 0.0)


def bounds_early(bound: int) -> Liar:
    """Tells a bound while it runs, and has nothing to say in the end."""

    def tell(model: Model, watch: Watch) -> Answer:
        watch.bounded(bound)
        return Answer("UNKNOWN", None, 0.0)

    return tell


def beats_its_bound(model: Model, watch: Watch) -> Answer:
    watch.bounded(12)
    watch.found(BOTH, model.program.score(BOTH))
    return Answer("FEASIBLE", 12, 0.0)


def raises(error: Exception) -> Liar:
    def tell(model: Model, watch: Watch) -> Answer:
        raise error

    return tell


@pytest.mark.parametrize(
    "solve",
    [
        lying(says("INFEASIBLE")),
        lying(says("MODEL_INVALID")),
        lying(says("INFEASIBLE"), Aim.MET),
        # A brings 5 and is known.
        lying(says("OPTIMAL", 4)),
        lying(bounds_early(4)),
        lying(beats_its_bound),
        # The warm start leaves one unmet, which refutes that all leave two.
        lying(says("OPTIMAL", -2), Aim.MET),
        lying(bounds_early(-2), Aim.MET),
        lying(raises(SolverFault("it says so itself"))),
        lying(raises(SolverFault("it says so itself")), Aim.MET),
    ],
)
def test_a_solver_that_contradicts_what_is_known_is_not_believed(solve: Solve) -> None:
    # B leaves one unmet, so the first phase runs; it finds A, unless it is the one that lies.
    result = searched(two(), [B], solve)
    assert result.stopped_by is StoppedBy.FAULT
    assert result.claim.status.startswith("FAULT: ")
    assert (result.claim.bound, result.claim.unmet_proved) == (None, False)
    assert result.score == two().score(result.selection)
    assert result.score >= two().score(B)


@pytest.mark.parametrize("about", list(Aim))
def test_want_of_memory_keeps_what_is_known(about: Aim) -> None:
    result = searched(two(), [B], lying(raises(MemoryError()), about))
    assert (result.stopped_by, result.claim) == (
        StoppedBy.FAULT,
        ("FAULT: the solver ran out of memory", None, False),
    )
    assert result.score >= two().score(B)


@pytest.mark.parametrize(
    ("tell", "error"),
    [
        (says("INFEASIBLE"), SolverFault),
        (says("UNKNOWN"), SolverFault),
        (raises(SolverFault("odd")), SolverFault),
        (raises(MemoryError()), ResourceExhausted),
    ],
)
def test_without_any_plan_a_fault_is_raised(tell: Liar, error: type[Exception]) -> None:
    with pytest.raises(error):
        searched(HOPELESS, [], lying(tell, Aim.MET))


def test_an_infeasible_program_is_a_fault_of_whoever_stated_it() -> None:
    # The honest solver says INFEASIBLE here; there is no answer to give, and no plan to keep.
    with pytest.raises(SolverFault, match="INFEASIBLE"):
        searched(HOPELESS, [BOTH], run)


def test_a_lie_after_a_better_plan_keeps_the_better_plan() -> None:
    def tell(model: Model, watch: Watch) -> Answer:
        watch.found(BOTH, model.program.score(BOTH))
        return Answer("INFEASIBLE", None, 0.0)

    result = searched(two(), [A], lying(tell))
    assert (result.score, result.stopped_by) == ((0, 13, 0), StoppedBy.FAULT)


def test_a_solver_that_finds_nothing_leaves_the_warm_start_and_no_claim() -> None:
    def solve(model: Model, limits: Limits, budget: Budget, stop: Stop, watch: Watch) -> Answer:
        return Answer("UNKNOWN", None, 0.0)

    result = searched(two(), [A], solve)
    assert (result.score, result.stopped_by, result.claim) == ((0, 5, 0), StoppedBy.TIME, ("UNKNOWN", None, True))


def test_what_the_first_phase_leaves_lying_is_picked_up() -> None:
    # It looks at one count alone and stops at A. B brings 8 more and is in nobody's way.
    def solve(model: Model, limits: Limits, budget: Budget, stop: Stop, watch: Watch) -> Answer:
        if model.aim is Aim.MONEY:
            return Answer("UNKNOWN", None, 0.0)
        watch.found(A, model.program.score(A))
        return Answer("OPTIMAL", 0, 0.0)

    assert searched(two(), [], solve).score == (0, 13, 0)


@pytest.mark.parametrize("stop", [Asked(), Asked(is_set=False, left=0.0), Asked(is_set=False, left=-5.0)])
def test_what_is_over_before_it_begins_asks_the_solver_nothing(stop: Asked) -> None:
    def solve(*_: object) -> Answer:
        raise AssertionError

    result = searched(two(), [B], solve, stop)
    assert result.score == (-1, 8, 0)
    assert result.stopped_by is (StoppedBy.REQUEST if stop.is_set else StoppedBy.TIME)
    assert result.claim.bound is None


@pytest.mark.parametrize("seed", range(25))
def test_small_programs_are_solved_to_the_end(seed: int) -> None:
    program = random_program(seed, groups=3)
    best = best_score(program)
    result = searched(program, [], run)
    assert (result.stopped_by, result.score) == (StoppedBy.OPTIMAL, best)
    assert result.claim == ("OPTIMAL", best.money, True)
    assert best.money == most_money(program, -best.met)


@pytest.mark.parametrize("limits", [Limits(), Limits(workers=2), Limits(deterministic_time=60.0)])
@pytest.mark.parametrize("seed", range(25, 30))
def test_however_many_workers_agree(seed: int, limits: Limits) -> None:
    program = random_program(seed, groups=3)
    result = searched(program, [], run, limits=limits)
    assert (result.stopped_by, result.score) == (StoppedBy.OPTIMAL, best_score(program))
