"""One scenario by both solvers."""

from dataclasses import dataclass

from models.scenario import Scenario
from optimizer.compile import compile_scenario
from optimizer.engines.construct import construct
from optimizer.engines.engine import Limits
from optimizer.engines.registry import ENGINES
from optimizer.program import Score
from optimizer.stops import Deadline
from scenarios.generator.tiny import small
from tests.differential import highs


class Silent:
    """An observer that looks away."""

    def incumbent(self, *_: object) -> None:
        """Ignore it."""

    def bound(self, *_: object) -> None:
        """Ignore it."""

    def priced(self, *_: object) -> None:
        """Ignore it."""


@dataclass(frozen=True)
class Comparison:
    """Both scores for one seed."""

    seed: int
    exact: Score
    highs: Score

    @property
    def equal(self) -> bool:
        """Whether both found the same optimum, and neither broke a limit."""
        return self.exact == self.highs and self.exact.excess == 0


def compare(seed: int, seconds: float = 60) -> Comparison | None:
    """Solve `small(seed)` by the exact engine and by HiGHS; None where the figures are too large for HiGHS."""
    program = compile_scenario(Scenario.model_validate(small(seed))).program
    if not highs.is_within_reach(program):
        return None
    warm = [construct(program)]
    result = ENGINES["exact"](program, warm, Limits(workers=1), Deadline.after(seconds), Silent())
    return Comparison(seed, result.score, highs.best(program).score)
