"""Rows rounded down: limits on whole numbers that follow from a hard row because every choice is made or not.

From sum a z <= b with whole a, b >= 0 follows sum floor(m a / v) z <= floor(m b / v) for all whole m, v >= 1: the left
side is at most m / v times the old one, and it is whole (Gomory 1958, Chvatal 1973). No coefficient is below 0 here.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from operator import floordiv, mul

from models.rules import RuleId
from optimizer.checker import person_capacity, purchase_budget, seller_cap
from optimizer.checker.book import Book, ProjectFacts
from optimizer.checker.bound import initiation_limits
from optimizer.checker.engagement import Engagement
from optimizer.checker.row import ABOVE, COUNT, Hinge, Ids, Row, Term, single

WORD = "rounded"
MOST_TIMES, MOST_PARTS = 10**6, 10**15

_NAME = re.compile(rf"(.+)/{WORD}/([1-9][0-9]{{0,6}})/([1-9][0-9]{{0,15}})", re.DOTALL)
Layer = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]
"""One rounded row for each period: m, v and price; 0, 1 and 0 where there is none."""

_ON_EFFORT = (person_capacity, seller_cap)


@dataclass(frozen=True, slots=True)
class RoundedRow:
    """A row rounded down by m / v (`times` / `parts`), at a price: `slope` is in parts of 10^-6, for one."""

    rule: RuleId
    source: Row
    times: int
    parts: int
    slope: int

    @property
    def row(self) -> Row:
        """The row as such: it counts, from 0 on, up to what is left of the source, rounded down."""
        source = self.source
        period = () if source.label is None else (source.label,)
        edge = min(hinge.edge for hinge in source.hinges) - source.base
        ids = (*source.ids, *period, WORD, str(self.times), str(self.parts))
        return single(ids, COUNT, Hinge(ABOVE, self.of(edge), None))

    @property
    def name(self) -> str:
        """The name under which it is priced."""
        return self.row.name(self.rule)

    def of(self, coefficient: int) -> int:
        """What a coefficient of the source is in this row."""
        return coefficient * self.times // self.parts

    def charge(self, coefficient: int) -> int:
        """What a choice is charged that has this coefficient in the source."""
        return self.slope * self.of(coefficient)


def is_rounded(name: str) -> bool:
    """Whether the name of a row says that it is rounded down."""
    return _parsed(name) is not None


def asked(book: Book, whole: dict[str, int]) -> Iterator[RoundedRow]:
    """The rounded rows that there are among these prices by name, in 10^-12."""
    by_source: dict[str, list[tuple[int, int, int]]] = {}
    for name, price in whole.items():
        parsed = _parsed(name)
        if parsed is not None:
            source, times, parts = parsed
            by_source.setdefault(source, []).append((times, parts, price * COUNT))
    if by_source:
        for rule, row in _sources(book):
            for times, parts, slope in by_source.get(row.name(rule), ()):
                yield RoundedRow(rule, row, times, parts, slope)


class RoundedRows:
    """Rounded rows at their prices, and what choices are charged for them."""

    def __init__(self, book: Book, rows: Iterable[RoundedRow]) -> None:
        self._book, self.rows = book, tuple(rows)
        self._strips: dict[tuple[RuleId, Ids], dict[int, list[RoundedRow]]] = {}
        for row in self.rows:
            self._strips.setdefault((row.rule, row.source.ids), {}).setdefault(row.source.place, []).append(row)
        self._on_purchases = any(row.rule is purchase_budget.RULE for row in self.rows)
        self._on_efforts: dict[tuple[str, str, str], list[Layer]] = {}

    def of_start(self, project: ProjectFacts, start: int) -> int:
        """The charge on a start."""
        return self._of_terms(initiation_limits.RULE, initiation_limits.of_start(self._book, project, start))

    def of_candidate(self, engagement: Engagement) -> int:
        """The charge on a person in a role."""
        key = (engagement.person.id, engagement.role, engagement.project.buyer)
        known = self._on_efforts.get(key)
        first, charge = engagement.first, 0
        for times, parts, slopes in self._of_effort(key, engagement) if known is None else known:
            wholes = map(floordiv, map(mul, engagement.efforts, times[first:]), parts[first:])
            charge += sum(map(mul, wholes, slopes[first:]))
        if self._on_purchases and engagement.purchased:
            charge += self._of_terms(purchase_budget.RULE, purchase_budget.of_candidate(self._book, engagement))
        return charge

    def by_row(self, rule: RuleId, terms: Iterable[Term]) -> Iterator[tuple[str, int]]:
        """The name of each rounded row of a rule that charges for terms of one choice, and its charge."""
        for row, coefficient in self._met(rule, terms):
            charge = row.charge(coefficient)
            if charge:
                yield row.name, charge

    def _of_terms(self, rule: RuleId, terms: Iterable[Term]) -> int:
        return sum(row.charge(coefficient) for row, coefficient in self._met(rule, terms))

    def _met(self, rule: RuleId, terms: Iterable[Term]) -> Iterator[tuple[RoundedRow, int]]:
        for ids, first, coefficients in terms:
            strip = self._strips.get((rule, ids))
            if strip is not None:
                for place, coefficient in enumerate(coefficients, first):
                    for row in strip.get(place, ()):
                        yield row, coefficient

    def _of_effort(self, key: tuple[str, str, str], engagement: Engagement) -> list[Layer]:
        """The rounded rows that a person's effort in a role counts in."""
        by_period: list[list[tuple[int, int, int]]] = [[] for _ in self._book.labels]
        for rule in _ON_EFFORT:
            for ids, _ in rule.of_effort(self._book, engagement):
                for place, rows in self._strips.get((rule.RULE, ids), {}).items():
                    by_period[place] += [(row.times, row.parts, row.slope) for row in rows]
        layers = [[*zip(*layer, strict=True)] for layer in zip_longest(*by_period, fillvalue=(0, 1, 0))]
        self._on_efforts[key] = [(times, parts, slopes) for times, parts, slopes in layers]
        return self._on_efforts[key]


def _parsed(name: str) -> tuple[str, int, int] | None:
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    source, times, parts = match[1], int(match[2]), int(match[3])
    return (source, times, parts) if times <= MOST_TIMES and parts <= MOST_PARTS else None


def _sources(book: Book) -> Iterator[tuple[RuleId, Row]]:
    """The rows that may be rounded: efforts and money, none of them below 0, up to limits that may not be passed."""
    for rule in (*_ON_EFFORT, purchase_budget):
        for row in rule.rows(book):
            yield rule.RULE, row
    for row in initiation_limits.rows_without_refund(book):
        if row.unit != COUNT:
            yield initiation_limits.RULE, row
