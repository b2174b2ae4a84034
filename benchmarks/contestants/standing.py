"""The plan that starts nothing new: what is in flight goes on with its people, and no candidate is initiated.

No contestant: what a year brings without a decision, so that gaps can be measured against what there is to decide.
"""

from benchmarks.contestants.contestant import Outcome, Report, Task
from optimizer.compile import compile_scenario
from optimizer.warm import earlier_answers


class Standing:
    """Scores that plan. Where it passes a hard edge, or the instance is no scenario, choosing nothing stands for it."""

    name = "standing"

    def available(self) -> bool:
        """Always."""
        return True

    def __call__(self, task: Task, report: Report) -> Outcome:
        """Read, compile, score."""
        report.began()
        problem = task.problem()
        if problem.scenario is None:
            program = problem.program()
            score = program.score(program.nothing())
        else:
            compiled = compile_scenario(problem.scenario)
            program = compiled.program
            score = program.score(compiled.selection(earlier_answers(compiled.facts)[0]))
            if score.excess:
                score = program.score(program.nothing())
        return Outcome(-score.met, score.money, None, None, "standing")
