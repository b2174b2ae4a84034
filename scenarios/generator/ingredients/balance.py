"""The balance of the portfolio: shares of effort, count, pursuit cost or expected orders."""

from decimal import Decimal
from typing import Any

from scenarios.generator.draft import Draft, Part, at
from scenarios.generator.ingredients.registry import ingredient


def _row(draft: Draft, attribute: str, equals: Any, *, measure: str | None = None, least: bool | None = None) -> None:
    """A row with a lower or an upper share (or both), at a price that fits the measure."""
    measure = measure or draft.pick(("effort", "count", "pursuit_cost", "expected_orders"))
    prices = {"effort": (10, 60), "count": (6, 40), "pursuit_cost": (2, 10), "expected_orders": (1, 2)}
    price: Any = draft.money(*prices[measure])
    if measure == "expected_orders":
        price = draft.ratio(20, 100)
    elif measure == "effort":
        price = price.quantize(Decimal("0.1"))  # an effort is a permille: one more decimal and it is no longer 10^-6
    row: Part = {"attribute": attribute, "equals": equals, "measure": measure, "price": price}
    if least is not False:
        row["min_share"] = draft.ratio(30, 80)
    if least is not True:
        row["max_share"] = draft.ratio(10, 40) if least is False else draft.ratio(80, 95)
    draft.rows("balance").append(row)


def _sides(draft: Draft, **fields: Any) -> tuple[Part, Part]:
    """Two rivals, so that a share must be chosen; the second is worth more."""
    first, second, _ = draft.rivals(worth=(8, 20), **fields)
    second["value"]["strategic"] = draft.money(1, 6)
    for project in (first, second):
        project["value"].setdefault("pursuit_cost", draft.money(1, 3))
    return first, second


@ingredient
def balance_min(draft: Draft) -> None:
    """Too little long reach costs."""
    first, second = _sides(draft)
    first["reach"], second["reach"] = "long", "short"
    _row(draft, "reach", "long", least=True)


@ingredient
def balance_max(draft: Draft) -> None:
    """Too much of one kind costs; doing less is an answer."""
    first, second = _sides(draft)
    first["kind"], second["kind"] = "strategic", "regular"
    _row(draft, "kind", "regular", least=False)


@ingredient
def balance_effort(draft: Draft) -> None:
    """Effort assigned inside the horizon, fit and incumbents included."""
    first, second = _sides(draft, preferred=draft.periods - 1, duration=2)
    first["reach"], second["reach"] = "long", "short"
    person = draft.anyone(first["staffing"][0]["role"], first["unit"])
    draft.admit(first, first["staffing"][0]["role"], person, effort=Decimal("0.2"))
    _row(draft, "reach", "long", measure="effort", least=draft.pick((True, False)))


@ingredient
def balance_count(draft: Draft) -> None:
    """The number of projects, those in flight included."""
    first, second = _sides(draft)
    first["kind"], second["kind"] = "hilltop", "regular"
    draft.fly(kind="hilltop" if draft.chance(50) else "regular", worth=(1, 6))
    _row(draft, "kind", "hilltop", measure="count")


@ingredient
def balance_pursuit_cost(draft: Draft) -> None:
    """Pursuit cost, that of projects in flight included."""
    first, second = _sides(draft)
    first["reach"], second["reach"] = "long", "short"
    project = draft.fly(reach="short", worth=(1, 6))
    project["value"]["pursuit_cost"] = draft.money(2, 6)
    _row(draft, "reach", "long", measure="pursuit_cost", least=True)


@ingredient
def balance_expected_orders(draft: Draft) -> None:
    """Expected orders, below zero too."""
    first, second = _sides(draft)
    first["product"], second["product"] = "cloud", "grid"
    if draft.chance(40):
        first["value"].update(amount=-draft.money(4, 10), strategic=draft.money(10, 20))
    _row(draft, "product", "cloud", measure="expected_orders")


@ingredient
def balance_list(draft: Draft) -> None:
    """A list matches when it contains the value; a text within a text does not."""
    first, second = _sides(draft)
    first["tags"], second["tags"] = ["benchmark", "lighthouse"], ["bench"]
    _row(draft, "tags", draft.pick(("bench", "benchmark")), least=True)


@ingredient
def balance_truth(draft: Draft) -> None:
    """A truth value equals a truth value only: neither the number 1 nor a word."""
    first, _ = _sides(draft)
    first["qualified"] = False
    _row(draft, "qualified", draft.pick((False, False, True, 0, 1, "false")), least=True)


@ingredient
def balance_number(draft: Draft) -> None:
    """A number equals a number of the same size, however it is written; never a truth value."""
    first, second = _sides(draft, duration=1)
    if draft.chance(60):
        first["duration"] = 2
        _row(draft, "duration", draft.pick((2, Decimal("2.0"), Decimal("1.0"), True)), least=True)
    else:
        draft.fly(stop_cost=Decimal("2.50"), worth=(3, 9))
        second["mandated"] = False
        _row(draft, "stop_cost", draft.pick((Decimal("2.5"), 250)), measure="count", least=draft.chance(50))


@ingredient
def balance_default(draft: Draft) -> None:
    """A field that is left out has its default: origin sales, status candidate, no kind."""
    first, _ = _sides(draft)
    first["origin"] = "strategy"
    attribute, equals = draft.pick((("origin", "sales"), ("origin", "strategy"), ("status", "candidate")))
    _row(draft, attribute, equals)


@ingredient
def balance_tier(draft: Draft) -> None:
    """The tier itself, or a field that it gives."""
    first, second = _sides(draft)
    first["tier"], second["tier"] = "T1", "T3"
    tiers = {"T1": {"reach": "long", "tags": ["key"]}, "T3": {"reach": "short"}}
    second["tags"] = []

    def fill(document: Part) -> None:
        for name, traits in tiers.items():
            document["policy"].setdefault("tiers", {}).setdefault(name, {}).update(traits)

    draft.finishing.append(fill)
    attribute, equals = draft.pick((("tier", "T1"), ("reach", "long"), ("tags", "key")))
    _row(draft, attribute, equals, least=True)


@ingredient
def balance_own_field(draft: Draft) -> None:
    """Id, unit and name are fields like others; the unit is the project's own, not one above it."""
    first, second = _sides(draft)
    first["name"] = "灯塔"
    attribute, equals = draft.pick((("id", first["id"]), ("name", "灯塔"), ("unit", first["unit"]), ("unit", "hq")))
    if attribute == "unit" and equals == first["unit"]:
        second["unit"] = draft.home()
    _row(draft, attribute, equals, least=True)


@ingredient
def balance_unknown(draft: Draft) -> None:
    """An attribute that no project has never matches."""
    _sides(draft)
    _row(draft, draft.pick(("colour", "start", "value")), "red", least=draft.chance(50))


@ingredient
def balance_effort_cut(draft: Draft) -> None:
    """Effort behind the horizon counts for neither side."""
    last = draft.periods - 1
    first, second = _sides(draft, preferred=last, duration=1, effort=("0.3", "0.4"))
    first.update(reach="long", duration=3)
    second["reach"] = "short"
    draft.policy.setdefault("load_cap", 1)
    _row(draft, "reach", "long", measure="effort", least=draft.pick((True, False)))


@ingredient
def balance_deferred(draft: Draft) -> None:
    """A deferred project counts like any other."""
    role, unit = draft.role(), draft.home()
    for reach in ("long", "short"):
        draft.add_person(role, unit=unit, capacity=1)
        project = draft.add_project(role, unit=unit, preferred=0, duration=1, worth=(5, 12), reach=reach)
        project["start"] = {"preferred": at(0), "earliest": at(1), "latest": at(1)}
    _row(draft, "reach", "long", measure="count", least=draft.chance(50))


@ingredient
def balance_text(draft: Draft) -> None:
    """A text within a text does not match."""
    first, second = _sides(draft)
    first["kind"], second["kind"] = "hilltop", "hill"
    _row(draft, "kind", draft.pick(("hill", "hilltop", "top")), least=True)


@ingredient
def balance_of_two(draft: Draft) -> None:
    """Two rows, on one attribute or on two, both count."""
    first, second = _sides(draft)
    first.update(reach="long", kind="hilltop")
    second.update(reach="short", kind="regular")
    _row(draft, "reach", "long", measure="count", least=False)
    _row(draft, draft.pick(("kind", "id")), draft.pick(("hilltop", second["id"])), measure="count", least=True)
