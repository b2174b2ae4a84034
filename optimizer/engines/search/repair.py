"""Mends a selection that leaves slots open or passes hard edges, and fills up what that leaves lying."""

from collections.abc import Callable

import numpy as np

from optimizer.engines.search.construct import fill
from optimizer.engines.search.ground import Reals, ground_of
from optimizer.engines.search.standing import best_selection, standing_of
from optimizer.program import Ints, Program, Selection, ranges


def repair(
    program: Program, wanted: Selection, prices: Reals | None, seed: int = 1, halted: Callable[[], bool] = lambda: False
) -> Selection:
    """A complete, feasible selection that keeps what it can of `wanted`, and adds what brings more.

    Of several starts of a group the first counts. Choosing nothing must be feasible. `prices` as in `construct`.
    """
    kept = without_excess(program, whole_starts(program, wanted))
    ground, rows = ground_of(program, prices)
    standing = standing_of(program, rows, kept, seed)
    if standing.tally[0]["passed"]:
        raise ValueError("choosing nothing passes a hard edge")
    fill(ground, standing, prices is not None, halted)
    return best_selection(program, standing)


def whole_starts(program: Program, wanted: Selection) -> Selection:
    """The first start of each group, where all of its slots are filled; the first candidate of each slot."""
    candidate_of = np.full(program.slots, -1)
    slots = program.candidate_slot[wanted.candidates[::-1]]
    candidate_of[slots] = wanted.candidates[::-1]
    open_slots = np.bincount(program.slot_start[candidate_of < 0], minlength=program.starts)
    starts = np.unique(wanted.starts)
    starts = starts[open_slots[starts] == 0]
    starts = starts[np.unique(program.start_group[starts], return_index=True)[1]]
    return _selection(program, starts, candidate_of)


def without_excess(program: Program, selection: Selection) -> Selection:
    """The selection without the groups that push most where hard edges are passed, one a passed edge at a time."""
    hinges = program.hinges
    candidate_of = np.full(program.slots, -1)
    candidate_of[program.candidate_slot[selection.candidates]] = selection.candidates
    while True:
        passed = program.passed(program.levels(selection)) * hinges.hard
        if not passed.any() or not len(selection.starts):
            return selection
        side = np.zeros(program.rows, np.int64)
        side[hinges.row[passed > 0]] = hinges.side[passed > 0]
        pushers = np.unique(_pushers(program, selection, side))
        selection = _selection(program, selection.starts[~np.isin(selection.starts, pushers)], candidate_of)


def _pushers(program: Program, selection: Selection, side: Ints) -> Ints:
    """For every row that is passed on a side, the start whose terms, its candidates' included, push it furthest."""
    starts = selection.starts
    of_candidate = program.slot_start[program.candidate_slot[selection.candidates]]
    parts = []
    for terms, owners, start in (
        (program.start_terms, starts, starts),
        (program.candidate_terms, selection.candidates, of_candidate),
    ):
        place, row, coefficient = terms.of(owners)
        push = coefficient * side[row]
        parts.append((row[push > 0], start[place[push > 0]], push[push > 0]))
    row, start, push = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.lexsort((push, row))
    last = np.flatnonzero(np.append(row[order][1:] != row[order][:-1], len(row) > 0))
    return np.asarray(start[order][last], np.int64)


def _selection(program: Program, starts: Ints, candidate_of: Ints) -> Selection:
    first, last = program.slot_pointer[starts], program.slot_pointer[starts + 1]
    return Selection(starts, candidate_of[ranges(first, last - first)])
