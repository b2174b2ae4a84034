"""What a particular person adds to a particular project counts once."""

from models.quantities import MICRO_PER_CENT
from models.rules import RuleId
from optimizer.checker.case import Case

RULE = RuleId.PERSON_FIT
TERM = "person_fit"


def money(case: Case) -> int:
    """The fit value of all assignments, in 10^-6 money unit."""
    return sum(engagement.fit_value for engagement in case.engagements) * MICRO_PER_CENT
