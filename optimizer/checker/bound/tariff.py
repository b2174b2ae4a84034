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
from optimizer.checker.bound.rounded import RoundedRow, RoundedRows, asked
from optimizer.checker.bound.rules import ON_CANDIDATES, ON_EFFORT, ON_STARTS
from optimizer.checker.engagement import Engagement
from optimizer.checker.row import Ids, Row, Term

Table = dict[Ids, list[int]]
"""By strip, the price of one integer unit of each row, in parts of 10^-6 money unit."""


class Tariff:
    """Prices, read against the rows of a scenario. All amounts are in parts (10^-12) of 10^-6 of the aim's unit.

    `constant` is the sum over rows of phi*(price) - price * base. Where there are findings nothing else is of use.
    Rounded rows have prices where `rounding` says so only.
    """

    def __init__(self, book: Book, aim: Aim, prices: Sequence[Price], *, rounding: bool = False) -> None:
        self._book = book
        self._tables: dict[RuleId, Table] = {}
        self._names: dict[tuple[RuleId, Ids, int], str] = {}
        self.constant = 0
        whole, self.findings = whole_prices(prices)
        rounded = [*asked(book, whole)] if rounding else []
        for rule, row in aim.rows(book):
            self._read(rule, row, whole.pop(row.name(rule), 0))
        self.rounded = RoundedRows(book, [row for row in rounded if self._has_read(row, whole.pop(row.name))])
        self.findings.extend(PriceFinding("unknown_row", name) for name in whole)
        priced = self._tables.keys()
        self._starts = [(rule.of_start, self._tables[rule.RULE]) for rule in ON_STARTS if rule.RULE in priced]
        self._efforts = [(rule.of_effort, self._tables[rule.RULE]) for rule in ON_EFFORT if rule.RULE in priced]
        self._candidates = [
            (rule.of_candidate, self._tables[rule.RULE].get) for rule in ON_CANDIDATES if rule.RULE in priced
        ]
        self._effort_prices: dict[tuple[str, str, str], list[int]] = {}

    def of_start(self, project: ProjectFacts, start: int) -> int:
        """The charge on a start."""
        charge = sum([_charge(table, of_start(self._book, project, start)) for of_start, table in self._starts])
        return charge + self.rounded.of_start(project, start) if self.rounded.rows else charge

    def of_candidate(self, engagement: Engagement) -> int:
        """The charge on a person in a role."""
        # Asked of every person in every role at every start: written out, it takes half the time.
        key = (engagement.person.id, engagement.role, engagement.project.buyer)
        prices = self._effort_prices.get(key) or self._of_effort(key, engagement)
        book = self._book
        charge: int = sum(map(mul, engagement.efforts, prices[engagement.first :]))
        for of_candidate, strip in self._candidates:
            for ids, first, coefficients in of_candidate(book, engagement):
                found = strip(ids)
                if found is not None:
                    charge += sum(map(mul, coefficients, found[first:] if first else found))
        return charge + self.rounded.of_candidate(engagement) if self.rounded.rows else charge

    def _of_effort(self, key: tuple[str, str, str], engagement: Engagement) -> list[int]:
        """What a permille of a person's effort in a role costs a buyer in each period, over all rows."""
        prices = [0] * self._book.periods
        for of_effort, table in self._efforts:
            for ids, sign in of_effort(self._book, engagement):
                for period, price in enumerate(table.get(ids, ())):
                    prices[period] += sign * price
        self._effort_prices[key] = prices
        return prices

    def of_terms(self, rule: RuleId, terms: Iterable[Term]) -> int:
        """The charge on terms in the rows of a rule."""
        return _charge(self._tables.get(rule, {}), terms)

    def by_row(self, rule: RuleId, terms: Iterable[Term]) -> Iterator[tuple[str, int]]:
        """The name of each row of a rule that charges for terms of one choice, and its charge."""
        table, terms = self._tables.get(rule, {}), [*terms]
        for ids, first, coefficients in terms:
            prices = table.get(ids, ())[first:]
            for place, charge in enumerate(map(mul, prices, coefficients), first):
                if charge:
                    yield self._names[rule, ids, place], charge
        yield from self.rounded.by_row(rule, terms)

    def price(self, rule: RuleId, row: Row) -> int:
        """The price of one integer unit of a row."""
        strip = self._tables.get(rule, {}).get(row.ids, ())
        return strip[row.place] if row.place < len(strip) else 0

    def _has_read(self, rounded: RoundedRow, price: int) -> bool:
        """Whether a rounded row has a price that charges anything; it wins back what it can."""
        won = conjugate(rounded.row, rounded.slope)
        if won is None:
            self.findings.append(_outside(rounded.rule, rounded.row, price))
            return False
        self.constant += won
        return rounded.slope != 0

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
            self._names[rule, row.ids, row.place] = row.name(rule)


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
