"""One run of the solver: in a thread of its own, watched, stopped until it ends, and every answer checked."""

import math
import threading
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from ortools.sat.python import cp_model

from models.errors import SolverFault
from optimizer.engines.engine import Limits, Stop
from optimizer.engines.exact.budget import Budget
from optimizer.engines.exact.model import Model
from optimizer.engines.exact.parameters import configure
from optimizer.program import Ints, Score, Selection

POLL_SECONDS = 0.02
_UNITS_IN_LAST_PLACE = 2.0**-49
_ROUNDS_BACK = 0.25


class Watch(NamedTuple):
    """Who hears of answers and bounds while the solver runs, from its threads."""

    found: Callable[[Selection, Score], None]
    bounded: Callable[[int], None]


class Answer(NamedTuple):
    """How a run ended: the solver's own word, its upper limit on the count, and the deterministic seconds used."""

    status: str
    bound: int | None
    deterministic_time: float


def run(model: Model, limits: Limits, budget: Budget, stop: Stop, watch: Watch) -> Answer:
    """Solve until done, stopped or out of budget. Raises SolverFault; MemoryError as it comes."""
    solver = cp_model.CpSolver()
    configure(solver, limits, budget)
    reader = _Reader(model, watch)
    solver.best_bound_callback = reader.on_bound
    thread = threading.Thread(target=reader.solve, args=(solver,), name="cp-sat", daemon=True)
    latest = stop.seconds_left() - budget.wall
    thread.start()
    try:
        while thread.is_alive():
            thread.join(POLL_SECONDS)
            if reader.error is not None or stop.requested() or stop.seconds_left() <= latest:
                solver.stop_search()
    finally:
        # A stop that comes before the search begins is lost: say it until the thread ends.
        while thread.is_alive():
            solver.stop_search()
            thread.join(POLL_SECONDS)
    if reader.error is not None:
        raise reader.error
    return reader.answer(solver)


class _Reader(cp_model.CpSolverSolutionCallback):
    """Takes what the solver says, in its threads. An exception there would end the process: it is kept for later."""

    def __init__(self, model: Model, watch: Watch) -> None:
        super().__init__()
        self.error: BaseException | None = None
        self._model = model
        self._watch = watch
        self._bound: int | None = None

    def solve(self, solver: cp_model.CpSolver) -> None:
        """The thread's work."""
        self._guarded(lambda: solver.solve(self._model.gateway.model, self))

    def on_solution_callback(self) -> None:
        """A solution was found."""
        self._guarded(lambda: self._take(np.array(self.response_proto.solution, np.int64), self.objective_value))

    def on_bound(self, figure: float) -> None:
        """The bound moved. `figure` is the objective's, as a float."""
        self._guarded(lambda: self._lower(-whole_below(figure, self._model.objective.constant)))

    def answer(self, solver: cp_model.CpSolver) -> Answer:
        """What is left to take when the solver has ended. Raises SolverFault."""
        response = solver.response_proto
        # `status_name()` of 9.15 calls an enum unless it is given one.
        status = solver.status_name(response.status)
        # Any other word comes with zeros, which would read as claims.
        if status in ("OPTIMAL", "FEASIBLE"):
            self._take(np.array(response.solution, np.int64), response.objective_value)
            objective = self._model.objective
            bound = objective.of_solver(response.inner_objective_lower_bound)
            if bound < whole_below(response.best_objective_bound, objective.constant):
                raise SolverFault("the solver states two bounds that disagree")
            self._lower(-bound)
        return Answer(status, self._bound, response.deterministic_time)

    def _guarded(self, work: Callable[[], object]) -> None:
        if self.error is not None:
            return
        try:
            work()
        except (MemoryError, SolverFault) as error:
            self.error = error
        except BaseException as error:
            self.error = SolverFault(f"{type(error).__name__} while the solver ran: {error}")
            self.error.__cause__ = error

    def _lower(self, bound: int) -> None:
        if self._bound is None or bound < self._bound:
            self._bound = bound
            self._watch.bounded(bound)

    def _take(self, values: Ints, figure: float) -> None:
        model = self._model
        selection, value = model.selection(values), model.objective.value(values)
        if abs(figure - value) > 0.5 + _float_error(figure, model.objective.constant):
            raise SolverFault(f"the solver states {figure} for a solution that is worth {value}")
        if not model.program.is_complete(selection):
            raise SolverFault("a solution of the solver leaves slots open or starts twice")
        score = model.program.score(selection)
        if score.excess:
            raise SolverFault(f"a solution of the solver passes hard edges by {score.excess}")
        # It may fall short: nothing but the objective keeps what a hinge is charged for from being too high.
        if -value > model.aim.of(score):
            raise SolverFault(f"a solution of the solver claims {-value} and brings {model.aim.of(score)}")
        self._watch.found(selection, score)


def whole_below(figure: float, constant: int) -> int:
    """A whole number that is not above the whole number which the solver rounded to `figure`.

    The solver computes scaling * (whole + offset) in floats, `constant` being scaling * offset: what is lost there is a
    few units in the last place of the larger of the parts. Where that is well below one half, rounding undoes it.
    """
    error = _float_error(figure, constant)
    return round(figure) if error < _ROUNDS_BACK else math.floor(figure - error)


def _float_error(figure: float, constant: int) -> float:
    return (abs(figure) + abs(constant)) * _UNITS_IN_LAST_PLACE
