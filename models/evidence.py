"""What is known of a plan's quality, and who vouches for it."""

from typing import Literal

from models.quantities import MICRO_SCALE, Micro, PlanCount, half_up
from models.record import Record, Text


class SolverClaim(Record):
    """What a solver says of the plan it returned. A claim proves nothing."""

    engine: Text
    status: Text
    bound: Micro | None = None
    gap: Micro | None = None


class UnmetCount(Record):
    """How many commitments a plan leaves unmet, and how many every plan must (0 without a proof)."""

    count: PlanCount
    at_least: PlanCount = 0


class Evidence(Record):
    """`optimal` and `certified` need a bound that was recomputed; `feasible` says only that the plan was checked."""

    plan_checked: bool
    objective: Micro
    bound: Micro | None = None
    gap: Micro | None = None
    unmet: UnmetCount
    bound_source: Literal["prices"] | None = None
    bound_checked: bool = False
    status: Literal["optimal", "certified", "feasible"]
    solver_claim: SolverClaim | None = None


def gap_between(bound: int, objective: int) -> int | None:
    """(bound - objective) / |objective| in 10^-6, half up; None where the objective is 0."""
    return None if objective == 0 else half_up((bound - objective) * MICRO_SCALE, abs(objective))
