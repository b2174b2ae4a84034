"""The parameters of a run, and how many workers it gets."""

import os

import pytest
from ortools.sat.python import cp_model

from optimizer.engines.engine import Limits
from optimizer.engines.exact import parameters
from optimizer.engines.exact.budget import Budget
from optimizer.engines.exact.parameters import PORTFOLIO, configure, with_workers
from tests.optimizer.engines.exact.two_groups import two


def configured(limits: Limits, budget: Budget) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    configure(solver, limits, budget)
    return solver


def test_a_run_by_the_clock() -> None:
    found = configured(Limits(workers=3, seed=7, gap=0.25), Budget(12.5, None)).parameters
    assert (found.num_workers, found.random_seed, found.relative_gap_limit) == (3, 7, 0.25)
    assert found.max_time_in_seconds == 12.5
    assert not found.interleave_search
    assert not found.catch_sigint_signal


def test_a_run_that_repeats_itself() -> None:
    found = configured(Limits(workers=2), Budget(12.5, 3.0)).parameters
    assert (found.max_time_in_seconds, found.max_deterministic_time) == (12.5, 3.0)
    # Workers that take turns do not depend on which of them is faster today.
    assert found.interleave_search


@pytest.mark.parametrize("budget", [Budget(-1.0, -2.0), Budget(0.0, 0.0)])
def test_time_that_is_over_is_no_time(budget: Budget) -> None:
    # A negative limit makes the parameters invalid, and the solver says nothing but that.
    found = configured(Limits(), budget).parameters
    assert (found.max_time_in_seconds, found.max_deterministic_time) == (0.0, 0.0)


def test_the_number_of_workers_is_never_left_to_the_solver() -> None:
    assert configured(Limits(), Budget(1.0, None)).parameters.num_workers == PORTFOLIO


@pytest.mark.parametrize("deterministic", [None, 1.0])
@pytest.mark.parametrize("large", [False, True])
def test_workers_by_what_is_asked_and_how_large_the_program_is(
    deterministic: float | None, large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = two()
    monkeypatch.setattr(parameters, "LARGE", program.size().non_zeros - large)
    cores = len(os.sched_getaffinity(0))
    asked, unasked = (with_workers(Limits(w, deterministic_time=deterministic), program).workers for w in (5, None))
    if deterministic is not None:
        # The machine has no say, nor has whoever asks.
        assert asked == unasked == (1 if large else PORTFOLIO)
    else:
        assert asked == 5
        assert unasked == (cores if large else max(cores, PORTFOLIO))
