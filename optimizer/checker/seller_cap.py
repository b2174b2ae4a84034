"""What a trading unit sells of a role in a period stays within the stated share of its own supply."""

from collections.abc import Iterator

from models.plan import Raised
from models.quantities import EFFORT_SCALE, RATIO_SCALE, exact
from models.rules import RuleId
from optimizer.checker.book import Book, Pool
from optimizer.checker.case import Case
from optimizer.checker.engagement import Engagement
from optimizer.checker.row import EFFORT, EffortStrip, Row, limits
from optimizer.checker.violation import Violation, Wording

RULE = RuleId.SELLER_CAP

# Supply is in permille of an FTE, the share in 10^-4: limits and sales are compared in 10^-7 FTE.
SCALE = EFFORT_SCALE * RATIO_SCALE

OVER = Wording(
    "单元 {0} 在 {period} 外借角色 {1} 共 {stated} FTE,超过上限 {expected} FTE。",
    "Unit {0} sells {stated} FTE of {1} in {period}; the limit is {expected} FTE.",
)


def violations(case: Case) -> Iterator[Violation]:
    """Units that sell more of a role than the limit in force."""
    share = case.book.market.max_sold_share
    if share is None:
        return
    standing = case.book.once(_standing)
    for pool, sold in case.sold.items():
        supply = case.book.supply.get(pool, case.book.nothing)
        floor = standing.get(pool, case.book.nothing)
        for period, effort in enumerate(sold):
            limit = max(share * supply[period], floor[period] * RATIO_SCALE)
            if effort * RATIO_SCALE > limit:
                stated, allowed = f"{exact(effort, EFFORT_SCALE):f}", f"{exact(limit, SCALE):f}"
                yield Violation(RULE, pool, OVER, case.book.labels[period], stated, allowed)


def raised(book: Book) -> Iterator[Raised]:
    """The limits that the in-flight work of incumbents alone exceeds, by unit, role and period."""
    share = book.market.max_sold_share
    if share is None:
        return
    standing = book.once(_standing)
    for unit in book.organisation.trading_units:
        for role in book.scenario.roles:
            supply = book.supply.get((unit, role.id), book.nothing)
            for period, effort in enumerate(standing.get((unit, role.id), ())):
                if effort * RATIO_SCALE > share * supply[period]:
                    yield Raised.model_construct(
                        rule=RULE.value,
                        id=unit,
                        role=role.id,
                        period=book.labels[period],
                        limit=exact(share * supply[period], SCALE),
                        level=exact(effort, EFFORT_SCALE),
                    )


def _standing(book: Book) -> dict[Pool, list[int]]:
    """What incumbents of in-flight projects sell, in permille by seller, role assigned and period."""
    sold: dict[Pool, list[int]] = {}
    for engagement in book.incumbents():
        if engagement.purchased:
            row = sold.setdefault((engagement.person.unit, engagement.role), list(book.nothing))
            for period, effort in enumerate(engagement.efforts, engagement.first):
                row[period] += effort
    return sold


def rows(book: Book) -> Iterator[Row]:
    """`u/r/t`: what a unit sells of a role, up to the limit in force, cut to whole permille."""
    share = book.market.max_sold_share
    if share is None:
        return
    standing = book.once(_standing)
    for pool in ((unit, role.id) for unit in book.organisation.trading_units for role in book.scenario.roles):
        supply, floor = book.supply.get(pool, book.nothing), standing.get(pool, book.nothing)
        edges = [max(share * own // RATIO_SCALE, least) for own, least in zip(supply, floor, strict=True)]
        yield from limits(pool, book.labels, EFFORT, edges, book.nothing)


def of_effort(_book: Book, engagement: Engagement) -> tuple[EffortStrip, ...]:
    """The effort sold in each period."""
    return (((engagement.person.unit, engagement.role), 1),) if engagement.purchased else ()
