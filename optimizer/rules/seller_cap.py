"""What a unit sells of a role in a period stays within the stated share of its own supply."""

import numpy as np

from models.quantities import EFFORT_SCALE, RATIO_SCALE
from models.rules import RuleId, row_name
from optimizer.draft import Draft
from optimizer.facts.standing import Standing
from optimizer.program import ABOVE

NAME = RuleId.SELLER_CAP


def apply(draft: Draft) -> None:
    """A row per seller, role sold and period, up to the share of supply or the standing sales above it."""
    facts, table = draft.facts, draft.table
    share = facts.market.max_sold_share
    if share is None:
        return
    periods, roles = facts.periods, len(facts.roles)
    pools, pool = np.unique(table.seller[table.bought] * roles + table.role[table.bought], return_inverse=True)
    standing, none = Standing(facts).sold, np.zeros(periods, np.int64)
    keys = [(int(key) // roles, facts.roles[int(key) % roles]) for key in pools]
    # Effort is whole permille, so cutting the cap to whole permille excludes nothing.
    levels = [np.maximum(facts.supply.get(key, none) * share // RATIO_SCALE, standing.get(key, none)) for key in keys]

    def name(place: int) -> str:
        (seller, role), period = keys[place // periods], place % periods
        return row_name(NAME, facts.organisation.units[seller].id, role, facts.labels[period])

    first = draft.builder.rows(len(keys) * periods, name, scale=EFFORT_SCALE)
    draft.builder.limit(first + np.arange(len(keys) * periods), ABOVE, np.array(levels, np.int64).ravel())
    occupancy = table.occupancy_of(table.bought)
    row = first + np.repeat(pool, table.span[table.bought]) * periods + occupancy.period
    draft.builder.candidate_terms.add(occupancy.candidate, row, occupancy.effort)
