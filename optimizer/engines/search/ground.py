"""What a search reads and never writes: the program's own arrays, and what is known of them beforehand."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from optimizer.engines.compiled import compiled
from optimizer.engines.search.ties import ties_of
from optimizer.program import Flags, Indices, Ints, Program

Reals = npt.NDArray[np.float64]

Records = npt.NDArray[np.void]
Fields = list[tuple[str, str]]

BOARD: Fields = [("level", "i8"), ("high", "i8"), ("low", "i8"), ("hinge", "i8")]
ROW: Fields = [("price", "f8"), ("helper", "i8"), ("user", "i8"), ("load", "i8")]
GROUP: Fields = [("first", "i8"), ("until", "i8")]
START: Fields = [
    *((name, "i8") for name in ("first", "term", "met", "money", "promised_met")),
    *((name, "f8") for name in ("profit", "soft", "promise")),
]
SLOT: Fields = [("first", "i8"), ("until", "i8")]
CANDIDATE: Fields = [("term", "i8"), ("met", "i8"), ("money", "i8"), ("profit", "f8"), ("soft", "f8")]
HINGE: Fields = [("side", "i8"), ("edge", "i8"), ("price", "i8")]

NO_EDGE = np.iinfo(np.int64).max


class Ground(NamedTuple):
    """The program as the compiled loops read it: few arrays of records, the terms not copied.

    `groups`, `starts`, `slots` nest as in the program: what belongs to one begins at its `first` and ends where that of
    the next begins; the terms of starts and candidates begin at `term`. Their `profit` is money less what they take of
    rows at prices, `soft` the part of that deduction that falls on rows with soft hinges. `candidate_order` lists the
    candidates of each slot, best profit first, and `start_order` the starts of each group; from `until` on those follow
    that fit nowhere. The `promise` of a start is the most it could bring at these prices (Geoffrion 1974), after
    `promised_met`. `helper_group`, `user_group`: see ties.
    """

    groups: Records
    starts: Records
    slots: Records
    candidates: Records
    start_order: Ints
    candidate_order: Ints
    start_row: Indices
    start_coefficient: Ints
    candidate_row: Indices
    candidate_coefficient: Ints
    hinges: Records
    helper_group: Ints
    user_group: Ints


def board_of(program: Program) -> Records:
    """The rows [rows + 1] when nothing is chosen: `level`, the hard edges (`high`, `low`), the first soft `hinge`.

    This is what the loops read most, so a row takes half a cache line and no more.
    """
    hinges, rows = program.hinges, program.rows
    board = np.zeros(rows + 1, BOARD)
    board["level"][:rows] = program.row_base
    board["high"], board["low"] = NO_EDGE, -NO_EDGE
    above, below = hinges.hard & (hinges.side > 0), hinges.hard & (hinges.side < 0)
    np.minimum.at(board["high"], hinges.row[above], hinges.edge[above])
    np.maximum.at(board["low"], hinges.row[below], hinges.edge[below])
    board["hinge"] = np.searchsorted(np.sort(hinges.row[~hinges.hard]), np.arange(rows + 1))
    return board


def ground_of(program: Program, prices: Reals | None) -> tuple[Ground, Records]:
    """The ground of a program, and what is known of its rows [rows + 1] besides the board.

    `prices` [rows]: 10^-6 money for one unit more of each row; None: nothing is scarce.
    """
    ties = ties_of(program)
    rows = np.zeros(program.rows + 1, ROW)
    rows["helper"], rows["user"] = ties.helper_first, ties.user_first
    if prices is not None:
        rows["price"][:-1] = prices
    board = board_of(program)
    candidates = np.zeros(program.candidates + 1, CANDIDATE)
    starts = np.zeros(program.starts + 1, START)
    slots, groups = np.zeros(program.slots + 1, SLOT), np.zeros(program.groups + 1, GROUP)
    fits = []
    for records, terms, met, money in (
        (starts, program.start_terms, program.start_met, program.start_money),
        (candidates, program.candidate_terms, program.candidate_met, program.candidate_money),
    ):
        records["term"], records["met"][:-1], records["money"][:-1] = terms.pointer, met, money
        fits.append(np.ones(len(met), np.bool_))
        _weigh(board, rows, *terms, records, fits[-1])
    starts["first"], slots["first"], groups["first"] = (
        program.slot_pointer,
        program.candidate_pointer,
        program.start_pointer,
    )
    start_fits, fitting = fits
    profit, met = candidates["profit"][:-1], program.candidate_met
    candidate_order = np.lexsort((-profit, -met, ~fitting, program.candidate_slot))
    slots["until"][:-1] = program.candidate_pointer[:-1] + _count(program.candidate_slot[fitting], program.slots)
    best = candidate_order[program.candidate_pointer[:-1]]
    starts["promise"], starts["promised_met"] = starts["profit"], starts["met"]
    np.add.at(starts["promise"], program.slot_start, profit[best])
    np.add.at(starts["promised_met"], program.slot_start, met[best])
    np.logical_and.at(start_fits, program.slot_start, slots["until"][:-1] > program.candidate_pointer[:-1])
    start_order = np.lexsort((-starts["promise"][:-1], -starts["promised_met"][:-1], ~start_fits, program.start_group))
    groups["until"][:-1] = program.start_pointer[:-1] + _count(program.start_group[start_fits], program.groups)
    ground = Ground(
        groups,
        starts,
        slots,
        candidates,
        start_order,
        candidate_order,
        *program.start_terms[1:],
        *program.candidate_terms[1:],
        _soft_hinges(program),
        ties.helper_group,
        ties.user_group,
    )
    return ground, rows


def _soft_hinges(program: Program) -> Records:
    hinges = program.hinges
    soft = np.flatnonzero(~hinges.hard)
    soft = soft[np.argsort(hinges.row[soft], kind="stable")]
    table = np.zeros(len(soft), HINGE)
    table["side"], table["edge"], table["price"] = hinges.side[soft], hinges.edge[soft], hinges.price[soft]
    return table


def _count(owner: Indices, owners: int) -> Ints:
    counts: Ints = np.bincount(owner, minlength=owners).astype(np.int64)
    return counts


@compiled
def _weigh(
    board: Records, rows: Records, pointer: Ints, row: Indices, coefficient: Ints, owners: Records, fits: Flags
) -> None:
    """What each owner keeps when it pays for the rows it takes, and whether it could ever be chosen.

    It could not if a term alone passes a hard edge that nobody relieves.
    """
    for owner in range(len(pointer) - 1):
        total, soft = 0.0, 0.0
        for place in range(pointer[owner], pointer[owner + 1]):
            here, amount = row[place], coefficient[place]
            worth = rows[here]["price"] * float(amount)
            total += worth
            if board[here]["hinge"] < board[here + 1]["hinge"]:
                soft += worth
            after = board[here]["level"] + amount
            passes = (amount > 0 and after > board[here]["high"]) or (amount < 0 and after < board[here]["low"])
            if passes and rows[here]["helper"] == rows[here + 1]["helper"]:
                fits[owner] = False
        owners[owner]["profit"] = float(owners[owner]["money"]) - total
        owners[owner]["soft"] = soft
