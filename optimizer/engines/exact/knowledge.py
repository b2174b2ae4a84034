"""What is known of a program while it is searched, and whether the solver contradicts it.

What the program itself has scored is known; what the solver says is a claim. A claim that a known selection refutes is
a SolverFault.
"""

from collections.abc import Sequence
from typing import NamedTuple

from models.errors import SolverFault
from optimizer.engines.engine import Claim, Observer, Result, StoppedBy
from optimizer.engines.exact.reach import most_met
from optimizer.program import Program, Score, Selection


class Known(NamedTuple):
    """A feasible selection and its score."""

    selection: Selection
    score: Score


class Knowledge:
    """The best selection, and the upper limits on both counts that the solver claims.

    `limit` is the first count that the bound on money presumes; None before there is such a bound.
    """

    def __init__(self, program: Program, warm: Sequence[Selection], observer: Observer) -> None:
        self.program = program
        self.observer = observer
        self.best = _best(program, warm)
        self.ceiling = most_met(program)
        self.limit: int | None = None
        self.bound: int | None = None
        self._most_money = 0
        self._closed_at: int | None = None
        self._status = "UNKNOWN"

    @property
    def met(self) -> int | None:
        """The first count of the best selection."""
        return None if self.best is None else self.best.score.met

    @property
    def unmet_proved(self) -> bool:
        """Whether, by what the solver says, no selection meets more."""
        return self.best is not None and self.best.score.met >= self.ceiling

    @property
    def closed(self) -> bool:
        """Whether the solver is done with selections that meet as many as the best."""
        return self._closed_at is not None and self._closed_at == self.met

    def consider(self, selection: Selection) -> None:
        """A selection of our own, which counts if it is feasible."""
        score = self.program.score(selection)
        if self.program.is_complete(selection) and score.excess == 0:
            self.found(selection, score)

    def found(self, selection: Selection, score: Score) -> None:
        """A feasible selection. Raises SolverFault when it refutes a claim."""
        if score.met > self.ceiling:
            raise SolverFault(f"the solver claimed at most {self.ceiling} met where {score.met} are")
        if self.limit is not None and score.met >= self.limit:
            self._most_money = max(self._most_money, score.money)
            if self.bound is not None and score.money > self.bound:
                raise SolverFault(f"the solver claimed at most {self.bound} where {score.money} is reached")
        if self.best is None or score[:2] > self.best.score[:2]:
            self.best = Known(selection, score)
            self.observer.incumbent(selection, score)

    def met_at_most(self, bound: int) -> None:
        """The solver claims that no selection meets more. Raises SolverFault."""
        if self.best is not None and bound < self.best.score.met:
            raise SolverFault(f"the solver claims at most {bound} met where {self.best.score.met} are")
        self.ceiling = min(self.ceiling, bound)

    def met_ended(self, status: str, bound: int | None) -> None:
        """The first phase ended like this. Raises SolverFault."""
        self._ended(status)
        if bound is not None:
            self.met_at_most(bound)

    def money_begins(self, best: Known) -> None:
        """From now on the solver looks only at selections that meet as many as this one."""
        self.limit, self._most_money = best.score.met, best.score.money

    def money_at_most(self, bound: int) -> None:
        """The solver claims that none of these selections brings more. Raises SolverFault."""
        if bound < self._most_money:
            raise SolverFault(f"the solver claims at most {bound} where {self._most_money} is reached")
        if self.limit is not None and (self.bound is None or bound < self.bound):
            self.bound = bound
            self.observer.bound(-self.limit, bound)

    def money_ended(self, status: str, bound: int | None) -> None:
        """The second phase ended like this. Raises SolverFault."""
        self._ended(status)
        if bound is not None:
            self.money_at_most(bound)
        if status == "OPTIMAL":
            self._closed_at = self.limit

    def result(self, gap: float, stopped: bool, fault: Exception | None) -> Result:
        """What to give back. Raises SolverFault when there is no selection."""
        if self.best is None:
            raise SolverFault("the solver found no selection")
        selection, score = self.best
        if fault is not None:
            return Result(selection, score, Claim(f"FAULT: {fault}", None, False), StoppedBy.FAULT)
        claim = Claim(self._status, self.bound, self.unmet_proved)
        return Result(selection, score, claim, self._stopped_by(score.money, gap, stopped))

    def _ended(self, status: str) -> None:
        if status not in ("OPTIMAL", "FEASIBLE", "UNKNOWN"):
            raise SolverFault(f"the solver says {status} of a program that has a selection")
        self._status = status

    def _stopped_by(self, money: int, gap: float, stopped: bool) -> StoppedBy:
        """Why it ended, by the figures: the solver says OPTIMAL of a gap too, and has after a stop (or-tools #4430)."""
        if self.unmet_proved and self.bound is not None:
            if self.bound == money:
                return StoppedBy.OPTIMAL
            if gap > 0 and self.bound - money <= gap * abs(money) + 1:
                return StoppedBy.GAP
        return StoppedBy.REQUEST if stopped else StoppedBy.TIME


def _best(program: Program, warm: Sequence[Selection]) -> Known | None:
    """The best of the feasible selections among these and choosing nothing."""
    complete = [selection for selection in (program.nothing(), *warm) if program.is_complete(selection)]
    known = [Known(selection, program.score(selection)) for selection in complete]
    return max((k for k in known if k.score.excess == 0), key=lambda k: k.score, default=None)
