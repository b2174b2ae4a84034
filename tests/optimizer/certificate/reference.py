"""The same bound from the arrays of the compiled program, with fractions; and prices that rows can have."""

from decimal import Decimal
from fractions import Fraction
from math import floor
from random import Random
from typing import NamedTuple

from models.plan import Price
from optimizer.program import ABOVE, Program, Terms

FTE, MONEY, COUNT = Fraction(1_000), Fraction(10_000), Fraction(1_000_000)
"""10^-6 of a published unit in one integer unit of a row."""

_BY_RULE = {
    "person_capacity": FTE,
    "seller_cap": FTE,
    "hunger_band": FTE,
    "utilisation_floor": FTE,
    "purchase_budget": MONEY,
    "target_coverage": MONEY,
}
_BY_MEASURE = {"effort": FTE, "count": COUNT, "pursuit_cost": MONEY, "expected_orders": MONEY}

LIMITS = {"person_capacity", "concurrency", "purchase_budget", "seller_cap", "initiation_limits"}

Slopes = tuple[Fraction | None, Fraction | None]


class Rounding(NamedTuple):
    """A row, rounded down after multiplication with a share, and the price of one."""

    row: int
    share: Fraction
    slope: Fraction


def unit_of(name: str) -> Fraction:
    """10^-6 of what is priced, in one integer unit of the row with this name."""
    rule, *parts = name.split("/")
    if rule == "portfolio_balance":
        return _BY_MEASURE[parts[-3]] / 100
    if (rule, parts[-1:]) in (("initiation_limits", ["pursuit_budget"]), ("goal_coverage", ["expected_orders"])):
        return MONEY
    return _BY_RULE.get(rule, COUNT)


class Reference:
    """A program whose rows can be priced. `money` says which of the two bounds is meant; for the other soft rows fall
    away. The limit on unmet commitments is a row here, named `commitment`."""

    def __init__(self, program: Program, *, money: bool, unmet_limit: int = 0) -> None:
        self.program, self.money = program, money
        self.names = [program.names.row(row) for row in range(program.rows)]
        self.hinges: list[list[tuple[int, int, int | None]]] = [[] for _ in self.names]
        for row, side, edge, price, hard in zip(*(column.tolist() for column in program.hinges), strict=True):
            if hard or money:
                self.hinges[row].append((side, edge, None if hard else price))
        self.base = program.row_base.tolist()
        self.rooms = self._rooms()
        self.starts_too_large = self._too_large(program.start_terms)
        self.candidates_too_large = self._too_large(program.candidate_terms)
        self.limit = len(self.names)
        if money:
            self.names.append("commitment")
            self.hinges.append([(ABOVE, unmet_limit, None)])
            self.base.append(-program.met_constant)

    def slopes(self, row: int) -> Slopes:
        """The least and the greatest marginal cost of a row, in 10^-6; None: without end."""
        ends: list[Fraction | None] = []
        for sign in (-1, 1):
            prices = [price for side, _, price in self.hinges[row] if side == sign]
            ends.append(None if None in prices else Fraction(sign * sum(price or 0 for price in prices)))
        return ends[0], ends[1]

    def random_prices(self, rng: Random, share: float = 0.5) -> tuple[Price, ...]:
        """Prices of some rows, each within the slopes of its row, ends included."""
        prices = []
        for row, name in enumerate(self.names):
            if not self.hinges[row] or rng.random() > share:
                continue
            lower, upper = self.slopes(row)
            unit = unit_of(name)
            steep = 5_000_000 if self.money else 2_000_000
            least = (-steep if lower is None else lower) / unit
            most = (steep if upper is None else upper) / unit
            where = Fraction(rng.choice([0, 1, rng.randint(0, 1000) / 1000]))
            value = least + (most - least) * where
            whole = int(value * 10**12)  # towards 0, which is always inside
            prices.append(Price.model_construct(row=name, price=Decimal(whole).scaleb(-12)))
        rng.shuffle(prices)
        return tuple(prices)

    def random_rounded(self, rng: Random, share: float = 0.5) -> tuple[Price, ...]:
        """Prices of rounded rows, some rows rounded in two ways."""
        names = set()
        terms = (self.program.start_terms, self.program.candidate_terms)
        for row, room in self.rooms.items():
            rule, *ids = self.names[row].split("/")
            if rule == "concurrency" or "max_per_period" in ids:
                continue
            of_row = [each for of in terms for each in of.coefficient[of.row == row].tolist()]
            for _ in range(rng.choice([1, 1, 2])):
                if rng.random() < share:
                    divisor = rng.choice([rng.choice(of_row or [1]), room // 2 + 1, rng.randint(1, room + 2)])
                    times = rng.choice([1, 1, 2, 3, 10**6])
                    names.add(f"{self.names[row]}/rounded/{times}/{max(1, divisor)}")
        most = 5_000 if self.money else 2
        whole = [rng.choice([0, rng.randint(1, most * 10**12)]) for _ in names]
        return tuple(
            Price.model_construct(row=name, price=Decimal(price).scaleb(-12))
            for name, price in zip(sorted(names), whole, strict=True)
        )

    def bound(self, prices: tuple[Price, ...]) -> Fraction:
        """The bound, in 10^-6 of money or of a commitment."""
        rounded = [price for price in prices if "/rounded/" in price.row]
        return self._bound([price for price in prices if price not in rounded], [*map(self._rounding, rounded)])

    def _rounding(self, price: Price) -> Rounding:
        name, times, divisor = price.row.rsplit("/", 2)
        row = self.names.index(name.removesuffix("/rounded"))
        return Rounding(row, Fraction(int(times), int(divisor)), Fraction(price.price) * COUNT)

    def _bound(self, prices: list[Price], rounded: list[Rounding]) -> Fraction:
        number = {name: row for row, name in enumerate(self.names)}
        slope = [Fraction(0)] * len(self.names)
        for price in prices:
            row = number[price.row]
            slope[row] = Fraction(price.price) * unit_of(price.row)
        program = self.program
        total = Fraction(program.money_constant if self.money else program.met_constant * 1_000_000)
        for row, hinges in enumerate(self.hinges):
            if hinges:
                total += self._conjugate(row, slope[row]) - slope[row] * self.base[row]
            else:
                assert slope[row] == 0
        total += sum(each.slope * floor(each.share * self.rooms[each.row]) for each in rounded)
        starts, candidates = self._values(slope, rounded)
        for group in range(program.groups):
            worth = [Fraction(0)]
            for start in range(*program.start_pointer[group : group + 2].tolist()):
                if start not in self.starts_too_large:
                    slots = range(*program.slot_pointer[start : start + 2].tolist())
                    best = [self._best(slot, candidates) for slot in slots]
                    if None not in best:
                        worth.append(starts[start] + sum(value for value in best if value is not None))
            total += max(worth)
        return total

    def _best(self, slot: int, candidates: list[Fraction]) -> Fraction | None:
        among = range(*self.program.candidate_pointer[slot : slot + 2].tolist())
        return max((candidates[each] for each in among if each not in self.candidates_too_large), default=None)

    def _too_large(self, terms: Terms) -> set[int]:
        """The owners whose own coefficient passes a hard edge of a row in which no coefficient is below 0."""
        rooms = self.rooms
        return {
            owner
            for owner in range(len(terms.pointer) - 1)
            for place in range(*terms.pointer[owner : owner + 2].tolist())
            if int(terms.coefficient[place]) > rooms.get(int(terms.row[place]), int(terms.coefficient[place]))
        }

    def _rooms(self) -> dict[int, int]:
        """By row of the rules that limit what is used, if nothing in it has a coefficient below 0: the least hard edge
        less the base."""
        all_terms = (self.program.start_terms, self.program.candidate_terms)
        refunded = {int(row) for terms in all_terms for row in terms.row[terms.coefficient < 0]}
        return {
            row: min(edge for _, edge, _ in hinges) - self.base[row]
            for row, hinges in enumerate(self.hinges)
            if self.names[row].split("/")[0] in LIMITS and row not in refunded
        }

    def _values(self, slope: list[Fraction], rounded: list[Rounding]) -> tuple[list[Fraction], list[Fraction]]:
        program = self.program
        values = []
        roundings: dict[int, list[Rounding]] = {}
        for each in rounded:
            roundings.setdefault(each.row, []).append(each)
        for met, money, terms in (
            (program.start_met, program.start_money, program.start_terms),
            (program.candidate_met, program.candidate_money, program.candidate_terms),
        ):
            of = [Fraction(each if self.money else 0) for each in money.tolist()]
            for owner, count in enumerate(met.tolist()):
                of[owner] += count * (slope[self.limit] if self.money else 1_000_000)
                for place in range(*terms.pointer[owner : owner + 2].tolist()):
                    row, coefficient = int(terms.row[place]), int(terms.coefficient[place])
                    of[owner] -= slope[row] * coefficient
                    of[owner] -= sum(r.slope * floor(r.share * coefficient) for r in roundings.get(row, ()))
            values.append(of)
        return values[0], values[1]

    def _conjugate(self, row: int, slope: Fraction) -> Fraction:
        hinges = self.hinges[row]
        reached = []
        for _, level, _ in hinges:
            if all(price is not None or (level - edge) * side <= 0 for side, edge, price in hinges):
                cost = sum((price or 0) * max(0, (level - edge) * side) for side, edge, price in hinges)
                reached.append(slope * level - cost)
        return max(reached)
