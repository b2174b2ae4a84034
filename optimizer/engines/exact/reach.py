"""How far rows and the first count can go, were each group to choose for each row alone: one pass over the terms."""

from typing import NamedTuple

import numpy as np

from optimizer.program import Indices, Ints, Program, Terms


def most_met(program: Program) -> int:
    """An upper limit on the first count."""
    start = program.start_met.copy()
    if program.slots:
        best = np.maximum.reduceat(program.candidate_met, program.candidate_pointer[:-1])
        np.add.at(start, program.slot_start, best)
    group = np.zeros(program.groups, np.int64)
    np.maximum.at(group, program.start_group, start)
    return min(program.met_constant + int(group.sum()), 0)


def row_reach(program: Program) -> tuple[Ints, Ints]:
    """The lowest and the highest level of every row [rows]."""
    slot = _of_terms(program.candidate_terms, program.rows).either(
        program.candidate_slot, np.diff(program.candidate_pointer)
    )
    start = slot.together(program.slot_start, _of_terms(program.start_terms, program.rows))
    # One choice more than there are starts: none.
    group = start.either(program.start_group, np.diff(program.start_pointer) + 1)
    row = group.together(np.zeros(program.groups, np.int32))
    lowest, highest = program.row_base.copy(), program.row_base.copy()
    lowest[row.key] += row.lowest
    highest[row.key] += row.highest
    return lowest, highest


class _Reach(NamedTuple):
    """What owners add to rows at the least and at the most; pairs of owner and row that are not listed add 0.

    `key` is owner * rows + row.
    """

    rows: int
    key: Ints
    lowest: Ints
    highest: Ints

    def together(self, parent: Indices, *others: "_Reach") -> "_Reach":
        """The reach of the parents, which have all of their owners; `others` speak of parents already."""
        parts = [self._replace(key=self._key_of(parent)), *others]
        key, lowest, highest = (np.concatenate([part[field] for part in parts]) for field in (1, 2, 3))
        order, first = _runs(key)
        return _Reach(self.rows, key[order][first], _sum(lowest[order], first), _sum(highest[order], first))

    def either(self, parent: Indices, choices: Ints) -> "_Reach":
        """The reach of the parents, which have one out of so many owners; those not listed are choices of 0."""
        key = self._key_of(parent)
        order, first = _runs(key)
        if not len(first):
            return self
        key = key[order][first]
        some_add_nothing = np.diff(first, append=len(order)) < choices[key // self.rows]
        lowest = np.minimum.reduceat(self.lowest[order], first)
        highest = np.maximum.reduceat(self.highest[order], first)
        return _Reach(
            self.rows,
            key,
            np.where(some_add_nothing, np.minimum(lowest, 0), lowest),
            np.where(some_add_nothing, np.maximum(highest, 0), highest),
        )

    def _key_of(self, parent: Indices) -> Ints:
        owner, row = np.divmod(self.key, max(self.rows, 1))
        return parent[owner].astype(np.int64) * self.rows + row


def _of_terms(terms: Terms, rows: int) -> _Reach:
    owners = len(terms.pointer) - 1
    owner = np.repeat(np.arange(owners), np.diff(terms.pointer))
    key = owner * rows + terms.row
    # An owner may have several terms in a row: they add up.
    each = np.arange(owners, dtype=np.int32)
    return _Reach(rows, key, terms.coefficient, terms.coefficient).together(each)


def _runs(key: Ints) -> tuple[Ints, Ints]:
    """The order that sorts the keys, and where in it each key begins."""
    order = np.argsort(key, kind="stable")
    if not len(order):
        return order, order
    ordered = key[order]
    return order, np.concatenate([[0], np.flatnonzero(ordered[1:] != ordered[:-1]) + 1])


def _sum(values: Ints, first: Ints) -> Ints:
    return np.add.reduceat(values, first) if len(first) else values
