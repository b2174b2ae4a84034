"""Lines that show only where nothing else decides: nobody else is eligible, or the limit is just met."""

from decimal import Decimal

from scenarios.generator.draft import RARE_GRADE, Draft, Part, at
from scenarios.generator.ingredients.registry import ingredient


def _only_from_abroad(draft: Draft, effort: Decimal) -> tuple[Part, str, str]:
    """A project of one period which one person of another trading unit alone can lead; the role; that person."""
    draft.trade()
    role = draft.role()
    project = draft.add_project(role, duration=1, effort=effort, worth=(15, 40))
    project["start"].pop("latest", None)
    person = draft.add_person(role, unit=draft.abroad(project["unit"]), capacity=1)
    draft.reserve(project, role, person)
    return project, role, person


@ingredient
def budget_just_met(draft: Draft) -> None:
    """The budget is what the purchase costs with mark-up; its friction needs no budget."""
    effort = draft.pick((Decimal("0.5"), Decimal(1)))
    project, role, _ = _only_from_abroad(draft, effort)
    rate, markup = 2 * draft.rng.randint(2, 5), draft.ratio(5, 20)
    market = draft.trade()
    market["rates"] = [row for row in market["rates"] if row.get("role") not in (None, role)]
    market["rates"].append({"role": role, "rate": rate})
    market["markup"] = {"same_region": markup, "cross_region": markup}
    market["friction"] = {"same_region": draft.ratio(2, 10), "cross_region": draft.ratio(10, 40)}
    draft.unit(draft.trading(project["unit"]))["purchase_budget"] = rate * (1 + markup) * effort


@ingredient
def rate_order(draft: Draft) -> None:
    """Of two rows with one key each that stand next to each other in the order of keys, one makes the purchase dear."""
    project, role, person = _only_from_abroad(draft, Decimal("0.5"))
    buyer = draft.trading(project["unit"])
    keys: list[Part] = [
        {"buyer": buyer},
        {"seller": draft.trading(draft.person(person)["unit"])},
        {"grade": RARE_GRADE},
        {"role": role},
    ]
    first = draft.rng.randrange(3)
    rates = draft.pick(((4, 14), (14, 4)))
    rows = [{**keys[first + place], "rate": rate} for place, rate in enumerate(rates)]
    draft.rng.shuffle(rows)
    market = draft.trade()
    market["rates"] = [*(row for row in market["rates"] if row.get("role") not in (None, role)), *rows]
    draft.unit(buyer)["purchase_budget"] = 4


@ingredient
def one_after_the_other(draft: Draft) -> None:
    """Who may hold one project at a time may hold two that do not overlap."""
    first, second, person = draft.rivals(preferred=0, duration=1, effort=("0.3", "0.4"))
    first["start"], second["start"] = {"preferred": at(0)}, {"preferred": at(1)}
    for project in (first, second):
        draft.reserve(project, project["staffing"][0]["role"], person)
    draft.person(person)["max_projects"] = 1


@ingredient
def incumbent_against_all(draft: Draft) -> None:
    """The incumbent alone can go on, though something speaks against it: a fit row, the role, the border."""
    role = draft.role()
    against = draft.pick(("fit", "role", "scope"))
    other = draft.second_role(role) if against == "role" else role
    unit = draft.home()
    place = draft.abroad(unit, same_region=False) if against == "scope" else unit
    person = draft.add_person(other, unit=place, capacity=1)
    project = draft.fly(role, unit=unit, incumbents={role: person}, duration=1, effort=Decimal("0.3"), worth=(20, 40))
    project["staffing"][0]["languages"] = ["pt"]  # which nobody speaks
    draft.trade().pop("max_sold_share", None)
    if against == "fit":
        draft.admit(project, role, person, eligible=False)
    elif against == "scope":
        draft.trade()["scope"] = draft.pick(("none", "region"))


def _small_unit(draft: Draft) -> tuple[str, str, str]:
    """A new trading unit with one person of one FTE; the role; somebody of another unit."""
    draft.trade()
    role = draft.role()
    unit = draft.add_unit("hq", trades=True, level="region")
    draft.add_person(role, unit=unit, capacity=1)
    return unit, role, draft.add_person(role, unit=draft.abroad(unit), capacity=1)


@ingredient
def hunger_without_low(draft: Draft) -> None:
    """Without a lower edge nobody is overfed: a welcome helper is bought though there are people enough."""
    unit, role, helper = _small_unit(draft)
    project = draft.add_project(role, unit=unit, duration=1, effort=Decimal("0.5"))
    draft.tempt(project, role, helper)
    price = draft.rng.randint(20, 60)
    draft.rows("hunger").append(
        {"unit": unit, "role": role, "high": draft.ratio(0, 30), "price_overfed": price, "price_starving": 1}
    )


@ingredient
def hunger_without_high(draft: Draft) -> None:
    """Without an upper edge nobody starves: an unwelcome helper is not bought though people are short."""
    unit, role, helper = _small_unit(draft)
    period = draft.period()
    for _ in range(2):
        project = draft.add_project(
            role, unit=unit, preferred=period, duration=1, effort=Decimal("0.8"), worth=(2, 6), start=None
        )
        project["start"] = {"preferred": at(period)}
        draft.admit(project, role, helper, value=-draft.money(6, 9))
    price = draft.rng.randint(20, 60)
    draft.rows("hunger").append({"unit": unit, "role": role, "low": 0, "price_overfed": 1, "price_starving": price})


@ingredient
def target_group(draft: Draft) -> None:
    """A target for one group of customers is met by the lesser of two rivals only."""
    first, second, person = draft.rivals(preferred=draft.period(), duration=1)
    wanted = draft.rng.randint(40, 60)
    for project, group, orders in ((first, "bank", wanted), (second, "energy", 2 * wanted)):
        draft.reserve(project, project["staffing"][0]["role"], person)
        project["start"].pop("latest", None)
        project["customer_group"] = group
        project["value"] = {"amount": 2 * orders, "margin_rate": Decimal("0.1"), "win_probability": Decimal("0.5")}
    draft.targets.append(
        {
            "id": draft.fresh("T", draft.targets),
            "unit": draft.trading(first["unit"]),
            "customer_group": "bank",
            "amount": wanted,
            "shortfall_price": Decimal("0.3"),
        }
    )


@ingredient
def balance_effort_in_flight(draft: Draft) -> None:
    """Work in flight of the kind wanted makes room for work of another kind."""
    role = draft.role()
    unit = draft.home()
    draft.fly(role, unit=unit, duration=1, effort=Decimal("0.5"), reach="long", stoppable=False)
    project = draft.add_project(
        role, unit=unit, preferred=draft.period(), duration=1, effort=Decimal("0.4"), worth=(2, 6), reach="short"
    )
    draft.add_person(role, unit=project["unit"], capacity=1)
    draft.rows("balance").append(
        {
            "attribute": "reach",
            "equals": "long",
            "measure": "effort",
            "min_share": Decimal("0.5"),
            "price": draft.rng.randint(60, 90),
        }
    )
