"""Published prices as whole numbers, each row once."""

from collections.abc import Sequence
from decimal import Decimal

from models.plan import Price
from optimizer.checker.bound.finding import PriceFinding

DECIMALS = 12
PARTS = 1_000_000_000_000
"""All sums of a bound are in 10^-12 of 10^-6 money unit (or of a commitment): the common denominator of prices."""

MOST_DIGITS = 1_000
LARGEST = 30
"""No price of a row can have more digits before the point: totals stay below 2^62 in 10^-6 money unit."""


def whole_prices(prices: Sequence[Price]) -> tuple[dict[str, int], list[PriceFinding]]:
    """By row, the price in 10^-12, and what is wrong with prices that have none."""
    whole: dict[str, int] = {}
    findings: list[PriceFinding] = []
    for price in prices:
        found = _whole(price)
        if isinstance(found, PriceFinding):
            findings.append(found)
        elif price.row in whole:
            findings.append(PriceFinding("priced_twice", price.row))
        else:
            whole[price.row] = found
    return whole, findings


def _whole(price: Price) -> int | PriceFinding:
    _, digits, exponent = price.price.as_tuple()
    if not isinstance(exponent, int):
        return PriceFinding("too_large", price.row)
    if not any(digits):
        return 0
    # Looked at before any arithmetic: an exponent may be huge, and powers of ten with it.
    if len(digits) + exponent > LARGEST:
        return PriceFinding("too_large", price.row)
    if len(digits) > MOST_DIGITS or len(digits) + exponent < -DECIMALS:
        return _too_fine(price.price, price.row)
    number = abs(int("".join(map(str, digits))))
    shift = exponent + DECIMALS
    number, rest = (number * int(10**shift), 0) if shift >= 0 else divmod(number, int(10**-shift))
    if rest:
        return _too_fine(price.price, price.row)
    return -number if price.price.is_signed() else number


def _too_fine(price: Decimal, row: str) -> PriceFinding:
    return PriceFinding("too_many_decimals", row, str(price), str(DECIMALS))
