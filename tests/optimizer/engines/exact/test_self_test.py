"""The start-up question: the solver as configured knows the truth, and without the guard it is found out."""

from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest
from ortools.sat.python import cp_model

from models.errors import SolverFault
from optimizer.engines.construct import construct
from optimizer.engines.engine import Limits, StoppedBy
from optimizer.engines.exact import Exact, self_test
from optimizer.engines.exact.budget import Budget
from optimizer.engines.exact.parameters import configure
from optimizer.engines.exact.self_test import TRUTH, answer, check_solver
from optimizer.stops import Deadline
from tests.optimizer.engines.random_programs import random_program
from tests.optimizer.engines.watching import Recorder

BUDGET = Budget(wall=60.0, deterministic=None)


def unguarded(solver: cp_model.CpSolver, limits: Limits, budget: Budget) -> None:
    """The parameters of every run but for the guard."""
    configure(solver, limits, budget)
    solver.parameters.clear_presolve_inclusion_work_limit()


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    check_solver.cache_clear()
    yield
    check_solver.cache_clear()


def test_trying_all_points_gives_the_truth() -> None:
    # The second bonus asks for the cap to be kept, the first for nothing.
    best = 0
    for x in product((0, 1), repeat=len(self_test._COST)):
        if all(x[i] + x[j] <= 1 for i, j in self_test._AT_MOST_ONE):
            within = sum(c * v for c, v in zip(self_test._COST, x, strict=True)) <= self_test._CAP
            profit = sum(p * v for p, v in zip(self_test._PROFIT, x, strict=True))
            best = max(best, profit + self_test._BONUS[0] + self_test._BONUS[1] * within)
    assert best == TRUTH


@pytest.mark.parametrize("seed", range(1, 6))
def test_the_solver_as_configured_knows_the_truth(seed: int) -> None:
    solver = cp_model.CpSolver()
    configure(solver, Limits(workers=1, seed=seed), BUDGET)
    assert answer(solver) == TRUTH
    check_solver()


def test_the_guard_is_set_and_it_is_what_helps() -> None:
    guarded, bare = cp_model.CpSolver(), cp_model.CpSolver()
    configure(guarded, Limits(workers=1), BUDGET)
    unguarded(bare, Limits(workers=1), BUDGET)
    assert guarded.parameters.presolve_inclusion_work_limit == 0
    assert bare.parameters.presolve_inclusion_work_limit > 0
    # Should a new build of the solver be right without it, this fails: the guard may then be reconsidered.
    assert answer(bare) != TRUTH


def test_a_solver_without_the_guard_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "configure", unguarded)
    with pytest.raises(SolverFault, match=f"181 where {TRUTH}"):
        check_solver()


def test_an_engine_with_such_a_solver_keeps_to_what_it_knew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "configure", unguarded)
    program = random_program(1)
    result = Exact()(program, [], Limits(workers=1), Deadline.after(60), Recorder(program))
    assert result.stopped_by is StoppedBy.FAULT
    assert result.claim.bound is None
    assert not result.claim.unmet_proved
    assert result.score == program.score(construct(program))
    assert np.array_equal(result.selection.starts, construct(program).starts)
