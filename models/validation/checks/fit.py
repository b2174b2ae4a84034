"""What particular people change: each row once, and about something that exists."""

from collections.abc import Iterator

from models.findings import Finding
from models.validation.places import address, removing
from models.validation.report import found
from models.validation.subject import Subject


def fit_rows(subject: Subject) -> Iterator[Finding]:
    """Two rows for the same person on the same role, and rows that can have no effect."""
    first: dict[tuple[str, str, str], str] = {}
    for path, fit in subject.placed(("fit",), subject.scenario.fit):
        key = (fit.project, fit.role, fit.person)
        if key in first:
            yield found("fit_twice", path, removing(path), first=first[key], **_names(key))
            continue
        first[key] = address(path)
        project, person = subject.project_by_id.get(fit.project), subject.person_by_id.get(fit.person)
        if project is not None and fit.role not in subject.asked_roles(project):
            if subject.knows_roles_asked(project) and subject.is_known("roles", fit.role):
                yield found("fit_role_not_asked", (*path, "role"), project=fit.project, role=fit.role)
        elif project is not None and person is not None and fit.role not in person.roles:
            holds = project.in_flight and project.filled.incumbents.get(fit.role) == fit.person
            if not holds:
                yield found("fit_person_lacks_role", (*path, "person"), person=fit.person, role=fit.role)


def _names(key: tuple[str, str, str]) -> dict[str, str]:
    return dict(zip(("project", "role", "person"), key, strict=True))
