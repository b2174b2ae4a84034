"""Whom a unit may buy, and at which terms. Answers are kept per role and buyer."""

from dataclasses import dataclass, field

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

    def _look_up(self, role: str, buyer: int) -> tuple[Flags, Indices]:
        facts = self.facts
        allowed = np.zeros(len(facts.people), bool)
        numbers = np.zeros(len(facts.people), np.int32)
        by_kind: dict[tuple[int, int], tuple[bool, int]] = {}
        for place, person in enumerate(facts.people):
            kind = (facts.person_trader[place], person.grade)
            if kind not in by_kind:
                by_kind[kind] = self._terms(role, buyer, *kind)
            in_market, numbers[place] = by_kind[kind]
            allowed[place] = in_market and (person.lendable or numbers[place] == OWN_TERMS)
        return allowed, numbers

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
