"""How much a person can carry, and limits that what is in flight has raised."""

from decimal import Decimal

from scenarios.generator.draft import Draft, Part, at
from scenarios.generator.ingredients.registry import ingredient


@ingredient
def person_capacity(draft: Draft) -> None:
    """Two projects, each possible alone."""
    draft.rivals()


@ingredient
def capacity_by_period(draft: Draft) -> None:
    """A capacity that changes from period to period."""
    first, second, identifier = draft.rivals(effort=("0.4", "0.5"))
    person = draft.person(identifier)
    person["capacity"] = [draft.pick((0, Decimal("0.5"), Decimal("0.8"), 1)) for _ in range(5)]

    def cut(_: Part) -> None:
        """To the horizon, which may still have grown."""
        if isinstance(person["capacity"], list):
            person["capacity"] = person["capacity"][: draft.periods]

    draft.finishing.append(cut)
    for project in (first, second):
        project["start"].pop("latest", None)


@ingredient
def capacity_of_team(draft: Draft) -> None:
    """A team booked as one: more than one FTE."""
    _, _, person = draft.rivals(effort=("0.8", "1"))
    draft.person(person)["capacity"] = draft.pick((2, Decimal("1.8")))


@ingredient
def bookings(draft: Draft) -> None:
    """Two bookings add up and leave room for one of two projects only."""
    first, _, person = draft.rivals(effort=("0.3", "0.4"))
    start = int(first["start"]["preferred"][1:])
    draft.person(person)["capacity"] = 1
    draft.person(person)["bookings"] = [
        {"from": at(start - 1), "to": at(start + 1), "effort": Decimal("0.2"), "why": "交接"},
        {"from": at(start), "to": at(start), "effort": draft.pick((Decimal("0.2"), Decimal("0.3")))},
    ]


@ingredient
def load_cap(draft: Draft) -> None:
    """A load cap below or above 1."""
    draft.policy["load_cap"] = draft.pick((Decimal("0.8"), Decimal("0.9"), Decimal("1.1"), Decimal("1.2")))
    draft.rivals(effort=("0.4", "0.5", "0.6"))


@ingredient
def load_cap_exact(draft: Draft) -> None:
    """Capacity × load cap falls between two permille; what would fit a rounded limit does not fit the exact one."""
    cap = draft.policy["load_cap"] = draft.pick((Decimal("0.95"), Decimal("0.8333"), Decimal("1.05")))
    first, second, person = draft.rivals(effort=("0.4",), preferred=0)
    capacity = next(
        Decimal(permille) / 1000
        for permille in range(draft.rng.randint(700, 900), 1000)
        if Decimal("0.5") <= permille * cap % 1
    )
    draft.person(person).update(capacity=capacity, bookings=[])
    role = first["staffing"][0]["role"]
    rounded_up = int(capacity * cap * 1000) + 1
    second["staffing"] = [{"role": role, "effort": Decimal(rounded_up - 400) / 1000}]


@ingredient
def concurrency(draft: Draft) -> None:
    """A person with time for both projects may hold one."""
    _, _, person = draft.rivals(effort=("0.25", "0.3", "0.4"))
    draft.person(person)["max_projects"] = 1


@ingredient
def concurrency_over_roles(draft: Draft) -> None:
    """The limit on projects counts all roles of a person."""
    role = draft.role()
    other = draft.second_role(role)
    _, second, person = draft.rivals(role=role, effort=("0.25", "0.3"))
    draft.person(person).update(roles=[role, other], max_projects=1)
    second["staffing"] = [{"role": other, "effort": Decimal("0.3")}]


def _overload(draft: Draft, *, stoppable: bool) -> tuple[Part, Part, str]:
    """Two projects in flight on one person who cannot carry both, and an attractive candidate."""
    role = draft.role()
    unit = draft.home()
    person = draft.add_person(role, unit=unit, capacity=1)
    first, second = (
        draft.fly(
            role,
            unit=unit,
            incumbents={role: person},
            duration=draft.rng.choice((1, 2)),
            effort=draft.effort(least="0.6"),
            stoppable=stoppable,
        )
        for _ in range(2)
    )
    return first, second, person


@ingredient
def raised_capacity(draft: Draft) -> None:
    """What is in flight overloads a person: that level is the limit in force, no more."""
    first, _, person = _overload(draft, stoppable=draft.chance(50))
    if draft.chance(50):
        draft.admit(first, first["staffing"][0]["role"], person, effort=Decimal("0.9"))
    draft.add_project(
        first["staffing"][0]["role"], unit=first["unit"], preferred=0, duration=1, effort=draft.effort(), worth=(5, 15)
    )


@ingredient
def raised_though_stopped(draft: Draft) -> None:
    """A limit stays raised when the work that raised it stops; better work takes its place."""
    first, second, person = _overload(draft, stoppable=True)
    first["value"] = {"amount": draft.money(1, 3)}
    first["staffing"][0]["effort"] = Decimal("0.8")
    second["staffing"][0]["effort"] = Decimal("0.8")
    role = first["staffing"][0]["role"]
    draft.add_project(role, unit=first["unit"], preferred=0, duration=1, effort=Decimal("0.8"), worth=(20, 40))
    if draft.chance(50):
        draft.person(person)["max_projects"] = 1


@ingredient
def raised_by_bookings(draft: Draft) -> None:
    """Bookings alone exceed the capacity: no work fits, and what is in flight raises the limit further."""
    first, second, person = draft.rivals(preferred=0, duration=1, effort=("0.3", "0.4"))
    role = first["staffing"][0]["role"]
    draft.person(person).update(
        capacity=Decimal("0.5"), bookings=[{"from": at(0), "to": at(0), "effort": Decimal("0.7")}]
    )
    if draft.chance(50):
        project = draft.fly(role, unit=first["unit"], incumbents={role: person}, duration=1, effort=Decimal("0.4"))
        project["value"] = {"amount": 1}
        second["staffing"][0]["effort"] = Decimal("0.4")


@ingredient
def raised_concurrency(draft: Draft) -> None:
    """What is in flight is more than the person may hold at a time."""
    first, second, person = _overload(draft, stoppable=draft.chance(60))
    for project in (first, second):
        project["staffing"][0]["effort"] = Decimal("0.3")
    draft.person(person)["max_projects"] = draft.rng.randint(0, 1)
    role = first["staffing"][0]["role"]
    draft.add_project(role, unit=first["unit"], preferred=0, duration=1, effort=Decimal("0.3"))


@ingredient
def raised_concurrency_for_now(draft: Draft) -> None:
    """What is in flight raises the number of projects held only as long as it lasts."""
    first, second, person = _overload(draft, stoppable=False)
    for project in (first, second):
        project["duration"] = 1
        project["staffing"][0]["effort"] = Decimal("0.3")
    draft.person(person)["max_projects"] = 1
    for _ in range(2):
        project = draft.add_project(
            first["staffing"][0]["role"], unit=first["unit"], preferred=1, duration=1, effort=Decimal("0.3")
        )
        draft.reserve(project, first["staffing"][0]["role"], person)


@ingredient
def incumbent_of_role_not_asked(draft: Draft) -> None:
    """Only roles that the staffing asks for raise a limit; other incumbents do nothing."""
    role = draft.role()
    other = draft.second_role(role)
    first, _, person = draft.rivals(role=role, preferred=0, effort=("0.4", "0.5"))
    draft.person(person)["max_projects"] = 0
    draft.reserve(first, role, person)
    draft.fly(other, unit=first["unit"], duration=1)["incumbents"][role] = person


@ingredient
def proposals_of_one(draft: Draft) -> None:
    """One person proposed for two candidates raises no limit: only what is in flight does."""
    first, second, person = draft.rivals(preferred=0)
    for project in (first, second):
        project["start"].pop("latest", None)
        project["incumbents"] = {project["staffing"][0]["role"]: person}
