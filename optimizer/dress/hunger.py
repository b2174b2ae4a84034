"""The hunger table: supply, demand and load of every unit, role and period, and what the band says of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from models.plan import HungerRow
from models.policy import Hunger, Utilisation
from models.quantities import EFFORT_SCALE, MICRO_PER_CENT, RATIO_SCALE, half_up
from optimizer.dress.holdings import Running
from optimizer.facts.bands import edges, share_of
from optimizer.facts.nearest import rows_in_force
from optimizer.program import Ints

State = Literal["overfed", "in_band", "starving", "no_demand"]


@dataclass(frozen=True)
class _Pool:
    """One trading unit and role [periods each]."""

    trader: int
    role: str
    demand: Ints
    supply: Ints
    bought: Ints
    sold: Ints
    load: Ints
    bands: tuple[Hunger, ...]
    floors: tuple[Utilisation, ...]

    @cached_property
    def shortage(self) -> Ints:
        """Demand less what is available."""
        return self.demand - (self.supply + self.bought - self.sold)


@dataclass(frozen=True)
class HungerTable:
    """Hunger and use under an answer."""

    running: Running

    @cached_property
    def pools(self) -> tuple[_Pool, ...]:
        """The pools that a row of the table is about, or could be, in order."""
        facts, running = self.running.facts, self.running
        policy, organisation = facts.scenario.policy, facts.organisation
        load: dict[tuple[int, str], Ints] = {}
        for place, person in enumerate(facts.people):
            if person.first_role is not None:
                pool = (facts.person_trader[place], person.first_role)
                load[pool] = load.get(pool, 0) + running.load[place]
        none = np.zeros(facts.periods, np.int64)
        pools = []
        for trader in facts.traders:
            bands = rows_in_force(policy.hunger, organisation, trader)
            floors = rows_in_force(policy.utilisation, organisation, trader)
            for role in facts.roles:
                key = (trader, role)
                if role in bands or role in floors or key in facts.demand:
                    pools.append(
                        _Pool(
                            trader=trader,
                            role=role,
                            demand=facts.demand.get(key, none),
                            supply=facts.supply.get(key, none),
                            bought=running.bought.get(key, none),
                            sold=running.sold.get(key, none),
                            load=load.get(key, none),
                            bands=tuple(bands.get(role, ())),
                            floors=tuple(floors.get(role, ())),
                        )
                    )
        return tuple(pools)

    def rows(self) -> Iterator[HungerRow]:
        """The table."""
        facts = self.running.facts
        for pool in self.pools:
            for period, label in enumerate(facts.labels):
                demand, supply = int(pool.demand[period]), int(pool.supply[period])
                if not (pool.bands or pool.floors or demand > 0):
                    continue
                shortage, load = int(pool.shortage[period]), int(pool.load[period])
                yield HungerRow.model_construct(
                    unit=facts.organisation.units[pool.trader].id,
                    role=pool.role,
                    period=label,
                    demand=demand,
                    own=supply,
                    bought=int(pool.bought[period]),
                    sold=int(pool.sold[period]),
                    shortage=shortage,
                    ratio=half_up(shortage * RATIO_SCALE, demand) if demand else None,
                    state=_state(pool, period),
                    load=load,
                    utilisation=half_up(load * RATIO_SCALE, supply) if supply else None,
                )

    def hunger_cost(self) -> int:
        """What lies outside the bands, at its price, in 10^-6 money unit."""
        cost = 0
        for pool in self.pools:
            for band in pool.bands:
                below, above = _outside(pool, band)
                cost += int(below.sum()) * band.price_overfed + int(above.sum()) * band.price_starving
        return cost * (MICRO_PER_CENT // EFFORT_SCALE)

    def idle_cost(self) -> int:
        """What is missing to the floors of use, at its price, in 10^-6 money unit."""
        cost = 0
        for pool in self.pools:
            for row in pool.floors:
                missing = np.maximum(share_of(pool.supply, row.floor) - pool.load, 0)
                cost += int(missing.sum()) * row.price_idle
        return cost * (MICRO_PER_CENT // EFFORT_SCALE)


def _outside(pool: _Pool, band: Hunger) -> tuple[Ints, Ints]:
    """How far below and above the band each period is [periods], permille; without demand nothing is outside."""
    unmet = band.measure == "unmet_demand"
    of, level = (pool.demand, pool.shortage) if unmet else (pool.supply, pool.load)
    low, high = edges(band, of, high=False), edges(band, of, high=True)
    counted = (pool.demand > 0) if unmet else np.ones(len(level), bool)
    below = np.zeros_like(level) if low is None else np.maximum(low - level, 0) * counted
    above = np.zeros_like(level) if high is None else np.maximum(level - high, 0) * counted
    return below, above


def _state(pool: _Pool, period: int) -> State | None:
    if not pool.bands:
        return None
    if pool.demand[period] == 0 and all(band.measure == "unmet_demand" for band in pool.bands):
        return "no_demand"
    outside = [_outside(pool, band) for band in pool.bands]
    if any(above[period] > 0 for _, above in outside):
        return "starving"
    return "overfed" if any(below[period] > 0 for below, _ in outside) else "in_band"
