"""The choices that a plan's decisions and assignments make, and where they make more than one."""

from dataclasses import dataclass

from models.choices import Choice, Choices
from models.plan import Assignment, Decision, Plan
from models.rules import RuleId
from optimizer.checker.book import Book, ProjectFacts, same_kind
from optimizer.checker.staffing import SECOND_PERSON
from optimizer.checker.violation import Violation


@dataclass(frozen=True, slots=True)
class Reading:
    """Choices, what speaks against reading them so, and the assignments that can be compared with them.

    `comparable` leaves out assignments that a rule reports by itself: a second person in a role, a role that its
    project does not ask for, a person whom the scenario does not know.
    """

    choices: Choices
    violations: tuple[Violation, ...]
    comparable: tuple[Assignment, ...]


def read(book: Book, plan: Plan) -> Reading:
    """Read a plan. Of several decisions on one project, or people in one role, the first is taken.

    A start that is missing or counts another kind of period is taken as the one most likely meant; the comparison of
    decisions then reports what the plan has in its place. Projects unknown to the scenario are left to it as well.
    """
    starts: dict[str, int | None] = {}
    for decision in plan.decisions:
        project = book.projects.get(decision.project)
        if project is not None and project.id not in starts:
            starts[project.id] = _start(book, project, decision)
    people: dict[str, dict[str, str]] = {project: {} for project, start in starts.items() if start is not None}
    violations: list[Violation] = []
    comparable: list[Assignment] = []
    for row in plan.assignments:
        chosen = people.get(row.project)
        if chosen is None:
            comparable.append(row)  # of a project that does not run: no recomputed row will match it
            continue
        holder = chosen.setdefault(row.role, row.person)
        if holder != row.person:
            subjects = (row.project, row.role)
            violations.append(Violation(RuleId.STAFFING, subjects, SECOND_PERSON, None, row.person, holder))
        elif row.role in book.projects[row.project].profiles and row.person in book.people:
            comparable.append(row)
    choices = {project: Choice(start, people[project]) for project, start in starts.items() if start is not None}
    return Reading(choices, tuple(violations), tuple(comparable))


def _start(book: Book, project: ProjectFacts, decision: Decision) -> int | None:
    if not decision.runs:
        return None
    if decision.start is not None and same_kind(book.horizon, decision.start):
        return book.horizon.index(decision.start)
    return project.preferred if project.preferred in project.starts else next(iter(project.starts), project.preferred)
