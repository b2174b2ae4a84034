"""Rows over pools: the people of one trading unit with one first role, in every period."""

from collections.abc import Callable, Sequence

import numpy as np

from models.quantities import EFFORT_SCALE
from optimizer.draft import Draft
from optimizer.program import Ints

Pool = tuple[int, str]
"""Trading unit (unit index) and role."""


def add_load_rows(draft: Draft, pools: Sequence[Pool], name: Callable[[Pool, str], str]) -> Ints:
    """Rows [pools, periods] at the load of each pool: all effort of its people, bookings and sold effort included."""
    facts, table = draft.facts, draft.table
    number = {pool: place for place, pool in enumerate(pools)}
    none = np.zeros(facts.periods, np.int64)
    base = np.array([facts.booked_load.get(pool, none) for pool in pools], np.int64).reshape(-1)
    rows = _rows(draft, pools, name, base)
    pool_of_person = np.array(
        [
            number.get((trader, person.first_role or ""), -1)
            for trader, person in zip(facts.person_trader, facts.people, strict=True)
        ],
        np.int64,
    )
    candidates = np.flatnonzero(pool_of_person[table.person] >= 0)
    occupancy = table.occupancy_of(candidates)
    row = rows[0, 0] + pool_of_person[table.person[occupancy.candidate]] * facts.periods + occupancy.period
    draft.builder.candidate_terms.add(occupancy.candidate, row, occupancy.effort)
    return rows


def add_supply_rows(draft: Draft, pools: Sequence[Pool], base: Ints, name: Callable[[Pool, str], str]) -> Ints:
    """Rows [pools, periods] at `base` less what the unit buys of the role, plus what it sells of it."""
    facts, table = draft.facts, draft.table
    number = {(trader, facts.role_index[role]): place for place, (trader, role) in enumerate(pools)}
    rows = _rows(draft, pools, name, base.reshape(-1))
    pool_of = np.full((len(facts.organisation.units), max(len(facts.roles), 1)), -1)
    for key, place in number.items():
        pool_of[key] = place
    for side, sign in ((table.buyer, -1), (table.seller, 1)):
        pool = pool_of[side[table.bought], table.role[table.bought]]
        kept = np.flatnonzero(pool >= 0)
        candidates = table.bought[kept]
        occupancy = table.occupancy_of(candidates)
        row = rows[0, 0] + np.repeat(pool[kept], table.span[candidates]) * facts.periods + occupancy.period
        draft.builder.candidate_terms.add(occupancy.candidate, row, sign * occupancy.effort)
    return rows


def _rows(draft: Draft, pools: Sequence[Pool], name: Callable[[Pool, str], str], base: Ints) -> Ints:
    labels, periods = draft.facts.labels, draft.facts.periods
    first = draft.builder.rows(
        len(pools) * periods, lambda place: name(pools[place // periods], labels[place % periods]), base, EFFORT_SCALE
    )
    return first + np.arange(len(pools) * periods).reshape(len(pools), periods)
