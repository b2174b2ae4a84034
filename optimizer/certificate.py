"""The certificate of a plan: the bound that its published prices prove, from scenario and plan alone.

Everything is recomputed by the independent checker in exact integers; no solver is believed, none is needed. What a row
is called, what its price means and why the bound holds stands in docs/certificate.md.
"""

from collections.abc import Sequence

from models.plan import Price
from models.scenario import Scenario
from optimizer.checker.book import Book
from optimizer.checker.bound import recompute as bounds
from optimizer.checker.bound.finding import PriceFinding
from optimizer.checker.bound.recompute import Recomputed, RecomputedUnmet

__all__ = ["PriceFinding", "Recomputed", "RecomputedUnmet", "recompute", "recompute_unmet"]


def recompute(scenario: Scenario, prices: Sequence[Price], unmet_limit: int) -> Recomputed:
    """The upper bound on the objective of every plan that leaves at most `unmet_limit` commitments unmet."""
    return bounds.recompute(Book(scenario), prices, unmet_limit)


def recompute_unmet(scenario: Scenario, prices_unmet: Sequence[Price]) -> RecomputedUnmet:
    """How many commitments every plan leaves unmet, at least."""
    return bounds.recompute_unmet(Book(scenario), prices_unmet)
