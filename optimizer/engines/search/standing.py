"""Where a search stands: what each group has chosen, the level of every row, both counts; and the best seen so far."""

from typing import NamedTuple

import numpy as np

from optimizer.engines.search.dice import dice_from
from optimizer.engines.search.ground import Fields, Records, board_of
from optimizer.program import Ints, Program, Score, Selection, ranges

GROUP: Fields = [
    *((name, "i8") for name in ("start", "old", "best", "stamp", "is_changed", "place")),
    *((name, "i8") for name in ("order", "touched", "changed", "waiting", "met")),
    ("key", "f8"),
]
TRIAL: Fields = [("now", "i8"), ("best", "i8")]
SLOT: Fields = [("now", "i8"), ("old", "i8"), ("best", "i8")]
TALLY: Fields = [
    *((name, "i8") for name in ("met", "money", "passed", "best_met", "best_money", "step")),
    *((name, "i8") for name in ("chosen", "touched", "changed", "waiting", "next", "start", "row")),
]


class Standing(NamedTuple):
    """Everything a search writes. Changes of a step are undone, and the best is kept, by what was touched only.

    `board`, `rows`: see ground; `load` of a row is where its groups begin in `load_group`, as last looked up.
    `groups`: the chosen `start` or -1; `old` the same before this step, where `stamp` bears the number of the step;
    `best` the same in the best selection, unless it `is_changed` since. In the same records lie lists of groups:
    `order`, first the chosen ones (`place` is where a group stands in it); those `touched` in this step; those
    `changed` since the best; those `waiting` to choose, with what they may meet (`met`) and their `key`.
    `slots`: the candidate `now` picked for each slot of a chosen start, `old` and `best` likewise.
    `trials`: the candidates of the start tried now and of the best one. `tally` [1]: both counts; how far hard edges
    are `passed`; the length of each list, and the `next` to choose; the `start` that was found best, the `row` in the
    way of the last one tried.
    """

    board: Records
    rows: Records
    groups: Records
    slots: Records
    trials: Records
    load_group: Ints
    tally: Records
    dice: Ints


def standing_of(program: Program, rows: Records, begin: Selection, seed: int) -> Standing:
    """Where a search begins; `begin` must be complete."""
    board = board_of(program)
    groups, slots = np.zeros(program.groups, GROUP), np.zeros(program.slots, SLOT)
    groups["start"], groups["stamp"] = -1, -1
    groups["start"][program.start_group[begin.starts]] = begin.starts
    groups["old"] = groups["best"] = groups["start"]
    slots["now"][program.candidate_slot[begin.candidates]] = begin.candidates
    slots["old"] = slots["best"] = slots["now"]
    board["level"][: program.rows] = program.levels(begin)
    chosen = groups["start"] >= 0
    groups["order"] = np.argsort(~chosen, kind="stable")
    groups["place"][groups["order"]] = np.arange(program.groups)
    score = program.score(begin)
    tally = np.zeros(1, TALLY)
    tally["met"] = tally["best_met"] = score.met
    tally["money"] = tally["best_money"] = score.money
    tally["passed"] = _passed(board)
    tally["chosen"] = chosen.sum()
    widest = int(np.diff(program.slot_pointer).max(initial=0))
    load_group = np.zeros(_most_terms(program), np.int64)
    return Standing(board, rows, groups, slots, np.zeros(widest, TRIAL), load_group, tally, dice_from(seed))


def best_selection(program: Program, standing: Standing) -> Selection:
    """The best selection seen."""
    starts = np.sort(standing.groups["best"][standing.groups["best"] >= 0])
    first, last = program.slot_pointer[starts], program.slot_pointer[starts + 1]
    return Selection(starts, standing.slots["best"][ranges(first, last - first)])


def best_score(standing: Standing) -> Score:
    """Both counts of it."""
    tally = standing.tally[0]
    return Score(int(tally["best_met"]), int(tally["best_money"]), 0)


def _passed(board: Records) -> int:
    level, high, low = board["level"], board["high"], board["low"]
    above, below = level > high, level < low
    return int((level[above] - high[above]).sum() + (low[below] - level[below]).sum())


def _most_terms(program: Program) -> int:
    """The most terms that all chosen starts and candidates can have together."""
    if not program.groups:
        return 0
    of_start = np.diff(program.start_terms.pointer)
    of_candidate = np.diff(program.candidate_terms.pointer)
    of_slot = np.zeros(program.slots, np.int64)
    np.maximum.at(of_slot, program.candidate_slot, of_candidate)
    np.add.at(of_start, program.slot_start, of_slot)
    of_group = np.zeros(program.groups, np.int64)
    np.maximum.at(of_group, program.start_group, of_start)
    return int(of_group.sum())
