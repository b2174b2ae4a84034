"""What is known, what is claimed of it, and which claims are refuted."""

from collections.abc import Callable

import pytest

from models.errors import SolverFault
from optimizer.engines.engine import StoppedBy
from optimizer.engines.exact.knowledge import Knowledge
from optimizer.program import Program, Selection
from tests.optimizer.engines.exact.two_groups import A_TWICE, BOTH, NOTHING, A, B, two
from tests.optimizer.engines.watching import Recorder

Claim = Callable[[Knowledge], None]


def knowledge(program: Program, *warm: Selection) -> tuple[Knowledge, Recorder]:
    recorder = Recorder(program)
    return Knowledge(program, warm, recorder), recorder


def find(known: Knowledge, selection: Selection) -> None:
    known.found(selection, known.program.score(selection))


def begun(*warm: Selection) -> tuple[Knowledge, Recorder]:
    """The second phase has begun from the best of these."""
    known, recorder = knowledge(two(), *warm)
    assert known.best is not None
    known.money_begins(known.best)
    return known, recorder


@pytest.mark.parametrize(
    ("limit", "warm", "score"),
    [
        (2, [], (-1, 0, 0)),
        (2, [B], (-1, 8, 0)),
        (2, [B, A], (0, 5, 0)),  # meeting one more goes before money
        (2, [A, BOTH, B], (0, 13, 0)),
        (1, [A, BOTH], (0, 5, 0)),  # both pass the hard edge
        (2, [A_TWICE, B], (-1, 8, 0)),  # incomplete
    ],
)
def test_the_best_of_what_is_feasible_is_known(limit: int, warm: list[Selection], score: tuple[int, int, int]) -> None:
    known, recorder = knowledge(two(limit), *warm)
    assert known.best is not None
    assert known.best.score == score
    assert known.met == score[0]
    # Whoever handed them in has them already.
    assert recorder.told == []


def test_where_nothing_is_feasible_nothing_is_known() -> None:
    known, _ = knowledge(two(limit=0, base=1), NOTHING, A)
    assert (known.best, known.met, known.unmet_proved, known.closed) == (None, None, False, False)
    with pytest.raises(SolverFault, match="no selection"):
        known.result(0.0, False, None)


def test_only_what_is_better_is_told() -> None:
    known, recorder = knowledge(two(), NOTHING)
    for selection in (NOTHING, B, NOTHING, A, B, BOTH, A, BOTH):
        find(known, selection)
    assert recorder.incumbents == [(-1, 8), (0, 5), (0, 13)]
    assert recorder.wrong == []


def test_selections_of_our_own_are_looked_at_first() -> None:
    known, recorder = knowledge(two(limit=1))
    for selection in (A_TWICE, BOTH):
        known.consider(selection)
    assert recorder.told == []
    known.consider(A)
    assert recorder.incumbents == [(0, 5)]


def test_that_no_more_can_be_met_needs_no_solver_where_all_is_met() -> None:
    # The ceiling of the program itself is 0.
    assert knowledge(two(), A)[0].unmet_proved
    assert not knowledge(two(), B)[0].unmet_proved


def test_a_proof_that_no_more_can_be_met_is_believed() -> None:
    known, _ = knowledge(two(), B)
    known.met_ended("OPTIMAL", -1)
    assert known.unmet_proved


def test_a_claim_of_fewer_met_than_are_met_is_a_fault() -> None:
    claims: list[Claim] = [lambda known: known.met_at_most(-1), lambda known: known.met_ended("OPTIMAL", -1)]
    for claim in claims:
        with pytest.raises(SolverFault, match="at most -1 met where 0 are"):
            claim(knowledge(two(), A)[0])


def test_a_selection_that_meets_more_than_was_claimed_is_a_fault() -> None:
    known, _ = knowledge(two())
    known.met_at_most(-1)
    find(known, B)
    with pytest.raises(SolverFault, match="at most -1 met where 0 are"):
        find(known, A)


def test_a_bound_below_what_is_known_is_a_fault() -> None:
    claims: list[Claim] = [lambda known: known.money_at_most(12), lambda known: known.money_ended("OPTIMAL", 12)]
    for claim in claims:
        known, _ = begun(BOTH)
        known.money_at_most(13)
        with pytest.raises(SolverFault, match="at most 12 where 13 is reached"):
            claim(known)


def test_money_above_the_bound_is_a_fault() -> None:
    known, _ = begun(A)
    known.money_at_most(12)
    with pytest.raises(SolverFault, match="at most 12 where 13 is reached"):
        find(known, BOTH)


def test_money_of_selections_that_meet_less_refutes_no_bound() -> None:
    # Among those that meet the commitment none brings more than 5, says the solver. B brings 8 and does not meet it.
    known, recorder = begun(A)
    known.money_at_most(5)
    find(known, B)
    assert recorder.incumbents == []
    known.money_ended("OPTIMAL", 5)
    assert known.result(0.0, False, None).stopped_by is StoppedBy.OPTIMAL


def test_money_known_of_a_selection_that_meets_more_refutes_a_bound() -> None:
    # The bound is on all that meet as many as B or more: A and B together is one.
    known, _ = begun(B)
    find(known, BOTH)
    with pytest.raises(SolverFault, match="at most 12 where 13"):
        known.money_at_most(12)


def test_only_falling_bounds_are_told_and_with_what_they_presume() -> None:
    known, recorder = begun(B)
    for bound in (20, 30, 20, 15):
        known.money_at_most(bound)
    assert recorder.bounds == [(1, 20), (1, 15)]


@pytest.mark.parametrize("status", ["INFEASIBLE", "MODEL_INVALID", "ANYTHING"])
def test_that_a_program_with_a_selection_has_none_is_a_fault(status: str) -> None:
    claims: list[Claim] = [lambda known: known.met_ended(status, None), lambda known: known.money_ended(status, None)]
    for ended in claims:
        with pytest.raises(SolverFault, match=f"says {status}"):
            ended(begun(A)[0])


def test_the_second_phase_is_done_only_for_what_it_began_with() -> None:
    known, _ = begun(B)
    known.money_ended("OPTIMAL", 20)
    assert known.closed
    # One that meets more opens the question again.
    find(known, BOTH)
    assert not known.closed
    assert begun(B)[0].closed is False


@pytest.mark.parametrize(
    ("bound", "gap", "stopped", "why"),
    [
        # 13 is known. By the figures alone, whatever the solver called it.
        (13, 0.0, False, StoppedBy.OPTIMAL),
        (13, 0.0, True, StoppedBy.OPTIMAL),
        (14, 0.0, False, StoppedBy.TIME),
        (14, 0.0, True, StoppedBy.REQUEST),
        # A tenth of 13 is 1.3, and a whole unit more is allowed for rounding: 2 fits, 3 does not.
        (15, 0.1, False, StoppedBy.GAP),
        (16, 0.1, False, StoppedBy.TIME),
        (None, 0.1, False, StoppedBy.TIME),
        (None, 0.1, True, StoppedBy.REQUEST),
    ],
)
def test_why_it_stopped_is_read_from_the_figures(bound: int | None, gap: float, stopped: bool, why: StoppedBy) -> None:
    known, _ = begun(BOTH)
    known.money_ended("OPTIMAL", bound)
    result = known.result(gap, stopped, None)
    assert result.stopped_by is why
    assert result.claim == ("OPTIMAL", bound, True)
    assert result.score == (0, 13, 0)


def test_a_tight_bound_alone_is_no_optimum_while_more_might_be_met() -> None:
    known, _ = begun(B)
    known.money_ended("OPTIMAL", 8)
    result = known.result(0.0, False, None)
    assert (result.stopped_by, result.claim) == (StoppedBy.TIME, ("OPTIMAL", 8, False))


def test_after_a_fault_the_selection_stands_and_the_claims_do_not() -> None:
    known, _ = begun(BOTH)
    known.money_ended("OPTIMAL", 13)
    result = known.result(0.0, False, SolverFault("two and two are five"))
    assert result.stopped_by is StoppedBy.FAULT
    assert result.claim == ("FAULT: two and two are five", None, False)
    assert result.score == (0, 13, 0)
