"""CP-SAT on the direct model: a Boolean per start and candidate, a linear constraint per hinge, nothing clever.

No warm start, no splitting of large rows: what anyone would write down who has the program.
"""

import threading
import time
from itertools import pairwise

import numpy as np

from benchmarks.contestants.contestant import Outcome, Report, Task
from optimizer.engines.exact.by_row import by_row
from optimizer.engines.exact.reach import row_reach
from optimizer.program import COMMITMENT, Ints, Program, Selection

_LOWEST = -(1 << 63)
_FULL_PORTFOLIO = 8


class CpSat:
    """CP-SAT with its default parameters, or with those that its documentation and users recommend."""

    def __init__(self, name: str, *, tuned: bool) -> None:
        self.name = name
        self.tuned = tuned

    def available(self) -> bool:
        """Always: it is a dependency of the product."""
        return True

    def __call__(self, task: Task, report: Report) -> Outcome:
        """Solve the direct model."""
        report.began()
        deadline = time.monotonic() + task.seconds
        from ortools.sat.python import cp_model  # noqa: PLC0415  heavy, and loaded on the clock, as in the product

        program = task.problem().program().limited(COMMITMENT, task.unmet)
        model = cp_model.CpModel()
        divisor = _state(program, model)

        class OnSolution(cp_model.CpSolverSolutionCallback):
            """Scores every solution with the program itself."""

            def on_solution_callback(self) -> None:
                """A solution was found."""
                score = program.score(_selection(program, np.array(self.response_proto.solution, np.int64)))
                if score.excess == 0:
                    report.incumbent(-score.met, score.money)

        solver = cp_model.CpSolver()
        parameters = solver.parameters
        # By default it takes every core of the host; here as many as everybody.
        parameters.num_workers = max(task.workers, _FULL_PORTFOLIO) if self.tuned else task.workers
        parameters.random_seed = task.seed
        parameters.catch_sigint_signal = False
        if self.tuned:
            parameters.linearization_level = 2
        parameters.max_time_in_seconds = max(deadline - time.monotonic(), 0.01)
        timer = threading.Timer(max(deadline - time.monotonic(), 0.01) + 1.0, solver.stop_search)
        timer.daemon = True
        timer.start()
        solver.solve(model, OnSolution())
        timer.cancel()
        response = solver.response_proto
        status = str(solver.status_name(response.status))
        if status not in ("OPTIMAL", "FEASIBLE"):
            return Outcome(None, None, None, None, status.lower())
        selection = _selection(program, np.array(response.solution, np.int64))
        score = program.score(selection)
        if score.excess or not program.is_complete(selection):
            return Outcome(None, None, None, None, f"wrong {status.lower()}")
        bound = program.money_constant - divisor * int(response.inner_objective_lower_bound)
        return Outcome(-score.met, score.money, None, bound, status.lower())


def _state(program: Program, model: object) -> int:
    """Write the program down. The objective is minus money less its constant, over the divisor that is returned."""
    proto = model.proto  # type: ignore[attr-defined]
    hinges = program.hinges
    terms, (lowest, highest) = by_row(program), row_reach(program)
    passed = np.where(hinges.side > 0, highest[hinges.row] - hinges.edge, hinges.edge - lowest[hinges.row])
    soft = np.flatnonzero(~hinges.hard & (passed > 0) & (hinges.price > 0))
    binaries = program.starts + program.candidates
    for most in [1] * binaries + passed[soft].tolist():
        proto.variables.add().domain.extend((0, most))
    for first, last in pairwise(program.start_pointer.tolist()):
        if last - first > 1:
            proto.constraints.add().at_most_one.literals.extend(range(first, last))
    candidates = (program.candidate_pointer + program.starts).tolist()
    for start, (first, last) in zip(program.slot_start.tolist(), pairwise(candidates), strict=True):
        proto.constraints.add().exactly_one.literals.extend([-1 - start, *range(first, last)])
    excess = dict(zip(soft.tolist(), range(binaries, binaries + len(soft)), strict=True))
    for place in np.flatnonzero((hinges.hard & (passed > 0)) | np.isin(np.arange(len(passed)), soft)).tolist():
        row, side = int(hinges.row[place]), int(hinges.side[place])
        variables, coefficients = terms.of(row)
        linear = proto.constraints.add().linear
        linear.vars.extend(variables.tolist())
        linear.coeffs.extend((side * coefficients).tolist())
        if place in excess:
            linear.vars.append(excess[place])
            linear.coeffs.append(-1)
        linear.domain.extend((_LOWEST, side * (int(hinges.edge[place]) - int(program.row_base[row]))))
    price: Ints = np.concatenate([-program.start_money, -program.candidate_money, hinges.price[soft]])
    divisor = max(1, int(np.gcd.reduce(price))) if len(price) else 1
    paid = np.flatnonzero(price)
    proto.objective.vars.extend(paid.tolist())
    proto.objective.coeffs.extend((price[paid] // divisor).tolist())
    return divisor


def _selection(program: Program, values: Ints) -> Selection:
    first, last = program.starts, program.starts + program.candidates
    return Selection(np.flatnonzero(values[:first]), np.flatnonzero(values[first:last]))
