"""Working across trading units has a real cost: a share of the rate before mark-up, by distance."""

from models.quantities import MICRO_PER_CENT
from models.rules import RuleId
from optimizer.checker.book import Book
from optimizer.checker.case import Case
from optimizer.checker.engagement import Engagement

RULE = RuleId.FRICTION
TERM = "friction"


def money(case: Case) -> int:
    """Minus the friction of all purchases, in 10^-6 money unit; it is rounded half up once per period before."""
    return -sum(engagement.friction for engagement in case.engagements) * MICRO_PER_CENT


def profit_of_candidate(_book: Book, engagement: Engagement) -> int:
    """Minus the friction of one assignment, in 10^-6 money unit."""
    return -engagement.friction * MICRO_PER_CENT
