"""Which projects a target counts."""

from collections.abc import Sequence

import numpy as np

from models.target import Target
from optimizer.facts.facts import Facts
from optimizer.program import Flags, Indices, Ints

_NO_PERIOD = np.iinfo(np.int64).min


class Cells:
    """The projects by what targets ask of them."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        projects, horizon = facts.projects, facts.scenario.horizon
        self._product = _Words([project.product for project in projects])
        self._group = _Words([project.customer_group for project in projects])
        self._unit = np.array([facts.organisation.index[project.unit] for project in projects], np.int64)
        periods = [project.order_period for project in projects]
        self._period = np.array([_NO_PERIOD if each is None else horizon.index(each) for each in periods], np.int64)

    def serving(self, target: Target) -> Ints:
        """The projects (indices, ascending) in the cell of a target."""
        horizon, period = self._facts.scenario.horizon, self._period
        found = np.ones(len(period), bool)
        if target.product is not None:
            found &= self._product.equal(target.product)
        if target.customer_group is not None:
            found &= self._group.equal(target.customer_group)
        if target.first is not None:
            found &= (period != _NO_PERIOD) & (period >= horizon.index(target.first))
        if target.last is not None:
            found &= (period != _NO_PERIOD) & (period <= horizon.index(target.last))
        if target.unit is not None:
            found &= self._facts.organisation.below(target.unit)[self._unit]
        return np.flatnonzero(found)


class _Words:
    """A column of words, numbered."""

    def __init__(self, words: Sequence[str | None]) -> None:
        self._number = {word: number for number, word in enumerate(dict.fromkeys(words))}
        self._of: Indices = np.array([self._number[word] for word in words], np.int32)

    def equal(self, word: str) -> Flags:
        """Where the word stands."""
        found: Flags = self._of == self._number.get(word, -1)
        return found
