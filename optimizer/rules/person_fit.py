"""What a particular person adds to a particular project counts once."""

from models.quantities import MICRO_PER_CENT
from models.rules import RuleId
from optimizer.draft import Draft

NAME = RuleId.PERSON_FIT


def apply(draft: Draft) -> None:
    """A profit on every candidate whose fit has a value."""
    draft.builder.candidate_money += draft.table.offers.value[draft.table.offer] * MICRO_PER_CENT
