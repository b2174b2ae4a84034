"""What projects mean for one another: prerequisites, exclusions, limits on initiation, defaults of the tier."""

from decimal import Decimal

from scenarios.generator.draft import Draft, Part, at
from scenarios.generator.ingredients.registry import ingredient


def _poor(draft: Draft) -> Part:
    """A project that is not worth its pursuit, but can be staffed."""
    project = draft.add_project(worth=(4, 10))
    project["value"]["pursuit_cost"] = draft.worth(project) + draft.money(3, 10)
    draft.anyone(project["staffing"][0]["role"], project["unit"])
    return project


@ingredient
def requires(draft: Draft) -> None:
    """A good project requires a poor one."""
    poor = _poor(draft)
    draft.add_project(worth=(10, 30), requires=[poor["id"]])


@ingredient
def requires_whenever(draft: Draft) -> None:
    """What is required may run later than what requires it."""
    draft.periods = max(3, draft.periods)
    later = draft.add_project(preferred=draft.periods - 1, duration=1, worth=(4, 15))
    draft.add_project(preferred=0, duration=1, worth=(10, 30), requires=[later["id"]])


@ingredient
def requires_circle(draft: Draft) -> None:
    """Projects that require one another in a circle: all or none."""
    first, second, third = _poor(draft), draft.add_project(), draft.add_project(worth=(4, 15))
    for project, other in ((first, second), (second, third), (third, first)):
        project["requires"] = [other["id"]]


@ingredient
def requires_in_flight(draft: Draft) -> None:
    """A candidate requires a project in flight that would rather be stopped."""
    project = draft.fly()
    project["value"] = {"amount": -draft.money(3, 12), "strategic": draft.money(0, 2)}
    draft.add_project(worth=(8, 25), requires=[project["id"]])


@ingredient
def requires_of_in_flight(draft: Draft) -> None:
    """A project in flight requires a candidate that costs more than it brings."""
    poor = _poor(draft)
    draft.fly(worth=(4, 20))["requires"] = [poor["id"]]


@ingredient
def requires_itself(draft: Draft) -> None:
    """A project that requires itself: no effect."""
    project = draft.candidate()
    project["requires"] = [*project.get("requires", []), project["id"]]


@ingredient
def excludes(draft: Draft) -> None:
    """Two projects exclude each other; one of them says so, whichever is found first."""
    first, second = draft.add_project(worth=(15, 40)), draft.add_project(worth=(15, 40))
    names, named = (first, second) if draft.chance(50) else (second, first)
    names["excludes"] = [named["id"]]
    for project in (first, second):
        draft.anyone(project["staffing"][0]["role"], project["unit"])


@ingredient
def excludes_two(draft: Draft) -> None:
    """A project that is worth less than the two it excludes, and one that is worth more."""
    first, second = (draft.add_project(worth=(10, 20)) for _ in range(2))
    third = draft.add_project(worth=(12, 36), excludes=[first["id"], second["id"]])
    for project in (first, second, third):
        draft.anyone(project["staffing"][0]["role"], project["unit"])


@ingredient
def excludes_in_flight(draft: Draft) -> None:
    """A candidate excludes what is in flight."""
    project = draft.fly(worth=(4, 30), stop_cost=draft.money(0, 6))
    other = draft.add_project(worth=(15, 40))
    (other if draft.chance(50) else project)["excludes"] = [(project if "excludes" not in other else other)["id"]]
    for one, two in ((project, other), (other, project)):
        if one.get("excludes"):
            one["excludes"] = [two["id"]]


@ingredient
def excludes_itself(draft: Draft) -> None:
    """A project that excludes itself can never run."""
    project = draft.add_project(worth=(20, 40))
    project["excludes"] = [project["id"]]


def _entrants(draft: Draft, unit: str, count: int = 2, *, preferred: int | None = None) -> list[Part]:
    """Candidates of a unit with pursuit cost, each with a person of its own."""
    preferred = draft.period() if preferred is None else preferred
    role = draft.role()
    draft.add_person(role, unit=unit, capacity=2)
    found = []
    for _ in range(count):
        project = draft.add_project(role, unit=unit, preferred=preferred, duration=1, worth=(10, 30))
        project["value"]["pursuit_cost"] = draft.money(2, 6)
        found.append(project)
    return found


def _budget_for(draft: Draft, projects: list[Part]) -> Decimal:
    """Enough pursuit budget for some of the projects, not all."""
    return draft.share_of(sum((project["value"]["pursuit_cost"] for project in projects), Decimal(0)), 50, 99)


@ingredient
def pursuit_budget(draft: Draft) -> None:
    """A unit's budget for pursuit pays for one of two candidates."""
    unit = draft.home()
    projects = _entrants(draft, unit)
    draft.rows("initiation").append({"unit": unit, "pursuit_budget": _budget_for(draft, projects)})


@ingredient
def pursuit_budget_deferred(draft: Draft) -> None:
    """A deferred candidate uses the pursuit budget like any other."""
    draft.periods = max(2, draft.periods)
    unit = draft.home()
    projects = _entrants(draft, unit, preferred=0)
    projects[0]["start"].update(earliest=at(1), latest=at(1))
    draft.rows("initiation").append({"unit": unit, "pursuit_budget": _budget_for(draft, projects)})


@ingredient
def pursuit_budget_subsidised(draft: Draft) -> None:
    """A negative pursuit cost gives room to another; what is in flight uses none."""
    unit = draft.home()
    projects = _entrants(draft, unit)
    projects[0]["value"].update(pursuit_cost=-draft.money(2, 5), amount=draft.money(0, 2))
    projects[1]["value"]["pursuit_cost"] = draft.money(4, 6)
    draft.fly(unit=unit)["value"]["pursuit_cost"] = draft.money(5, 9)
    draft.rows("initiation").append({"unit": unit, "pursuit_budget": draft.money(1, 3)})


@ingredient
def max_per_period(draft: Draft) -> None:
    """One start per period: the other waits."""
    draft.periods = max(2, draft.periods)
    unit = draft.home()
    projects = _entrants(draft, unit, preferred=0)
    if draft.chance(60):
        projects[1]["start"]["latest"] = at(1)
        projects[1]["value"]["delay_loss"] = draft.ratio(5, 50)
    draft.rows("initiation").append({"unit": unit, "max_per_period": draft.pick((1, 1, 1, 0))})


@ingredient
def initiation_star(draft: Draft) -> None:
    """The same limit for each trading unit, for its own projects only."""
    unit = draft.home()
    projects = _entrants(draft, unit)
    _entrants(draft, draft.abroad(unit), count=1)
    row: Part = {"unit": "*", "max_per_period": 1} if draft.chance(50) else {"unit": "*"}
    if "max_per_period" not in row:
        row["pursuit_budget"] = _budget_for(draft, projects)
    draft.policy["initiation"] = [*(old for old in draft.rows("initiation") if old["unit"] != "*"), row]


@ingredient
def initiation_nested(draft: Draft) -> None:
    """Limits of a unit and of one below it both bind; the upper one is joint."""
    office = draft.add_unit("east", trades=draft.chance(50))
    _entrants(draft, "east", count=1, preferred=0)
    _entrants(draft, office, count=2, preferred=0)
    for unit, limit in (("hq" if draft.chance(50) else "east", 2), (office, draft.rng.randint(1, 2))):
        draft.rows("initiation").append({"unit": unit, "max_per_period": limit})


@ingredient
def initiation_replaces_star(draft: Draft) -> None:
    """A named row replaces `*` below it, whichever limit it states; elsewhere `*` stays."""
    _entrants(draft, "east")
    _entrants(draft, "north", count=1)
    draft.policy["initiation"] = [
        {"unit": "*", "max_per_period": draft.rng.randint(0, 1)},
        {"unit": "east" if draft.chance(70) else "hq", "pursuit_budget": draft.money(20, 40)},
    ]


@ingredient
def initiation_inside(draft: Draft) -> None:
    """A row naming a unit inside a trading unit limits that part and leaves the `*` of the whole as it is."""
    region = draft.add_unit("hq", trades=True, level="region")
    office = draft.add_unit(region, trades=False)
    _entrants(draft, office, count=2, preferred=0)
    draft.policy["initiation"] = [{"unit": "*", "max_per_period": 1}, {"unit": office, "pursuit_budget": 50}]
    if draft.chance(50):
        draft.policy["initiation"][1] = {"unit": office, "max_per_period": draft.rng.randint(0, 2)}


@ingredient
def initiation_rows_twice(draft: Draft) -> None:
    """Two rows naming one unit both bind."""
    unit = draft.home()
    projects = _entrants(draft, unit)
    limits: list[Part] = [{"pursuit_budget": _budget_for(draft, projects)}, {"pursuit_budget": draft.money(20, 40)}]
    if draft.chance(50):
        limits.reverse()
    draft.rows("initiation").extend({"unit": unit, **limit} for limit in limits)


@ingredient
def tier_defaults(draft: Draft) -> None:
    """A tier gives the fields that a project leaves out: staffing, duration, window, value."""
    first, second, _ = draft.rivals()
    draft.anyone(second["staffing"][0]["role"], second["unit"])
    tier: Part = {}
    for name in draft.rng.sample(("staffing", "duration", "value", "start"), k=2):
        tier[name] = first.pop(name)

    def fill(document: Part) -> None:
        document["policy"].setdefault("tiers", {})["T1"] = tier

    first["tier"] = "T1"
    for name in tier:
        first[name] = dict(tier[name]) if isinstance(tier[name], dict) else tier[name]
    draft.finishing.append(lambda document: _leave_out(document, first["id"], tuple(tier)))
    draft.finishing.append(fill)


@ingredient
def tier_whole_fields(draft: Draft) -> None:
    """Fields are never merged: a project that states part of its value has nothing else of the tier's."""
    project = draft.add_project(tier="T2", worth=(10, 30))
    tier: Part = {"value": {"strategic": draft.money(10, 20), "pursuit_cost": draft.money(1, 30)}, "tags": ["tier"]}
    tier["requires"] = [_poor(draft)["id"]]
    if draft.chance(50):
        project["requires"] = []
    draft.finishing.append(lambda document: document["policy"].setdefault("tiers", {}).update(T2=tier))


def _leave_out(document: Part, identifier: str, names: tuple[str, ...]) -> None:
    for project in document["projects"]:
        if project["id"] == identifier:
            for name in names:
                project.pop(name, None)


@ingredient
def requires_both(draft: Draft) -> None:
    """A project that requires two requires each of them."""
    good, poor = draft.add_project(worth=(10, 20)), _poor(draft)
    draft.anyone(good["staffing"][0]["role"], good["unit"])
    draft.add_project(worth=(4, 20), requires=draft.rng.sample([good["id"], poor["id"]], k=2))
