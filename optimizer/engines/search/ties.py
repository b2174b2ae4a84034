"""Which groups need which: hard edges that some choice moves towards being passed and another moves away from it."""

from typing import NamedTuple

import numpy as np

from optimizer.program import ABOVE, BELOW, Flags, Indices, Ints, Program, Terms


class Ties(NamedTuple):
    """By row (CSR): the groups with a choice that relieves a hard edge of the row, and those with one that needs it.

    Rows that nobody relieves are left out: nothing can be done about those, and they are most of a program.
    """

    helper_first: Ints
    helper_group: Ints
    user_first: Ints
    user_group: Ints


def ties_of(program: Program) -> Ties:
    """The ties of a program."""
    high, low = (_has_edge(program, side) for side in (ABOVE, BELOW))
    owned = (
        (program.start_terms, program.start_group),
        (program.candidate_terms, program.start_group[program.slot_start[program.candidate_slot]]),
    )
    helped = np.zeros(program.rows, np.bool_)
    for terms, _ in owned:
        helped[terms.row[_moves(terms, low, high)]] = True
    high &= helped
    low &= helped
    helpers, users = [], []
    for terms, group in owned:
        helpers.append(_pairs(program, terms, group, _moves(terms, low, high)))
        users.append(_pairs(program, terms, group, _moves(terms, high, low)))
    return Ties(*_by_row(program, helpers), *_by_row(program, users))


def _has_edge(program: Program, side: int) -> Flags:
    has = np.zeros(program.rows, np.bool_)
    has[program.hinges.row[program.hinges.hard & (program.hinges.side == side)]] = True
    return has


def _moves(terms: Terms, up: Flags, down: Flags) -> Ints:
    """The places of the terms that move a row of `up` upwards or one of `down` downwards."""
    near: Flags = (up | down)[terms.row]
    places = np.flatnonzero(near)
    row, coefficient = terms.row[places], terms.coefficient[places]
    return places[np.where(coefficient > 0, up[row], down[row])]


def _pairs(program: Program, terms: Terms, group: Indices, places: Ints) -> Ints:
    """Each (row, group) of these terms once, as row · groups + group."""
    owner = np.searchsorted(terms.pointer, places, side="right") - 1
    keys = terms.row[places].astype(np.int64) * max(program.groups, 1) + group[owner]
    return np.unique(keys)


def _by_row(program: Program, pairs: list[Ints]) -> tuple[Ints, Ints]:
    row, group = np.divmod(np.unique(np.concatenate(pairs)), max(program.groups, 1))
    return np.searchsorted(row, np.arange(program.rows + 1)), group
