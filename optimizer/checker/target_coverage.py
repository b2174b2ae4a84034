"""Expected orders of running projects cover the target; each missing money unit costs its price."""

from collections.abc import Iterator

from models.horizon import parse_period
from models.plan import TargetRow
from models.project import Project
from models.quantities import RATIO_SCALE, half_up
from models.rules import RuleId
from models.target import Target
from optimizer.checker.book import Book, ProjectFacts
from optimizer.checker.case import Case
from optimizer.checker.row import BELOW, MONEY, Hinge, Row, Term, single

RULE = RuleId.TARGET_COVERAGE
TERM = "targets"


def money(case: Case) -> int:
    """Minus the price of what targets miss, in 10^-6 money unit: 0.01 money unit times a price in 10^-4."""
    targets = case.book.scenario.targets
    if not targets:
        return 0
    cost = 0
    for target, expected in zip(targets, expected_orders(case), strict=True):
        if expected < (need := need_of(target)):
            cost += (need - expected) * target.shortfall_price
    return -cost


def need_of(target: Target) -> int:
    """coverage x amount in 0.01 money unit, rounded half up once."""
    return half_up(target.coverage * target.amount, RATIO_SCALE)


def expected_orders(case: Case) -> list[int]:
    """By target, the expected orders of the running projects in its cell, in 0.01 money unit."""
    cells = case.book.once(_cells)
    expected = [0] * len(case.book.scenario.targets)
    for project in case.running:
        for place in cells[project.id]:
            expected[place] += project.expected_orders
    return expected


def covers(target: Target, project: Project, line: tuple[str, ...]) -> bool:
    """Whether a project is in a target's cell; `line` is its unit and all above. An absent part of a cell means any."""
    if target.unit is not None and target.unit not in line:
        return False
    if target.product is not None and target.product != project.product:
        return False
    if target.customer_group is not None and target.customer_group != project.customer_group:
        return False
    return _dated_inside(target, project.order_period)


def _dated_inside(target: Target, order_period: str | None) -> bool:
    """Whether orders fall between the ends of a cell; a project without an order period is in no dated cell."""
    if target.first is None and target.last is None:
        return True
    if order_period is None:
        return False
    period = parse_period(order_period)
    first = period if target.first is None else parse_period(target.first)
    last = period if target.last is None else parse_period(target.last)
    return first.kind is period.kind is last.kind and first <= period <= last


def _cells(book: Book) -> dict[str, tuple[int, ...]]:
    """By project, the places of the targets it counts for."""
    by_unit: dict[str | None, list[tuple[int, Target]]] = {}
    for place, target in enumerate(book.scenario.targets):
        by_unit.setdefault(target.unit, []).append((place, target))
    return {
        facts.id: tuple(
            place
            for unit in (None, *book.organisation.line[facts.project.unit])
            for place, target in by_unit.get(unit, ())
            if covers(target, facts.project, book.organisation.line[facts.project.unit])
        )
        for facts in book.projects.values()
    }


def table(case: Case) -> Iterator[TargetRow]:
    """A row for each target."""
    for target, expected in zip(case.book.scenario.targets, expected_orders(case), strict=True):
        need = need_of(target)
        yield TargetRow.model_construct(id=target.id, need=need, expected=expected, shortfall=max(0, need - expected))


def rows(book: Book) -> Iterator[Row]:
    """`id`: the expected orders of a target's cell. A price in 10^-4 on 0.01 money unit is 10^-6."""
    for target in book.scenario.targets:
        yield single((target.id,), MONEY, Hinge(BELOW, need_of(target), target.shortfall_price))


def of_start(book: Book, project: ProjectFacts, _start: int) -> tuple[Term, ...]:
    """The expected orders, in every cell that counts the project."""
    targets = book.scenario.targets
    return tuple(((targets[place].id,), 0, (project.expected_orders,)) for place in book.once(_cells)[project.id])
