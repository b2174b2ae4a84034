"""Rounded rows: what follows from a hard row because choices are whole (Gomory 1958; Chvátal 1973).

From Σ a·z ≤ b with a ≥ 0 follows Σ ⌊m·a/v⌋·z ≤ ⌊m·b/v⌋ for whole m, v ≥ 1: the left side is whole for every selection,
though not for the fractions that prices look at. Such rows, priced like any other, bound closer. Only those are added
that the present fractions break.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from optimizer.engines.prices.fitting import ENDLESS, room_of
from optimizer.program import ABOVE, Hinges, Indices, Ints, Program, RowBlock, Terms

Reals = npt.NDArray[np.float64]

MULTIPLES = (1, 2, 3)
PARTS = (2, 3, 4, 5, 7)
_COMMONEST = 6
"""So many coefficients of a row are tried as divisors, those that carry most weight first."""
_A_ROW = 3
"""Rounded rows added for one row at a time, at most."""
_LEAST_BREACH = 0.02


class Rounding(NamedTuple):
    """How a row is rounded: coefficients and limit times `multiple`, over `divisor`, rounded down."""

    row: int
    multiple: int
    divisor: int


@dataclass(frozen=True)
class _RowTerms:
    """The terms of one row: owners (starts first, then candidates), coefficients, weights of the owners."""

    owner: Ints
    coefficient: Ints
    weight: Reals


def rounded(program: Program, roundings: list[Rounding]) -> Program:
    """The program with these rows added at its end."""
    if not roundings:
        return program
    room = room_of(program)
    by_row = _row_terms(program, sorted({rounding.row for rounding in roundings}))
    owners, rows, coefficients, limits = [], [], [], []
    for number, (row, multiple, divisor) in enumerate(roundings):
        terms = by_row[row]
        shrunk = terms.coefficient * multiple // divisor
        kept = np.flatnonzero(shrunk)
        owners.append(terms.owner[kept])
        rows.append(np.full(len(kept), program.rows + number, np.int32))
        coefficients.append(shrunk[kept])
        limits.append(int(room[row]) * multiple // divisor)
    owner, row_of, coefficient = np.concatenate(owners), np.concatenate(rows), np.concatenate(coefficients)
    of_start = owner < program.starts
    names = [f"{program.names.row(row)}/rounded/{multiple}/{divisor}" for row, multiple, divisor in roundings]
    hinges, count = program.hinges, len(roundings)
    return replace(
        program,
        start_terms=_added(program.start_terms, owner[of_start], row_of[of_start], coefficient[of_start]),
        candidate_terms=_added(
            program.candidate_terms, owner[~of_start] - program.starts, row_of[~of_start], coefficient[~of_start]
        ),
        row_base=np.append(program.row_base, np.zeros(count, np.int64)),
        hinges=Hinges(
            np.append(hinges.row, np.arange(program.rows, program.rows + count, dtype=np.int32)),
            np.append(hinges.side, np.full(count, ABOVE, np.int8)),
            np.append(hinges.edge, np.array(limits, np.int64)),
            np.append(hinges.price, np.zeros(count, np.int64)),
            np.append(hinges.hard, np.ones(count, np.bool_)),
        ),
        names=replace(program.names, blocks=(*program.names.blocks, RowBlock(program.rows, count, names.__getitem__))),
    )


def broken(program: Program, prices: Reals, starts: Reals, candidates: Reals) -> list[Rounding]:
    """Roundings that fractional weights of starts and candidates break, of rows that have a price [rows]."""
    room = room_of(program)
    priced = np.flatnonzero((prices[: program.rows] > 0) & (room < ENDLESS) & (room > 0))
    weights = np.concatenate([starts, candidates])
    found = []
    for row, terms in _row_terms(program, priced.tolist(), weights).items():
        if terms.coefficient.max() == 1:
            # Rounding ones gives nothing new.
            continue
        tried = {}
        for multiple, divisor in _worth_trying(terms, int(room[row])):
            coefficient = terms.coefficient * multiple // divisor
            breach = float(coefficient @ terms.weight) - int(room[row]) * multiple // divisor
            size = float(np.sqrt((coefficient.astype(np.float64) ** 2) @ np.minimum(terms.weight, 1.0)))
            if breach > _LEAST_BREACH * max(size, 1e-9):
                tried[Rounding(row, multiple, divisor)] = breach / size
        found.extend(sorted(tried, key=lambda rounding: -tried[rounding])[:_A_ROW])
    return found


def _worth_trying(terms: _RowTerms, room: int) -> set[tuple[int, int]]:
    values, place = np.unique(terms.coefficient, return_inverse=True)
    carried = np.bincount(place, terms.weight)
    common = values[np.argsort(-carried, kind="stable")][:_COMMONEST].tolist()
    return {(multiple, value) for value in common for multiple in MULTIPLES} | {(part, room + 1) for part in PARTS}


def _row_terms(program: Program, rows: list[int], weights: Reals | None = None) -> dict[int, _RowTerms]:
    wanted = np.zeros(program.rows, np.bool_)
    wanted[rows] = True
    parts = []
    for terms, first in ((program.start_terms, 0), (program.candidate_terms, program.starts)):
        kept = np.flatnonzero(wanted[terms.row])
        owner = np.searchsorted(terms.pointer, kept, side="right") - 1 + first
        parts.append((terms.row[kept], owner, terms.coefficient[kept]))
    row, owner, coefficient = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.argsort(row, kind="stable")
    row, owner, coefficient = row[order], owner[order], coefficient[order]
    weight = np.zeros(len(owner)) if weights is None else weights[owner]
    edges = np.searchsorted(row, [*rows, program.rows])
    ends = np.searchsorted(row, rows, side="right")
    return {
        number: _RowTerms(owner[first:last], coefficient[first:last], weight[first:last])
        for number, first, last in zip(rows, edges.tolist(), ends.tolist(), strict=False)
    }


def _added(terms: Terms, owner: Ints, row: Indices, coefficient: Ints) -> Terms:
    """The terms with more at the end of their owners'."""
    order = np.argsort(owner, kind="stable")
    owner = owner[order]
    places = terms.pointer[owner + 1]
    counts = np.bincount(owner, minlength=len(terms.pointer) - 1)
    pointer = terms.pointer.copy()
    pointer[1:] += np.cumsum(counts)
    return Terms(
        pointer, np.insert(terms.row, places, row[order]), np.insert(terms.coefficient, places, coefficient[order])
    )
