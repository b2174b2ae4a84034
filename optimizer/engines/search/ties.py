"""Which groups need which: hard edges that some choice moves towards being passed and another moves away from it."""

from typing import NamedTuple

import numpy as np

from optimizer.engines.compiled import compiled
from optimizer.program import ABOVE, BELOW, Flags, Indices, Ints, Program


class Ties(NamedTuple):
    """By row (CSR): the groups with a choice that relieves a hard edge of the row, and those with one that needs it.

    Rows that nobody relieves are left out: nothing can be done about those, and they are most of a program.
    """

    helper_first: Ints
    helper_group: Ints
    user_first: Ints
    user_group: Ints


def ties_of(program: Program) -> Ties:
    """The ties of a program. Terms are read where they lie: they are the largest thing in memory."""
    high, low = (_has_edge(program, side) for side in (ABOVE, BELOW))
    owned = (
        (program.start_terms, program.start_group),
        (program.candidate_terms, program.start_group[program.slot_start[program.candidate_slot]]),
    )
    helped = np.zeros(program.rows, np.bool_)
    for terms, _ in owned:
        _mark(terms.row, terms.coefficient, low, high, helped)
    high &= helped
    low &= helped
    sides = []
    for up, down in ((low, high), (high, low)):
        pairs = []
        for terms, group in owned:
            keys = np.zeros(_pairs(*terms, group, program.groups, up, down, np.zeros(0, np.int64)), np.int64)
            _pairs(*terms, group, program.groups, up, down, keys)
            pairs.append(np.unique(keys))
        sides.append(_by_row(program, pairs))
    return Ties(*sides[0], *sides[1])


def _has_edge(program: Program, side: int) -> Flags:
    has = np.zeros(program.rows, np.bool_)
    has[program.hinges.row[program.hinges.hard & (program.hinges.side == side)]] = True
    return has


@compiled
def _mark(row: Indices, coefficient: Ints, up: Flags, down: Flags, marked: Flags) -> None:
    """Mark the rows of `up` that some term moves upwards, and those of `down` that one moves downwards."""
    for place in range(len(row)):
        here, amount = row[place], coefficient[place]
        if (amount > 0 and up[here]) or (amount < 0 and down[here]):
            marked[here] = True


@compiled
def _pairs(
    pointer: Ints,
    row: Indices,
    coefficient: Ints,
    group: Indices,
    groups: int,
    up: Flags,
    down: Flags,
    keys: Ints,
) -> int:
    """How many terms move rows of `up` upwards or of `down` downwards; row · groups + group of each, if they fit."""
    count = 0
    for owner in range(len(pointer) - 1):
        for place in range(pointer[owner], pointer[owner + 1]):
            here, amount = row[place], coefficient[place]
            if (amount > 0 and up[here]) or (amount < 0 and down[here]):
                if count < len(keys):
                    keys[count] = np.int64(here) * groups + group[owner]
                count += 1
    return count


def _by_row(program: Program, pairs: list[Ints]) -> tuple[Ints, Ints]:
    row, group = np.divmod(np.unique(np.concatenate(pairs)), max(program.groups, 1))
    return np.searchsorted(row, np.arange(program.rows + 1)), group
