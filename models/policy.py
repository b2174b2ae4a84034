"""The policy of the company: load, hunger, balance, initiation limits, tiers."""

from typing import Literal

from models.project import Tier
from models.quantities import BalancePrice, BalanceShare, Count, Money, Ratio, Scalar
from models.record import Id, Listed, Record, Text

EVERY_TRADING_UNIT = "*"


class Hunger(Record):
    """The band in which a unit's shortage of a role should lie; an absent edge is no edge."""

    unit: Id
    role: Id
    measure: Literal["unmet_demand", "stretch_load"] = "unmet_demand"
    low: Ratio | None = None
    high: Ratio | None = None
    price_overfed: Money = 0
    price_starving: Money = 0


class Utilisation(Record):
    """The least share of a unit's own supply that should be used."""

    unit: Id
    role: Id
    floor: Ratio = 0
    price_idle: Money = 0


class Balance(Record):
    """The share that projects with a certain attribute should have in a measure of the portfolio."""

    attribute: Text
    equals: Scalar
    measure: Literal["effort", "count", "pursuit_cost", "expected_orders"]
    min_share: BalanceShare = 0
    max_share: BalanceShare = 100
    price: BalancePrice = 0


class Initiation(Record):
    """Limits on what a unit initiates: pursuit cost over the horizon, projects starting in a period."""

    unit: Id
    pursuit_budget: Money | None = None
    max_per_period: Count | None = None


class Policy(Record):
    """All of it."""

    load_cap: Ratio = 10_000
    hours_per_fte: Ratio = 0
    hunger: Listed[Hunger] = ()
    utilisation: Listed[Utilisation] = ()
    balance: Listed[Balance] = ()
    initiation: Listed[Initiation] = ()
    tiers: dict[Text, Tier] = {}
