"""The projects of a planted year, each set so that at the prices nothing is better than what is planted for it."""

from dataclasses import dataclass, field
from typing import Any

from benchmarks.families.planted_prices import (
    GOALS,
    MANAGER,
    OFFERED,
    PEOPLE,
    PERIODS,
    PRODUCTS,
    SPONSOR,
    MarketPrices,
    UnitPrices,
)
from models.quantities import MICRO_PER_CENT, as_decimal, half_up
from scenarios.generator.dice import Dice

Part = dict[str, Any]

STARTS = 3
_EFFORT = {MANAGER: (2, 5), SPONSOR: (1, 2)}
"""Tenths of an FTE."""
_PLANTED = 700
"""Permille of projects that the plan starts."""
_EXACT = 400
"""Permille of people as good as the planted one, of planted projects worth nothing, of others just not worth it."""
_WORSE = 250
"""Cents by which other people are worse, at the most."""
_MARGIN, _WIN = 25, (25, 50)
_ORDERS_SHARE = (40, 90)
"""Hundredths of what its people cost at the prices that a project earns by orders; the rest is strategic."""
_MICRO_PER_MONEY = 1_000_000


@dataclass(slots=True)
class Planted:
    """A project as planted: its rows of the document, and what the plan does with it; orders and pursuit in cents."""

    project: Part
    fit: list[Part]
    start: int
    people: dict[str, str]
    runs: bool
    product: str
    half: int | None
    goal: int | None
    orders: int
    pursuit: int

    def charge(self, unit: UnitPrices, market: MarketPrices) -> int:
        """What running it takes from budgets at their prices, less what it gives to goals and targets; 10^-6 money."""
        charge = self.pursuit * (MICRO_PER_CENT + unit.pursuit)
        if self.half is not None:
            charge += self.orders * market.targets[self.product, self.half]
        if self.goal is not None:
            project, orders = market.goals[self.goal]
            charge += project + self.orders * orders
        return charge


@dataclass(slots=True)
class Unit:
    """A unit while its projects are drawn: prices, names of people, load (permille) of each person by month."""

    name: str
    prices: UnitPrices
    people: dict[str, list[str]]
    load: dict[str, list[list[int]]] = field(
        default_factory=lambda: {role: [[0] * PERIODS for _ in range(count)] for role, count in PEOPLE.items()}
    )


def draw_project(identifier: str, unit: Unit, market: MarketPrices, labels: list[str], dice: Dice) -> Planted:
    """One project; when the plan starts it, its people's load grows."""
    duration = dice.between(4, 9)
    preferred = dice.between(0, PERIODS - duration - STARTS + 1)
    starts = range(preferred, preferred + STARTS)
    efforts = {role: dice.between(*_EFFORT[role]) * 100 for role in PEOPLE}
    costs = {role: _costs(unit.prices, role, efforts[role], starts, duration) for role in PEOPLE}
    offered = {role: sorted(dice.some(range(PEOPLE[role]), OFFERED[role])) for role in PEOPLE}
    people = {role: _least_loaded(unit.load[role], dice.some(offered[role], 3)) for role in PEOPLE}
    middle = sum(costs[role][people[role]][1] for role in PEOPLE)
    win, loss = dice.pick(_WIN), dice.between(1, 5)
    amount = max(1, middle * dice.between(*_ORDERS_SHARE) * 100 // (_MARGIN * win * _MICRO_PER_MONEY))
    worth = [
        half_up(amount * _MARGIN * win * (100 - loss * delay), 100 * 100) * MICRO_PER_CENT
        - sum(costs[role][people[role]][delay] for role in PEOPLE)
        for delay in range(STARTS)
    ]
    best = max(range(STARTS), key=lambda delay: (worth[delay], -delay))
    values = {role: _values(costs[role], people[role], offered[role], dice) for role in PEOPLE}
    runs, orders, ordered = dice.chance(_PLANTED), amount * win, preferred + duration
    planted = Planted(
        project={},
        fit=[
            {"project": identifier, "role": role, "person": unit.people[role][person], "value": as_decimal(cents, 100)}
            for role in PEOPLE
            for person, cents in values[role].items()
        ],
        start=starts[best],
        people={role: unit.people[role][person] for role, person in people.items()},
        runs=runs,
        product=dice.pick(PRODUCTS),
        half=ordered // 6 if ordered < PERIODS else None,
        goal=dice.below(GOALS) if dice.chance(100) else None,
        orders=orders,
        pursuit=max(10, orders // 100),
    )
    paid = worth[best] + sum(values[role][people[role]] for role in PEOPLE) * MICRO_PER_CENT
    paid -= planted.charge(unit.prices, market)
    off = 0 if dice.chance(_EXACT) else dice.between(1, 50) * abs(middle) // 1_000
    # Worth `off` or up to a cent more where it runs, where it does not worth -off or up to a cent less.
    strategic = -((paid - off) // MICRO_PER_CENT) if runs else (-off - paid) // MICRO_PER_CENT
    planted.project |= {
        "id": identifier,
        "unit": unit.name,
        "start": {"preferred": labels[preferred], "latest": labels[starts[-1]]},
        "duration": duration,
        "value": {
            "amount": amount,
            "margin_rate": as_decimal(_MARGIN, 100),
            "win_probability": as_decimal(win, 100),
            "strategic": as_decimal(strategic, 100),
            "pursuit_cost": as_decimal(planted.pursuit, 100),
            "delay_loss": as_decimal(loss, 100),
        },
        "staffing": [{"role": role, "effort": as_decimal(efforts[role], 1_000)} for role in PEOPLE],
        "product": planted.product,
    }
    if planted.half is not None:
        planted.project["order_period"] = labels[ordered]
    if planted.goal is not None:
        planted.project["goals"] = [goal_name(planted.goal)]
    if runs:
        for role, person in people.items():
            for month in range(planted.start, planted.start + duration):
                unit.load[role][person][month] += efforts[role]
    return planted


def goal_name(number: int) -> str:
    """The id of a goal."""
    return f"G-{number + 1}"


def _costs(prices: UnitPrices, role: str, effort: int, starts: range, duration: int) -> list[list[int]]:
    """What each person's time is worth at the prices, by start, in 10^-6 money."""
    load = prices.load if role == MANAGER else [0] * PERIODS
    charged = [[month + extra for month, extra in zip(months, load, strict=True)] for months in prices.months[role]]
    return [[effort * sum(months[start : start + duration]) for start in starts] for months in charged]


def _values(costs: list[list[int]], planted: int, offered: list[int], dice: Dice) -> dict[int, int]:
    """What each person adds, in cents: nobody is better than the planted one at any start, some are as good."""
    value = dice.between(0, 500)
    gains = [value * MICRO_PER_CENT - cost for cost in costs[planted]]
    values = {}
    for person in offered:
        most = min(gain + cost for gain, cost in zip(gains, costs[person], strict=True)) // MICRO_PER_CENT
        values[person] = most - (0 if dice.chance(_EXACT) else dice.between(1, _WORSE))
    return values | {planted: value}


def _least_loaded(load: list[list[int]], people: list[int]) -> int:
    return min(people, key=lambda person: (sum(load[person]), person))
