"""What projects ask for: durations, profiles, roles, incumbents."""

from collections.abc import Iterator

from models.findings import Finding
from models.people import Efforts
from models.project import StaffingNeed
from models.validation.places import Path, removing
from models.validation.report import found
from models.validation.subject import PlacedProject, Subject


def durations(subject: Subject) -> Iterator[Finding]:
    """Projects that last no period."""
    told: set[Path] = set()
    for project in subject.projects:
        if project.filled.duration == 0 and subject.knows_field(project, "duration"):
            place = (*subject.field_path(project, "duration"), "duration")
            if place not in told:  # a tier is told once, not for each of its projects
                told.add(place)
                yield found("duration_missing", place, project=project.own.id)


def profiles(subject: Subject) -> Iterator[Finding]:
    """Profiles with more or fewer entries than the project has periods."""
    told: set[Path] = set()
    for project in subject.projects:
        duration = project.filled.duration
        if duration == 0 or not subject.knows_field(project, "duration"):
            continue
        shared = subject.field_path(project, "duration", "staffing") != project.path
        staffing = (*subject.field_path(project, "staffing"), "staffing")
        for place, need in subject.placed(staffing, project.filled.staffing):
            if _wrong_length(need.effort, duration) and subject.sure(*place, "effort"):
                # A profile of the tier is at fault only if the duration is the tier's too.
                own = shared or place[: len(project.path)] == project.path
                at_fault = (*place, "effort") if own else (*project.path, "duration")
                if at_fault not in told:
                    told.add(at_fault)
                    yield _length(project, at_fault, need.effort)
    for path, fit in subject.placed(("fit",), subject.scenario.fit):
        served = subject.project_by_id.get(fit.project)
        if served is None or served.filled.duration == 0 or not subject.knows_field(served, "duration"):
            continue
        if _wrong_length(fit.effort, served.filled.duration) and subject.sure(*path, "effort"):
            yield _length(served, (*path, "effort"), fit.effort)


def _wrong_length(effort: Efforts | None, duration: int) -> bool:
    return isinstance(effort, tuple) and len(effort) != duration


def _length(project: PlacedProject, path: Path, effort: Efforts | None) -> Finding:
    entries = len(effort) if isinstance(effort, tuple) else 1
    return found("profile_length", path, project=project.own.id, entries=entries, duration=project.filled.duration)


def needs(subject: Subject) -> Iterator[Finding]:
    """Roles asked for twice; effort given twice, by half or not at all."""
    for path, traits in subject.traits:
        roles: set[str] = set()
        for place, need in subject.placed((*path, "staffing"), traits.staffing):
            if need.role in roles:
                yield found("role_twice", (*place, "role"), role=need.role)
            roles.add(need.role)
            yield from _effort(place, need)


def _effort(path: Path, need: StaffingNeed) -> Iterator[Finding]:
    reviews, hours = need.reviews_per_period, need.hours_per_review
    if need.effort is not None:
        if reviews is not None or hours is not None:
            yield found("effort_twice", path, removing((*path, "effort")) if None not in (reviews, hours) else None)
    elif reviews is None and hours is None:
        yield found("effort_absent", path, role=need.role)
    elif reviews is None or hours is None:
        missing = "reviews_per_period" if reviews is None else "hours_per_review"
        yield found("reviews_incomplete", path, role=need.role, field=missing)


def hours_per_fte(subject: Subject) -> Iterator[Finding]:
    """Reviews that cannot be turned into effort."""
    if subject.scenario.policy.hours_per_fte > 0 or not subject.sure("policy", "hours_per_fte"):
        return
    needs = (need for project in subject.projects for need in project.filled.staffing)
    using = sum(need.reviews_per_period is not None or need.hours_per_review is not None for need in needs)
    if using:
        yield found("hours_per_fte_missing", ("policy", "hours_per_fte"), count=using)


def incumbents(subject: Subject) -> Iterator[Finding]:
    """One person in two roles; incumbents of roles nobody asks for; roles in flight without an incumbent."""
    for path, traits in subject.traits:
        held: dict[str, str] = {}
        for role, name in traits.incumbents.items():
            if name in held:
                yield found("incumbent_twice", (*path, "incumbents", role), person=name, role=role, other=held[name])
            held.setdefault(name, role)
    for project in subject.projects:
        asked = subject.asked_roles(project)
        place = (*subject.field_path(project, "incumbents"), "incumbents")
        for role, name in project.filled.incumbents.items():
            person = subject.person_by_id.get(name)
            if role not in asked:
                if not (subject.knows_roles_asked(project) and subject.is_known("roles", role)):
                    continue
                yield found("incumbent_not_asked", (*place, role), project=project.own.id, role=role)
            elif person is not None and role not in person.roles:
                yield found("incumbent_lacks_role", (*place, role), project=project.own.id, role=role, person=name)
        if project.in_flight:
            for role in asked:
                if role not in project.filled.incumbents:
                    yield found("incumbent_missing", project.path, project=project.own.id, role=role)


def surplus_fields(subject: Subject) -> Iterator[Finding]:
    """Fields that mean nothing for a candidate, and projects that need nobody."""
    for project in subject.projects:
        own = project.own
        if not project.in_flight:
            for field in ("stoppable", "stop_cost"):
                if getattr(own, field):
                    yield found("stop_ignored", (*project.path, field), project=own.id, field=field)
        if not project.filled.staffing and subject.knows_field(project, "staffing"):
            yield found("staffing_empty", (*project.path, "staffing"), project=own.id)
