"""Limits on initiation: pursuit budgets to the cent, starts per period, joint limits of what lies below a unit."""

from decimal import Decimal

from scenarios.generator.draft import Draft, Part, at
from scenarios.generator.ingredients.registry import ingredient


def _entrant(draft: Draft, unit: str, *, preferred: int = 0, **start: str) -> Part:
    """A good candidate with pursuit cost and a person of its own, that starts when it is told."""
    role = draft.role()
    draft.add_person(role, unit=unit, capacity=1)
    project = draft.add_project(
        role, unit=unit, preferred=preferred, duration=1, effort=Decimal("0.4"), worth=(10, 30), start={}
    )
    project["start"] = {"preferred": at(preferred), **start}
    project["value"]["pursuit_cost"] = draft.money(2, 6)
    return project


def _limit(draft: Draft, unit: str, **limits: Decimal | int) -> None:
    """These limits alone."""
    draft.policy["initiation"] = [{"unit": unit, **limits}]


@ingredient
def pursuit_budget_exact(draft: Draft) -> None:
    """A budget that pays for two candidates to the cent, or is a cent short."""
    unit = draft.add_unit("hq", trades=True, level="region")
    projects = [_entrant(draft, unit) for _ in range(2)]
    costs = sum((project["value"]["pursuit_cost"] for project in projects), Decimal(0))
    _limit(draft, unit, pursuit_budget=costs - Decimal(draft.rng.randint(0, 1)) / 100)


@ingredient
def max_per_period_deferred(draft: Draft) -> None:
    """A deferred candidate counts in the period in which it starts."""
    unit = draft.add_unit("hq", trades=True, level="region")
    _entrant(draft, unit, preferred=1)
    _entrant(draft, unit, earliest=at(1), latest=at(1))
    _limit(draft, unit, max_per_period=1)


@ingredient
def initiation_joint(draft: Draft) -> None:
    """A row that names a unit above trading units is one limit for all of them together."""
    for unit in ("east", "north"):
        _entrant(draft, unit)
    _limit(draft, "hq", max_per_period=1)


@ingredient
def initiation_star_nested(draft: Draft) -> None:
    """`*` counts a trading unit's own candidates, not those of a trading unit below it."""
    region = draft.add_unit("hq", trades=True, level="region")
    for unit in (region, draft.add_unit(region, trades=True)):
        _entrant(draft, unit)
    _limit(draft, "*", max_per_period=1)


@ingredient
def budget_at_any_start(draft: Draft) -> None:
    """Pursuit costs the same whenever a candidate starts."""
    unit = draft.add_unit("hq", trades=True, level="region")
    projects = [_entrant(draft, unit, latest=at(1)) for _ in range(2)]
    _limit(draft, unit, pursuit_budget=max(project["value"]["pursuit_cost"] for project in projects))


@ingredient
def star_below_a_name(draft: Draft) -> None:
    """A named row replaces `*` for the trading units below it too."""
    region = draft.add_unit("hq", trades=True, level="region")
    office = draft.add_unit(region, trades=True)
    for _ in range(2):
        _entrant(draft, office)
    draft.policy["initiation"] = [{"unit": "*", "max_per_period": 1}, {"unit": region, "pursuit_budget": 50}]


@ingredient
def star_of_offices(draft: Draft) -> None:
    """`*` counts the candidates of offices that do not trade for the unit that does."""
    region = draft.add_unit("hq", trades=True, level="region")
    for unit in (region, draft.add_unit(region, trades=False)):
        _entrant(draft, unit)
    _limit(draft, "*", max_per_period=1)
