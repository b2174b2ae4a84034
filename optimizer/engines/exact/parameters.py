"""Every parameter of CP-SAT that is not its default, in one place, with its reason."""

import os
from dataclasses import replace

from ortools.sat.python import cp_model

from optimizer.engines.engine import Limits
from optimizer.engines.exact.budget import Budget
from optimizer.program import Program

PORTFOLIO = 8
"""Workers with which CP-SAT runs one of each of its strategies: conflict search, reduced costs, cuts, neighbourhoods.

They need no core each. On two cores eight of them closed a year of 60 projects which two left 10 % open.
"""

LARGE = 2_000_000
"""Non-zeros of a program from which on memory decides: every worker holds a copy of the model."""


def is_large(program: Program) -> bool:
    """Whether the program is so large that it has to be treated with care."""
    return program.size().non_zeros > LARGE


def with_workers(limits: Limits, program: Program) -> Limits:
    """The limits with a number of workers, where the caller leaves it to the engine."""
    large = is_large(program)
    if limits.deterministic_time is not None:
        # The strategies take turns, which repeats itself as long as their number does not hang on the machine.
        return replace(limits, workers=1 if large else PORTFOLIO)
    cores = len(os.sched_getaffinity(0))
    return replace(limits, workers=limits.workers or (cores if large else max(cores, PORTFOLIO)))


def configure(solver: cp_model.CpSolver, limits: Limits, budget: Budget) -> None:
    """Set the parameters of one run."""
    parameters = solver.parameters
    # This step of presolve overflows int32 and then calls wrong answers optimal (google/or-tools #5293).
    parameters.presolve_inclusion_work_limit = 0
    # Never the default, which is every core of the host whatever this process may use.
    parameters.num_workers = limits.workers or PORTFOLIO
    parameters.random_seed = limits.seed
    parameters.relative_gap_limit = limits.gap
    parameters.max_time_in_seconds = max(budget.wall, 0.0)
    if budget.deterministic is not None:
        # Workers that run freely never repeat themselves. The wall is then a cap, and marks the result when it is met.
        parameters.interleave_search = True
        parameters.max_deterministic_time = max(budget.deterministic, 0.0)
    # Signals belong to whoever runs the process; a stop is asked for through stop_search.
    parameters.catch_sigint_signal = False
    parameters.log_search_progress = False
