"""The rows of `portfolio_balance`: what a share misses and what it has too much, in hundredths of its measure."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.quantities import MICRO_SCALE, SHARE_SCALE
from models.rules import RuleId
from optimizer.checker.book import Book, ProjectFacts
from optimizer.checker.engagement import Engagement
from optimizer.checker.portfolio_balance import MEASURE_SCALE, Side, sides
from optimizer.checker.row import ABOVE, Hinge, Ids, Row, Term, single

RULE = RuleId.PORTFOLIO_BALANCE


@dataclass(frozen=True, slots=True)
class Edge:
    """One of the two rows of a policy row, with the factors of projects that have the attribute and of all others."""

    ids: Ids
    side: Side
    of_members: int
    of_others: int

    def term(self, project: ProjectFacts, amount: int) -> Term:
        """What an amount of the measure on a project adds."""
        return self.ids, 0, (amount * (self.of_members if project.id in self.side.members else self.of_others),)


def rows(book: Book) -> Iterator[Row]:
    """`attribute/value/measure/n/min`: min_share of the total less the part; `…/max`: the part less max_share."""
    for edge in book.once(_edges):
        policy = edge.side.row
        scale = MEASURE_SCALE[policy.measure] * SHARE_SCALE
        # Prices are hundredths of a money unit; on effort they have one decimal, so a ten-millionth is never split.
        yield single(
            edge.ids, MICRO_SCALE // scale, Hinge(ABOVE, 0, policy.price * MICRO_SCALE // (scale * SHARE_SCALE))
        )


def of_start(book: Book, project: ProjectFacts, _start: int) -> Iterator[Term]:
    """One project, its pursuit cost, or its expected orders."""
    for edge in book.once(_edges):
        measure = edge.side.row.measure
        if measure == "count":
            yield edge.term(project, 1)
        elif measure == "pursuit_cost":
            yield edge.term(project, project.project.value.pursuit_cost)
        elif measure == "expected_orders":
            yield edge.term(project, project.expected_orders)


def of_candidate(book: Book, engagement: Engagement) -> list[Term]:
    """The effort inside the horizon."""
    return [edge.term(engagement.project, engagement.total) for edge in book.once(_by_effort)]


def _edges(book: Book) -> tuple[Edge, ...]:
    return tuple(
        Edge((row.attribute, str(row.equals), row.measure, str(place), end), side, *factors)
        for place, side in enumerate(book.once(sides))
        for row in (side.row,)
        for end, factors in (
            ("min", (row.min_share - SHARE_SCALE, row.min_share)),
            ("max", (SHARE_SCALE - row.max_share, -row.max_share)),
        )
    )


def _by_effort(book: Book) -> tuple[Edge, ...]:
    return tuple(edge for edge in book.once(_edges) if edge.side.row.measure == "effort")
