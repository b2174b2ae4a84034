"""A part of a program as its worker holds it: some groups with their terms, and no more than their rows."""

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from optimizer.engines.prices.fitting import ENDLESS, room_of
from optimizer.program import ABOVE, Hinges, Ints, Names, Program, Selection, Terms, ranges

_NAMELESS = Names((), ())


@dataclass(frozen=True)
class Piece:
    """What is sent to a worker, once.

    `program`: the groups of the part over its own rows, all of them at 0. The first `rows` hinges are one for each row,
    at 0, so that the multiplier of a hinge is the price of its row; then come hard ones that say how much of a row can
    be had at all, where that is limited. `costs`: what these rows cost, for a search.
    """

    program: Program
    costs: Hinges


@dataclass(frozen=True)
class Place:
    """Where a part lies in the whole program: its rows, starts, candidates and hinges, all ascending."""

    rows: Ints
    starts: Ints
    candidates: Ints
    hinges: Ints

    def own(self, selection: Selection) -> Selection:
        """What a selection of the whole program chooses in the part."""
        return Selection(_places(self.starts, selection.starts), _places(self.candidates, selection.candidates))

    def whole(self, selection: Selection) -> Selection:
        """The same selection with the numbers of the whole program."""
        return Selection(self.starts[selection.starts], self.candidates[selection.candidates])


class Cut(NamedTuple):
    """A program in pieces, one for the groups of each part, and their places; `rows`: how many the program has."""

    rows: int
    places: list[Place]
    pieces: list[Piece]


def cut(program: Program, parts: list[Ints], costs: Hinges) -> Cut:
    """The pieces of a program. `costs`: its hinges as far as they mean something to a search."""
    room = room_of(program)
    places, pieces = zip(*(_cut(program, groups, room, costs) for groups in parts), strict=True)
    return Cut(program.rows, list(places), list(pieces))


def _cut(program: Program, groups: Ints, room: Ints, costs: Hinges) -> tuple[Place, Piece]:
    starts = _owned(program.start_pointer, groups)
    slots = _owned(program.slot_pointer, starts)
    candidates = _owned(program.candidate_pointer, slots)
    used = np.zeros(program.rows, np.bool_)
    start_terms, candidate_terms = _terms(program.start_terms, starts), _terms(program.candidate_terms, candidates)
    used[start_terms.row] = used[candidate_terms.row] = True
    rows = np.flatnonzero(used)
    number = np.cumsum(used, dtype=np.int32) - np.int32(1)
    hinges = np.flatnonzero(used[costs.row])
    row, side, edge, price, hard = costs
    costs = Hinges(number[row[hinges]], side[hinges], edge[hinges], price[hinges], hard[hinges])
    piece = replace(
        program,
        start_pointer=_pointer(program.start_pointer, groups),
        slot_pointer=_pointer(program.slot_pointer, starts),
        candidate_pointer=_pointer(program.candidate_pointer, slots),
        start_met=program.start_met[starts],
        start_money=program.start_money[starts],
        candidate_met=program.candidate_met[candidates],
        candidate_money=program.candidate_money[candidates],
        met_constant=0,
        money_constant=0,
        start_terms=start_terms._replace(row=number[start_terms.row]),
        candidate_terms=candidate_terms._replace(row=number[candidate_terms.row]),
        row_base=np.zeros(len(rows), np.int64),
        hinges=_priced(room[rows]),
        names=_NAMELESS,
        group_zone=None,
    )
    return Place(rows, starts, candidates, hinges), Piece(piece, costs)


def _priced(room: Ints) -> Hinges:
    """A hinge at 0 for each row, and a hard one where there is no more than so much room [rows]."""
    limited = np.flatnonzero(room < ENDLESS)
    rows, total = len(room), len(room) + len(limited)
    return Hinges(
        np.concatenate([np.arange(rows), limited]).astype(np.int32),
        np.full(total, ABOVE, np.int8),
        np.concatenate([np.zeros(rows, np.int64), room[limited]]),
        np.zeros(total, np.int64),
        np.arange(total) >= rows,
    )


def _terms(terms: Terms, owners: Ints) -> Terms:
    _, row, coefficient = terms.of(owners)
    return Terms(_pointer(terms.pointer, owners), row, coefficient)


def _owned(pointer: Ints, owners: Ints) -> Ints:
    """What these owners own."""
    return ranges(pointer[owners], pointer[owners + 1] - pointer[owners])


def _pointer(pointer: Ints, owners: Ints) -> Ints:
    pointed: Ints = np.concatenate([[0], np.cumsum(pointer[owners + 1] - pointer[owners])]).astype(np.int64)
    return pointed


def _places(among: Ints, wanted: Ints) -> Ints:
    """Where those of `wanted` (ascending) that are among these (ascending) stand."""
    places = np.searchsorted(among, wanted)
    there = places < len(among)
    there[there] = among[places[there]] == wanted[there]
    found: Ints = places[there]
    return found
