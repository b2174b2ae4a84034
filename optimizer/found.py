"""What a search leaves, in business terms."""

from dataclasses import dataclass

from models.choices import Choices
from models.evidence import SolverClaim, gap_between
from models.plan import Price
from optimizer.compile import Compiled
from optimizer.engines.engine import Claim, Result
from optimizer.price_list import price_list


@dataclass(frozen=True, slots=True)
class Found:
    """What a search leaves, in business terms: the best answer, its two counts (money in 10^-6 unit), the claim.

    `prices` prove a bound on plans that leave no more unmet (None: nothing was tried), `prices_unmet` how many must.
    """

    choices: Choices
    unmet: int
    money: int
    claim: SolverClaim | None
    stopped_by: str
    prices: tuple[Price, ...] | None = None
    prices_unmet: tuple[Price, ...] = ()


def found_in(compiled: Compiled, result: Result, engine: str) -> Found:
    """What a result of an engine is in business terms."""
    claim, score = result.claim, result.score
    return Found(
        choices=compiled.choices(result.selection),
        unmet=-score.met,
        money=score.money,
        claim=_claimed(claim, engine, score.money),
        stopped_by=result.stopped_by.value,
        prices=_prices(result),
        prices_unmet=_prices_unmet(result),
    )


def _claimed(claim: Claim, engine: str, money: int) -> SolverClaim | None:
    if not claim.status:
        return None
    gap = None if claim.bound is None else gap_between(claim.bound, money)
    return SolverClaim.model_construct(engine=engine, status=claim.status, bound=claim.bound, gap=gap)


def _prices(result: Result) -> tuple[Price, ...] | None:
    return None if result.priced is None else price_list(result.priced.program, result.priced.prices.row)


def _prices_unmet(result: Result) -> tuple[Price, ...]:
    if result.priced_unmet is None or result.score.met == 0:
        return ()
    return price_list(result.priced_unmet.program, result.priced_unmet.prices.row, unit=1)
