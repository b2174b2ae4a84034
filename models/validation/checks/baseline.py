"""The earlier plan to stay close to."""

from collections.abc import Iterator

from models.findings import Finding
from models.validation.report import found
from models.validation.subject import Subject


def baseline(subject: Subject) -> Iterator[Finding]:
    """An earlier plan that speaks of projects this scenario does not have, or of none at all."""
    earlier = subject.scenario.baseline
    if earlier is None:
        return
    if not earlier.plan.decisions:
        yield found("baseline_empty", ("baseline", "plan"))
    named = [row.project for row in earlier.plan.decisions] + [row.project for row in earlier.plan.assignments]
    unknown = dict.fromkeys(name for name in named if not subject.is_known("projects", name))
    if unknown:
        yield found("baseline_projects_unknown", ("baseline", "plan"), count=len(unknown), id=next(iter(unknown)))
    decided: set[str] = set()
    for path, row in subject.placed(("baseline", "plan", "decisions"), earlier.plan.decisions):
        if row.project in decided:
            yield found("baseline_decision_twice", (*path, "project"), project=row.project)
        decided.add(row.project)
    held: set[tuple[str, str]] = set()
    for path, held_row in subject.placed(("baseline", "plan", "assignments"), earlier.plan.assignments):
        key = (held_row.project, held_row.role)
        if key in held:
            yield found("baseline_role_twice", (*path, "role"), project=key[0], role=key[1])
        held.add(key)
