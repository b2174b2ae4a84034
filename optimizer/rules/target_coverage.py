"""Expected orders of running projects cover the target; each missing money unit costs its price."""

from models.quantities import MONEY_SCALE, RATIO_SCALE, half_up
from models.rules import RuleId, row_name
from optimizer.draft import Draft
from optimizer.facts.cells import Cells
from optimizer.facts.projects import expected_orders
from optimizer.program import BELOW

NAME = RuleId.TARGET_COVERAGE

MICRO_PER_CENT_OF_ORDERS = 1
"""10^-6 money units for 0.01 unit of orders at a price of 0.0001."""


def apply(draft: Draft) -> None:
    """A row per target at the expected orders of its cell."""
    cells = Cells(draft.facts)
    for target in draft.facts.scenario.targets:
        need = half_up(target.amount * target.coverage, RATIO_SCALE)
        row = draft.builder.row(row_name(NAME, target.id), scale=MONEY_SCALE)
        draft.builder.hinge(row, BELOW, need, target.shortfall_price * MICRO_PER_CENT_OF_ORDERS)
        for place in cells.serving(target).tolist():
            draft.add_running(row, place, expected_orders(draft.facts.projects[place]))
