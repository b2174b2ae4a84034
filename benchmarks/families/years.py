"""Made-up years in which everything binds: people are scarce, months are full, units buy, every soft rule costs.

`scenarios.generator` gives companies whose demand peaks in the first months. Here its years are made tighter: starts
are spread over the horizon, effort and capacity come in tenths of an FTE so that months can be exactly full, and the
capacity of each role is scaled until what projects ask for is `SCARCITY` times what people have.
"""

from collections import defaultdict
from decimal import Decimal
from typing import Any

from models.horizon import Horizon
from models.quantities import half_up
from scenarios.generator import GeneratorSettings, generate
from scenarios.generator.dice import Dice

Part = dict[str, Any]

SCARCITY = {"project_manager": 130, "sponsor": 130, "solution_lead": 130}
"""Hundredths: effort asked for in the months of the plan, bookings included, over capacity."""
PROJECTS_PER_MANAGER = 10
"""Over the year; about three of those that are initiated run at a time."""
IN_FLIGHT = Decimal("0.08")
_EFFORTS = {
    "project_manager": {"T1": (5, 6), "T2": (3, 4), "T3": (2, 2)},
    "sponsor": {"T1": (1, 1), "T2": (1, 1), "T3": (1, 1)},
    "solution_lead": {"T1": (3, 4), "T2": (2, 2), "T3": (1, 1)},
}
"""Tenths of an FTE in every month, from … to."""
_LEAST = 1
_TARGETED = 80
"""Hundredths of the pipeline of a cell that its target asks for."""


def year(projects: int, seed: int) -> Part:
    """A scenario document. Raises ValueError where `projects` is out of the generator's range."""
    settings = GeneratorSettings(
        projects=projects, seed=seed, projects_per_manager=PROJECTS_PER_MANAGER, in_flight_share=IN_FLIGHT
    )
    document = generate(settings)
    dice = Dice(f"benchmarks/year/{seed}")
    horizon = Horizon(start=settings.start, periods=settings.periods)
    _spread_starts(document, horizon, settings.starts, dice)
    _plain_efforts(document, dice)
    _scale_capacity(document, horizon)
    _widen(document)
    _retarget(document, horizon)
    _raise_goals(document)
    document["name"] = f"benchmark-year-{projects}-seed-{seed}"
    return document


def _spread_starts(document: Part, horizon: Horizon, starts: int, dice: Dice) -> None:
    """Candidates begin in any month from which they have half of their time left; orders come when they end."""
    for project in document["projects"]:
        if project.get("status") == "in_flight":
            continue
        last = max(0, horizon.periods - starts - project["duration"] // 2)
        first = dice.between(0, last)
        project["start"] = {"preferred": horizon.label(first), "latest": horizon.label(first + starts - 1)}
        if "order_period" in project:
            project["order_period"] = horizon.label(first + project["duration"])
    document["pins"] = [pin for pin in document["pins"] if "start" not in pin]


def _plain_efforts(document: Part, dice: Dice) -> None:
    """Effort in whole tenths, the same in every month; where a particular person saves some, a twentieth less."""
    efforts: dict[tuple[str, str], Decimal] = {}
    for project in document["projects"]:
        for need in project["staffing"]:
            low, high = _EFFORTS[need["role"]][project["tier"]]
            for name in ("reviews_per_period", "hours_per_review"):
                need.pop(name, None)
            need["effort"] = efforts[project["id"], need["role"]] = Decimal(dice.between(low, high)) / 10
    for row in document["fit"]:
        if "effort" in row:
            row["effort"] = efforts[row["project"], row["role"]] - Decimal("0.05")


def _scale_capacity(document: Part, horizon: Horizon) -> None:
    """Capacity in whole tenths, so that all of a role's together is what is asked for over its scarcity."""
    asked: dict[str, Decimal] = defaultdict(Decimal)
    for project in document["projects"]:
        first = horizon.index(project["start"]["preferred"]) if "start" in project else 0
        months = min(project["duration"], horizon.periods - first)
        for need in project["staffing"]:
            asked[need["role"]] += need["effort"] * months
    held: dict[str, Decimal] = defaultdict(Decimal)
    for person in document["people"]:
        role, capacity = person["roles"][0], person["capacity"]
        held[role] += sum(capacity) if isinstance(capacity, list) else capacity * horizon.periods
        for booking in person.get("bookings", ()):
            booking["effort"] = Decimal("0.1")
            months = horizon.index(booking["to"]) - horizon.index(booking["from"]) + 1
            asked[role] += booking["effort"] * months
    for person in document["people"]:
        role, capacity = person["roles"][0], person["capacity"]

        def scaled(level: Decimal, role: str = role) -> Decimal:
            tenths = half_up(int(level * 100 * asked[role] * 1000), int(SCARCITY[role] * held[role] * 100))
            return Decimal(max(_LEAST, tenths) if level else 0) / 10

        person["capacity"] = [scaled(level) for level in capacity] if isinstance(capacity, list) else scaled(capacity)


def _widen(document: Part) -> None:
    """Limits on starting leave people the bottleneck."""
    for row in document["policy"]["initiation"]:
        for name in ("pursuit_budget", "max_per_period"):
            if name in row:
                row[name] = row[name] * 2


def _raise_goals(document: Part) -> None:
    """Goals with a price ask for half as many orders again: some of it stays open, or costs."""
    for goal in document["goals"]:
        if "orders_price" in goal:
            goal["min_expected_orders"] = goal["min_expected_orders"] * 3 // 2


def _retarget(document: Part, horizon: Horizon) -> None:
    """Targets ask for most of the pipeline that their cells have now; cells without a pipeline lose their target."""
    parents = {unit["id"]: unit.get("parent") for unit in document["units"]}
    pipeline: dict[tuple[str | None, str, int], int] = defaultdict(int)
    for project in document["projects"]:
        if "order_period" not in project:
            continue
        value, unit = project["value"], project["unit"]
        half = horizon.index(project["order_period"]) // 6
        while unit is not None:
            pipeline[unit, project["product"], half] += int(value["amount"] * value["win_probability"])
            unit = parents[unit]
    kept = []
    for target in document["targets"]:
        amount = pipeline[target["unit"], target["product"], horizon.index(target["from"]) // 6] * _TARGETED // 100
        if amount:
            kept.append(target | {"amount": amount})
    document["targets"] = kept
