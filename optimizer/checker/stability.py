"""Each change against the baseline plan, a project turned or a person replaced, has its price."""

from models.plan import RUNNING
from models.quantities import MICRO_PER_CENT
from models.rules import RuleId
from optimizer.checker.book import Book
from optimizer.checker.case import Case

RULE = RuleId.STABILITY
TERM = "changes"


def money(case: Case) -> int:
    """Minus the changes times their price, in 10^-6 money unit."""
    baseline = case.book.scenario.baseline
    return 0 if baseline is None else -changes(case) * baseline.price_per_change * MICRO_PER_CENT


def changes(case: Case) -> int:
    """How many changes the choices make.

    Only projects that the baseline decided on and the scenario still has can change. One that ran and runs changes
    once for each role that it asks for now, that the baseline staffed too, and that somebody else holds.
    """
    count = 0
    for project_id, ran, people in case.book.once(_baseline):
        runs = case.runs(project_id)
        if runs != ran:
            count += 1
        elif runs:
            chosen = case.choices[project_id].people
            count += sum(chosen.get(role) != person for role, person in people)
    return count


def _baseline(book: Book) -> tuple[tuple[str, bool, tuple[tuple[str, str], ...]], ...]:
    """By project that both know: whether it ran, and who held the roles that it still asks for."""
    baseline = book.scenario.baseline
    if baseline is None:
        return ()
    held: dict[str, dict[str, str]] = {}
    for row in baseline.plan.assignments:
        held.setdefault(row.project, {})[row.role] = row.person
    ran = {row.project: row.decision in RUNNING for row in baseline.plan.decisions}
    return tuple(
        (
            project_id,
            decision,
            tuple((r, p) for r, p in held.get(project_id, {}).items() if r in book.projects[project_id].profiles),
        )
        for project_id, decision in ran.items()
        if project_id in book.projects
    )
