"""What a plan says of its year: how much is dropped, how full people are, how much is bought, what soft rules cost."""

from collections import defaultdict
from dataclasses import dataclass

from models.horizon import Horizon
from models.people import Person
from models.plan import Plan
from models.quantities import MICRO_SCALE, RATIO_SCALE
from models.scenario import Scenario

FULL = 95
"""Hundredths of the cap from which on a person's month is full."""
SOFT = ("hunger", "idle", "goals", "balance", "targets", "changes")
"""The terms of the objective that soft rules charge to."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Shares of candidates, of person-months with capacity, of effort; and what each soft rule costs, in money."""

    dropped: float
    full: float
    bought: float
    costs: dict[str, float]

    def missed(self) -> list[str]:
        """What a year of the first family should show and this one does not."""
        wanted = (("dropped", self.dropped, 0.25), ("full", self.full, 0.30), ("bought", self.bought, 0.10))
        few = [f"{name} {share:.0%} < {least:.0%}" for name, share, least in wanted if share < least]
        return few + [f"{name} costs nothing" for name, cost in self.costs.items() if cost <= 0]


def shares(scenario: Scenario, plan: Plan) -> Shares:
    """Measure a plan of a scenario."""
    candidates = {project.id for project in scenario.projects if project.status == "candidate"}
    dropped = sum(row.decision == "drop" for row in plan.decisions if row.project in candidates)
    effort = sum(sum(row.effort) for row in plan.assignments)
    terms = plan.objective.terms
    return Shares(
        dropped / max(1, len(candidates)),
        _full(scenario, plan),
        sum(row.effort for row in plan.purchases) / max(1, effort),
        {name: -getattr(terms, name) / MICRO_SCALE for name in SOFT},
    )


def _full(scenario: Scenario, plan: Plan) -> float:
    horizon = scenario.horizon
    load: dict[tuple[str, int], int] = defaultdict(int)
    for row in plan.assignments:
        first = horizon.index(row.first)
        for month, effort in enumerate(row.effort):
            load[row.person, first + month] += effort
    months = full = 0
    for person in scenario.people:
        booked = _booked(person, horizon)
        for month, capacity in enumerate(person.capacity_by_period(horizon.periods)):
            if capacity:
                months += 1
                cap = capacity * scenario.policy.load_cap
                full += (load[person.id, month] + booked[month]) * 100 * RATIO_SCALE >= FULL * cap
    return full / max(1, months)


def _booked(person: Person, horizon: Horizon) -> list[int]:
    booked = [0] * horizon.periods
    for booking in person.bookings:
        for month in range(max(0, horizon.index(booking.first)), min(horizon.periods, horizon.index(booking.last) + 1)):
            booked[month] += booking.effort
    return booked
