"""Whom a unit may buy, and at which terms. Answers are kept per role and buyer."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from models.market import Market
from optimizer.facts import Facts
from optimizer.facts.market import Terms, terms_of_trade
from optimizer.facts.organisation import Distance
from optimizer.program import Flags, Indices

OWN_TERMS = 0


@dataclass
class Purchasable:
    """An index over people that answers at which terms a buyer gets them. Terms number 0: the buyer's own people."""

    facts: Facts
    terms: dict[Terms | None, int] = field(default_factory=lambda: {None: OWN_TERMS})
    _answers: dict[tuple[str, int], tuple[Flags, Indices]] = field(default_factory=dict)

    def by(self, role: str, buyer: int) -> tuple[Flags, Indices]:
        """For every person: may a project of this buyer use them in this role, and the number of the terms."""
        if (role, buyer) not in self._answers:
            self._answers[role, buyer] = self._look_up(role, buyer)
        return self._answers[role, buyer]

    @cached_property
    def _kinds(self) -> tuple[list[tuple[int, int]], Indices]:
        """Trader and grade, on which terms depend: every pair there is, and the number of each person's."""
        number: dict[tuple[int, int], int] = {}
        pairs = zip(self.facts.person_trader, self.facts.people, strict=True)
        kinds = [number.setdefault((trader, person.grade), len(number)) for trader, person in pairs]
        return list(number), np.array(kinds, np.int32)

    @cached_property
    def _lendable(self) -> Flags:
        return np.array([person.lendable for person in self.facts.people], bool)

    def _look_up(self, role: str, buyer: int) -> tuple[Flags, Indices]:
        kinds, kind_of = self._kinds
        found = [self._terms(role, buyer, *kind) for kind in kinds]
        in_market = np.array([each for each, _ in found], bool)[kind_of]
        numbers = np.array([number for _, number in found], np.int32)[kind_of]
        return in_market & (self._lendable | (numbers == OWN_TERMS)), numbers

    def _terms(self, role: str, buyer: int, seller: int, grade: int) -> tuple[bool, int]:
        if seller == buyer:
            return True, OWN_TERMS
        facts, units = self.facts, self.facts.organisation.units
        distance = facts.organisation.distance(seller, buyer)
        rate = facts.rates.rate(role, grade, units[seller].id, units[buyer].id)
        number = self.terms.setdefault(terms_of_trade(facts.market, rate, distance), len(self.terms))
        return rate is not None and in_scope(facts.market, distance), number


def in_scope(market: Market, distance: Distance) -> bool:
    """Whether a purchase over this distance is within the market's scope."""
    if market.scope == "region":
        return distance == Distance.SAME_REGION
    return market.scope == "company"
