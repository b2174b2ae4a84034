"""Slight hunger and utilisation: who is short of whom, and who is idle."""

from decimal import Decimal
from typing import Any

from scenarios.generator.draft import Draft, Part, at
from scenarios.generator.ingredients.registry import ingredient


def _shop(draft: Draft, *, duration: int = 1, **fields: Any) -> tuple[Part, str, str, str]:
    """A project that could be done at home or, a little better or worse, by a person bought from abroad.

    Its unit, role and foreigner come with it. Buying moves the hunger of both units.
    """
    draft.trade()
    project = draft.add_project(duration=duration, effort=draft.effort(least="0.4"), **{"worth": (15, 40), **fields})
    role = project["staffing"][0]["role"]
    unit = draft.trading(project["unit"])
    draft.anyone(role, unit)
    foreigner = draft.add_person(role, unit=draft.abroad(unit), capacity=1)
    draft.admit(project, role, foreigner, value=draft.money(2, 8))
    return project, unit, role, foreigner


def _hunger(draft: Draft, unit: str, role: str, **fields: Any) -> Part:
    row = {"unit": unit, "role": role, **fields}
    draft.rows("hunger").append(row)
    return row


def _edges(draft: Draft) -> Part:
    return {"low": draft.ratio(0, 20), "high": draft.ratio(20, 40)}


def _prices(draft: Draft) -> Part:
    return {"price_overfed": draft.money(10, 40), "price_starving": draft.money(5, 30)}


@ingredient
def hunger_overfed(draft: Draft) -> None:
    """Who buys to plenty is overfed."""
    _, unit, role, _ = _shop(draft)
    _hunger(draft, unit, role, low=draft.ratio(0, 20), price_overfed=draft.money(10, 40))


@ingredient
def hunger_starving(draft: Draft) -> None:
    """Who is starving buys, though it costs friction; a seller that sells may starve itself."""
    project, unit, role, foreigner = _shop(draft)
    draft.admit(project, role, foreigner, value=-draft.money(0, 6))
    other = draft.trading(draft.person(foreigner)["unit"])
    draft.add_project(role, unit=unit, effort=draft.effort(least="0.5"))
    _hunger(
        draft, unit if draft.chance(70) else other, role, high=draft.ratio(0, 15), price_starving=draft.money(10, 40)
    )


@ingredient
def hunger_of_seller(draft: Draft) -> None:
    """A seller without demand of its own feels nothing; one with demand does."""
    _, _, role, foreigner = _shop(draft)
    seller = draft.trading(draft.person(foreigner)["unit"])
    if draft.chance(60):
        draft.add_project(role, unit=seller)
    _hunger(draft, seller, role, **_edges(draft), **_prices(draft))


@ingredient
def hunger_star(draft: Draft) -> None:
    """The same band for every trading unit."""
    _, _, role, _ = _shop(draft)
    _hunger(draft, "*", role, **_edges(draft), **_prices(draft))


@ingredient
def hunger_nearest(draft: Draft) -> None:
    """The nearest row holds: the unit itself, then an ancestor (trading or not), then `*`."""
    _, unit, role, _ = _shop(draft)
    lineage = draft.lineage(unit)
    keys = [*lineage, "*"]
    places = sorted(draft.rng.sample(range(len(keys)), k=2))
    prices = [draft.money(15, 40), 0]
    if draft.chance(30):
        prices.reverse()
    rows = [
        {"unit": keys[place], "role": role, "low": draft.ratio(5, 20), "price_overfed": price}
        for place, price in zip(places, prices, strict=True)
    ]
    if draft.chance(50):
        rows.reverse()
    draft.policy["hunger"] = [row for row in draft.rows("hunger") if row["role"] != role] + rows


@ingredient
def hunger_adds_up(draft: Draft) -> None:
    """Equally near rows add up, with their own bands and measures."""
    _, unit, role, _ = _shop(draft)
    for _ in range(2):
        _hunger(draft, unit, role, **_edges(draft), price_overfed=draft.money(5, 15), price_starving=draft.money(2, 10))
    if draft.chance(50):
        draft.policy["hunger"][-1].update(measure="stretch_load", low=0, high=draft.ratio(5, 20))
        draft.policy["load_cap"] = Decimal("1.2")


@ingredient
def hunger_inside_a_trading_unit(draft: Draft) -> None:
    """A row that names a unit inside a trading unit covers no trading unit."""
    _, unit, role, _ = _shop(draft)
    office = draft.add_unit(unit, trades=False)
    _hunger(draft, office, role, low=draft.ratio(5, 20), price_overfed=draft.money(10, 40))


@ingredient
def hunger_qualified_only(draft: Draft) -> None:
    """What did not pass the quality gate makes nobody hungry."""
    project, unit, role, _ = _shop(draft)
    draft.add_project(role, unit=unit, preferred=int(project["start"]["preferred"][1:]), qualified=False, effort=1)
    project["qualified"] = draft.chance(50)
    _hunger(draft, unit, role, low=draft.ratio(0, 20), price_overfed=draft.money(10, 40))


@ingredient
def hunger_in_flight_demand(draft: Draft) -> None:
    """Everything in flight is demand, qualified or not, stopped or not."""
    project, unit, role, _ = _shop(draft, preferred=0)
    draft.fly(role, unit=project["unit"], qualified=False, duration=2, worth=(1, 8), effort=draft.effort(least="0.5"))
    _hunger(draft, unit, role, high=draft.ratio(0, 20), low=0, **_prices(draft))


@ingredient
def hunger_at_preferred_start(draft: Draft) -> None:
    """Demand stands at the preferred start, though the project starts later or not at all."""
    draft.periods = max(3, draft.periods)
    project, unit, role, _ = _shop(draft, preferred=0)
    project["start"]["latest"] = at(1)
    project["value"]["delay_loss"] = draft.ratio(1, 8)
    row = _hunger(draft, unit, role, low=draft.ratio(0, 10), price_overfed=draft.money(10, 40))
    row.update(high=draft.ratio(10, 30), price_starving=draft.money(5, 30))


@ingredient
def hunger_profile(draft: Draft) -> None:
    """Demand is the profile, not what a particular person would need."""
    project, unit, role, foreigner = _shop(draft)
    draft.admit(project, role, foreigner, effort=draft.effort(), value=draft.money(1, 6))
    draft.admit(project, role, draft.anyone(role, unit), effort=draft.effort())
    _hunger(draft, unit, role, **_edges(draft), **_prices(draft))


@ingredient
def hunger_edge_half(draft: Draft) -> None:
    """The edge of the band falls on half a permille."""
    project, unit, role, _ = _shop(draft)
    project["staffing"][0]["effort"] = Decimal(2 * draft.rng.randint(200, 300) + 1) / 1000
    _hunger(draft, unit, role, low=Decimal("0.5"), high=Decimal("0.5"), price_overfed=9, price_starving=7)


@ingredient
def hunger_no_demand(draft: Draft) -> None:
    """Without demand a unit is neither overfed nor starving, however much it sells or buys."""
    project, unit, role, foreigner = _shop(draft)
    seller = draft.trading(draft.person(foreigner)["unit"])
    project["qualified"] = draft.chance(50)
    for place in (unit, seller):
        _hunger(draft, place, role, low=draft.ratio(5, 20), high=draft.ratio(20, 30), **_prices(draft))


@ingredient
def stretch_low(draft: Draft) -> None:
    """Loaded less than (1 + low) of supply is overfed: work at home, even poor work, feeds nobody to excess."""
    project = draft.candidate()
    role = draft.pick(project["staffing"])["role"]
    draft.anyone(role, project["unit"])
    draft.policy["load_cap"] = draft.pick((1, Decimal("1.1"), Decimal("1.2")))
    _hunger(
        draft,
        draft.pick((draft.trading(project["unit"]), "*")),
        role,
        measure="stretch_load",
        low=draft.pick((0, Decimal("0.05"), Decimal("0.1"))),
        high=Decimal("0.2"),
        price_overfed=draft.money(5, 30),
    )
    poor = draft.add_project(role, unit=project["unit"], worth=(1, 3), effort=draft.effort(least="0.5"))
    poor["value"]["pursuit_cost"] = draft.money(3, 8)


@ingredient
def stretch_high(draft: Draft) -> None:
    """Loaded more than (1 + high) of supply is starving: a piece of work is better left alone."""
    first, second, person = draft.rivals(effort=("0.5", "0.6"), worth=(5, 15), preferred=0, duration=1)
    draft.policy["load_cap"] = Decimal("1.2")
    role = first["staffing"][0]["role"]
    draft.person(person)["bookings"] = []
    second["start"].pop("latest", None)
    _hunger(
        draft,
        draft.trading(first["unit"]),
        role,
        measure="stretch_load",
        low=0,
        high=draft.pick((0, Decimal("0.05"))),
        price_starving=draft.money(60, 200),
    )


@ingredient
def stretch_sold(draft: Draft) -> None:
    """Load counts what is sold and booked, and stays with the person's first role."""
    _, _, role, foreigner = _shop(draft)
    person = draft.person(foreigner)
    person["bookings"] = [{"from": at(0), "to": at(draft.periods), "effort": Decimal("0.2")}]
    row = _hunger(draft, draft.trading(person["unit"]), role, measure="stretch_load", low=0, high=draft.ratio(0, 10))
    row.update(price_overfed=draft.money(5, 30), price_starving=draft.money(5, 30))
    draft.policy["load_cap"] = Decimal("1.1")


@ingredient
def utilisation_floor(draft: Draft) -> None:
    """Idle people cost: poor work is better than none."""
    project = draft.add_project(worth=(1, 3), effort=draft.effort(least="0.4"))
    role = project["staffing"][0]["role"]
    draft.anyone(role, project["unit"])
    project["value"]["pursuit_cost"] = draft.money(3, 9)
    unit = draft.pick((draft.trading(project["unit"]), "*"))
    draft.rows("utilisation").append(
        {"unit": unit, "role": role, "floor": draft.ratio(50, 100), "price_idle": draft.money(5, 30)}
    )


@ingredient
def utilisation_nearest(draft: Draft) -> None:
    """The nearest row holds; equally near rows add up."""
    project = draft.add_project(worth=(1, 3), duration=1, effort=draft.effort(least="0.4"))
    role = project["staffing"][0]["role"]
    unit = draft.trading(project["unit"])
    draft.anyone(role, unit)
    project["value"]["pursuit_cost"] = draft.money(5, 9)
    price = draft.money(10, 30)
    rows: list[Part] = [
        {"unit": "*", "role": role, "floor": draft.ratio(70, 100), "price_idle": draft.pick((price, 0))},
        {"unit": draft.pick(draft.lineage(unit)), "role": role, "floor": 1, "price_idle": draft.pick((price, 0))},
    ]
    if draft.chance(40):
        rows.append({**rows[1], "floor": draft.ratio(30, 60), "price_idle": price})
    draft.policy["utilisation"] = [row for row in draft.rows("utilisation") if row["role"] != role] + rows


@ingredient
def utilisation_sold(draft: Draft) -> None:
    """Effort sold counts for the seller's floor, not for the buyer's."""
    project, unit, role, foreigner = _shop(draft)
    draft.admit(project, role, foreigner, value=-draft.money(0, 5))
    seller = draft.trading(draft.person(foreigner)["unit"])
    place = draft.pick((unit, seller, seller))
    draft.rows("utilisation").append(
        {"unit": place, "role": role, "floor": draft.ratio(60, 100), "price_idle": draft.money(6, 30)}
    )


@ingredient
def utilisation_bookings(draft: Draft) -> None:
    """A booking is use: the floor is nearly met without work."""
    project = draft.add_project(worth=(1, 3), preferred=0, duration=1, effort=Decimal("0.3"))
    role = project["staffing"][0]["role"]
    project["value"]["pursuit_cost"] = draft.money(4, 6)
    draft.add_person(
        role, unit=project["unit"], capacity=1, bookings=[{"from": at(0), "to": at(0), "effort": Decimal("0.6")}]
    )
    unit = draft.trading(project["unit"])
    draft.rows("utilisation").append(
        {"unit": unit, "role": role, "floor": draft.ratio(60, 80), "price_idle": draft.money(10, 40)}
    )


@ingredient
def utilisation_half(draft: Draft) -> None:
    """A floor that falls on half a permille."""
    role = draft.role()
    unit = draft.add_unit("hq", trades=True, level="region")
    draft.add_person(role, unit=unit, capacity=Decimal(2 * draft.rng.randint(200, 499) + 1) / 1000)
    draft.rows("utilisation").append({"unit": unit, "role": role, "floor": Decimal("0.5"), "price_idle": 9})


@ingredient
def stretch_half(draft: Draft) -> None:
    """An edge of load that falls on half a permille."""
    role = draft.role()
    unit = draft.add_unit("hq", trades=True, level="region")
    draft.add_person(role, unit=unit, capacity=Decimal(2 * draft.rng.randint(200, 499) + 1) / 1000)
    _hunger(draft, unit, role, measure="stretch_load", low=Decimal("0.5"), price_overfed=9)


@ingredient
def hunger_starving_half(draft: Draft) -> None:
    """Starving beyond an upper edge that falls on half a permille: nobody is there, and nobody can be bought."""
    role = draft.role()
    unit = draft.add_unit("hq", trades=True, level="region")
    project = draft.add_project(role, unit=unit, effort=Decimal(2 * draft.rng.randint(200, 300) + 1) / 1000)
    project["staffing"][0]["min_grade"] = 9
    _hunger(draft, unit, role, high=Decimal("0.5"), price_starving=7)


@ingredient
def hunger_open(draft: Draft) -> None:
    """A band without a lower or an upper edge costs nothing there, whatever the price."""
    project, unit, role, _ = _shop(draft)
    if draft.chance(50):
        _hunger(draft, unit, role, high=draft.ratio(20, 60), **_prices(draft))
    else:
        draft.add_project(role, unit=unit, preferred=int(project["start"]["preferred"][1:]), effort=1)
        _hunger(draft, unit, role, low=draft.ratio(0, 5), **_prices(draft))


@ingredient
def hunger_and_bookings(draft: Draft) -> None:
    """Bookings take nothing from a unit's supply."""
    _, unit, role, _ = _shop(draft)
    for person in draft.people:
        if draft.trading(person["unit"]) == unit and draft.chance(80):
            person["bookings"] = [{"from": at(0), "to": at(draft.periods), "effort": Decimal("0.3")}]
    _hunger(draft, unit, role, **_edges(draft), **_prices(draft))


@ingredient
def hunger_of_second_role(draft: Draft) -> None:
    """Supply stands in the first role of a person; what is bought and sold, in the role assigned."""
    draft.second_role(draft.role())
    _, unit, role, foreigner = _shop(draft)
    other = draft.second_role(role)
    draft.person(foreigner)["roles"] = [other, role]
    if draft.chance(60):
        draft.add_person(other, role, unit=unit, capacity=1)
    seller = draft.trading(draft.person(foreigner)["unit"])
    _hunger(draft, draft.pick((unit, unit, seller)), role, **_edges(draft), **_prices(draft))


@ingredient
def hunger_by_role(draft: Draft) -> None:
    """The nearest row is looked for role by role: a row of the unit on another role hides nothing."""
    draft.second_role(draft.role())
    _, unit, role, _ = _shop(draft)
    draft.policy["hunger"] = [row for row in draft.rows("hunger") if row["role"] != role]
    _hunger(draft, "*", role, low=draft.ratio(5, 20), price_overfed=draft.money(10, 40))
    _hunger(draft, unit, draft.second_role(role), low=0, price_overfed=draft.money(0, 3))


@ingredient
def load_of_second_role(draft: Draft) -> None:
    """Work in a second role is load of the first: it relieves nobody in the role assigned."""
    role = draft.role()
    other = draft.second_role(role)
    unit = draft.home()
    draft.add_person(role, unit=unit, capacity=1)
    helper = draft.add_person(other, role, unit=unit, capacity=1)
    project = draft.add_project(role, unit=unit, worth=(4, 12), effort=draft.effort(least="0.4"))
    draft.admit(project, role, helper, value=draft.money(1, 8))
    row = {"unit": draft.trading(unit), "role": draft.pick((role, other)), "floor": draft.ratio(50, 100)}
    draft.rows("utilisation").append({**row, "price_idle": draft.money(4, 20)})


@ingredient
def utilisation_over_time(draft: Draft) -> None:
    """Idle in one period is not made good in another: the work is better done when there is none."""
    role = draft.role()
    unit = draft.add_unit("hq", trades=True, level="region")
    draft.add_person(
        role, unit=unit, capacity=1, bookings=[{"from": at(0), "to": at(0), "effort": Decimal("0.5")}], grade=4
    )
    project = draft.add_project(role, unit=unit, preferred=0, duration=1, effort=Decimal("0.4"), worth=(8, 15))
    project["start"]["latest"] = at(1)
    project["value"]["delay_loss"] = draft.ratio(2, 10)
    draft.rows("utilisation").append(
        {"unit": unit, "role": role, "floor": Decimal("0.5"), "price_idle": draft.money(8, 20)}
    )


@ingredient
def hunger_at_the_office(draft: Draft) -> None:
    """People of an office that does not trade are supply of the trading unit above it."""
    _, unit, role, _ = _shop(draft)
    draft.add_person(role, unit=draft.add_unit(unit, trades=False), capacity=1)
    _hunger(draft, unit, role, **_edges(draft), **_prices(draft))


def _own_demand(draft: Draft, **fields: Any) -> tuple[Part, str, str]:
    """A project of a new unit, whose demand alone is measured there; nobody is at home."""
    draft.trade()
    role = draft.role()
    unit = draft.add_unit("hq", trades=True, level="region")
    project = draft.add_project(role, unit=unit, worth=(15, 40), **fields)
    draft.add_person(role, unit=draft.abroad(unit), capacity=1)
    _hunger(draft, unit, role, low=0, high=draft.ratio(0, 10), **_prices(draft))
    return project, unit, role


@ingredient
def demand_not_at_the_earliest(draft: Draft) -> None:
    """Demand stands at the preferred start, not at the earliest."""
    project, _, _ = _own_demand(draft, preferred=1, duration=1, effort=draft.effort(least="0.4"))
    project["start"] = {"preferred": at(1), "earliest": at(0)}


@ingredient
def demand_from_before(draft: Draft) -> None:
    """Of a profile that begins before the horizon, the later part is demand."""
    _own_demand(draft, preferred=-1, duration=2, effort=[Decimal("0.3"), Decimal("0.6")], start={"preferred": at(-1)})
