"""The optimum of a tiny scenario, by the exact engine with all the time it needs."""

from typing import Any

from models.choices import Choices
from models.scenario import Scenario
from optimizer.compile import compile_scenario
from optimizer.engines.construct import construct
from optimizer.engines.engine import Limits
from optimizer.engines.registry import ENGINES
from optimizer.stops import Deadline

Document = dict[str, Any]
Optimum = tuple[int, int]
"""Unmet commitments and money in 10^-6 unit; the lexicographic order is (fewest, most)."""


class _Silent:
    def incumbent(self, *_: object) -> None:
        """Ignore it."""

    def bound(self, *_: object) -> None:
        """Ignore it."""

    def priced(self, *_: object) -> None:
        """Ignore it."""


def optimum_with_choices(document: Document) -> tuple[Optimum, Choices]:
    """The optimum and an answer that reaches it. Raises AssertionError when the engine does not claim to be done."""
    compiled = compile_scenario(Scenario.model_validate(document))
    warm = [construct(compiled.program)]
    result = ENGINES["exact"](compiled.program, warm, Limits(workers=1), Deadline.after(60), _Silent())
    assert result.claim.bound == result.score.money
    return (-result.score.met, result.score.money), compiled.choices(result.selection)


def optimum(document: Document) -> Optimum:
    """The optimum alone."""
    return optimum_with_choices(document)[0]


def no_worse(one: Optimum, other: Optimum) -> bool:
    """Whether `one` leaves fewer unmet, or as few and brings at least as much money."""
    return (one[0], -one[1]) <= (other[0], -other[1])
