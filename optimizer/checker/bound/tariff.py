"""What choices are charged at published prices, and what the rows win back."""

from collections.abc import Iterable, Iterator, Sequence
from operator import mul

from models.plan import Price
from models.quantities import exact
from models.rules import RuleId
from optimizer.checker.book import Book, ProjectFacts
from optimizer.checker.bound.aim import Aim
from optimizer.checker.bound.conjugate import conjugate, slopes
from optimizer.checker.bound.finding import PriceFinding
from optimizer.checker.bound.price import PARTS, whole_prices
from optimizer.checker.bound.rules import ON_CANDIDATES, ON_STARTS, CandidateRule, StartRule
from optimizer.checker.engagement import Engagement
from optimizer.checker.row import Ids, Row, Term

Table = dict[Ids, list[int]]
"""By strip, the price of one integer unit of each row, in parts of 10^-6 money unit."""


class Tariff:
    """Prices, read against the rows of a scenario. All amounts are in parts (10^-12) of 10^-6 of the aim's unit.

    `constant` is the sum over rows of phi*(price) - price * base. Where there are findings nothing else is of use.
    """

    def __init__(self, book: Book, aim: Aim, prices: Sequence[Price]) -> None:
        self._book = book
        self._tables: dict[RuleId, Table] = {}
        self.constant = 0
        whole, self.findings = whole_prices(prices)
        for rule, row in aim.rows(book):
            self._read(rule, row, whole.pop(row.name(rule), 0))
        self.findings.extend(PriceFinding("unknown_row", name) for name in whole)
        self._starts: list[tuple[StartRule, Table]] = [
            (rule, self._tables[rule.RULE]) for rule in ON_STARTS if rule.RULE in self._tables
        ]
        self._candidates: list[tuple[CandidateRule, Table]] = [
            (rule, self._tables[rule.RULE]) for rule in ON_CANDIDATES if rule.RULE in self._tables
        ]

    def of_start(self, project: ProjectFacts, start: int) -> int:
        """The charge on a start."""
        return sum([_charge(table, rule.of_start(self._book, project, start)) for rule, table in self._starts])

    def of_candidate(self, engagement: Engagement) -> int:
        """The charge on a person in a role."""
        # Asked of every person in every role at every start: written out, it takes half the time.
        book, charge = self._book, 0
        for rule, table in self._candidates:
            for ids, first, coefficients in rule.of_candidate(book, engagement):
                prices = table.get(ids)
                if prices is not None:
                    charge += sum(map(mul, coefficients, prices[first:] if first else prices))
        return charge

    def of_terms(self, rule: RuleId, terms: Iterable[Term]) -> int:
        """The charge on terms in the rows of a rule."""
        return _charge(self._tables.get(rule, {}), terms)

    def price(self, rule: RuleId, row: Row) -> int:
        """The price of one integer unit of a row."""
        strip = self._tables.get(rule, {}).get(row.ids, ())
        return strip[row.place] if row.place < len(strip) else 0

    def charges_on_start(self, project: ProjectFacts, start: int) -> Iterator[tuple[RuleId, int]]:
        """The charge on a start by rule."""
        for rule, table in self._starts:
            yield rule.RULE, _charge(table, rule.of_start(self._book, project, start))

    def charges_on_candidate(self, engagement: Engagement) -> Iterator[tuple[RuleId, int]]:
        """The charge on a person in a role by rule."""
        for rule, table in self._candidates:
            yield rule.RULE, _charge(table, rule.of_candidate(self._book, engagement))

    def _read(self, rule: RuleId, row: Row, price: int) -> None:
        slope = price * row.unit
        won = conjugate(row, slope)
        if won is None:
            self.findings.append(_outside(rule, row, price))
            return
        self.constant += won - slope * row.base
        if slope:
            strip = self._tables.setdefault(rule, {}).setdefault(row.ids, [])
            strip.extend([0] * (row.place + 1 - len(strip)))
            strip[row.place] = slope


def _charge(table: Table, terms: Iterable[Term]) -> int:
    charge = 0
    for ids, first, coefficients in terms:
        prices = table.get(ids)
        if prices is not None:
            charge += sum(map(mul, coefficients, prices[first:] if first else prices))
    return charge


def _outside(rule: RuleId, row: Row, price: int) -> PriceFinding:
    ends = (None if end is None else exact(end // row.unit, PARTS) for end in slopes(row))
    expected = " … ".join("∞" if end is None else f"{end:f}" for end in ends)
    return PriceFinding("outside_slopes", row.name(rule), f"{exact(price, PARTS):f}", expected)
