"""The solver-neutral program: groups, starts, slots, candidates, and the rows they share.

    group      a yes/no question
      start      one way to say yes; at most one per group
        slot       something to fill; exactly one candidate per slot when the start is chosen
          candidate
    row        something shared: base + the coefficients of what is chosen, with a convex piecewise-linear cost

Every start and candidate carries two integer profits, the first count and money, and a sparse integer vector over rows.
The cost of a row is a sum of hinges: `price` for each unit above (or below) an edge, or no passage at all (hard).
Everything is integer; nothing here knows what the program is about.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Indices = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]

ABOVE = 1
BELOW = -1
COMMITMENT = "commitment"
"""The row that limits what stays unmet."""
NO_ZONE = -1
"""Of groups that belong to no zone of their own."""


class Terms(NamedTuple):
    """Sparse vectors over rows, one per owner (CSR): those of owner i lie at pointer[i]:pointer[i + 1]."""

    pointer: Ints
    row: Indices
    coefficient: Ints

    def of(self, owners: Ints) -> tuple[Ints, Indices, Ints]:
        """The terms of these owners: for each term the place of its owner in `owners`, the row, the coefficient."""
        counts = self.pointer[owners + 1] - self.pointer[owners]
        places = ranges(self.pointer[owners], counts)
        return np.repeat(np.arange(len(owners)), counts), self.row[places], self.coefficient[places]


class Hinges(NamedTuple):
    """The cost of rows: above (side 1) or below (side -1) `edge`, `price` a unit; `hard` ones may not be passed."""

    row: Indices
    side: npt.NDArray[np.int8]
    edge: Ints
    price: Ints
    hard: Flags


class Selection(NamedTuple):
    """What is chosen: start indices, ascending, and the candidate of each slot of these starts, in slot order."""

    starts: Ints
    candidates: Ints


class RowBlock(NamedTuple):
    """Consecutive rows named by one function of their place in the block; `scale` units of them are one to people."""

    first: int
    length: int
    name: Callable[[int], str]
    scale: int = 1


@dataclass(frozen=True, slots=True)
class Names:
    """What the indices of groups and rows stand for."""

    groups: Sequence[str]
    blocks: tuple[RowBlock, ...]

    def row(self, index: int) -> str:
        """The name of a row."""
        place = bisect_right(self.blocks, index, key=lambda block: block.first) - 1
        # Blocks without rows share their first row with the next one, which lies behind them.
        block = self.blocks[place] if place >= 0 else None
        if block is None or not block.first <= index < block.first + block.length:
            raise IndexError(index)
        return block.name(index - block.first)

    def scales(self) -> Ints:
        """How many units of each row make one unit of what people count in [rows]."""
        counts = [block.length for block in self.blocks]
        return np.repeat(np.array([block.scale for block in self.blocks], np.int64), counts)


@dataclass(frozen=True, slots=True)
class Size:
    """How large a program is."""

    groups: int
    starts: int
    slots: int
    candidates: int
    rows: int
    non_zeros: int


class Score(NamedTuple):
    """Both counts of a selection, and how far it passes hard edges in sum (0 when it is feasible)."""

    met: int
    money: int
    excess: int


@dataclass(frozen=True)
class Program:
    """The whole program. All arrays are int64 unless their type says otherwise; money is in 10^-6 unit.

    `start_pointer` [groups + 1], `slot_pointer` [starts + 1], `candidate_pointer` [slots + 1] nest like CSR.
    The first count of a selection is `met_constant` plus the `met` of what is chosen; it is never above 0, and its
    negative is the number of commitments that stay unmet. Every slot has at least one candidate.

    `group_zone` [groups], where it is known: groups of one zone share most of their rows, zones of near numbers more
    than those far apart. It says where a program is best divided, and decides nothing.
    """

    start_pointer: Ints
    slot_pointer: Ints
    candidate_pointer: Ints
    start_met: Ints
    start_money: Ints
    candidate_met: Ints
    candidate_money: Ints
    met_constant: int
    money_constant: int
    start_terms: Terms
    candidate_terms: Terms
    row_base: Ints
    hinges: Hinges
    names: Names
    group_zone: Ints | None = None
    start_group: Indices = field(init=False)
    slot_start: Indices = field(init=False)
    candidate_slot: Indices = field(init=False)

    def __post_init__(self) -> None:
        for name, pointer in (
            ("start_group", self.start_pointer),
            ("slot_start", self.slot_pointer),
            ("candidate_slot", self.candidate_pointer),
        ):
            counts = np.diff(pointer)
            object.__setattr__(self, name, np.repeat(np.arange(len(counts), dtype=np.int32), counts))

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return len(self.start_pointer) - 1

    @property
    def starts(self) -> int:
        """How many starts there are."""
        return len(self.slot_pointer) - 1

    @property
    def slots(self) -> int:
        """How many slots there are."""
        return len(self.candidate_pointer) - 1

    @property
    def candidates(self) -> int:
        """How many candidates there are."""
        return len(self.candidate_money)

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return len(self.row_base)

    def size(self) -> Size:
        """How large the program is."""
        non_zeros = len(self.start_terms.row) + len(self.candidate_terms.row)
        return Size(self.groups, self.starts, self.slots, self.candidates, self.rows, non_zeros)

    def nothing(self) -> Selection:
        """The selection that chooses nothing."""
        return Selection(np.zeros(0, np.int64), np.zeros(0, np.int64))

    def levels(self, selection: Selection) -> Ints:
        """The level of every row [rows]: its base plus the coefficients of what is chosen."""
        levels = self.row_base.copy()
        for terms, owners in ((self.start_terms, selection.starts), (self.candidate_terms, selection.candidates)):
            _, row, coefficient = terms.of(owners)
            np.add.at(levels, row, coefficient)
        return levels

    def passed(self, levels: Ints) -> Ints:
        """How far each hinge is passed [hinges]: 0 or more units."""
        hinges = self.hinges
        passed: Ints = np.maximum((levels[hinges.row] - hinges.edge) * hinges.side, 0)
        return passed

    def score(self, selection: Selection) -> Score:
        """Both counts of a selection, exactly."""
        passed = self.passed(self.levels(selection))
        hard = self.hinges.hard
        penalty = int((passed[~hard] * self.hinges.price[~hard]).sum())
        met = self.start_met[selection.starts].sum() + self.candidate_met[selection.candidates].sum()
        money = self.start_money[selection.starts].sum() + self.candidate_money[selection.candidates].sum()
        return Score(self.met_constant + int(met), self.money_constant + int(money) - penalty, int(passed[hard].sum()))

    def is_complete(self, selection: Selection) -> bool:
        """Whether at most one start per group is chosen, and just one candidate in each slot of the chosen starts."""
        groups = self.start_group[selection.starts]
        first, last = self.slot_pointer[selection.starts], self.slot_pointer[selection.starts + 1]
        slots = ranges(first, last - first)
        return len(np.unique(groups)) == len(groups) and bool(
            np.array_equal(self.candidate_slot[selection.candidates], slots)
        )

    def limited(self, name: str, unmet: int) -> "Program":
        """This program with one more row, the negative of the first count: it may not rise above `unmet`."""
        row = self.rows
        return replace(
            self,
            start_terms=_with_row(self.start_terms, row, -self.start_met),
            candidate_terms=_with_row(self.candidate_terms, row, -self.candidate_met),
            row_base=np.append(self.row_base, -self.met_constant),
            hinges=Hinges(
                np.append(self.hinges.row, np.int32(row)),
                np.append(self.hinges.side, np.int8(ABOVE)),
                np.append(self.hinges.edge, unmet),
                np.append(self.hinges.price, 0),
                np.append(self.hinges.hard, True),
            ),
            names=replace(self.names, blocks=(*self.names.blocks, RowBlock(row, 1, lambda _: name))),
        )


def counting(program: Program) -> Program:
    """The program of the first count alone, whatever the money: rows hold only where they are hard."""
    hinges = program.hinges
    return replace(
        program,
        start_money=program.start_met,
        candidate_money=program.candidate_met,
        money_constant=program.met_constant,
        hinges=Hinges(
            hinges.row[hinges.hard],
            hinges.side[hinges.hard],
            hinges.edge[hinges.hard],
            hinges.price[hinges.hard],
            hinges.hard[hinges.hard],
        ),
    )


def ranges(first: Ints, counts: Ints) -> Ints:
    """The indices first[i] … first[i] + counts[i] - 1 of all i, one after another."""
    total = int(counts.sum())
    if total == 0:
        return np.zeros(0, np.int64)
    ends = np.cumsum(counts)
    steps = np.repeat(first - (ends - counts), counts)
    steps += np.arange(total)
    return steps


def _with_row(terms: Terms, row: int, coefficient: Ints) -> Terms:
    """The terms with `coefficient[i]` in a new, last row for every owner i where it is not 0."""
    owners = np.flatnonzero(coefficient)
    if not len(owners):
        # The largest arrays there are: not copied for nothing.
        return terms
    places = terms.pointer[owners + 1]
    added = np.zeros(len(terms.pointer), np.int64)
    added[owners + 1] = 1
    return Terms(
        terms.pointer + np.cumsum(added),
        np.insert(terms.row, places, np.int32(row)),
        np.insert(terms.coefficient, places, coefficient[owners]),
    )
