"""How far one unit is from another: who trades for an office, what a region is, what distance costs."""

from scenarios.generator.draft import Draft, Part
from scenarios.generator.ingredients.registry import ingredient


def _near_and_far(draft: Draft, unit: str, near: str, far: str) -> Part:
    """A project of a unit with two helpers abroad: the far one fits better, and travel eats it."""
    draft.trade()
    role = draft.role()
    project = draft.add_project(role, unit=unit, duration=1, effort=draft.effort(least="0.5"), worth=(20, 40))
    people = [draft.add_person(role, unit=seller, capacity=1) for seller in (near, far)]
    for person, value in zip(people, ((0, 2), (3, 6)), strict=True):
        draft.reserve(project, role, person)
        draft.admit(project, role, person, value=draft.money(*value))
    market = draft.trade()
    market["rates"] = [row for row in market["rates"] if row.get("role") != role] + [{"role": role, "rate": 20}]
    market["friction"] = {"same_region": draft.ratio(0, 5), "cross_region": draft.ratio(60, 90)}
    draft.unit(draft.trading(unit)).pop("purchase_budget", None)
    return project


@ingredient
def region_unmarked(draft: Draft) -> None:
    """Where no unit above is of level `region`, the one just below the root is the region."""
    division = draft.add_unit("hq", trades=False, level="division")
    unit, near = (draft.add_unit(division, trades=True) for _ in range(2))
    far = draft.add_unit(draft.add_unit("hq", trades=False, level="division"), trades=True)
    _near_and_far(draft, unit, near, far)


@ingredient
def region_nested(draft: Draft) -> None:
    """A region within a region: the nearest counts."""
    outer = draft.add_unit("hq", trades=draft.chance(50), level="region")
    inner = draft.add_unit(outer, trades=True, level="region")
    _near_and_far(draft, inner, draft.add_unit(inner, trades=True), draft.add_unit(outer, trades=True))


@ingredient
def markup_by_distance(draft: Draft) -> None:
    """The budget pays the mark-up of the near helper, not that of the far one."""
    region = draft.add_unit("hq", trades=True, level="region")
    far = draft.add_unit("hq", trades=True, level="region")
    project = _near_and_far(draft, region, draft.add_unit(region, trades=True), far)
    market = draft.trade()
    market["friction"] = {}
    market["markup"] = {"same_region": draft.ratio(0, 5), "cross_region": draft.ratio(20, 40)}
    draft.unit(region)["purchase_budget"] = draft.share_of(22 * project["staffing"][0]["effort"], 100, 100)


@ingredient
def rate_of_trading_unit(draft: Draft) -> None:
    """Rate rows name trading units, and hold for the offices below that do not trade."""
    draft.trade()
    role = draft.role()
    project = draft.add_project(role, duration=1, worth=(15, 40))
    buyer, seller = draft.trading(project["unit"]), draft.trading(draft.abroad(project["unit"]))
    project["unit"] = draft.add_unit(buyer, trades=False)
    person = draft.add_person(role, unit=draft.add_unit(seller, trades=False), capacity=1)
    draft.tempt(project, role, person)
    market = draft.trade()
    row = {"role": role, "buyer": buyer} if draft.chance(50) else {"role": role, "seller": seller}
    market["rates"] = [*(old for old in market["rates"] if old.get("role") not in (None, role)), {**row, "rate": 4}]


@ingredient
def rate_of_most_keys(draft: Draft) -> None:
    """Two keys beat one, whichever they are."""
    draft.trade()
    role = draft.role()
    project = draft.add_project(role, duration=1, effort=draft.effort(least="0.5"), worth=(15, 40))
    buyer = draft.trading(project["unit"])
    person = draft.add_person(role, unit=draft.abroad(project["unit"]), capacity=1, grade=2)
    draft.tempt(project, role, person)
    cheap = draft.rng.randint(0, 1)
    rows = [{"buyer": buyer, "rate": (4, 14)[cheap]}, {"role": role, "grade": 2, "rate": (14, 4)[cheap]}]
    market = draft.trade()
    market["rates"] = [*(old for old in market["rates"] if old.get("role") not in (None, role)), *rows]
    draft.unit(buyer)["purchase_budget"] = draft.share_of(12 * project["staffing"][0]["effort"], 100, 100)


@ingredient
def incumbent_out_of_scope(draft: Draft) -> None:
    """An incumbent from farther away than the unit may buy stays."""
    draft.trade()["scope"] = draft.pick(("none", "region"))
    project = draft.fly(incumbents={}, worth=(20, 40))
    role = project["staffing"][0]["role"]
    person = draft.add_person(role, unit=draft.abroad(project["unit"], same_region=False), capacity=1)
    project["incumbents"][role] = person
    draft.unit(draft.trading(project["unit"])).pop("purchase_budget", None)
