"""Both bounds from scenario and prices: on the objective, and on the number of commitments that must stay unmet."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from models.plan import Price
from models.quantities import MICRO_SCALE
from optimizer.checker.book import Book
from optimizer.checker.bound.aim import Aim, CommitmentsMet, Money
from optimizer.checker.bound.finding import PriceFinding
from optimizer.checker.bound.price import PARTS
from optimizer.checker.bound.quote import Quote, Quoter
from optimizer.checker.bound.tariff import Tariff

Kind = Literal["rows", "rounded"]
"""What a certificate may price: the rows of the rules, or these and what follows from them by rounding."""

KEPT = 2
"""Relaxations kept by a book: one for each of the two bounds of a plan."""


@dataclass(frozen=True, slots=True)
class Recomputed:
    """The bound in 10^-6 money unit, rounded down; None where findings say why the prices prove none."""

    bound: int | None
    findings: tuple[PriceFinding, ...]


@dataclass(frozen=True, slots=True)
class RecomputedUnmet:
    """How many commitments every plan leaves unmet, at least; None where findings say why the prices prove nothing."""

    at_least: int | None
    findings: tuple[PriceFinding, ...]


@dataclass(frozen=True, slots=True)
class Relaxation:
    """The program with its rows given up for prices: what is left, group by group. Amounts in parts of 10^-6."""

    quoter: Quoter
    constant: int
    quotes: tuple[Quote, ...]

    @property
    def bound(self) -> int:
        """No plan is worth more, in parts of 10^-6."""
        return self.constant + sum(quote.worth for quote in self.quotes)


Relaxed = Relaxation | tuple[PriceFinding, ...]
"""The relaxation at some prices, or what is wrong with them."""


def relax(book: Book, aim: Aim, prices: Sequence[Price], kind: Kind) -> Relaxed:
    """The relaxation at these prices. The last are kept: a plan is made, checked and explained at the same prices."""
    known = book.once(_known)
    asked = (aim, tuple(prices), kind)
    if asked not in known:
        if len(known) >= KEPT:
            known.clear()
        known[asked] = _relax(book, aim, prices, kind)
    return known[asked]


def _relax(book: Book, aim: Aim, prices: Sequence[Price], kind: Kind) -> Relaxed:
    tariff = Tariff(book, aim, prices, rounding=kind == "rounded")
    if tariff.findings:
        return tuple(tariff.findings)
    quoter = Quoter(book, aim, tariff)
    return Relaxation(quoter, aim.of_nothing(book) * PARTS + tariff.constant, quoter.quotes())


def _known(_book: Book) -> dict[tuple[Aim, tuple[Price, ...], Kind], Relaxed]:
    return {}


def recompute(book: Book, prices: Sequence[Price], unmet_limit: int, kind: Kind) -> Recomputed:
    """The bound on the objective of plans that leave at most `unmet_limit` commitments unmet."""
    relaxed = relax(book, Money(unmet_limit), prices, kind)
    if isinstance(relaxed, Relaxation):
        # Objectives are whole in 10^-6, so what lies between two of them is of no use.
        return Recomputed(relaxed.bound // PARTS, ())
    return Recomputed(None, relaxed)


def recompute_unmet(book: Book, prices: Sequence[Price], kind: Kind) -> RecomputedUnmet:
    """The number of commitments that every plan leaves unmet, as far as these prices prove it."""
    relaxed = relax(book, CommitmentsMet(), prices, kind)
    if isinstance(relaxed, Relaxation):
        return RecomputedUnmet(max(0, -(relaxed.bound // (PARTS * MICRO_SCALE))), ())
    return RecomputedUnmet(None, relaxed)
