"""The rows of `initiation_limits`: the pursuit cost of each unit that has a budget, and its starts in each period."""

from collections.abc import Iterator

from models.rules import RuleId
from optimizer.checker.book import Book, ProjectFacts
from optimizer.checker.initiation_limits import Scope, scopes_of
from optimizer.checker.row import ABOVE, COUNT, MONEY, Hinge, Row, Term, single

RULE = RuleId.INITIATION_LIMITS
BUDGET, MOST = "pursuit_budget", "max_per_period"


def rows(book: Book) -> Iterator[Row]:
    """`u/pursuit_budget` and `u/max_per_period/t`; limits that name one unit share its rows."""
    for unit, scopes in book.once(_by_unit).items():
        budgets = [scope.row.pursuit_budget for scope in scopes if scope.row.pursuit_budget is not None]
        if budgets:
            yield single((unit, BUDGET), MONEY, *(Hinge(ABOVE, budget, None) for budget in budgets))
        hinges = tuple(
            Hinge(ABOVE, scope.row.max_per_period, None) for scope in scopes if scope.row.max_per_period is not None
        )
        if hinges:
            for period, label in enumerate(book.labels):
                yield Row((unit, MOST), period, label, COUNT, 0, hinges)


def rows_without_refund(book: Book) -> Iterator[Row]:
    """The rows in which nothing has a coefficient below 0: of pursuit costs those in which none is."""
    refunded = {
        unit
        for project_id, units in book.once(_counted_in).items()
        if book.projects[project_id].project.value.pursuit_cost < 0
        for unit in units
    }
    for row in rows(book):
        unit, limit = row.ids
        if limit == MOST or unit not in refunded:
            yield row


def of_start(book: Book, project: ProjectFacts, start: int) -> Iterator[Term]:
    """The pursuit cost, and one start, in every unit that counts the project."""
    for unit in book.once(_counted_in).get(project.id, ()):
        yield (unit, BUDGET), 0, (project.project.value.pursuit_cost,)
        yield (unit, MOST), start, (1,)


def _by_unit(book: Book) -> dict[str, list[Scope]]:
    scopes: dict[str, list[Scope]] = {}
    for scope in book.once(scopes_of):
        scopes.setdefault(scope.unit, []).append(scope)
    return scopes


def _counted_in(book: Book) -> dict[str, list[str]]:
    """By candidate, the units whose rows count it; scopes of one unit count the same candidates."""
    counted: dict[str, list[str]] = {}
    for unit, scopes in book.once(_by_unit).items():
        for project_id in scopes[0].candidates:
            counted.setdefault(project_id, []).append(unit)
    return counted
