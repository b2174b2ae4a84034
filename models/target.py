"""Goals (strategic breakthroughs) and targets (money a cell of the market must be covered with)."""

from pydantic import Field

from models.horizon import PeriodLabel
from models.quantities import Count, Money, Ratio
from models.record import Id, Record, Text


class Goal(Record):
    """A breakthrough that projects serve by naming it."""

    id: Id
    name: Text | None = None
    kind: Text | None = None
    min_projects: Count = 0
    min_expected_orders: Money = 0
    shortfall_price: Money | None = None
    """Per missing project; absent makes the whole goal a commitment."""
    orders_price: Ratio = 0
    """Per missing money unit of expected orders."""


class Target(Record):
    """Orders expected from a cell: unit subtree, product, customer group, order period. Absent means any."""

    id: Id
    unit: Id | None = None
    product: Text | None = None
    customer_group: Text | None = None
    first: PeriodLabel | None = Field(default=None, alias="from")
    last: PeriodLabel | None = Field(default=None, alias="to")
    amount: Money = 0
    coverage: Ratio = 10_000
    shortfall_price: Ratio = 0
