"""Commitments: mandated projects, projects in flight that cannot be stopped, pins, goals without a price, max_changes.

They come before money. A project, a pin and a goal count once each.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from models.rules import RuleId
from models.scenario import Pin
from optimizer.checker import goal_coverage, stability
from optimizer.checker.book import Book, ProjectFacts
from optimizer.checker.case import Case
from optimizer.checker.engagement import Engagement
from optimizer.checker.row import ABOVE, COUNT, Hinge, Row, Term, single

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


OF_CLAIM: tuple[Term, ...] = (((), 0, (-1,)),)
"""Whoever claims that a commitment is met leaves one less unmet."""


def limit(book: Book, unmet_limit: int) -> Row:
    """The one row of the rule, without ids: unmet commitments, from those that doing nothing leaves unmet."""
    return single((), COUNT, Hinge(ABOVE, unmet_limit, None), base=-met_of_nothing(book))


def of_start(book: Book, project: ProjectFacts, start: int) -> tuple[Term, ...]:
    """Minus what a start meets."""
    met = met_of_start(book, project, start)
    return (((), 0, (-met,)),) if met else ()


def of_candidate(book: Book, engagement: Engagement) -> tuple[Term, ...]:
    """Minus what a person meets."""
    met = met_of_candidate(book, engagement)
    return (((), 0, (-met,)),) if met else ()


def met_of_nothing(book: Book) -> int:
    """Minus the commitments unmet when nothing runs. What doing nothing meets is not counted before it is broken."""
    waiting = sum(promise.running + len(promise.at) for promise in book.once(_promises).values())
    return -waiting - len(goal_coverage.claims(book)) - len(stability.claims(book))


def met_of_start(book: Book, project: ProjectFacts, start: int) -> int:
    """The commitments that a start meets, less the pins that it breaks."""
    promise = book.once(_promises).get(project.id)
    return 0 if promise is None else promise.running + promise.at.count(start) - promise.idle


def met_of_candidate(book: Book, engagement: Engagement) -> int:
    """Minus the pins that somebody else in the role breaks."""
    promise = book.once(_promises).get(engagement.project.id)
    if promise is None:
        return 0
    return -sum(role == engagement.role and person != engagement.person.id for role, person in promise.people)


@dataclass(slots=True)
class _Promise:
    """The commitments on one project: to run (so many), not to run, starts (periods) and people pinned."""

    running: int = 0
    idle: int = 0
    at: list[int] = field(default_factory=list)
    people: list[tuple[str, str | None]] = field(default_factory=list)


def _promises(book: Book) -> dict[str, _Promise]:
    promises: dict[str, _Promise] = {}
    for promised in book.once(_promised_projects):
        promises.setdefault(promised.id, _Promise()).running += 1
    for pin in book.scenario.pins:
        promise = promises.setdefault(pin.project, _Promise())
        if pin.role is not None:
            promise.people.append((pin.role, pin.person))
        elif pin.decision in ("drop", "stop"):
            promise.idle += 1
        elif pin.start is not None:
            promise.at.append(book.horizon.index(pin.start))
        else:
            promise.running += 1
    return promises
