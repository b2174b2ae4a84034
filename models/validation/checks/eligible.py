"""Roles that nobody can fill."""

from collections.abc import Iterator
from contextlib import suppress

from models.findings import Finding
from models.validation.eligibility import Pools, TooManyKinds
from models.validation.report import found
from models.validation.subject import Subject


def nobody_eligible(subject: Subject) -> Iterator[Finding]:
    """Needs without a single eligible person, with the requirement that keeps most people out."""
    with suppress(TooManyKinds):  # left to the solve, which says of each project why it cannot run
        yield from _nobody_eligible(subject, Pools(subject))


def _nobody_eligible(subject: Subject, pools: Pools) -> Iterator[Finding]:
    for project in subject.projects:
        for path, need in subject.needs(project):
            if not subject.is_known("roles", need.role):
                continue
            if project.in_flight and project.filled.incumbents.get(need.role) in subject.person_by_id:
                continue
            obstacle = pools.obstacle(project, need)
            if obstacle is not None:
                yield found(
                    "nobody_eligible",
                    path if path[: len(project.path)] == project.path else (*project.path, "tier"),
                    project=project.own.id,
                    role=need.role,
                    requirement=obstacle.requirement,
                    name=obstacle.name,
                    excluded=obstacle.excluded,
                    people=obstacle.people,
                )
