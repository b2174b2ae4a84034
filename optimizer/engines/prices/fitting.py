"""Which starts and candidates fit at all: those that alone pass a hard edge to which nothing gives room fit nowhere.

Leaving them out tightens every bound, and no price is needed to see it.
"""

from typing import NamedTuple

import numpy as np

from optimizer.engines.compiled import compiled
from optimizer.program import ABOVE, Flags, Indices, Ints, Program, Terms

ENDLESS = np.iinfo(np.int64).max


class Fitting(NamedTuple):
    """Whether each start [starts] and each candidate [candidates] fits when it is alone."""

    starts: Flags
    candidates: Flags


def fitting(program: Program) -> Fitting:
    """What fits alone."""
    room = room_of(program)
    return Fitting(_fits(program.start_terms, room), _fits(program.candidate_terms, room))


def room_of(program: Program) -> Ints:
    """How much the choices together may take of each row [rows]; ENDLESS where one may make room, or none is hard."""
    room = np.full(program.rows, ENDLESS)
    hinges = program.hinges
    above = hinges.hard & (hinges.side == ABOVE)
    row = hinges.row[above]
    np.minimum.at(room, row, hinges.edge[above] - program.row_base[row])
    for terms in (program.start_terms, program.candidate_terms):
        _open(terms.row, terms.coefficient, room)
    return room


def _fits(terms: Terms, room: Ints) -> Flags:
    fits = np.ones(len(terms.pointer) - 1, np.bool_)
    _keep_out(terms.pointer, terms.row, terms.coefficient, room, fits)
    return fits


@compiled
def _open(row: Indices, coefficient: Ints, room: Ints) -> None:
    """Rows in which something makes room have no end."""
    for term in range(len(row)):
        if coefficient[term] < 0:
            room[row[term]] = ENDLESS


@compiled
def _keep_out(pointer: Ints, row: Indices, coefficient: Ints, room: Ints, fits: Flags) -> None:
    for owner in range(len(fits)):
        for term in range(pointer[owner], pointer[owner + 1]):
            if coefficient[term] > room[row[term]]:
                fits[owner] = False
                break
