"""In which order the counts are settled, and when one of them is taken up again."""

from dataclasses import dataclass, field

import pytest

from optimizer.engines.engine import Limits, Stop, StoppedBy
from optimizer.engines.exact.budget import Budget
from optimizer.engines.exact.model import Aim, Model
from optimizer.engines.exact.phases import search
from optimizer.engines.exact.run import Answer, Watch, run
from optimizer.program import Program, Selection
from optimizer.stops import Deadline
from tests.optimizer.engines.exact.two_groups import NOTHING, A, two
from tests.optimizer.engines.tiny_programs import a_claim_out_of_reach, losses_that_meet
from tests.optimizer.engines.watching import Recorder, unpolished


@dataclass
class Noting:
    """The real solver, and which counts it was asked to maximise. The first few questions it is too slow for."""

    slow: int = 0
    aims: list[Aim] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)

    def __call__(self, model: Model, limits: Limits, budget: Budget, stop: Stop, watch: Watch) -> Answer:
        """Solve, or give up."""
        self.aims.append(model.aim)
        self.gaps.append(limits.gap)
        if len(self.aims) <= self.slow:
            return Answer("UNKNOWN", None, 0.0)
        return run(model, limits, budget, stop, watch)


@pytest.mark.parametrize(
    ("warm", "aims"),
    [
        ([NOTHING], [Aim.MET, Aim.MONEY]),
        # A meets all there is to be met: no solver need prove it.
        ([A], [Aim.MONEY]),
    ],
)
def test_the_first_count_is_settled_before_the_second(warm: list[Selection], aims: list[Aim]) -> None:
    program, noting = two(), Noting()
    result = search(program, warm, Limits(workers=1), Deadline.after(60), Recorder(program), noting, unpolished)
    assert (result.score, result.stopped_by, result.claim) == ((0, 13, 0), StoppedBy.OPTIMAL, ("OPTIMAL", 13, True))
    assert noting.aims == aims


def test_a_gap_is_allowed_of_money_alone() -> None:
    program, noting = two(), Noting()
    search(program, [], Limits(workers=1, gap=0.5), Deadline.after(60), Recorder(program), noting, unpolished)
    assert (noting.aims, noting.gaps) == ([Aim.MET, Aim.MONEY], [0.0, 0.5])


@pytest.mark.parametrize(
    ("question", "aims"),
    [
        # More can be met than was known when money was settled: money is a new question then.
        (losses_that_meet(), [Aim.MET, Aim.MONEY, Aim.MET, Aim.MONEY]),
        # No more can be met, so money stays settled.
        (a_claim_out_of_reach(), [Aim.MET, Aim.MONEY, Aim.MET]),
    ],
)
def test_what_the_first_phase_left_unproved_is_taken_up_again(
    question: tuple[Program, tuple[int, int]], aims: list[Aim]
) -> None:
    (program, optimum), noting = question, Noting(slow=1)
    result = search(program, [], Limits(workers=1), Deadline.after(60), Recorder(program), noting, unpolished)
    assert (result.score[:2], result.stopped_by) == (optimum, StoppedBy.OPTIMAL)
    assert result.claim == ("OPTIMAL", optimum[1], True)
    assert noting.aims == aims


@pytest.mark.parametrize(("slow", "aims"), [(2, [Aim.MET, Aim.MONEY] * 2), (3, [Aim.MET, Aim.MONEY] * 2)])
def test_each_phase_is_taken_up_again_once(slow: int, aims: list[Aim]) -> None:
    (program, _), noting = a_claim_out_of_reach(), Noting(slow=slow)
    result = search(program, [], Limits(workers=1), Deadline.after(60), Recorder(program), noting, unpolished)
    assert noting.aims == aims
    # After two answers that came too late the third proves that one stays unmet; after three, nobody does.
    assert result.claim.unmet_proved == (slow == 2)
    assert result.score == (-1, 4, 0)
