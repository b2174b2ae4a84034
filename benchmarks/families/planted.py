"""Planted years: scenarios whose best plan is known by construction, whatever their size.

Prices come first: of people's months, of the load of a unit in a month, of pursuit budgets, goals and targets. Then a
plan is drawn, and everything else is set around it until plan and prices satisfy complementary slackness, which proves
both optimal (linear programming duality; as a bound on whole plans: Geoffrion 1974):

- a project of the plan has, at the prices, its best start and its best people, and is worth 0 or more;
- a project left out is worth 0 or less, whoever took it and whenever it started;
- a person's month with a price is exactly full, a pursuit budget spent to the cent; a utilisation floor, a goal and a
  target are met to the last permille, project and cent.

Other people are often as good as the planted ones, or nearly, and what is left out looks as valuable as what is in: a
search that sees no prices is led astray. All figures are whole: cents, permille, 10^-6 money for prices.
"""

from decimal import Decimal
from typing import Any, NamedTuple

from benchmarks.families.planted_prices import (
    GOAL_ORDERS,
    GOAL_SHORTFALL,
    GOALS,
    HALVES,
    MANAGER,
    PEOPLE,
    PERIODS,
    PRICE_IDLE,
    PRODUCTS,
    SHORTFALL,
    SPONSOR,
    MarketPrices,
    draw_market,
    draw_unit,
)
from benchmarks.families.planted_projects import Planted, Unit, draw_project, goal_name
from models.choices import Choice, Choices
from models.horizon import Horizon
from models.quantities import as_decimal
from models.rules import RuleId, row_name
from scenarios.generator.dice import Dice

Part = dict[str, Any]

PROJECTS_PER_UNIT = 120
ROOT = "hq"
_FLOOR = Decimal("0.8")
_FREE_SHARE = 4
"""Managers' free months hold a quarter of the load more, so that load is 0.8 of capacity."""
_FREE_SPONSOR = 100


class PlantedYear(NamedTuple):
    """A scenario document, its best plan, and the price of every row that has one, by the row's name."""

    document: Part
    plan: Choices
    prices: dict[str, int]


def planted_year(projects: int, seed: int) -> PlantedYear:
    """A year of so many projects, each with 84 pairs of a start and a person."""
    horizon = Horizon(start="2027-01", periods=PERIODS)
    labels = [horizon.label(month) for month in range(PERIODS)]
    market = draw_market(Dice(f"planted/{seed}/market"))
    units, planted, budgets = [], [], []
    for number, first in enumerate(range(0, projects, PROJECTS_PER_UNIT)):
        dice = Dice(f"planted/{seed}/{number}")
        name = f"U{number + 1:03d}"
        names = {role: [f"{name}-{role[0].upper()}{place + 1:02d}" for place in range(PEOPLE[role])] for role in PEOPLE}
        unit = Unit(name, draw_unit(dice), names)
        members = [
            draw_project(f"P-{place + 1:05d}", unit, market, labels, dice)
            for place in range(first, min(first + PROJECTS_PER_UNIT, projects))
        ]
        budget = sum(member.pursuit for member in members if member.runs)
        budgets.append({"unit": name, "pursuit_budget": as_decimal(budget, 100)})
        units.append(unit)
        planted += members
    document: Part = {
        "schema": "scenario/1",
        "name": f"planted-year-{projects}-seed-{seed}",
        "money": {"currency": "CNY", "unit": 10000},
        "horizon": {"start": labels[0], "periods": PERIODS},
        "units": [{"id": ROOT}, *({"id": unit.name, "parent": ROOT, "trades": True} for unit in units)],
        "roles": [{"id": role} for role in PEOPLE],
        "people": [person for unit in units for person in _people(unit)],
        "goals": [_goal(number, planted) for number in range(GOALS)],
        "projects": [one.project for one in planted],
        "fit": [row for one in planted for row in one.fit],
        "fit_is_complete": True,
        "targets": [_target(product, half, planted, labels) for product in PRODUCTS for half in range(HALVES)],
        "policy": {
            "utilisation": [{"unit": "*", "role": MANAGER, "floor": _FLOOR, "price_idle": PRICE_IDLE}],
            "initiation": budgets,
        },
    }
    plan = {one.project["id"]: Choice(one.start, one.people) for one in planted if one.runs}
    return PlantedYear(document, plan, _prices(units, market, labels))


def _people(unit: Unit) -> list[Part]:
    """Capacity is what the plan takes where a month has a price, and more where it is free."""
    capacity = {role: [list(load) for load in unit.load[role]] for role in PEOPLE}
    for month in range(PERIODS):
        free = sum(load[month] for load in unit.load[MANAGER]) // _FREE_SHARE
        holders = [place for place, months in enumerate(unit.prices.months[MANAGER]) if months[month] == 0]
        for place in holders:
            capacity[MANAGER][place][month] += free // len(holders)
        capacity[MANAGER][holders[0]][month] += free % len(holders)
        for place, months in enumerate(unit.prices.months[SPONSOR]):
            capacity[SPONSOR][place][month] += 0 if months[month] else _FREE_SPONSOR
    return [
        {"id": name, "unit": unit.name, "roles": [role], "capacity": [as_decimal(level, 1_000) for level in levels]}
        for role in PEOPLE
        for name, levels in zip(unit.people[role], capacity[role], strict=True)
    ]


def _goal(number: int, planted: list[Planted]) -> Part:
    orders = [one.orders for one in planted if one.runs and one.goal == number]
    return {
        "id": goal_name(number),
        "min_projects": len(orders),
        "min_expected_orders": as_decimal(sum(orders), 100),
        "shortfall_price": GOAL_SHORTFALL,
        "orders_price": as_decimal(GOAL_ORDERS, 10_000),
    }


def _target(product: str, half: int, planted: list[Planted], labels: list[str]) -> Part:
    orders = sum(one.orders for one in planted if one.runs and (one.product, one.half) == (product, half))
    return {
        "id": _target_name(product, half),
        "product": product,
        "from": labels[half * 6],
        "to": labels[half * 6 + 5],
        "amount": as_decimal(orders, 100),
        "shortfall_price": as_decimal(SHORTFALL, 10_000),
    }


def _target_name(product: str, half: int) -> str:
    return f"T-{product}-H{half + 1}"


def _prices(units: list[Unit], market: MarketPrices, labels: list[str]) -> dict[str, int]:
    prices = {}
    for unit in units:
        for role in PEOPLE:
            for name, months in zip(unit.people[role], unit.prices.months[role], strict=True):
                for label, price in zip(labels, months, strict=True):
                    prices[row_name(RuleId.PERSON_CAPACITY, name, label)] = price
        for label, price in zip(labels, unit.prices.load, strict=True):
            prices[row_name(RuleId.UTILISATION_FLOOR, unit.name, MANAGER, label)] = price
        prices[row_name(RuleId.INITIATION_LIMITS, unit.name, "pursuit_budget")] = unit.prices.pursuit
    for (product, half), price in market.targets.items():
        prices[row_name(RuleId.TARGET_COVERAGE, _target_name(product, half))] = price
    for number, (project, orders) in enumerate(market.goals):
        prices[row_name(RuleId.GOAL_COVERAGE, goal_name(number), "projects")] = project
        prices[row_name(RuleId.GOAL_COVERAGE, goal_name(number), "expected_orders")] = orders
    return {name: price for name, price in prices.items() if price}
