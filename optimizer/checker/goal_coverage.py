"""Projects and expected orders missing from a goal cost their price; a goal without a price is a commitment."""

from collections.abc import Iterator

from models.plan import GoalRow
from models.quantities import MICRO_PER_CENT
from models.rules import RuleId
from models.target import Goal
from optimizer.checker.book import Book
from optimizer.checker.case import Case

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
