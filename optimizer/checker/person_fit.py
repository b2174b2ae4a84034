"""What a particular person adds to a particular project counts once."""

from models.quantities import MICRO_PER_CENT
from models.rules import RuleId
from optimizer.checker.book import Book
from optimizer.checker.case import Case
from optimizer.checker.engagement import Engagement

RULE = RuleId.PERSON_FIT
TERM = "person_fit"


def money(case: Case) -> int:
    """The fit value of all assignments, in 10^-6 money unit."""
    return sum(engagement.fit_value for engagement in case.engagements) * MICRO_PER_CENT


def profit_of_candidate(_book: Book, engagement: Engagement) -> int:
    """The fit value of one assignment, in 10^-6 money unit."""
    return engagement.fit_value * MICRO_PER_CENT
