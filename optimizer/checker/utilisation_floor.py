"""A unit's own people are used to at least the stated share of supply; idleness costs."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.quantities import EFFORT_SCALE, MICRO_SCALE, MONEY_SCALE, RATIO_SCALE, half_up
from models.rules import RuleId
from optimizer.checker.book import Book, Pool
from optimizer.checker.case import Case
from optimizer.checker.engagement import Engagement
from optimizer.checker.row import BELOW, EFFORT, EffortStrip, Hinge, Row

RULE = RuleId.UTILISATION_FLOOR
TERM = "idle"

# A penalty is permille of an FTE times 0.01 money unit: 10^-5 money unit, which is 10 times 10^-6.
MICRO_PER_PENALTY = MICRO_SCALE // (EFFORT_SCALE * MONEY_SCALE)


@dataclass(frozen=True, slots=True)
class Floor:
    """One row on one pool: the least load by period (permille), and the price of an FTE-period below it."""

    pool: Pool
    least: tuple[int, ...]
    price: int


def money(case: Case) -> int:
    """Minus the price of idleness, in 10^-6 money unit."""
    cost = 0
    for floor in case.book.once(floors):
        load = load_of(case, floor.pool)
        idle = sum([least - used for least, used in zip(floor.least, load, strict=True) if used < least])
        cost += idle * floor.price
    return -cost * MICRO_PER_PENALTY


def floors(book: Book) -> tuple[Floor, ...]:
    """The rows that hold, by trading unit and role; the floor is rounded half up once to a permille."""
    return tuple(
        Floor(
            (unit, role.id),
            tuple(
                half_up(row.floor * supply, RATIO_SCALE) for supply in book.supply.get((unit, role.id), book.nothing)
            ),
            row.price_idle,
        )
        for unit in book.organisation.trading_units
        for role in book.scenario.roles
        for row in book.organisation.nearest(
            [row for row in book.scenario.policy.utilisation if row.role == role.id], unit
        )
    )


def load_of(case: Case, pool: Pool) -> list[int] | tuple[int, ...]:
    """Load L: all effort of the pool's people, whatever role they hold and whoever bought them, and their bookings."""
    load = case.pool_load.get(pool)
    return load if load is not None else case.book.booked.get(pool, case.book.nothing)


def rows(book: Book) -> Iterator[Row]:
    """`u/r/t`: the load of a unit's own people, from their bookings on, for roles that it has people of."""
    by_pool: dict[Pool, list[Floor]] = {}
    for floor in book.once(floors):
        if floor.pool in book.supply:
            by_pool.setdefault(floor.pool, []).append(floor)
    for pool, stated in by_pool.items():
        for period, label in enumerate(book.labels):
            hinges = tuple(Hinge(BELOW, floor.least[period], floor.price * MICRO_PER_PENALTY) for floor in stated)
            yield Row(pool, period, label, EFFORT, book.booked[pool][period], hinges)


def of_effort(_book: Book, engagement: Engagement) -> tuple[EffortStrip, ...]:
    """The effort in each period, in the pool of the person."""
    pool = engagement.person.pool
    return () if pool is None else ((pool, 1),)
