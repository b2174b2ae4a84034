"""People: their capacity, what they are booked for, what they can."""

from collections.abc import Iterator

from models.findings import Finding
from models.people import Person
from models.quantities import EFFORT_SCALE, RATIO_SCALE, exact
from models.validation.nearest import Names
from models.validation.places import Path, renaming, replacing
from models.validation.report import found
from models.validation.subject import Subject


def capacities(subject: Subject) -> Iterator[Finding]:
    """Capacity lists with more or fewer entries than the horizon has periods."""
    if not subject.sure("horizon"):
        return
    periods = subject.scenario.horizon.periods
    for path, person in subject.placed(("people",), subject.scenario.people):
        capacity = person.capacity
        if isinstance(capacity, tuple) and len(capacity) != periods and subject.sure(*path, "capacity"):
            yield found("capacity_length", (*path, "capacity"), entries=len(capacity), periods=periods)


def roles(subject: Subject) -> Iterator[Finding]:
    """People without a role count nowhere; a role named twice counts once."""
    for path, person in subject.placed(("people",), subject.scenario.people):
        if not person.roles:
            yield found("person_without_roles", (*path, "roles"), person=person.id)


def bookings(subject: Subject) -> Iterator[Finding]:
    """People booked beyond what they may carry."""
    for path, person in subject.placed(("people",), subject.scenario.people):
        if person.bookings:
            yield from _overbooked(subject, path, person)


def _overbooked(subject: Subject, path: Path, person: Person) -> Iterator[Finding]:
    """The first period in which bookings alone pass capacity × load cap."""
    horizon, load_cap, capacity = subject.scenario.horizon, subject.scenario.policy.load_cap, person.capacity
    if isinstance(capacity, tuple) and len(capacity) != horizon.periods:
        return
    change: dict[int, int] = {}
    for booking in person.bookings:
        begin, end = subject.index(booking.first), subject.index(booking.last)
        if begin is not None and end is not None and begin <= end and end >= 0:
            change[max(begin, 0)] = change.get(max(begin, 0), 0) + booking.effort
            change[end + 1] = change.get(end + 1, 0) - booking.effort
    # Where the capacity is one number, the load can only pass it where a booking begins.
    moments = change.keys() if isinstance(capacity, int) else change.keys() | set(range(horizon.periods))
    booked = 0
    for period in sorted(moments):
        if period >= horizon.periods:
            return
        booked += change.get(period, 0)
        available = capacity if isinstance(capacity, int) else capacity[period]
        if booked * RATIO_SCALE > available * load_cap:
            limit = exact(available * load_cap, EFFORT_SCALE * RATIO_SCALE)
            yield found(
                "overbooked",
                (*path, "bookings"),
                person=person.id,
                period=horizon.label(period),
                booked=f"{exact(booked, EFFORT_SCALE):f}",
                limit=f"{limit:f}",
            )
            return


def skills(subject: Subject) -> Iterator[Finding]:
    """Skills and languages that projects ask for and nobody has: each once, where it is first asked."""
    people = subject.scenario.people
    offered = {skill for person in people for skill, level in person.skills.items() if level > 0}
    spoken = {language for person in people for language in person.languages}
    skill_names, language_names = Names(offered), Names(spoken)
    seen: set[tuple[str, str]] = set()
    for path, traits in subject.traits:
        for place, need in subject.placed((*path, "staffing"), traits.staffing):
            for skill, level in need.skills.items():
                if level > 0 and skill not in offered and ("skill", skill) not in seen:
                    seen.add(("skill", skill))
                    near = skill_names.nearest(skill)
                    where = (*place, "skills", skill)
                    fix = renaming(where, near) if near is not None and near not in need.skills else None
                    yield found("skill_nobody_has", where, fix, skill=skill, nearest=near or "")
            for where, language in subject.placed((*place, "languages"), need.languages):
                if language not in spoken and ("language", language) not in seen:
                    seen.add(("language", language))
                    near = language_names.nearest(language)
                    fix = replacing(where, near) if near is not None else None
                    yield found("language_nobody_speaks", where, fix, language=language, nearest=near or "")
