"""A linear row over whole numbers that count from 0, and exact ways to make its figures smaller."""

from typing import NamedTuple

import numpy as np

from optimizer.program import Ints

_INT64_SAFE = float(1 << 62)


class Row(NamedTuple):
    """Σ coefficient · variable ≤ limit. Coefficients are int64, or Python's integers (dtype object) where they must."""

    variables: Ints
    coefficients: Ints
    limit: int

    def excess(self, values: Ints) -> int:
        """How far these values pass the limit; negative where they stay below."""
        return int((self.coefficients * values[self.variables]).sum()) - self.limit

    def with_term(self, variable: int, coefficient: int) -> "Row":
        """The row with one more term."""
        return Row(np.append(self.variables, variable), np.append(self.coefficients, coefficient), self.limit)

    def in_width(self, most: Ints) -> "Row":
        """The row in int64 if no sum of its terms can wrap around there, else in Python's integers."""
        widest = float(np.abs(self.coefficients.astype(np.float64)) @ most[self.variables]) + abs(self.limit)
        kind = np.int64 if widest < _INT64_SAFE else object
        return self._replace(coefficients=self.coefficients.astype(kind, copy=False))


def reach(coefficients: Ints, spans: Ints) -> tuple[int, int]:
    """The lowest and the highest sum, each variable from 0 to its span."""
    ends = coefficients * spans
    lowest = int(ends[ends < 0].sum())
    return lowest, int(ends.sum()) - lowest


def size(row: Row, most: Ints) -> int:
    """Σ |coefficient| · most + |limit|."""
    return int((abs(row.coefficients) * most[row.variables]).sum()) + abs(row.limit)


def reduced(row: Row, spans: Ints, lowest: int) -> Row:
    """The same whole points with figures no larger: coefficients cut to just too much, then divided by their divisor.

    `lowest` is the lowest sum, not above the limit. Turned so that each term counts up from 0, a term larger than the
    room between both is forbidden, however large it is.
    """
    variables, coefficients, limit = row
    enough = limit - lowest + 1
    if int(abs(coefficients).max()) > enough:
        coefficients = np.clip(coefficients, -enough, enough)
        limit = enough - 1 + reach(coefficients, spans)[0]
    kept = coefficients != 0
    if not kept.all():
        variables, coefficients = variables[kept], coefficients[kept]
    divisor = int(np.gcd.reduce(coefficients))
    if divisor > 1:
        coefficients, limit = coefficients // divisor, limit // divisor
    return Row(variables, coefficients, limit)


def digits(row: Row, shift: int) -> tuple[Row, Row, int]:
    """The row of the lowest digits, the row of the rest, and the base 2^shift. A digit has its coefficient's sign."""
    base = 1 << shift
    sign = np.where(row.coefficients < 0, -1, 1)
    magnitude = abs(row.coefficients)
    low, high = sign * (magnitude % base), sign * (magnitude // base)
    return (
        Row(row.variables[low != 0], low[low != 0], row.limit % base),
        Row(row.variables[high != 0], high[high != 0], row.limit // base),
        base,
    )
