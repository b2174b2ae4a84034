"""A project in flight that does not run on pays its stop cost."""

from models.quantities import MICRO_PER_CENT
from models.rules import RuleId
from optimizer.draft import Draft

NAME = RuleId.STOP_COST


def apply(draft: Draft) -> None:
    """Paid by doing nothing, given back by running."""
    for place, project in enumerate(draft.facts.projects):
        if project.in_flight:
            draft.builder.money_constant -= project.stop_cost * MICRO_PER_CENT
            draft.builder.start_money[draft.running(place)] += project.stop_cost * MICRO_PER_CENT
