"""The bound that a list of prices proves for a program, in whole numbers only.

For any price l_r of each row, inside the slopes of the row's cost φ_r, no selection brings more money than

    money_constant + Σ_r (φ*_r(l_r) - l_r · base_r) + Σ_groups max(0, best start with its best candidates at the prices)

where candidates that cannot fit even alone are left out, and φ* is the convex conjugate, φ*(l) = max over levels L of
l · L - φ(L) (Lagrangian relaxation; Geoffrion 1974).
Nothing here is taken from a solver; it repeats what `docs/certificate.md` says of plans, for programs without scenario.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from optimizer.program import ABOVE, Ints, Program, Terms

Whole = npt.NDArray[Any]
"""int64, or Python's integers (dtype object) where int64 could wrap around."""

_SAFE = 1 << 61
_NEVER = -(1 << 60)


class OutsideSlopes(ValueError):
    """A price is beyond the slopes of its row's cost: it proves nothing."""


def bound_from_prices(program: Program, prices: Sequence[int], denominator: int) -> int:
    """An upper limit on money (10^-6 unit), rounded down: money of selections is whole.

    `prices` [rows] are in 1/denominator of 10^-6 money unit for one unit of the row's level. Raises OutsideSlopes.
    """
    if len(prices) != program.rows or denominator <= 0:
        raise ValueError("one price per row, and a positive denominator, expected")
    price = _fitting(program, list(map(int, prices)), denominator)
    rows = sum(_conjugate(program, price, denominator).tolist())
    rows -= sum((price * program.row_base.astype(price.dtype)).tolist())
    groups = sum(group_worths(program, price, denominator).tolist())
    return (program.money_constant * denominator + int(rows) + int(groups)) // denominator


def whole_prices(program: Program, prices: npt.NDArray[np.float64], denominator: int) -> list[int]:
    """Prices [rows] in 10^-6 money unit, rounded to 1/denominator and moved inside the slopes of their rows."""
    hinges = program.hinges
    highest = np.zeros(program.rows)
    lowest = np.zeros(program.rows)
    above = hinges.side == ABOVE
    slope = np.where(hinges.hard, np.inf, hinges.price.astype(float))
    np.add.at(highest, hinges.row[above], slope[above])
    np.subtract.at(lowest, hinges.row[~above], slope[~above])
    # Slopes are whole, and small enough for doubles to be exact, so that rounding afterwards leads out of none.
    return [round(price * denominator) for price in np.clip(prices, lowest, highest).tolist()]


def group_worths(program: Program, price: Whole, denominator: int) -> Whole:
    """What each group is worth at the prices at the most [groups], 0 where it rather stays out; times denominator."""
    start = start_worths(program, price, denominator)
    group: Whole = np.zeros(program.groups, start.dtype)
    np.maximum.at(group, program.start_group, start)
    return group


def start_worths(program: Program, price: Whole, denominator: int) -> Whole:
    """What each start is worth at the prices with the best candidate in each slot [starts]; times denominator."""
    start = program.start_money.astype(price.dtype) * denominator - _priced(program.start_terms, price)
    if program.slots:
        candidate = candidate_worths(program, price, denominator)
        candidate[_never_fits(program)] = _NEVER
        np.add.at(start, program.slot_start, np.maximum.reduceat(candidate, program.candidate_pointer[:-1]))
    return start


def _never_fits(program: Program) -> npt.NDArray[np.bool_]:
    """Candidates that alone pass a hard edge of a row in which nothing makes room: no selection has them."""
    hinges = program.hinges
    above = hinges.hard & (hinges.side == ABOVE)
    room = np.full(program.rows, np.iinfo(np.int64).max)
    np.minimum.at(room, hinges.row[above], hinges.edge[above] - program.row_base[hinges.row[above]])
    for terms in (program.start_terms, program.candidate_terms):
        room[terms.row[terms.coefficient < 0]] = np.iinfo(np.int64).max
    passing = program.candidate_terms.coefficient > room[program.candidate_terms.row]
    owner = np.repeat(np.arange(program.candidates), np.diff(program.candidate_terms.pointer))
    never = np.zeros(program.candidates, np.bool_)
    never[owner[passing]] = True
    return never


def candidate_worths(program: Program, price: Whole, denominator: int) -> Whole:
    """What each candidate is worth at the prices [candidates]; times denominator."""
    return program.candidate_money.astype(price.dtype) * denominator - _priced(program.candidate_terms, price)


def _priced(terms: Terms, price: Whole) -> Whole:
    """Σ coefficient · price of each owner."""
    owners = len(terms.pointer) - 1
    worth: Whole = np.zeros(owners, price.dtype)
    held = np.flatnonzero(np.diff(terms.pointer))
    if len(held):
        products = terms.coefficient.astype(price.dtype) * price[terms.row]
        worth[held] = np.add.reduceat(products, terms.pointer[held])
    return worth


def _conjugate(program: Program, price: Whole, denominator: int) -> Whole:
    """φ*(l) of each row [rows]; times denominator. The maximum lies on an edge: φ is linear in between."""
    hinges = program.hinges
    best: list[int | None] = [None] * program.rows
    for first, last in _spans(hinges.row):
        row = int(hinges.row[first])
        at = int(price[row])
        edges = hinges.edge[first:last].tolist()
        cost = [
            (int(side), int(edge), int(slope) * denominator, bool(hard))
            for side, edge, slope, hard in zip(
                hinges.side[first:last], edges, hinges.price[first:last], hinges.hard[first:last], strict=True
            )
        ]
        _inside(program, row, at, cost)
        levels = [
            edge for edge in edges if not any(hard and (edge - at_edge) * side > 0 for side, at_edge, _, hard in cost)
        ]
        if not levels:
            raise OutsideSlopes(f"no level of row {program.names.row(row)} is allowed")
        best[row] = max(
            at * level - sum(slope * max((level - edge) * side, 0) for side, edge, slope, hard in cost if not hard)
            for level in levels
        )
    for row in np.flatnonzero(price != 0).tolist():
        if best[row] is None:
            raise OutsideSlopes(f"row {program.names.row(row)} costs nothing and has a price")
    return np.array([0 if value is None else value for value in best], object)


def _inside(program: Program, row: int, at: int, cost: list[tuple[int, int, int, bool]]) -> None:
    above = [(slope, hard) for side, _, slope, hard in cost if side == ABOVE]
    below = [(slope, hard) for side, _, slope, hard in cost if side != ABOVE]
    too_high = at > 0 and not any(hard for _, hard in above) and at > sum(slope for slope, _ in above)
    too_low = at < 0 and not any(hard for _, hard in below) and -at > sum(slope for slope, _ in below)
    if too_high or too_low:
        raise OutsideSlopes(f"the price of row {program.names.row(row)} is beyond its slopes")


def _spans(row: npt.NDArray[np.int32]) -> list[tuple[int, int]]:
    """The hinges of one row after another; they are sorted by row."""
    if not len(row):
        return []
    first = np.concatenate([[0], np.flatnonzero(row[1:] != row[:-1]) + 1, [len(row)]]).tolist()
    return list(pairwise(first))


def _fitting(program: Program, prices: list[int], denominator: int) -> Whole:
    """The prices as int64 when no worth can wrap around there, else as Python's integers."""
    largest = max(map(abs, prices), default=0)
    widest = max(
        (_largest(terms.coefficient) * _longest(terms) for terms in (program.start_terms, program.candidate_terms)),
        default=0,
    )
    money = max(_largest(program.start_money), _largest(program.candidate_money)) * denominator
    slots = max(1, int(np.diff(program.slot_pointer).max(initial=0)) + 1)
    base = _largest(program.row_base) * largest
    safe = (widest * largest + money) * slots + base < _SAFE
    return np.array(prices, np.int64 if safe else object)


def _largest(values: Ints) -> int:
    return max(abs(int(values.max(initial=0))), abs(int(values.min(initial=0))))


def _longest(terms: Terms) -> int:
    return int(np.diff(terms.pointer).max(initial=0))
