"""Rows: what choices share, as the certificate of a bound sees them.

A row has a level: its base plus the coefficients of what is chosen, in integer units (permille, 0.01 money unit,
counts; hundredths of these in the balance of the portfolio). Hinges say what a level costs, or where it may not go.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from models.rules import RuleId, row_name

Ids = tuple[str, ...]
"""What names a strip: rows of one rule that differ in the period only. A row without a period is a strip of its own."""

Term = tuple[Ids, int, Sequence[int]]
"""Coefficients in consecutive rows of a strip: its ids, the place of the first of these rows, the coefficients."""

EffortStrip = tuple[Ids, int]
"""A strip in which a person's effort counts period by period: its ids, and 1 or -1."""

ABOVE, BELOW = 1, -1

# 10^-6 of a published unit (an FTE-period, a money unit, one) in one integer unit of a row.
EFFORT, MONEY, COUNT = 1_000, 10_000, 1_000_000


class Hinge(NamedTuple):
    """Each unit of the level above (or below) the edge costs `price`, in 10^-6 money unit; None: it is not allowed."""

    side: int
    edge: int
    price: int | None


class Row(NamedTuple):
    """One row: its strip and place there, its period if it has one, its unit, its base, its hinges."""

    ids: Ids
    place: int
    label: str | None
    unit: int
    base: int
    hinges: tuple[Hinge, ...]

    def name(self, rule: RuleId) -> str:
        """The name under which the row is priced."""
        return row_name(rule, *self.ids) if self.label is None else row_name(rule, *self.ids, self.label)

    def cost(self, level: int) -> int:
        """What the soft hinges cost at a level, in 10^-6 money unit."""
        return sum(
            max(0, (level - hinge.edge) * hinge.side) * hinge.price for hinge in self.hinges if hinge.price is not None
        )


class Claim(NamedTuple):
    """That a commitment which is a step is met: a choice of its own, worth one met commitment, with terms in rows of
    the rule that makes it."""

    name: str
    terms: tuple[Term, ...]


def single(ids: Ids, unit: int, *hinges: Hinge, base: int = 0) -> Row:
    """A row that has no period."""
    return Row(ids, 0, None, unit, base, hinges)


def limits(ids: Ids, labels: Sequence[str], unit: int, edges: Sequence[int], bases: Sequence[int]) -> Iterator[Row]:
    """A strip of rows, one for each period, that may not pass their edges."""
    for place, label in enumerate(labels):
        yield Row(ids, place, label, unit, bases[place], (Hinge(ABOVE, edges[place], None),))
