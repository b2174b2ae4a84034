"""A project in flight that does not run on pays its stop cost."""

from models.quantities import MICRO_PER_CENT
from models.rules import RuleId
from optimizer.checker.book import Book, ProjectFacts
from optimizer.checker.case import Case

RULE = RuleId.STOP_COST
TERM = "stop_cost"


def money(case: Case) -> int:
    """Minus the stop costs paid, in 10^-6 money unit."""
    costs = case.book.once(_stop_costs)
    return -sum(cost for project_id, cost in costs if not case.runs(project_id)) * MICRO_PER_CENT


def _stop_costs(book: Book) -> tuple[tuple[str, int], ...]:
    return tuple(
        (project.id, project.project.stop_cost)
        for project in book.projects.values()
        if project.in_flight and project.project.stop_cost
    )


def profit_of_nothing(book: Book) -> int:
    """Minus all stop costs: what is paid when nothing runs, in 10^-6 money unit."""
    all_costs = sum([cost for _, cost in book.once(_stop_costs)])
    return -all_costs * MICRO_PER_CENT


def profit_of_start(_book: Book, project: ProjectFacts, _start: int) -> int:
    """What running on saves, in 10^-6 money unit."""
    return project.project.stop_cost * MICRO_PER_CENT if project.in_flight else 0
