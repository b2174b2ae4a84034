"""A unit's shortage of a role lies in the band of slight hunger; overfed and starving both cost."""

import numpy as np

from models.policy import Hunger
from models.quantities import EFFORT_SCALE, MICRO_PER_CENT
from models.rules import RuleId, row_name
from optimizer.draft import Draft
from optimizer.facts.bands import edges, of_measure
from optimizer.facts.nearest import rows_in_force
from optimizer.pools import Pool, add_load_rows, add_supply_rows
from optimizer.program import ABOVE, BELOW, Ints

NAME = RuleId.HUNGER_BAND

MICRO_PER_PERMILLE = MICRO_PER_CENT // EFFORT_SCALE
"""10^-6 money units for a permille at a price of 0.01 unit per FTE."""


def apply(draft: Draft) -> None:
    """A row per trading unit, role and period: the shortage, or the load where the band is one of load."""
    facts = draft.facts
    bands = {
        (trader, role): rows
        for trader in facts.traders
        for role, rows in rows_in_force(facts.scenario.policy.hunger, facts.organisation, trader).items()
        if role in facts.role_index
    }
    _unmet_demand(draft, {pool: of_measure(rows, "unmet_demand") for pool, rows in bands.items()})
    _stretch_load(draft, {pool: of_measure(rows, "stretch_load") for pool, rows in bands.items()})


def _unmet_demand(draft: Draft, bands: dict[Pool, list[Hunger]]) -> None:
    facts = draft.facts
    none = np.zeros(facts.periods, np.int64)
    pools = [pool for pool, rows in bands.items() if rows]
    if not pools:
        return
    demand = np.array([facts.demand.get(pool, none) for pool in pools])
    supply = np.array([facts.supply.get(pool, none) for pool in pools])
    rows = add_supply_rows(draft, pools, demand - supply, lambda pool, label: _name(draft, pool, label))
    for place, pool in enumerate(pools):
        # Without demand there is no band.
        asked = np.flatnonzero(demand[place])
        for row in bands[pool]:
            _add_band(draft, row, rows[place][asked], demand[place][asked])


def _stretch_load(draft: Draft, bands: dict[Pool, list[Hunger]]) -> None:
    facts = draft.facts
    pools = [pool for pool, rows in bands.items() if rows]
    if not pools:
        return
    rows = add_load_rows(draft, pools, lambda pool, label: _name(draft, pool, "stretch_load", label))
    for place, pool in enumerate(pools):
        supply = facts.supply.get(pool, np.zeros(facts.periods, np.int64))
        for row in bands[pool]:
            _add_band(draft, row, rows[place], supply)


def _add_band(draft: Draft, band: Hunger, rows: Ints, of: Ints) -> None:
    """Both measures cost below the low edge as overfed and above the high edge as starving."""
    low, high = edges(band, of, high=False), edges(band, of, high=True)
    if low is not None:
        draft.builder.hinge(rows, BELOW, low, band.price_overfed * MICRO_PER_PERMILLE)
    if high is not None:
        draft.builder.hinge(rows, ABOVE, high, band.price_starving * MICRO_PER_PERMILLE)


def _name(draft: Draft, pool: Pool, *rest: str) -> str:
    return row_name(NAME, draft.facts.organisation.units[pool[0]].id, pool[1], *rest)
