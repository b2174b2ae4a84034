"""The people: grades, skills, languages, capacity, bookings; and the pools in which projects look for them."""

from dataclasses import dataclass, field
from decimal import Decimal

from scenarios.generator.calendar import Calendar
from scenarios.generator.company import Company, Part, Place, head_count
from scenarios.generator.dice import Dice, apportion
from scenarios.generator.names import GIVEN, INDUSTRIES, PRODUCTS, SURNAMES, both
from scenarios.generator.pool import Pool
from scenarios.generator.settings import GeneratorSettings

MANAGER, SPONSOR, LEAD = "project_manager", "sponsor", "solution_lead"
ROLES: tuple[Part, ...] = (
    {"id": MANAGER, "name": both("销售项目经理", "Project manager")},
    {"id": SPONSOR, "name": both("项目赞助人", "Sponsor")},
    {"id": LEAD, "name": both("方案负责人", "Solution lead")},
)
_PROJECTS_PER_PERSON = 10
"""Of sponsors and solution leads."""
_FIRST_NUMBER = 10_001
_GRADES = {MANAGER: (0, 10, 30, 35, 20, 5), SPONSOR: (0, 0, 0, 20, 50, 30), LEAD: (0, 10, 30, 35, 20, 5)}
"""Weights of grades 0 … 5."""
_CAPACITY = {MANAGER: (10, 14), SPONSOR: (3, 5), LEAD: (10, 14)}
"""Twentieths of an FTE left for pursuits, net of other duties; senior managers have up to four more."""
_MOST_PROJECTS = {MANAGER: (4, 7), SPONSOR: (5, 8), LEAD: (5, 8)}


@dataclass(slots=True)
class Staff:
    """Everybody, in order, and by market and role."""

    people: list[Part] = field(default_factory=list)
    home: list[Place] = field(default_factory=list)
    pools: dict[tuple[int, str], Pool] = field(default_factory=dict)


def make_staff(settings: GeneratorSettings, company: Company, calendar: Calendar, dice: Dice) -> Staff:
    """People for every role, spread over the places; numbered in order."""
    staff = Staff()
    for role in (MANAGER, SPONSOR, LEAD):
        per_person = settings.projects_per_manager if role == MANAGER else _PROJECTS_PER_PERSON
        shares = apportion(head_count(settings, per_person), company.people_weights)
        for place, count in zip(company.places, shares, strict=True):
            pool = staff.pools.setdefault((company.pool(place), role), Pool())
            for _ in range(count):
                person = _person(role, company, place, calendar, dice, _FIRST_NUMBER + len(staff.people))
                staff.people.append(person)
                staff.home.append(place)
                pool.add(person, place.trading)
    return staff


def _at_home(region_weights: list[int], dice: Dice, count: int) -> list[int]:
    """So many different industries or products, rather those of the region than others."""
    weights = list(region_weights)
    found = []
    for _ in range(count):
        found.append(dice.weighted(weights))
        weights[found[-1]] = 0
    return found


def _person(role: str, company: Company, place: Place, calendar: Calendar, dice: Dice, number: int) -> Part:
    surname, surname_en = dice.pick(SURNAMES)
    given, given_en = dice.pick(GIVEN)
    industries = _at_home(company.industry_weights[place.region], dice, 3 if role != SPONSOR else 4)
    products = _at_home(company.product_weights[place.region], dice, 3)
    grade = dice.weighted(_GRADES[role])
    skills = {f"industry:{INDUSTRIES[industry][0]}": 1 + dice.weighted((3, 4, 3)) for industry in industries}
    skills |= {f"product:{PRODUCTS[product][0]}": 1 + dice.weighted((3, 4, 3)) for product in products}
    person: Part = {
        "id": f"E{number}",
        "name": both(surname + given, f"{surname_en} {given_en}"),
        "unit": place.unit,
        "roles": [role],
        "grade": grade,
        "skills": skills,
        "languages": ["zh", "en"] if place.abroad or dice.chance(600) else ["zh"],
        "capacity": _capacity(role, grade, calendar, dice),
        "max_projects": dice.between(*_MOST_PROJECTS[role]),
    }
    if role == LEAD and dice.chance(60):
        person["roles"] = [LEAD, MANAGER]
    if dice.chance(80):
        person["lendable"] = False
    bookings = _bookings(role, calendar, dice)
    if bookings and not isinstance(person["capacity"], list):  # nobody hands over while away
        person["bookings"] = bookings
    return person


def _capacity(role: str, grade: int, calendar: Calendar, dice: Dice) -> Decimal | list[Decimal]:
    """The same in every month for most; some join later, leave, or are away for a while."""
    senior = dice.below(5) if role == MANAGER and grade >= 3 else 0
    level = Decimal(dice.between(*_CAPACITY[role]) + senior) / 20
    if not dice.chance(80):
        return level
    by_month = [level] * calendar.periods
    how = dice.below(3)
    turn = dice.between(1, calendar.periods - 2)
    if how == 0:
        by_month[:turn] = [Decimal(0)] * turn
    elif how == 1:
        by_month[turn:] = [Decimal(0)] * (calendar.periods - turn)
    else:
        by_month[turn : turn + 3] = [level / 2 for _ in by_month[turn : turn + 3]]
    return by_month


def _bookings(role: str, calendar: Calendar, dice: Dice) -> list[Part]:
    """Hand-overs at the beginning of the year, close-outs, and something lasting now and then."""
    bookings: list[Part] = []
    scale = 1 if role == SPONSOR else 4
    if dice.chance(150):
        last = dice.between(0, min(3, calendar.periods - 1))
        bookings.append(_booking(calendar, 0, last, Decimal(dice.between(1, scale)) / 20, "交接 hand-over"))
    if dice.chance(60):
        first = dice.between(0, calendar.periods - 2)
        last = min(calendar.periods - 1, first + dice.between(1, 5))
        bookings.append(_booking(calendar, first, last, Decimal(dice.between(1, scale)) / 20, "项目总结 close-out"))
    return bookings


def _booking(calendar: Calendar, first: int, last: int, effort: Decimal, why: str) -> Part:
    return {"from": calendar.label(first), "to": calendar.label(last), "effort": effort, "why": why}
