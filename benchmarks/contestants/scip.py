"""SCIP (Bolusani et al. 2024), default parameters; only where `pyscipopt` is installed, which no lock of ours names."""

import time
from importlib.util import find_spec
from math import isfinite

import numpy as np

from benchmarks.contestants.contestant import Outcome, Report, Task
from optimizer.program import COMMITMENT


class Scip:
    """SCIP on the program as a mixed-integer linear program."""

    name = "scip"

    def available(self) -> bool:
        """Where it is installed."""
        return find_spec("pyscipopt") is not None

    def __call__(self, task: Task, report: Report) -> Outcome:
        """Solve. Raises ImportError without pyscipopt."""
        report.began()
        deadline = time.monotonic() + task.seconds
        from pyscipopt import SCIP_EVENTTYPE, Eventhdlr, Model, quicksum  # noqa: PLC0415  optional

        from benchmarks.contestants import linear  # noqa: PLC0415  needs SciPy, which the product does without

        program = task.problem().program().limited(COMMITMENT, task.unmet)
        stated = linear.stated(program)
        model = Model()
        model.hideOutput()
        columns = [
            model.addVar(vtype="B" if place < stated.binaries else "C", ub=most if isfinite(most) else None, obj=cost)
            for place, (cost, most) in enumerate(zip(stated.cost.tolist(), stated.most.tolist(), strict=True))
        ]
        matrix = stated.matrix
        for row, (lower, upper) in enumerate(zip(stated.lower.tolist(), stated.upper.tolist(), strict=True)):
            span = slice(matrix.indptr[row], matrix.indptr[row + 1])
            terms = zip(matrix.data[span].tolist(), matrix.indices[span].tolist(), strict=True)
            total = quicksum(value * columns[column] for value, column in terms)
            model.addCons(total <= upper if not isfinite(lower) else total == upper)

        class OnSolution(Eventhdlr):  # type: ignore[misc]
            """Stamps every better solution."""

            def eventinit(self) -> None:
                """Listen."""
                self.model.catchEvent(SCIP_EVENTTYPE.BESTSOLFOUND, self)

            def eventexit(self) -> None:
                """Listen no more."""
                self.model.dropEvent(SCIP_EVENTTYPE.BESTSOLFOUND, self)

            def eventexec(self, event: object) -> None:  # noqa: ARG002
                """A better solution was found."""
                best = self.model.getSolObjVal(self.model.getBestSol())
                report.incumbent(task.unmet, linear.money(program, best))

        model.includeEventhdlr(OnSolution(), "stamp", "stamps better solutions")
        model.setParam("limits/time", max(deadline - time.monotonic(), 0.01))
        model.setParam("randomization/randomseedshift", task.seed)
        model.optimize()
        bound = model.getDualbound()
        claimed = linear.money(program, bound) if abs(bound) < model.infinity() else None
        if not model.getNSols():
            return Outcome(None, None, None, claimed, model.getStatus())
        best = model.getBestSol()
        score = linear.answer(program, np.array([best[column] for column in columns]))
        if score is None:
            return Outcome(None, None, None, claimed, f"wrong {model.getStatus()}")
        return Outcome(-score.met, score.money, None, claimed, model.getStatus())
