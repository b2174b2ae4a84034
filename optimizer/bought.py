"""What purchases cost: amounts and frictions of every candidate from another trading unit."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from optimizer.draft import Matrix, Table, prefix_sums
from optimizer.program import Ints


@dataclass(frozen=True)
class Bought:
    """The purchases among the candidates of a table. Distinct pairs of profile and terms are priced once."""

    table: Table

    @cached_property
    def _pairs(self) -> tuple[Ints, Ints]:
        offers, offer = self.table.offers, self.table.offer[self.table.bought]
        keys = offers.profile[offer].astype(np.int64) * len(offers.terms_list) + offers.terms[offer]
        pairs, pair = np.unique(keys, return_inverse=True)
        return pairs, pair

    @cached_property
    def pair(self) -> Ints:
        """The priced pair of each purchase [bought]."""
        return self._pairs[1]

    def _priced(self, *, friction: bool) -> Matrix:
        offers, lists = self.table.offers, []
        for key in self._pairs[0].tolist():
            profile, number = divmod(key, len(offers.terms_list))
            terms = offers.terms_list[number]
            assert terms is not None
            lists.append((terms.frictions if friction else terms.amounts)(offers.profiles[profile]))
        return prefix_sums(lists, self.table.facts.periods)

    @cached_property
    def amount_sums(self) -> Matrix:
        """Σ of the first n amounts of each pair [pairs, periods + 1], 0.01 unit."""
        return self._priced(friction=False)

    @cached_property
    def friction_sums(self) -> Matrix:
        """Σ of the first n frictions of each pair [pairs, periods + 1], 0.01 unit."""
        return self._priced(friction=True)

    @cached_property
    def span(self) -> Ints:
        """Busy periods inside the horizon of each purchase [bought]."""
        return self.table.span[self.table.bought]

    @cached_property
    def amount(self) -> Ints:
        """What each purchase costs its buyer over the horizon [bought], 0.01 unit."""
        return self.amount_sums[self.pair, self.span]

    @cached_property
    def friction(self) -> Ints:
        """The real cost of each purchase over the horizon [bought], 0.01 unit."""
        return self.friction_sums[self.pair, self.span]
