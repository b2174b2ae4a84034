"""Working across units has a real cost: a share of the rate before mark-up."""

from models.quantities import MICRO_PER_CENT
from models.rules import RuleId
from optimizer.bought import Bought
from optimizer.draft import Draft

NAME = RuleId.FRICTION


def apply(draft: Draft) -> None:
    """A cost on every candidate from another trading unit."""
    draft.builder.candidate_money[draft.table.bought] -= Bought(draft.table).friction * MICRO_PER_CENT
