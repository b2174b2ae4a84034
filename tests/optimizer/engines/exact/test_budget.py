"""How time is shared between the phases: by the clock, or by the solver's own count of work and then by that alone."""

import pytest

from optimizer.engines.engine import Limits
from optimizer.engines.exact.budget import Budget, is_spent, share
from tests.optimizer.engines.watching import Asked


def test_the_clock_is_shared_out_where_nothing_else_decides() -> None:
    assert share(0.25, Limits(), Asked(left=80.0), used=5.0) == Budget(20.0, None)


def test_deterministic_time_is_shared_out_after_what_is_used_and_the_clock_is_not() -> None:
    # A quarter of 10 - 2.
    assert share(0.25, Limits(deterministic_time=10.0), Asked(left=80.0), used=2.0) == Budget(80.0, 2.0)


@pytest.mark.parametrize(
    ("budget", "spent"),
    [
        (Budget(0.1, None), False),
        (Budget(0.0, None), True),
        (Budget(-1.0, None), True),
        (Budget(1.0, 0.1), False),
        (Budget(1.0, 0.0), True),
        (Budget(0.0, 1.0), True),
    ],
)
def test_a_budget_is_spent_when_either_part_is(budget: Budget, spent: bool) -> None:
    assert is_spent(budget) is spent
