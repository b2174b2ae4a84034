"""The internal market: rates, mark-up and friction, distance, budgets, what a seller may sell."""

from decimal import Decimal
from typing import Any

from models.quantities import half_up
from scenarios.generator.draft import Draft, Part, at
from scenarios.generator.ingredients.registry import ingredient


def _import(
    draft: Draft, *, same_region: bool | None = None, own: bool = False, **fields: Any
) -> tuple[Part, str, str]:
    """A new project whose only new help sits in another trading unit; its role and that person.

    `own` says whether a person of its own unit is there too.
    """
    draft.trade()
    role = fields.pop("role", None) or draft.role()
    person_fields = fields.pop("person", {})
    project = draft.add_project(role, **{"duration": draft.rng.choice((1, 2)), "worth": (15, 40), **fields})
    seller = draft.abroad(project["unit"], same_region=same_region)
    if own:
        draft.anyone(role, project["unit"])
    return project, role, draft.add_person(role, unit=seller, **{"capacity": 1, **person_fields})


def _rate(draft: Draft, role: str, rate: Any) -> None:
    """The rate of the role, as the only row that names it; mark-up as it is."""
    market = draft.trade()
    market["rates"] = [row for row in market["rates"] if row.get("role") != role] + [{"role": role, "rate": rate}]


@ingredient
def lendable(draft: Draft) -> None:
    """The tempting person may not work for another unit."""
    draft.trade()
    project = draft.candidate()
    role = draft.pick(project["staffing"])["role"]
    person = draft.add_person(role, unit=draft.abroad(project["unit"]), capacity=1, lendable=False)
    draft.tempt(project, role, person)
    if draft.chance(50):
        draft.admit(project, role, person, eligible=True)


@ingredient
def scope_none(draft: Draft) -> None:
    """Nobody may buy."""
    _import(draft)
    draft.trade()["scope"] = "none"


@ingredient
def scope_region(draft: Draft) -> None:
    """Buying ends at the border of the region."""
    project, role, person = _import(draft, same_region=draft.chance(40))
    draft.tempt(project, role, person)
    draft.trade()["scope"] = "region"


@ingredient
def market_absent(draft: Draft) -> None:
    """Without a market nothing is bought."""
    _import(draft)
    draft.market = None


@ingredient
def rate_missing(draft: Draft) -> None:
    """No row for the role: no purchase, even where `eligible` is true."""
    project, role, person = _import(draft)
    market = draft.trade()
    market["rates"] = [row for row in market["rates"] if row.get("role") != role]
    if draft.chance(50):
        draft.admit(project, role, person, eligible=True)


@ingredient
def purchase_free(draft: Draft) -> None:
    """A rate of 0: the purchase costs nothing, and counts as sold all the same."""
    project, role, _ = _import(draft)
    _rate(draft, role, 0)
    draft.unit(draft.trading(project["unit"]))["purchase_budget"] = 0


@ingredient
def min_effort(draft: Draft) -> None:
    """The smallest purchase, in mean effort over the periods inside the horizon."""
    first, second = Decimal("0.2"), draft.pick((Decimal("0.4"), Decimal("0.6")))
    project, role, person = _import(draft, duration=2, effort=[first, second])
    draft.tempt(project, role, person)
    draft.trade()["min_effort"] = draft.pick((Decimal("0.3"), Decimal("0.35"), Decimal("0.401")))


@ingredient
def min_effort_exact(draft: Draft) -> None:
    """A mean effort half a permille below the smallest purchase is below it."""
    project, role, person = _import(draft, preferred=0, duration=2, effort=[Decimal("0.3"), Decimal("0.301")])
    draft.tempt(project, role, person)
    project["start"].pop("latest", None)
    draft.trade()["min_effort"] = Decimal(draft.pick(("0.301", "0.301", "0.3")))


@ingredient
def min_effort_cut(draft: Draft) -> None:
    """The mean effort of a purchase is that inside the horizon."""
    efforts = draft.rng.sample((Decimal("0.2"), Decimal("0.6")), k=2)
    project, role, person = _import(draft, preferred=draft.periods - 1, duration=2, effort=efforts)
    draft.tempt(project, role, person)
    project["start"].pop("latest", None)
    draft.trade()["min_effort"] = Decimal(draft.pick(("0.3", "0.5")))


@ingredient
def min_periods(draft: Draft) -> None:
    """The shortest purchase; what lies behind the horizon does not count."""
    project, role, person = _import(draft, duration=2, preferred=draft.rng.randint(0, 1) * (draft.periods - 1))
    draft.tempt(project, role, person)
    project["staffing"][0]["effort"] = [Decimal("0.5"), 0]
    draft.trade()["min_periods"] = 2


@ingredient
def smallest_purchase_only_bought(draft: Draft) -> None:
    """The smallest purchase binds nobody at home."""
    draft.trade().update(min_effort=1, min_periods=2)
    draft.add_project(duration=1, effort=Decimal("0.5"), worth=(15, 40))
    draft.anyone(draft.projects[-1]["staffing"][0]["role"], draft.projects[-1]["unit"])


@ingredient
def friction(draft: Draft) -> None:
    """A person from afar fits better, but travel eats it."""
    project, role, person = _import(draft, own=True)
    _rate(draft, role, draft.money(8, 20))
    draft.trade()["friction"] = {"same_region": draft.ratio(10, 30), "cross_region": draft.ratio(30, 80)}
    draft.admit(project, role, person, value=draft.money(2, 10))


@ingredient
def friction_before_markup(draft: Draft) -> None:
    """Friction is taken on the rate before mark-up, and the mark-up is no cost of the company."""
    project, role, person = _import(draft, own=True, duration=1, effort=1)
    rate = draft.rng.randint(8, 16)
    _rate(draft, role, rate)
    draft.trade().update(
        friction={"same_region": Decimal("0.5"), "cross_region": Decimal("0.5")},
        markup={"same_region": Decimal("0.4"), "cross_region": Decimal("0.4")},
    )
    draft.admit(project, role, person, value=Decimal(rate) * draft.rng.randint(54, 66) / 100)


@ingredient
def friction_half(draft: Draft) -> None:
    """Friction of exactly half a cent, in each of two periods."""
    draft.periods = max(2, draft.periods)
    _, role, _ = _import(draft, duration=2, preferred=0, effort=Decimal("0.5"))
    _rate(draft, role, Decimal(2 * draft.rng.randint(150, 400) + 1) / 100)
    draft.trade()["friction"] = {"same_region": 1, "cross_region": 1}


@ingredient
def distance(draft: Draft) -> None:
    """Two helpers, one within the region and one across; only the near one is worth it."""
    project, role, near = _import(draft, same_region=True)
    far = draft.add_person(role, unit=draft.abroad(project["unit"], same_region=False), capacity=1)
    _rate(draft, role, draft.money(10, 20))
    draft.trade()["friction"] = {"same_region": draft.ratio(0, 10), "cross_region": draft.ratio(40, 90)}
    draft.admit(project, role, far, value=draft.money(2, 10))
    draft.admit(project, role, near, value=draft.money(0, 2))


@ingredient
def purchase_budget(draft: Draft) -> None:
    """A budget that pays for one of two purchases."""
    first, role, _ = _import(draft)
    unit = first["unit"]
    second = draft.add_project(role, unit=unit, duration=1, worth=(15, 40))
    _rate(draft, role, 10)
    efforts = [project["staffing"][0]["effort"] * project["duration"] for project in (first, second)]
    draft.unit(draft.trading(unit))["purchase_budget"] = draft.share_of(10 * Decimal(sum(efforts)), 45, 99)


@ingredient
def purchase_budget_by_period(draft: Draft) -> None:
    """A budget for some periods; the others are free. Waiting is cheaper."""
    draft.periods = max(3, draft.periods)
    project, role, _ = _import(draft, preferred=0, duration=1, effort=draft.effort(least="0.5"))
    project["start"]["latest"] = at(draft.rng.randint(1, 2))
    project["value"]["delay_loss"] = draft.ratio(1, 10)
    _rate(draft, role, 10)
    buyer = draft.unit(draft.trading(project["unit"]))
    buyer["purchase_budget"] = {at(-1): 1, at(0): draft.money(0, 4), at(1): draft.money(2, 9), at(9): 0}


@ingredient
def purchase_budget_nested(draft: Draft) -> None:
    """An office that trades has its own budget; that of the region above does not count for it."""
    region = draft.add_unit("hq", trades=True, level="region")
    office = draft.add_unit(region, trades=True)
    for unit, budget in ((region, draft.money(0, 3)), (office, draft.money(6, 14))):
        draft.unit(unit)["purchase_budget"] = budget
    _, role, _ = _import(draft, unit=office, duration=1, effort=draft.effort(least="0.4"), same_region=False)
    _rate(draft, role, 10)
    if draft.chance(50):
        draft.add_project(role, unit=region, duration=1, effort=draft.effort(least="0.4"), worth=(15, 40))


@ingredient
def purchase_budget_not_trading(draft: Draft) -> None:
    """The budget of a unit that does not trade limits nothing."""
    project, _, _ = _import(draft)
    trading = draft.unit(draft.trading(project["unit"]))
    trading.pop("purchase_budget", None)
    office = draft.add_unit(trading["id"], trades=False)
    draft.unit(office)["purchase_budget"] = 0
    project["unit"] = office


@ingredient
def root_trades(draft: Draft) -> None:
    """Where nobody above trades, the root does: its people are bought, its budget binds."""
    for unit in draft.units:
        if unit["id"] == "hq":
            unit["trades"] = False
    division = draft.add_unit("hq", trades=False, level="division")
    _, role, person = _import(draft, unit=division)
    draft.person(person)["unit"] = draft.abroad(division)
    _rate(draft, role, 10)
    draft.unit("hq")["purchase_budget"] = draft.money(2, 8)


@ingredient
def markup(draft: Draft) -> None:
    """The budget would pay the rate, but not the mark-up."""
    project, role, _ = _import(draft, duration=1, effort=draft.effort(least="0.5"))
    _rate(draft, role, 10)
    draft.trade()["markup"] = {"same_region": draft.ratio(1, 10), "cross_region": draft.ratio(10, 30)}
    draft.unit(draft.trading(project["unit"]))["purchase_budget"] = 10 * project["staffing"][0]["effort"]


@ingredient
def purchase_half(draft: Draft) -> None:
    """A purchase of exactly half a cent: rounded up, it is above the budget."""
    project, role, _ = _import(draft, duration=1, effort=Decimal("0.5"))
    rate = Decimal(2 * draft.rng.randint(150, 600) + 1) / 100
    _rate(draft, role, rate)
    draft.trade()["markup"] = {}
    low = half_up(int(rate * 100) - 1, 2)
    budget = Decimal(low + draft.rng.choice((0, 0, 1))) / 100
    draft.unit(draft.trading(project["unit"]))["purchase_budget"] = budget


@ingredient
def rate_by_grade(draft: Draft) -> None:
    """The row that names most keys wins, wherever it stands: the senior is too dear for the budget."""
    project, role, person = _import(draft, duration=1, effort=draft.effort(least="0.5"), person={"grade": 3})
    _rate(draft, role, 4)
    rows = draft.trade()["rates"]
    rows.insert(draft.rng.randrange(len(rows) + 1), {"role": role, "grade": 3, "rate": draft.money(10, 14)})
    draft.unit(draft.trading(project["unit"]))["purchase_budget"] = 8 * project["staffing"][0]["effort"]
    draft.tempt(project, role, person)


@ingredient
def rate_by_buyer_and_seller(draft: Draft) -> None:
    """Of rows naming equally many keys, buyer beats seller beats grade beats role."""
    project, role, person = _import(draft, duration=1, effort=draft.effort(least="0.5"), person={"grade": 2})
    keys: list[Part] = [
        {"buyer": draft.trading(project["unit"])},
        {"seller": draft.trading(draft.person(person)["unit"])},
        {"grade": 2},
        {"role": role},
    ]
    first = draft.rng.randrange(3)
    cheap = draft.rng.randint(0, 1)
    rows = [
        {**keys[first], "rate": (4, 14)[cheap]},
        {**keys[draft.rng.randint(first + 1, 3)], "rate": (14, 4)[cheap]},
    ]
    if draft.chance(40):
        named = {**keys[draft.rng.randint(1, 2)], **keys[3]}
        rows.append({**named, "rate": draft.money(3, 14)})
    if draft.chance(50):
        rows.reverse()
    others = [row for row in draft.trade()["rates"] if row.get("role") not in (None, role)]
    draft.trade()["rates"] = rows + others
    draft.unit(draft.trading(project["unit"]))["purchase_budget"] = 8 * project["staffing"][0]["effort"]


@ingredient
def seller_cap(draft: Draft) -> None:
    """A seller may sell a share of its supply: one of two purchases."""
    first, role, person = _import(draft, preferred=0, duration=1, effort=draft.effort(least="0.3"))
    draft.add_project(
        role, unit=first["unit"], preferred=0, duration=1, effort=draft.effort(least="0.3"), worth=(15, 40)
    )
    if draft.chance(50):
        draft.add_person(role, unit=draft.person(person)["unit"])
    draft.trade()["max_sold_share"] = draft.ratio(20, 70)


@ingredient
def seller_cap_exact(draft: Draft) -> None:
    """The cap falls between two permille; what would fit the rounded one does not fit."""
    project, role, person = _import(draft, duration=1)
    draft.person(person).update(unit=draft.add_unit("hq", trades=True, level="region"), capacity=Decimal("0.9"))
    share = Decimal(draft.rng.randint(30, 60)) / 100 + Decimal("0.0006")  # 0.54 permille above a whole number
    draft.trade()["max_sold_share"] = share
    project["staffing"][0]["effort"] = Decimal(int(share * 900) + draft.pick((0, 1, 1, 1))) / 1000
    draft.reserve(project, role, person)


@ingredient
def seller_cap_by_first_role(draft: Draft) -> None:
    """Sold in a role that is not the person's first: the supply of that role is somebody else's, or nobody's."""
    role = draft.role()
    other = draft.second_role(role)
    project, _, person = _import(draft, role=role, duration=1, effort=draft.pick((Decimal("0.3"), Decimal("0.4"))))
    draft.person(person)["roles"] = [other, role]
    if draft.chance(50):
        draft.add_person(role, unit=draft.person(person)["unit"], capacity=draft.pick((1, Decimal("0.5"))))
    draft.tempt(project, role, person)
    draft.trade()["max_sold_share"] = draft.ratio(30, 60)


@ingredient
def raised_budget(draft: Draft) -> None:
    """What is in flight has been bought beyond the budget: that level is the limit in force."""
    project = draft.fly(incumbents={}, stoppable=draft.chance(50), effort=draft.effort(least="0.5"))
    role = project["staffing"][0]["role"]
    person = draft.add_person(role, unit=draft.abroad(project["unit"]), capacity=2)
    project["incumbents"][role] = person
    _rate(draft, role, 10)
    budget: Any = draft.money(0, 3)
    draft.unit(draft.trading(project["unit"]))["purchase_budget"] = {at(0): budget} if draft.chance(40) else budget
    draft.add_project(role, unit=project["unit"], preferred=0, duration=1, effort=draft.effort(), worth=(15, 40))
    if draft.chance(50):
        project["value"] = {"amount": draft.money(1, 6)}


@ingredient
def raised_seller_cap(draft: Draft) -> None:
    """What is in flight has been sold beyond the share."""
    project = draft.fly(incumbents={}, stoppable=draft.chance(50), effort=draft.effort(least="0.5"), duration=2)
    role = project["staffing"][0]["role"]
    person = draft.add_person(role, unit=draft.abroad(project["unit"]), capacity=2)
    project["incumbents"][role] = person
    _rate(draft, role, 5)
    draft.trade()["max_sold_share"] = draft.ratio(0, 20)
    draft.add_project(role, unit=project["unit"], preferred=0, duration=1, effort=draft.effort(), worth=(15, 40))
    if draft.chance(50):
        project["value"] = {"amount": draft.money(1, 6)}


@ingredient
def purchase_half_in_two_periods(draft: Draft) -> None:
    """Half a cent in each of two periods is two cents, not one: each entry is rounded by itself."""
    project, role, person = _import(draft, preferred=0, duration=2, effort=Decimal("0.5"))
    rate = Decimal(2 * draft.rng.randint(150, 600) + 1) / 100
    _rate(draft, role, rate)
    draft.trade()["markup"] = {}
    draft.unit(draft.trading(project["unit"]))["purchase_budget"] = rate + Decimal(draft.pick((0, 0, 1))) / 100
    draft.reserve(project, role, person)


@ingredient
def markup_exact(draft: Draft) -> None:
    """The rate with mark-up is not rounded by itself: the budget pays for the purchase to the cent."""
    project, role, person = _import(draft, duration=1, effort=Decimal("0.5"))
    rate = Decimal(1010 + 40 * draft.rng.randint(0, 20)) / 100  # 1.05 of it is an even number of cents and a half
    _rate(draft, role, rate)
    draft.trade()["markup"] = {"same_region": Decimal("0.05"), "cross_region": Decimal("0.05")}
    budget = Decimal(half_up(int(rate * 100) * 105, 200)) / 100
    draft.unit(draft.trading(project["unit"]))["purchase_budget"] = budget
    draft.reserve(project, role, person)


@ingredient
def seller_cap_full(draft: Draft) -> None:
    """A seller sells exactly as much as it may."""
    share = draft.pick((Decimal("0.3"), Decimal("0.5")))
    project, role, person = _import(draft, duration=1, effort=share)
    draft.person(person)["unit"] = draft.add_unit("hq", trades=True, level="region")
    draft.trade()["max_sold_share"] = share
    draft.reserve(project, role, person)
