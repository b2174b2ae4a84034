"""Every parameter of CP-SAT that is not its default, in one place, with its reason."""

from ortools.sat.python import cp_model

from optimizer.engines.engine import Limits
from optimizer.engines.exact.budget import Budget


def configure(solver: cp_model.CpSolver, limits: Limits, budget: Budget) -> None:
    """Set the parameters of one run."""
    parameters = solver.parameters
    # This step of presolve overflows int32 and then calls wrong answers optimal (google/or-tools #5293).
    parameters.presolve_inclusion_work_limit = 0
    # Never the default, which is every core of the host whatever this process may use.
    parameters.num_workers = limits.workers
    parameters.random_seed = limits.seed
    parameters.relative_gap_limit = limits.gap
    parameters.max_time_in_seconds = max(budget.wall, 0.0)
    if budget.deterministic is not None:
        # Only one worker repeats itself; the wall is then a cap, which marks the result when it is met.
        parameters.num_workers = 1
        parameters.max_deterministic_time = max(budget.deterministic, 0.0)
    # Signals belong to whoever runs the process; a stop is asked for through stop_search.
    parameters.catch_sigint_signal = False
    parameters.log_search_progress = False
