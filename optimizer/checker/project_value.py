"""A project is worth its order part, less with delay, plus strategic value, less pursuit cost."""

from models.quantities import MICRO_PER_CENT, RATIO_SCALE, half_up
from models.rules import RuleId
from optimizer.checker.book import Book, ProjectFacts
from optimizer.checker.case import Case

RULE = RuleId.PROJECT_VALUE
TERM = "project_value"


def money(case: Case) -> int:
    """The value of all running projects, in 10^-6 money unit."""
    return sum(value_at(project, case.starts[project.id]) for project in case.running) * MICRO_PER_CENT


def value_at(project: ProjectFacts, start: int) -> int:
    """The value of a project from a start on, in 0.01 money unit.

    amount x margin rate x win probability x what delay leaves, rounded half up once, + strategic - pursuit cost. In
    flight there is no delay, and what was spent on the pursuit is spent.
    """
    value = project.project.value
    order = value.amount * value.margin_rate * value.win_probability
    if project.in_flight:
        return half_up(order, RATIO_SCALE**2) + value.strategic
    delay = max(0, start - project.preferred)
    left = max(0, RATIO_SCALE - value.delay_loss * delay)
    return half_up(order * left, RATIO_SCALE**3) + value.strategic - value.pursuit_cost


def profit_of_start(_book: Book, project: ProjectFacts, start: int) -> int:
    """The value at a start, in 10^-6 money unit."""
    return value_at(project, start) * MICRO_PER_CENT
