"""One run of the solver: whatever it says is checked, and what goes wrong in its threads comes out as an error here.

Most wrong answers come from the real solver: it is handed the model of another program than the one that judges it.
"""

import threading
from dataclasses import replace
from typing import Any

import pytest
from ortools.sat.python import cp_model

from models.errors import SolverFault
from optimizer.builder import Builder
from optimizer.engines.engine import Limits, Stop
from optimizer.engines.exact.budget import Budget
from optimizer.engines.exact.model import Aim, Model, build
from optimizer.engines.exact.run import Answer, Watch, run
from optimizer.program import ABOVE, Program, Score, Selection
from optimizer.stops import Deadline
from tests.optimizer.engines.random_programs import hard_program, random_program
from tests.optimizer.engines.watching import Asked
from tests.optimizer.test_program import ints


def pair(*, limit: int = 1, price: int = 0) -> Program:
    """Two groups of one start, worth 7 and 5, each with a slot of two candidates.

    Every start takes 1 of a row, which costs `price` a unit above 1 and may not pass the limit.
    """
    builder = Builder(ints(0, 1, 2), ints(0, 1, 2), ints(0, 2, 4))
    row = builder.row("row")
    builder.start_terms.add(ints(0, 1), ints(row, row), ints(1, 1))
    builder.start_money[:] = (7, 5)
    builder.limit(row, ABOVE, limit)
    builder.hinge(row, ABOVE, 1, price)
    return builder.program(["A", "B"])


def look_away(selection: Selection, score: Score) -> None:
    """Hear of a solution, and do nothing."""


def solve(model: Model, watch: Watch | None = None, stop: Stop | None = None) -> Answer:
    watch = watch or Watch(look_away, lambda _: None)
    return run(model, Limits(workers=1), Budget(60.0, None), stop or Deadline.after(60), watch)


def bursting(error: BaseException) -> Watch:
    """Whoever hears of a solution raises this."""

    def burst(selection: Selection, score: Score) -> None:
        raise error

    return Watch(burst, lambda _: None)


def test_the_best_is_found_and_bounds_fall_to_it() -> None:
    # Only one of 7 and 5 fits.
    scores: list[Score] = []
    bounds: list[int] = []
    answer = solve(build(pair(), Aim.MONEY), Watch(lambda _, score: scores.append(score), bounds.append))
    assert (answer.status, answer.bound) == ("OPTIMAL", 7)
    assert scores[-1] == (0, 7, 0)
    assert bounds[-1] == 7
    assert bounds == sorted(bounds, reverse=True)


def test_a_solution_that_passes_a_hard_edge_is_a_fault() -> None:
    model = replace(build(pair(limit=2), Aim.MONEY), program=pair(limit=1))
    with pytest.raises(SolverFault, match="passes hard edges by 1"):
        solve(model)


def test_a_solution_that_brings_less_than_it_claims_is_a_fault() -> None:
    # 12 by its model, and 12 - 3 by the program: the row is one above what is free.
    model = replace(build(pair(limit=2), Aim.MONEY), program=pair(limit=2, price=3))
    with pytest.raises(SolverFault, match="claims 12 and brings 9"):
        solve(model)


def test_a_solution_that_brings_more_than_it_claims_is_taken_for_what_it_is() -> None:
    scores: list[Score] = []
    model = replace(build(pair(limit=2, price=3), Aim.MONEY), program=pair(limit=2))
    solve(model, Watch(lambda _, score: scores.append(score), lambda _: None))
    assert scores[-1] == (0, 12, 0)


def test_a_solution_that_leaves_slots_open_is_a_fault() -> None:
    # As many starts and candidates, but both slots are of the second start: A, chosen for 7, would fill one of them.
    others = Builder(ints(0, 1, 2), ints(0, 0, 2), ints(0, 2, 4)).program(["A", "B"])
    model = replace(build(pair(), Aim.MONEY), program=others)
    with pytest.raises(SolverFault, match="leaves slots open"):
        solve(model)


def test_a_solution_whose_figure_is_not_its_worth_is_a_fault() -> None:
    model = build(pair(), Aim.MONEY)
    model = replace(model, objective=model.objective._replace(constant=1))
    with pytest.raises(SolverFault, match="states"):
        solve(model)


def test_two_bounds_that_disagree_are_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    class TwoTongued(cp_model.CpSolver):
        """A solver that solves as ever and then tells another whole bound than it shows."""

        @property
        def response_proto(self) -> Any:
            response = super().response_proto
            response.inner_objective_lower_bound -= 1
            return response

    monkeypatch.setattr(cp_model, "CpSolver", TwoTongued)
    with pytest.raises(SolverFault, match="two bounds"):
        solve(build(pair(), Aim.MONEY))


def test_an_infeasible_model_makes_no_claim_of_a_bound() -> None:
    # Its response holds zeros for bounds, which would read as "brings at most 0".
    builder = Builder(ints(0, 1), ints(0, 0), ints(0))
    builder.limit(builder.row("row", 1), ABOVE, 0)
    bounds: list[int] = []
    answer = solve(build(builder.program(["A"]), Aim.MONEY), Watch(look_away, bounds.append))
    assert (answer.status, answer.bound, bounds) == ("INFEASIBLE", None, [])


@pytest.mark.parametrize("error", [ValueError("odd"), KeyboardInterrupt("odd"), StopIteration("odd")])
def test_an_exception_while_hearing_of_a_solution_comes_out_as_a_fault(error: BaseException) -> None:
    with pytest.raises(SolverFault, match=f"{type(error).__name__} while the solver ran: ") as caught:
        solve(build(pair(), Aim.MONEY), bursting(error))
    assert caught.value.__cause__ is error


def test_an_exception_while_hearing_of_a_bound_comes_out_as_a_fault() -> None:
    def burst(bound: int) -> None:
        raise ValueError("odd")

    program = hard_program(1, groups=20, rows=8)
    with pytest.raises(SolverFault, match="ValueError while the solver ran: odd"):
        solve(build(program, Aim.MONEY), Watch(lambda *_: None, burst))


@pytest.mark.parametrize("error", [MemoryError("full"), SolverFault("refuted")])
def test_want_of_memory_and_faults_come_out_as_they_are(error: Exception) -> None:
    with pytest.raises(type(error)) as caught:
        solve(build(pair(), Aim.MONEY), bursting(error))
    assert caught.value is error


def test_a_long_run_ends_at_the_first_error() -> None:
    with pytest.raises(SolverFault, match="odd"):
        solve(build(hard_program(1), Aim.MONEY), bursting(ValueError("odd")))


def test_a_long_run_ends_when_somebody_asks() -> None:
    stop = Asked(is_set=False)
    money: list[int] = []

    def found(selection: Selection, score: Score) -> None:
        money.append(score.money)
        stop.is_set = True

    answer = solve(build(hard_program(1), Aim.MONEY), Watch(found, lambda _: None), stop)
    assert answer.status == "FEASIBLE"
    assert money == sorted(money)
    assert answer.bound is not None
    assert answer.bound > money[-1]


def test_a_stop_before_the_search_is_not_lost() -> None:
    assert solve(build(hard_program(1), Aim.MONEY), stop=Asked()).status in ("FEASIBLE", "UNKNOWN")


@pytest.mark.parametrize("seed", range(5))
def test_no_thread_stays_behind(seed: int) -> None:
    solve(build(random_program(seed), Aim.MONEY))
    assert not [thread for thread in threading.enumerate() if thread.name == "cp-sat"]


def test_a_bound_beside_a_constant_that_its_divisor_does_not_divide() -> None:
    # Figures in steps of 3 million; only one start fits.
    builder = Builder(ints(0, 1, 2), ints(0, 0, 0), ints(0))
    row = builder.row("row")
    builder.start_terms.add(ints(0, 1), ints(row, row), ints(1, 1))
    builder.limit(row, ABOVE, 1)
    builder.start_money[:] = (3_000_000, 6_000_000)
    builder.money_constant = -(10**15) - 1
    bounds: list[int] = []
    answer = solve(build(builder.program(["A", "B"]), Aim.MONEY), Watch(look_away, bounds.append))
    assert answer.bound == min(bounds) == 6_000_000 - 10**15 - 1
