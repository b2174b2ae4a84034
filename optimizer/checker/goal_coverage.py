"""Projects and expected orders missing from a goal cost their price; a goal without a price is a commitment."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.plan import GoalRow
from models.quantities import MICRO_PER_CENT
from models.rules import RuleId
from models.target import Goal
from optimizer.checker.book import Book, ProjectFacts
from optimizer.checker.case import Case
from optimizer.checker.row import BELOW, COUNT, MONEY, Claim, Hinge, Row, Term, single

RULE = RuleId.GOAL_COVERAGE
TERM = "goals"


def money(case: Case) -> int:
    """Minus the price of what goals miss, in 10^-6 money unit."""
    cost = 0
    for goal in case.book.scenario.goals:
        if goal.shortfall_price is None:
            continue
        projects, orders = shortfall(case, goal)
        # Orders are 0.01 money unit and their price 10^-4, which makes 10^-6.
        cost += projects * goal.shortfall_price * MICRO_PER_CENT + orders * goal.orders_price
    return -cost


def shortfall(case: Case, goal: Goal) -> tuple[int, int]:
    """The projects and the expected orders (0.01 money unit) that a goal still lacks, each at least 0."""
    return (
        max(0, goal.min_projects - case.goal_projects.get(goal.id, 0)),
        max(0, goal.min_expected_orders - case.goal_orders.get(goal.id, 0)),
    )


def falls_short(case: Case, goal: Goal) -> bool:
    """Whether a goal lacks anything."""
    return shortfall(case, goal) != (0, 0)


def commitments(book: Book) -> tuple[Goal, ...]:
    """The goals without a price."""
    return tuple(goal for goal in book.scenario.goals if goal.shortfall_price is None)


def table(case: Case) -> Iterator[GoalRow]:
    """A row for each goal, priced or not."""
    for goal in case.book.scenario.goals:
        projects, orders = shortfall(case, goal)
        yield GoalRow.model_construct(
            id=goal.id,
            projects=case.goal_projects.get(goal.id, 0),
            expected_orders=case.goal_orders.get(goal.id, 0),
            shortfall=projects,
            orders_shortfall=orders,
        )


def rows(book: Book) -> Iterator[Row]:
    """`g/projects` and `g/expected_orders`: what a goal gets; without a price, for the claim that it is met."""
    for goal in book.scenario.goals:
        if goal.shortfall_price is None:
            for part in book.once(_parts_to_claim).get(goal.id, ()):
                yield single((goal.id, part.name), part.unit, Hinge(BELOW, part.least, None))
        else:
            # Orders are 0.01 money unit and their price 10^-4, which makes 10^-6.
            price = goal.shortfall_price * MICRO_PER_CENT
            yield single((goal.id, "projects"), COUNT, Hinge(BELOW, goal.min_projects, price))
            yield single((goal.id, "expected_orders"), MONEY, Hinge(BELOW, goal.min_expected_orders, goal.orders_price))


def of_start(book: Book, project: ProjectFacts, _start: int) -> Iterator[Term]:
    """What a project gives to each goal that it names."""
    claimed, priced = book.once(_parts_to_claim), book.once(_priced)
    for goal in project.goals:
        if goal in priced:
            yield (goal, "projects"), 0, (1,)
            yield (goal, "expected_orders"), 0, (project.expected_orders,)
        for part in claimed.get(goal, ()):
            given = 1 if part.unit == COUNT else project.expected_orders
            # Without negative amounts nothing above the need counts.
            yield (goal, part.name), 0, (given if part.least else min(given, part.need),)


def claims(book: Book) -> tuple[Claim, ...]:
    """That a goal without a price is met; none where it always is."""
    return tuple(
        Claim(f"claim/goal/{goal}", tuple(((goal, part.name), 0, (part.least - part.need,)) for part in parts))
        for goal, parts in book.once(_parts_to_claim).items()
    )


@dataclass(frozen=True, slots=True)
class Part:
    """What a goal without a price asks for and may lack: the least that its projects can sum to, and the need."""

    name: str
    unit: int
    least: int
    need: int


def _parts_to_claim(book: Book) -> dict[str, tuple[Part, ...]]:
    losses: dict[str, int] = {}
    for project in book.projects.values():
        for goal_id in project.goals:
            losses[goal_id] = losses.get(goal_id, 0) + min(project.expected_orders, 0)
    parts: dict[str, tuple[Part, ...]] = {}
    for goal in commitments(book):
        stated = (
            Part("projects", COUNT, 0, goal.min_projects),
            Part("expected_orders", MONEY, losses.get(goal.id, 0), goal.min_expected_orders),
        )
        if lacking := tuple(part for part in stated if part.need > part.least):
            parts[goal.id] = lacking
    return parts


def _priced(book: Book) -> frozenset[str]:
    return frozenset(goal.id for goal in book.scenario.goals if goal.shortfall_price is not None)
