"""The search: first the most met, then the most money among selections that meet as many.

The first phase is skipped when the warm start meets all that can be met. It ends by proof, or with its share of the
time; what it leaves unproved is taken up again if the second phase closes early.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from models.errors import ResourceExhausted, SolverFault
from optimizer.engines.construct import repair
from optimizer.engines.engine import Limits, Observer, Result, Stop
from optimizer.engines.exact.budget import Budget, is_spent, share
from optimizer.engines.exact.knowledge import Knowledge
from optimizer.engines.exact.model import Aim, Halted, Model, build
from optimizer.engines.exact.parameters import is_large, with_workers
from optimizer.engines.exact.run import Answer, Watch, run
from optimizer.engines.exact.self_test import check_solver
from optimizer.engines.ruin import ruin_and_recreate
from optimizer.program import COMMITMENT, Program, Selection

FIRST_PHASE_SHARE = 0.4
POLISH_SHARE = 0.1
"""Of the time that is left when the second phase begins; its start decides how long the solver gropes about."""
POLISH_STEPS_A_GROUP = 8

Solve = Callable[[Model, Limits, Budget, Stop, Watch], Answer]
Polish = Callable[[Program, Selection, int, int, Callable[[], bool]], Selection]


def search(
    program: Program,
    warm: Sequence[Selection],
    limits: Limits,
    stop: Stop,
    observer: Observer,
    solve: Solve = run,
    polish: Polish = ruin_and_recreate,
) -> Result:
    """The best selection found. Raises SolverFault or ResourceExhausted only where there is none."""
    known = Knowledge(program, warm, observer)
    phases = _Phases(program, with_workers(limits, program), stop, known, solve, polish)
    fault: SolverFault | ResourceExhausted | None = None
    try:
        check_solver()
        phases.work()
    except MemoryError as error:
        fault = ResourceExhausted("the solver ran out of memory")
        fault.__cause__ = error
    except SolverFault as error:
        fault = error
    except Halted:
        pass
    if fault is not None and known.best is None:
        raise fault
    return known.result(limits.gap, stop.requested(), fault)


class _Phases:
    """Runs the solver, one count at a time."""

    def __init__(
        self, program: Program, limits: Limits, stop: Stop, known: Knowledge, solve: Solve, polish: Polish
    ) -> None:
        self.program, self.limits, self.stop, self.known = program, limits, stop, known
        self.solve, self.polish = solve, polish
        self.deterministic_time = 0.0

    def work(self) -> None:
        """Both phases, and both again for what the first left unproved. Raises SolverFault, MemoryError, Halted."""
        for part in (FIRST_PHASE_SHARE, 1.0):
            if not self.known.unmet_proved:
                self.meet(part)
            if not self.known.closed:
                self.improve()
                self.earn()
            if self.known.unmet_proved:
                return

    def meet(self, part: float) -> None:
        """The first phase, in a part of the time that is left."""
        before = self.known.met
        budget = self.budget(part)
        model = build(self.program, Aim.MET, self.is_over)
        # A gap is a share of the money; a commitment more or less is never within it.
        answer = self.run(model, replace(self.limits, gap=0.0), budget, self.known.met_at_most)
        self.known.met_ended(answer.status, answer.bound)
        if self.known.best is not None and self.known.met != before:
            # The solver looked at one count only: fill up what it left lying.
            self.known.consider(repair(self.program, self.known.best.selection))

    def improve(self) -> None:
        """A better selection for the second phase to begin with. Where work is counted, the clock has no say."""
        best = self.known.best
        if best is None or is_large(self.program):
            return
        until = (1.0 - POLISH_SHARE) * self.stop.seconds_left()
        by_clock = self.limits.deterministic_time is None
        steps = POLISH_STEPS_A_GROUP * self.program.groups

        def halted() -> bool:
            return self.stop.requested() or self.stop.seconds_left() <= (until if by_clock else 0)

        self.known.consider(self.polish(self.program, best.selection, self.limits.seed, steps, halted))

    def earn(self) -> None:
        """The second phase, in all the time that is left."""
        best = self.known.best
        if best is None:
            return
        self.known.money_begins(best)
        limited = self.program.limited(COMMITMENT, -best.score.met)
        model = build(limited, Aim.MONEY, self.is_over)
        answer = self.run(model, self.limits, self.budget(1.0), self.known.money_at_most)
        self.known.money_ended(answer.status, answer.bound)

    def budget(self, part: float) -> Budget:
        """A part of the time that is left. Raises Halted when none is, or when asked to stop."""
        budget = share(part, self.limits, self.stop, self.deterministic_time)
        if is_spent(budget) or self.stop.requested():
            raise Halted
        return budget

    def run(self, model: Model, limits: Limits, budget: Budget, bounded: Callable[[int], None]) -> Answer:
        """One run of the solver, from the best selection known."""
        if self.known.best is not None:
            model.gateway.hint(model.values(self.known.best.selection))
        answer = self.solve(model, limits, budget, self.stop, Watch(self.known.found, bounded))
        self.deterministic_time += answer.deterministic_time
        return answer

    def is_over(self) -> bool:
        """Whether to stop."""
        return self.stop.requested() or self.stop.seconds_left() <= 0
