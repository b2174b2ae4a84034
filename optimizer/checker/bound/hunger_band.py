"""The rows of `hunger_band`: the shortage or the load of each pool that a band holds for, by period."""

from collections.abc import Iterator

from models.rules import RuleId
from optimizer.checker.book import Book, Pool
from optimizer.checker.engagement import Engagement
from optimizer.checker.hunger_band import MICRO_PER_PENALTY, Band, bands, demand
from optimizer.checker.row import ABOVE, BELOW, EFFORT, EffortStrip, Hinge, Ids, Row

RULE = RuleId.HUNGER_BAND


def rows(book: Book) -> Iterator[Row]:
    """`u/r/t`, where something is asked: demand less own supply; `u/r/stretch_load/t`: the load, from bookings on."""
    by_strip: dict[tuple[Pool, bool], list[Band]] = {}
    for band in book.once(bands):
        by_strip.setdefault((band.pool, band.by_load), []).append(band)
    asked, nothing = book.once(demand), book.nothing
    for (pool, by_load), stated in by_strip.items():
        booked, supply, wanted = (of.get(pool, nothing) for of in (book.booked, book.supply, asked))
        for period, label in enumerate(book.labels):
            hinges = tuple(hinge for band in stated if period in band.speaks for hinge in _hinges(band, period))
            if hinges:
                base = booked[period] if by_load else wanted[period] - supply[period]
                yield Row(_load(pool) if by_load else pool, period, label, EFFORT, base, hinges)


def of_effort(_book: Book, engagement: Engagement) -> tuple[EffortStrip, ...]:
    """The effort in each period: load of the person's pool; bought, the buyer's shortage ends, the seller's grows."""
    pool = engagement.person.pool
    load: tuple[EffortStrip, ...] = () if pool is None else ((_load(pool), 1),)
    if not engagement.purchased:
        return load
    buyer, seller, role = engagement.project.buyer, engagement.person.unit, engagement.role
    return (*load, ((buyer, role), -1), ((seller, role), 1))


def _load(pool: Pool) -> Ids:
    return (*pool, "stretch_load")


def _hinges(band: Band, period: int) -> Iterator[Hinge]:
    if band.low is not None:
        yield Hinge(BELOW, band.low[period], band.price_overfed * MICRO_PER_PENALTY)
    if band.high is not None:
        yield Hinge(ABOVE, band.high[period], band.price_starving * MICRO_PER_PENALTY)
