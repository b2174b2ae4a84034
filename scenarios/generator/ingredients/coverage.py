"""Orders: goals with a price, targets of a cell of the market, and the rounding of what is expected."""

from decimal import Decimal
from typing import Any

from scenarios.generator.draft import Draft, Part, at
from scenarios.generator.ingredients.registry import ingredient


def _goal(draft: Draft, **fields: Any) -> str:
    identifier = draft.fresh("G", draft.goals)
    draft.goals.append({"id": identifier, **fields})
    return identifier


def _target(draft: Draft, **fields: Any) -> None:
    draft.targets.append({"id": draft.fresh("T", draft.targets), **fields})


def _unequal(draft: Draft, **fields: Any) -> tuple[Part, Part]:
    """Two rivals: the first brings more orders, the second more money."""
    first, second, _ = draft.rivals(**fields)
    first["value"] = {"amount": draft.money(60, 100), "margin_rate": Decimal("0.2"), "win_probability": Decimal("0.5")}
    second["value"] = {"amount": draft.money(20, 30), "margin_rate": Decimal("0.8"), "win_probability": Decimal("0.5")}
    second["value"]["strategic"] = draft.money(0, 4)
    return first, second


def _ambition(draft: Draft, *rivals: Part, **cell: str) -> Decimal:
    """An amount that the other projects of the cell do not cover, and that one of the rivals about does."""
    orders = draft.money(25, 60)
    for project in draft.projects:
        within = all(
            wanted in draft.lineage(project["unit"]) if key == "unit" else project.get(key) == wanted
            for key, wanted in cell.items()
        )
        if within and not any(project is rival for rival in rivals):
            expected = project["value"].get("amount", 0) * project["value"].get("win_probability", 1)
            orders += max(Decimal(0), Decimal(expected))
    return orders.quantize(Decimal("0.01"))


@ingredient
def goal_price(draft: Draft) -> None:
    """A missing project has its price; both serve the goal, or only the poorer one."""
    first, second, _ = draft.rivals(worth=(10, 25))
    poorer, _ = sorted((first, second), key=draft.worth)
    poorer["goals"] = [_goal(draft, name="新区域突破", min_projects=1, shortfall_price=draft.money(4, 20))]
    if draft.chance(30):
        draft.add_project(goals=poorer["goals"])
        draft.goals[-1]["min_projects"] = 2


@ingredient
def goal_orders_price(draft: Draft) -> None:
    """Missing orders have their price."""
    first, second = _unequal(draft)
    goal = _goal(draft, min_expected_orders=draft.money(30, 60), shortfall_price=0, orders_price=draft.ratio(10, 60))
    first["goals"] = [goal]
    if draft.chance(50):
        second["goals"] = [goal]


@ingredient
def goal_of_in_flight(draft: Draft) -> None:
    """A project in flight serves a goal, too, and would otherwise be stopped."""
    project = draft.fly()
    project["value"] = {"amount": draft.money(1, 10), "margin_rate": -1, "win_probability": Decimal("0.5")}
    project["goals"] = [_goal(draft, min_projects=1, shortfall_price=draft.money(2, 14), orders_price=1)]
    if draft.chance(50):
        draft.goals[-1]["min_expected_orders"] = draft.money(2, 20)


@ingredient
def target_undated(draft: Draft) -> None:
    """A target of the year: whatever its order period, a project counts."""
    first, second = _unequal(draft)
    _target(draft, amount=_ambition(draft, first, second), shortfall_price=draft.ratio(20, 80))
    if draft.chance(50):
        first["order_period"] = at(draft.period())


def _dated(draft: Draft, first_period: int, **fields: Any) -> None:
    """A target in time: orders of the first project fall into it, outside it, or on its edge."""
    first, second = _unequal(draft)
    first["order_period"] = at(first_period)
    if draft.chance(50):
        second["order_period"] = at(draft.pick((0, draft.periods)))
    _target(draft, amount=draft.money(25, 60), shortfall_price=draft.ratio(20, 80), **fields)


@ingredient
def target_dated(draft: Draft) -> None:
    """A target from one period to another, both included."""
    last = draft.periods - 1
    _dated(draft, draft.pick((-1, 0, 0, last, last, last + 1)), **{"from": at(0), "to": at(last)})


@ingredient
def target_from(draft: Draft) -> None:
    """A target with a beginning only."""
    _dated(draft, draft.pick((0, 1, 1, 2, draft.periods + 2)), **{"from": at(1)})


@ingredient
def target_to(draft: Draft) -> None:
    """A target with an end only."""
    _dated(draft, draft.pick((-2, 0, 1, 1, 2)), to=at(1))


@ingredient
def target_order_period_missing(draft: Draft) -> None:
    """A project without an order period is in no dated cell."""
    first, second = _unequal(draft)
    second["order_period"] = at(0)
    _target(draft, amount=draft.money(25, 60), shortfall_price=draft.ratio(20, 80), **{"from": at(-6)})
    first.pop("order_period", None)


@ingredient
def order_period_stays(draft: Draft) -> None:
    """The order period does not move with the start: a late start still falls into the cell."""
    first, second = _unequal(draft, preferred=0, duration=1)
    for project in (first, second):
        project["start"]["latest"] = at(1)
        project["order_period"] = at(0)
    _target(draft, amount=draft.money(35, 60), shortfall_price=draft.ratio(20, 60), **{"from": at(0), "to": at(0)})


@ingredient
def target_unit(draft: Draft) -> None:
    """The cell is a unit with all below it, whether it trades or not."""
    first, second = _unequal(draft)
    office = draft.add_unit(first["unit"], trades=False)
    first["unit"] = office
    if draft.chance(50):
        second["unit"] = draft.abroad(office)
    cell = {"unit": draft.pick((office, *draft.lineage(office)[1:2], *draft.lineage(office)[1:2], second["unit"]))}
    _target(draft, amount=_ambition(draft, first, second, **cell), shortfall_price=draft.ratio(20, 80), **cell)


@ingredient
def target_product(draft: Draft) -> None:
    """The cell names a product and a group of customers; a project without them is not in it."""
    first, second = _unequal(draft)
    first.update(product="cloud", customer_group="bank")
    second.update(product=draft.pick(("cloud", "grid")), customer_group="rail")
    draft.add_project(product="cloud", worth=(1, 5), customer_group=draft.pick(("rail", "bank")))
    cell = {"product": "cloud"} if draft.chance(50) else {"product": "cloud", "customer_group": "bank"}
    _target(draft, amount=_ambition(draft, first, second, **cell), shortfall_price=draft.ratio(20, 80), **cell)


@ingredient
def target_coverage(draft: Draft) -> None:
    """Coverage multiplies the target."""
    first, second = _unequal(draft)
    coverage = Decimal(draft.pick(("1.5", "2", "3")))
    amount = (_ambition(draft, first, second) / coverage).quantize(Decimal("0.01"))
    _target(draft, amount=amount, coverage=coverage, shortfall_price=draft.ratio(20, 80))


@ingredient
def target_half(draft: Draft) -> None:
    """Coverage × amount and expected orders both end on half a cent."""
    project = draft.add_project(worth=(4, 10))
    project["value"].update(amount=Decimal(2 * draft.rng.randint(300, 900) + 1) / 100, win_probability=Decimal("0.5"))
    _target(
        draft,
        amount=Decimal(2 * draft.rng.randint(500, 1500) + 1) / 100,
        coverage=Decimal("1.5"),
        shortfall_price=Decimal("0.3333"),
    )


@ingredient
def targets_overlap(draft: Draft) -> None:
    """One project covers several cells at once."""
    first, second = _unequal(draft)
    second["product"] = "cloud"
    _target(draft, amount=draft.money(25, 60), shortfall_price=draft.ratio(5, 30))
    _target(draft, amount=draft.money(10, 20), product="cloud", shortfall_price=draft.ratio(5, 60))
    _target(
        draft, unit=first["unit"], amount=draft.money(25, 60), coverage=Decimal("0.5"), shortfall_price=Decimal("0.2")
    )


@ingredient
def goal_exceeded(draft: Draft) -> None:
    """More than a goal asks for earns nothing."""
    goal = _goal(draft, min_projects=1, shortfall_price=draft.money(8, 20))
    for loss in (0, draft.money(1, 5)):
        project = draft.add_project(worth=(6, 12), goals=[goal])
        if loss:
            project["value"]["pursuit_cost"] = draft.worth(project) + loss
        draft.anyone(project["staffing"][0]["role"], project["unit"])


@ingredient
def goal_deferred(draft: Draft) -> None:
    """A deferred project serves its goal like any other."""
    goal = _goal(draft, min_projects=1, shortfall_price=draft.money(6, 20))
    project = draft.add_project(preferred=0, duration=1, worth=(4, 8), goals=[goal])
    project["start"] = {"preferred": at(0), "earliest": at(1), "latest": at(1)}
    project["value"]["pursuit_cost"] = draft.worth(project) + draft.money(1, 4)
    draft.anyone(project["staffing"][0]["role"], project["unit"])


@ingredient
def target_of_in_flight(draft: Draft) -> None:
    """What is in flight counts for a target, and is worth going on with for its sake."""
    project = draft.fly(product="grid")
    project["value"] = {
        "amount": draft.money(20, 40),
        "margin_rate": -Decimal("0.1"),
        "win_probability": Decimal("0.5"),
    }
    _target(draft, product="grid", amount=draft.money(30, 60), shortfall_price=draft.ratio(40, 80))


@ingredient
def goals_of_one_project(draft: Draft) -> None:
    """One project serves two goals."""
    goals = [_goal(draft, min_projects=1, shortfall_price=draft.money(3, 6)) for _ in range(2)]
    project = draft.add_project(worth=(4, 8), goals=goals)
    project["value"]["pursuit_cost"] = draft.worth(project) + draft.money(5, 9)
    draft.anyone(project["staffing"][0]["role"], project["unit"])
