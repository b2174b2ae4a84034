"""The prices of a planted year, drawn before anything else, in 10^-6 money for one unit of their row."""

from dataclasses import dataclass

from scenarios.generator.dice import Dice

PERIODS = 18
MANAGER, SPONSOR = "project_manager", "sponsor"
PEOPLE = {MANAGER: 20, SPONSOR: 14}
"""People of each role in a unit."""
OFFERED = {MANAGER: 16, SPONSOR: 12}
"""How many of them each project may choose from."""
PRODUCTS = ("cloud", "network", "storage", "security")
HALVES = 3
GOALS = 6
PRICE_IDLE = 3
"""Money for a missing FTE-month."""
SHORTFALL = 500
"""10^-6 money for 0.01 of orders missing from a target."""
GOAL_SHORTFALL, GOAL_ORDERS = 20, 200
"""Money for a project, and 10^-6 money for 0.01 of orders, missing from a goal."""
_MONTH = {MANAGER: (3_000, 12_000), SPONSOR: (6_000, 20_000)}
"""Of a permille of a person's month: 1,000 is 1 money for an FTE-month."""
_UNPRICED = 150
"""Permille of person-months that are free."""


@dataclass(frozen=True, slots=True)
class UnitPrices:
    """Prices of one unit: of each person's months by role, of the managers' load by month (0 or less), of pursuit."""

    months: dict[str, list[list[int]]]
    load: list[int]
    pursuit: int


@dataclass(frozen=True, slots=True)
class MarketPrices:
    """Prices of targets by product and half-year, and of goals (a project, 0.01 of orders); all 0 or less."""

    targets: dict[tuple[str, int], int]
    goals: list[tuple[int, int]]


def draw_unit(dice: Dice) -> UnitPrices:
    """The first manager of a unit is never scarce."""
    months = {
        role: [
            [0 if dice.chance(_UNPRICED) else dice.between(*_MONTH[role]) for _ in range(PERIODS)]
            for _ in range(PEOPLE[role])
        ]
        for role in PEOPLE
    }
    months[MANAGER][0] = [0] * PERIODS
    return UnitPrices(months, [-dice.between(0, PRICE_IDLE * 1_000) for _ in range(PERIODS)], dice.between(0, 5_000))


def draw_market(dice: Dice) -> MarketPrices:
    """Inside the slopes, so that the planted plan must meet targets and goals exactly."""
    return MarketPrices(
        {(product, half): -dice.between(0, SHORTFALL) for product in PRODUCTS for half in range(HALVES)},
        [(-dice.between(0, GOAL_SHORTFALL) * 1_000_000, -dice.between(0, GOAL_ORDERS)) for _ in range(GOALS)],
    )
