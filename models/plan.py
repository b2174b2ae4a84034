"""A plan: one answer to a scenario, with every ledger that follows from it."""

from typing import Any, Literal

from pydantic import Field

from models.choices import Choice, Choices
from models.evidence import Evidence
from models.horizon import Horizon, PeriodLabel
from models.quantities import Exact, Micro, PlanCount, PlanEffort, PlanMoney, PlanRatio, Scalar
from models.record import Id, Listed, Record, Text

DecisionWord = Literal["initiate", "defer", "drop", "continue", "stop"]
RUNNING: frozenset[str] = frozenset({"initiate", "defer", "continue"})


class Decision(Record):
    """What to do with one project, and why: typed records, each with a `code`."""

    project: Id
    decision: DecisionWord
    start: PeriodLabel | None = None
    why: Listed[dict[str, Any]] = ()

    @property
    def runs(self) -> bool:
        """Whether the project runs under this decision."""
        return self.decision in RUNNING


class Assignment(Record):
    """One person in one role of one project, from first to last period inside the horizon."""

    project: Id
    role: Id
    person: Id
    first: PeriodLabel = Field(alias="from")
    last: PeriodLabel = Field(alias="to")
    effort: Listed[PlanEffort]
    purchased: bool = False


class Purchase(Record):
    """Effort bought in one period; `rate` holds the mark-up, `amount` is in money."""

    buyer: Id
    seller: Id
    person: Id
    project: Id
    role: Id
    period: PeriodLabel
    effort: PlanEffort
    rate: Micro
    amount: PlanMoney


class HungerRow(Record):
    """Supply and demand of one role in one trading unit and period. FTE; ratio and utilisation are shares."""

    unit: Id
    role: Id
    period: PeriodLabel
    demand: PlanEffort
    own: PlanEffort
    bought: PlanEffort
    sold: PlanEffort
    shortage: PlanEffort
    ratio: PlanRatio | None
    state: Literal["overfed", "in_band", "starving", "no_demand"] | None
    load: PlanEffort
    utilisation: PlanRatio | None


class BudgetRow(Record):
    """One purchase budget; `limit` is the level in force, `period` null for the whole horizon."""

    unit: Id
    period: PeriodLabel | None
    limit: PlanMoney
    spent: PlanMoney


class Raised(Record):
    """A limit that bookings and in-flight work alone exceed, with the level that holds in its place."""

    rule: Text
    id: Id
    role: Id | None = None
    period: PeriodLabel | None
    limit: Exact
    level: Exact


class InitiationRow(Record):
    """One initiation limit under which something starts."""

    unit: Id
    period: PeriodLabel | None
    kind: Literal["pursuit_budget", "max_per_period"]
    limit: Exact
    used: Exact


class GoalRow(Record):
    """What the plan does for one goal."""

    id: Id
    projects: PlanCount
    expected_orders: PlanMoney
    shortfall: PlanCount
    orders_shortfall: PlanMoney


class TargetRow(Record):
    """What the plan does for one target."""

    id: Id
    need: PlanMoney
    expected: PlanMoney
    shortfall: PlanMoney


class BalanceRow(Record):
    """The share of an attribute in a measure of the portfolio."""

    attribute: Text
    equals: Scalar
    measure: Text
    part: Exact
    total: Exact
    share: PlanRatio | None


class Unmet(Record):
    """One commitment that is not met, with the reason: a record with a `code`."""

    kind: Literal["mandated", "in_flight", "pin", "goal", "max_changes"]
    id: Id
    role: Id | None = None
    reason: dict[str, Any] | None = None


class Terms(Record):
    """The objective by term, signed; the terms sum to the total."""

    project_value: Micro = 0
    person_fit: Micro = 0
    friction: Micro = 0
    stop_cost: Micro = 0
    changes: Micro = 0
    hunger: Micro = 0
    idle: Micro = 0
    goals: Micro = 0
    balance: Micro = 0
    targets: Micro = 0

    def total(self) -> int:
        """The sum of all terms, in 10^-6 money unit."""
        return sum(getattr(self, name) for name in type(self).model_fields)


class Objective(Record):
    """The objective, in 10^-6 money unit."""

    total: Micro
    terms: Terms


class Price(Record):
    """What one more unit of a row is worth. At most 12 decimals."""

    row: Text
    price: Exact


class Versions(Record):
    """What made the plan."""

    engine: Text
    solver: Text | None = None
    seed: PlanCount | None = None


class Plan(Record):
    """The whole plan."""

    schema_: Literal["plan/1"] = Field(default="plan/1", alias="schema")
    scenario: Text
    scenario_hash: Text
    outcome: Literal["complete", "commitments_unmet"]
    evidence: Evidence
    decisions: Listed[Decision]
    assignments: Listed[Assignment]
    purchases: Listed[Purchase]
    hunger: Listed[HungerRow]
    budgets: Listed[BudgetRow]
    raised: Listed[Raised]
    initiation: Listed[InitiationRow]
    goals: Listed[GoalRow]
    targets: Listed[TargetRow]
    balance: Listed[BalanceRow]
    unmet: Listed[Unmet]
    objective: Objective
    prices: Listed[Price] = ()
    prices_unmet: Listed[Price] = ()
    certificate: dict[str, Any] | None = None
    versions: Versions | None = None

    def choices(self, horizon: Horizon) -> Choices:
        """The bare answer: running projects with start and people."""
        people: dict[str, dict[str, str]] = {}
        for row in self.assignments:
            people.setdefault(row.project, {})[row.role] = row.person
        return {
            row.project: Choice(horizon.index(row.start) if row.start else 0, people.get(row.project, {}))
            for row in self.decisions
            if row.runs
        }
