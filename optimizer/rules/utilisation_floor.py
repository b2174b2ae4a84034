"""A unit's own people are used to at least the stated share of supply; idleness costs."""

import numpy as np

from models.quantities import EFFORT_SCALE, MICRO_PER_CENT
from models.rules import RuleId, row_name
from optimizer.draft import Draft
from optimizer.facts.bands import share_of
from optimizer.facts.nearest import rows_in_force
from optimizer.pools import add_load_rows
from optimizer.program import BELOW

NAME = RuleId.UTILISATION_FLOOR

MICRO_PER_PERMILLE = MICRO_PER_CENT // EFFORT_SCALE
"""10^-6 money units for a permille at a price of 0.01 unit per FTE."""


def apply(draft: Draft) -> None:
    """A row per trading unit, role and period at the load of the unit's own people."""
    facts = draft.facts
    floors = {
        (trader, role): rows
        for trader in facts.traders
        for role, rows in rows_in_force(facts.scenario.policy.utilisation, facts.organisation, trader).items()
        if (trader, role) in facts.supply
    }
    if not floors:
        return
    units, pools = facts.organisation.units, list(floors)
    rows = add_load_rows(draft, pools, lambda pool, label: row_name(NAME, units[pool[0]].id, pool[1], label))
    for place, pool in enumerate(pools):
        for row in floors[pool]:
            floor = share_of(np.asarray(facts.supply[pool]), row.floor)
            draft.builder.hinge(rows[place], BELOW, floor, row.price_idle * MICRO_PER_PERMILLE)
