"""Pins: what they say, whether it can be said of that project, and whether two of them agree."""

from collections.abc import Iterator

from models.findings import Finding
from models.scenario import Pin
from models.validation.places import Path, adding, address, removing, replacing
from models.validation.report import found
from models.validation.subject import PlacedProject, Subject

_FOR_CANDIDATES = {"continue": "initiate", "stop": "drop"}
_RUNNING = frozenset({"initiate", "continue"})


def forms(subject: Subject) -> Iterator[Finding]:
    """Pins that say too little, too much, or what their project cannot do."""
    for path, pin in subject.placed(("pins",), subject.scenario.pins):
        if subject.sure(*path):
            yield from _form(path, pin)
        project = subject.project_by_id.get(pin.project)
        if project is not None:
            yield from _against(subject, path, pin, project)


def _form(path: Path, pin: Pin) -> Iterator[Finding]:
    if pin.role is not None and pin.person is None:
        yield found("pin_without_person", path, role=pin.role)
    elif pin.person is not None and pin.role is None:
        yield found("pin_without_role", path, person=pin.person)
    elif pin.person is None and pin.decision is None:
        fix = adding((*path, "decision"), "initiate") if pin.start is not None else None
        yield found("pin_says_nothing", path, fix, project=pin.project)
    if (pin.person is not None or pin.role is not None) and (pin.decision is not None or pin.start is not None):
        yield found("pin_says_both", path, project=pin.project)


def _against(subject: Subject, path: Path, pin: Pin, project: PlacedProject) -> Iterator[Finding]:
    """What a pin says against what its project is."""
    name = pin.project
    status_known = subject.knows_field(project, "status")
    if pin.decision in _FOR_CANDIDATES and not project.in_flight and status_known:
        word = _FOR_CANDIDATES[pin.decision]
        place = (*path, "decision")
        yield found("pin_not_for_candidate", place, replacing(place, word), project=name, given=pin.decision, word=word)
    if pin.start is not None and pin.person is None and pin.role is None:
        if pin.decision in ("drop", "stop"):
            yield found("pin_start_on_drop", (*path, "start"), removing((*path, "start")), project=name)
        elif project.in_flight and status_known:
            yield found("pin_start_in_flight", (*path, "start"), removing((*path, "start")), project=name)
        else:
            yield from _start(subject, path, pin, project)
    asked = subject.asked_roles(project)
    unasked = pin.role is not None and pin.role not in asked and subject.is_known("roles", pin.role)
    if unasked and subject.knows_roles_asked(project):
        yield found("pin_role_not_asked", (*path, "role"), project=name, role=pin.role)


def _start(subject: Subject, path: Path, pin: Pin, project: PlacedProject) -> Iterator[Finding]:
    starts, index = subject.starts(project), subject.index(pin.start)
    if index is not None and starts is not None and index not in starts:
        start = project.filled.start
        window = (start.earliest or start.preferred, start.latest or start.preferred) if start is not None else ("", "")
        yield found(
            "pin_start_outside_window",
            (*path, "start"),
            project=pin.project,
            start=pin.start,
            earliest=window[0],
            latest=window[1],
        )


def agreements(subject: Subject) -> Iterator[Finding]:
    """Pins of one project that cannot all be met, or that say the same twice."""
    decisions: dict[str, tuple[Path, Pin]] = {}
    starts: dict[str, tuple[Path, Pin]] = {}
    people: dict[tuple[str, str], tuple[Path, Pin]] = {}
    roles: dict[tuple[str, str], tuple[Path, Pin]] = {}
    for path, pin in subject.placed(("pins",), subject.scenario.pins):
        first: tuple[Path, Pin] | None = None
        clash = same = False
        if pin.person is not None and pin.role is not None:
            first = people.setdefault((pin.project, pin.role), (path, pin))
            clash, same = first[1].person != pin.person, first[0] != path
            if not clash:
                other = roles.setdefault((pin.project, pin.person), (path, pin))
                if other[1].role != pin.role:
                    first, clash = other, True
        elif pin.decision is not None:
            first = decisions.setdefault(pin.project, (path, pin))
            running = pin.decision in _RUNNING
            clash, same = (first[1].decision in _RUNNING) != running, first[0] != path
            if not clash and running and pin.start is not None:
                first = starts.setdefault(pin.project, (path, pin))
                clash, same = first[1].start != pin.start, first[0] != path
            elif same and first[1].start != pin.start:
                same = False
        if first is not None and clash:
            yield found("pins_clash", path, project=pin.project, first=address(first[0]))
        elif first is not None and same:
            yield found("pin_repeated", path, removing(path), project=pin.project, first=address(first[0]))


def pinned_people(subject: Subject) -> Iterator[Finding]:
    """People pinned to a role they do not have, or forbidden for it: the pin cannot be met while the project runs."""
    forbidden = {(fit.project, fit.role, fit.person) for fit in subject.scenario.fit if fit.eligible is False}
    for path, pin in subject.placed(("pins",), subject.scenario.pins):
        project, person = subject.project_by_id.get(pin.project), subject.person_by_id.get(pin.person or "")
        if project is None or person is None or pin.role is None:
            continue
        if project.in_flight and project.filled.incumbents.get(pin.role) == person.id:
            continue
        if pin.role not in person.roles or (pin.project, pin.role, person.id) in forbidden:
            yield found("pin_person_not_eligible", (*path, "person"), person=person.id, role=pin.role)
