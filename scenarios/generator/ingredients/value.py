"""What a project is worth: signs, halves, large sums."""

from decimal import Decimal
from typing import Any

from scenarios.generator.draft import Draft, Part, at
from scenarios.generator.ingredients.registry import ingredient

_MONEY = {
    "purchase_budget",
    "amount",
    "strategic",
    "pursuit_cost",
    "stop_cost",
    "rate",
    "min_expected_orders",
    "price_overfed",
    "price_starving",
    "price_idle",
    "pursuit_budget",
    "price_per_change",
}


@ingredient
def project_value(draft: Draft) -> None:
    """Two projects and one person: the smaller order with the better margin or chance wins."""
    first, second, _ = draft.rivals()
    first["value"] = {"amount": draft.money(80, 100), "margin_rate": Decimal("0.2"), "win_probability": Decimal("0.5")}
    second["value"] = {"amount": draft.money(20, 40), "margin_rate": Decimal("0.5"), "win_probability": Decimal("0.9")}


@ingredient
def value_half(draft: Draft) -> None:
    """An order part that lies exactly between two cents, above or below zero."""
    cents = Decimal(2 * draft.rng.randint(500, 2000) + 1) / 100
    sign = -1 if draft.chance(50) else 1
    project = draft.add_project(worth=(4, 10))
    project["value"] = {"amount": sign * cents, "margin_rate": Decimal("0.5"), "strategic": draft.money(22, 30)}


@ingredient
def margin_negative(draft: Draft) -> None:
    """Bought orders: a negative margin, wanted for something else."""
    project = draft.candidate()
    project["value"]["margin_rate"] = -draft.ratio(5, 30)
    project["value"]["strategic"] = draft.money(0, 30)


@ingredient
def amount_negative(draft: Draft) -> None:
    """A negative amount also counts below zero in targets."""
    project = draft.add_project()
    draft.anyone(project["staffing"][0]["role"], project["unit"])
    project["value"].update(amount=-draft.money(5, 30), strategic=draft.money(30, 50), win_probability=Decimal("0.5"))
    draft.add_project()
    draft.targets.append(
        {"id": draft.fresh("T", draft.targets), "amount": draft.money(60, 150), "shortfall_price": draft.ratio(30, 100)}
    )


@ingredient
def strategic(draft: Draft) -> None:
    """Strategic value, or the lack of it, turns the order of two projects."""
    first, second, _ = draft.rivals(worth=(10, 20))
    first["value"]["strategic"] = draft.money(5, 15)
    second["value"]["strategic"] = -draft.money(0, 5)


@ingredient
def pursuit_cost(draft: Draft) -> None:
    """Pursuit that costs about what it brings; below zero it is a subsidy."""
    first, second, _ = draft.rivals(worth=(10, 20))
    first["value"]["pursuit_cost"] = draft.money(6, 22)
    second["value"]["pursuit_cost"] = -draft.money(0, 5)


@ingredient
def in_flight_pursuit_cost(draft: Draft) -> None:
    """What a project in flight has spent on its pursuit is spent."""
    project = draft.fly(worth=(3, 12))
    project["value"]["pursuit_cost"] = draft.money(10, 30)


@ingredient
def in_flight_delay(draft: Draft) -> None:
    """A project in flight loses nothing by delay, whatever start it still states."""
    project = draft.fly(worth=(3, 12), duration=2)
    project["value"]["delay_loss"] = draft.ratio(20, 90)
    project["start"] = {"preferred": at(-1)}


@ingredient
def fit_value(draft: Draft) -> None:
    """One person is worth more on a project than another, or less than nothing."""
    project = draft.candidate()
    role = draft.pick(project["staffing"])["role"]
    draft.admit(project, role, draft.add_person(role, unit=project["unit"], grade=3), value=draft.money(1, 15))
    draft.admit(project, role, draft.anyone(role), value=-draft.money(1, 15))


@ingredient
def fit_value_once(draft: Draft) -> None:
    """A fit value is paid once, however long the project runs."""
    draft.periods = max(3, draft.periods)
    project = draft.add_project(preferred=0, duration=3)
    role = project["staffing"][0]["role"]
    other = draft.add_project(role, unit=project["unit"], preferred=0, duration=1)
    person = draft.anyone(role, project["unit"])
    draft.person(person)["max_projects"] = 1
    draft.admit(project, role, person, value=draft.money(2, 6))
    draft.admit(other, role, person, value=draft.money(8, 15))


@ingredient
def money_large(draft: Draft) -> None:
    """Everything in money is some 10^7 larger: a handful of terms in a row passes 2^31 cents."""
    factor = draft.rng.randint(2, 20) * 10**6
    crumb = Decimal(draft.rng.randint(1, 99)) / 100
    draft.trade()
    project = draft.candidate()
    draft.unit(draft.trading(project["unit"])).setdefault("purchase_budget", draft.money(2, 12))
    draft.tempting(unit=draft.abroad(project["unit"]))

    def enlarge(document: Part) -> None:
        document.update(_enlarged(document, factor, crumb))

    draft.finishing.append(enlarge)


def _enlarged(value: Any, factor: int, crumb: Decimal, path: tuple[str, ...] = ()) -> Any:
    if isinstance(value, dict):
        return {key: _enlarged(item, factor, crumb, (*path, key)) for key, item in value.items()}
    if isinstance(value, list):
        return [_enlarged(item, factor, crumb, path) for item in value]
    money = path and (path[-1] in _MONEY or path[-2:-1] == ("purchase_budget",))
    money = money or path in (("fit", "value"), ("goals", "shortfall_price"))
    if not money or isinstance(value, str):
        return value
    return value * factor + (crumb if value > 0 else 0)
