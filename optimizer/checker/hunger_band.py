"""A unit's shortage of a role lies in the band of slight hunger; overfed and starving both cost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from models.plan import HungerRow
from models.policy import Hunger
from models.quantities import EFFORT_SCALE, MICRO_SCALE, MONEY_SCALE, RATIO_SCALE, half_up
from models.rules import RuleId
from optimizer.checker import utilisation_floor
from optimizer.checker.book import Book, Pool
from optimizer.checker.case import Case
from optimizer.checker.utilisation_floor import load_of

RULE = RuleId.HUNGER_BAND
TERM = "hunger"

# A penalty is permille of an FTE times 0.01 money unit: 10^-5 money unit, which is 10 times 10^-6.
MICRO_PER_PENALTY = MICRO_SCALE // (EFFORT_SCALE * MONEY_SCALE)

State = Literal["overfed", "in_band", "starving", "no_demand"]


@dataclass(frozen=True, slots=True)
class Band:
    """One row on one pool. Edges are permille by period, None where the band is open; prices 0.01 money unit.

    `speaks` are the periods in which the row says something: an `unmet_demand` row is silent where nothing is asked.
    """

    pool: Pool
    by_load: bool
    low: tuple[int, ...] | None
    high: tuple[int, ...] | None
    price_overfed: int
    price_starving: int
    speaks: tuple[int, ...]


def money(case: Case) -> int:
    """Minus the price of being outside the bands, in 10^-6 money unit."""
    cost = 0
    for band in case.book.once(bands):
        level = load_of(case, band.pool) if band.by_load else shortage_of(case, band.pool)
        for period in band.speaks:
            if band.low is not None and level[period] < band.low[period]:
                cost += (band.low[period] - level[period]) * band.price_overfed
            elif band.high is not None and level[period] > band.high[period]:
                cost += (level[period] - band.high[period]) * band.price_starving
    return -cost * MICRO_PER_PENALTY


def shortage_of(case: Case, pool: Pool) -> list[int]:
    """D - (S + B - X) by period, in permille: demand less own supply and what is bought, plus what is sold."""
    nothing = case.book.nothing
    bought, sold = case.bought.get(pool, nothing), case.sold.get(pool, nothing)
    unserved = case.book.once(_unserved).get(pool, nothing)
    return [short - b + x for short, b, x in zip(unserved, bought, sold, strict=True)]


def demand(book: Book) -> dict[Pool, tuple[int, ...]]:
    """D by trading unit and role: profiles of qualified candidates at their preferred start, and of all in flight."""
    sums: dict[Pool, list[int]] = {}
    for project in book.projects.values():
        if not (project.in_flight or (project.project.qualified and project.project.start is not None)):
            continue
        occupied = book.inside(project.preferred, project.duration)
        for role, profile in project.profiles.items():
            row = sums.setdefault((project.buyer, role), list(book.nothing))
            for period in occupied:
                row[period] += profile[period - project.preferred]
    return {pool: tuple(row) for pool, row in sums.items()}


def bands(book: Book) -> tuple[Band, ...]:
    """The rows that hold, by trading unit and role; edges are rounded half up once to a permille."""
    asked = book.once(demand)
    return tuple(
        _band(row, pool, book.supply.get(pool, book.nothing), asked.get(pool, book.nothing))
        for unit in book.organisation.trading_units
        for pool in ((unit, role.id) for role in book.scenario.roles)
        for row in book.organisation.nearest([row for row in book.scenario.policy.hunger if row.role == pool[1]], unit)
    )


def _band(row: Hunger, pool: Pool, supply: Sequence[int], asked: Sequence[int]) -> Band:
    by_load = row.measure == "stretch_load"
    base, offset = (supply, RATIO_SCALE) if by_load else (asked, 0)
    return Band(
        pool=pool,
        by_load=by_load,
        low=None if row.low is None else tuple(half_up((offset + row.low) * b, RATIO_SCALE) for b in base),
        high=None if row.high is None else tuple(half_up((offset + row.high) * b, RATIO_SCALE) for b in base),
        price_overfed=row.price_overfed,
        price_starving=row.price_starving,
        speaks=tuple(period for period in range(len(base)) if by_load or asked[period]),
    )


def _unserved(book: Book) -> dict[Pool, tuple[int, ...]]:
    """D - S by pool, before anything is bought or sold."""
    asked = book.once(demand)
    return {
        pool: tuple(
            d - s for d, s in zip(asked.get(pool, book.nothing), book.supply.get(pool, book.nothing), strict=True)
        )
        for pool in asked.keys() | book.supply.keys()
    }


def table(case: Case) -> Iterator[HungerRow]:
    """A row for each trading unit, role and period where a row of policy holds or something is asked."""
    book = case.book
    nothing = book.nothing
    asked = book.once(demand)
    by_pool: dict[Pool, list[Band]] = {}
    for band in book.once(bands):
        by_pool.setdefault(band.pool, []).append(band)
    ruled = by_pool.keys() | {floor.pool for floor in book.once(utilisation_floor.floors)}
    for pool in ((unit, role.id) for unit in book.organisation.trading_units for role in book.scenario.roles):
        d, s = asked.get(pool, nothing), book.supply.get(pool, nothing)
        shortage, load = shortage_of(case, pool), load_of(case, pool)
        bought, sold = case.bought.get(pool, nothing), case.sold.get(pool, nothing)
        for period in range(book.periods):
            if pool not in ruled and d[period] == 0:
                continue
            yield HungerRow.model_construct(
                unit=pool[0],
                role=pool[1],
                period=book.labels[period],
                demand=d[period],
                own=s[period],
                bought=bought[period],
                sold=sold[period],
                shortage=shortage[period],
                ratio=half_up(shortage[period] * RATIO_SCALE, d[period]) if d[period] else None,
                state=_state(by_pool.get(pool, []), shortage, load, period),
                load=load[period],
                utilisation=half_up(load[period] * RATIO_SCALE, s[period]) if s[period] else None,
            )


def _state(rows: list[Band], shortage: Sequence[int], load: Sequence[int], period: int) -> State | None:
    """What the rows on a pool say of it: starving if any says so, else overfed if any does."""
    if not rows:
        return None
    speaking = [row for row in rows if period in row.speaks]
    if not speaking:
        return "no_demand"
    levels = [(row, (load if row.by_load else shortage)[period]) for row in speaking]
    if any(row.high is not None and level > row.high[period] for row, level in levels):
        return "starving"
    if any(row.low is not None and level < row.low[period] for row, level in levels):
        return "overfed"
    return "in_band"
