"""Commitments: mandated projects, projects in flight that cannot be stopped, pins, goals without a price, max_changes.

They come before money. A project, a pin and a goal count once each.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from models.rules import RuleId
from models.scenario import Pin
from optimizer.checker import goal_coverage, stability
from optimizer.checker.book import Book
from optimizer.checker.case import Case

RULE = RuleId.COMMITMENT

Kind = Literal["mandated", "in_flight", "pin", "goal", "max_changes"]


@dataclass(frozen=True, slots=True)
class UnmetCommitment:
    """A commitment that the choices leave unmet; `role` where a pin names one."""

    kind: Kind
    id: str
    role: str | None = None


def unmet(case: Case) -> Iterator[UnmetCommitment]:
    """What is unmet: projects in the order of the scenario, then pins, goals, and max_changes."""
    for promise in case.book.once(_promised_projects):
        if not case.runs(promise.id):
            yield promise
    for pin in case.book.scenario.pins:
        if not is_met(case, pin):
            yield UnmetCommitment("pin", pin.project, pin.role)
    for goal in case.book.once(goal_coverage.commitments):
        if goal_coverage.falls_short(case, goal):
            yield UnmetCommitment("goal", goal.id)
    baseline = case.book.scenario.baseline
    if baseline is not None and baseline.max_changes is not None and stability.changes(case) > baseline.max_changes:
        yield UnmetCommitment("max_changes", "baseline")


def is_met(case: Case, pin: Pin) -> bool:
    """Whether the choices do what a pin fixes."""
    if not case.runs(pin.project):
        # A person is pinned for the case that the project runs.
        return pin.role is not None or pin.decision in ("drop", "stop")
    if pin.role is not None:
        return case.choices[pin.project].people.get(pin.role) == pin.person
    if pin.decision in ("drop", "stop"):
        return False
    return pin.start is None or case.starts[pin.project] == case.book.horizon.index(pin.start)


def _promised_projects(book: Book) -> tuple[UnmetCommitment, ...]:
    """Every project that must run, as it would be named if it did not."""
    return tuple(
        UnmetCommitment("in_flight" if held else "mandated", project.id)
        for project in book.projects.values()
        if (held := project.in_flight and not project.project.stoppable) or project.project.mandated
    )
