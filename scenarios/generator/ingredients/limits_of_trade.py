"""Limits of the internal market: what a purchase costs inside the horizon, and what in-flight work has raised."""

from decimal import Decimal

from scenarios.generator.draft import Draft, at
from scenarios.generator.ingredients.registry import ingredient


def _one_rate(draft: Draft, role: str, rate: int) -> None:
    market = draft.trade()
    market["rates"] = [row for row in market["rates"] if row.get("role") != role] + [{"role": role, "rate": rate}]


@ingredient
def friction_cut(draft: Draft) -> None:
    """Friction ends with the horizon: somebody from afar is worth it for the one period that is left."""
    role = draft.role()
    project = draft.add_project(role, preferred=draft.periods - 1, duration=2, worth=(20, 40), effort=Decimal("0.5"))
    project["start"].pop("latest", None)
    draft.anyone(role, project["unit"])
    person = draft.add_person(role, unit=draft.abroad(project["unit"]), capacity=1)
    _one_rate(draft, role, 10)
    draft.trade()["friction"] = {"same_region": Decimal("0.5"), "cross_region": Decimal("0.5")}
    draft.admit(project, role, person, value=draft.money(3, 5))


@ingredient
def purchase_budget_second_period(draft: Draft) -> None:
    """A budget of one period binds a purchase that has begun before it."""
    draft.periods = max(3, draft.periods)
    role = draft.role()
    project = draft.add_project(role, preferred=0, duration=2, worth=(20, 40), effort=[Decimal("0.25"), Decimal("0.5")])
    project["start"] = {"preferred": at(0), "latest": at(draft.rng.randint(0, 1))}
    project["value"]["delay_loss"] = draft.ratio(1, 10)
    person = draft.add_person(role, unit=draft.abroad(project["unit"]), capacity=1)
    _one_rate(draft, role, 10)
    draft.reserve(project, role, person)
    draft.unit(draft.trading(project["unit"]))["purchase_budget"] = {at(1): draft.money(2, 5)}


@ingredient
def raised_by_fit(draft: Draft) -> None:
    """What an incumbent needs raises a limit, not what the profile says."""
    role = draft.role()
    project = draft.fly(role, incumbents={}, duration=2, effort=Decimal("0.4"), worth=(15, 30))
    person = draft.add_person(role, unit=draft.abroad(project["unit"]), capacity=1)
    project["incumbents"][role] = person
    draft.admit(project, role, person, effort=draft.pick((Decimal("0.2"), Decimal("0.6"))))
    _one_rate(draft, role, 10)
    draft.unit(draft.trading(project["unit"]))["purchase_budget"] = 0
    draft.add_project(role, unit=project["unit"], preferred=0, duration=1, effort=Decimal("0.2"), worth=(15, 40))


@ingredient
def seller_cap_of_two(draft: Draft) -> None:
    """Each seller has a cap of its own."""
    role = draft.role()
    unit = draft.home()
    draft.trade()["max_sold_share"] = Decimal("0.5")
    for _ in range(2):
        project = draft.add_project(role, unit=unit, preferred=0, duration=1, worth=(15, 40), effort=Decimal("0.4"))
        draft.reserve(project, role, draft.add_person(role, unit=draft.add_unit("hq", trades=True), capacity=1))
    draft.unit(draft.trading(unit)).pop("purchase_budget", None)


@ingredient
def seller_cap_and_work_at_home(draft: Draft) -> None:
    """Work in flight at home is not sold, and raises no cap."""
    role = draft.role()
    seller = draft.add_unit("hq", trades=True, level="region")
    person = draft.add_person(role, unit=seller, capacity=2)
    draft.trade()["max_sold_share"] = draft.ratio(5, 15)
    draft.fly(role, unit=seller, incumbents={role: person}, duration=2, effort=Decimal("0.8"))
    project = draft.add_project(
        role, unit=draft.home(), preferred=0, duration=1, worth=(15, 40), effort=draft.effort(least="0.4")
    )
    draft.reserve(project, role, person)
