"""Divides what is left of each row among parts, so that they can search at once (Geoffrion 1970, resource-directive
approaches for decomposable systems).

An edge lies `room` away from where its row stands. Each part is given a share of that, the shares adding up to it, and
sees the edge that far from the present level, others as they are. Whatever parts then do, hard edges hold together. And
as costs are convex, what the rows cost together is at most what parts think they cost: gains add up, or better.
"""

import numpy as np

from optimizer.engines.distributed.bundles import bundles
from optimizer.engines.distributed.piece import Cut
from optimizer.engines.prices.sweep import Reals
from optimizer.program import Hinges, Ints, Program

_DIVISIBLE = 10
"""Room of so many of the largest coefficients of its row is divided in proportion; less goes to one part as a whole."""


class Shares:
    """What the groups of each part could use of each row decides on what they are given."""

    def __init__(self, program: Program, pieces: Cut) -> None:
        """`program` is the one that was cut."""
        uses, self._largest = _uses(pieces)
        self._bundle = bundles(program)
        total = np.maximum(uses.sum(axis=0), 1.0)
        self._parts = uses / total
        """Of what could be used of each row, the share of each part [parts, rows]."""
        self._most = np.argmax(uses, axis=0)
        in_bundle = np.array([np.bincount(self._bundle, use, program.rows) for use in uses])
        whole = in_bundle / np.maximum(in_bundle.sum(axis=0), 1.0)
        self._lots = np.cumsum(whole, axis=0)[:, self._bundle]

    def edges(self, hinges: Hinges, levels: Ints, dice: np.random.Generator) -> Ints:
        """The edges that each part sees [parts, hinges], for rows that stand at these levels [rows].

        Who is given what cannot be divided is drawn by lot, one for a whole bundle of rows.
        """
        row = hinges.row
        room = (hinges.edge - levels[row]) * hinges.side
        divisible = np.abs(room) >= _DIVISIBLE * self._largest[row]
        share = np.where(divisible, np.floor(room * self._parts[:, row]), 0.0).astype(np.int64)
        rest = np.where(divisible, self._most[row], self._owners(dice)[row])
        share[rest, np.arange(len(row))] += room - share.sum(axis=0)
        seen: Ints = levels[row] + hinges.side * share
        return seen

    def _owners(self, dice: np.random.Generator) -> Ints:
        """The part that is given what cannot be divided of each row [rows]."""
        lot = dice.random(len(self._bundle))[self._bundle]
        drawn = np.minimum((self._lots <= lot).sum(axis=0), len(self._lots) - 1)
        # A part that does not use the row at all has no use for it.
        uses = self._parts[drawn, np.arange(len(drawn))] > 0
        owners: Ints = np.where(uses, drawn, self._most)
        return owners


def _uses(pieces: Cut) -> tuple[Reals, Ints]:
    """How much the choices of each part could use of each row, summed [parts, rows]; the largest coefficient [rows]."""
    sums = np.zeros((len(pieces.places), pieces.rows))
    largest = np.zeros(pieces.rows, np.int64)
    for part, (place, piece) in enumerate(zip(pieces.places, pieces.pieces, strict=True)):
        most = np.zeros(len(place.rows), np.int64)
        for terms in (piece.program.start_terms, piece.program.candidate_terms):
            size = np.abs(terms.coefficient)
            sums[part, place.rows] += np.bincount(terms.row, size, len(place.rows))
            np.maximum.at(most, terms.row, size)
        largest[place.rows] = np.maximum(largest[place.rows], most)
    return sums, largest
