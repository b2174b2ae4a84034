"""A selection under construction: what each group has chosen, and how far every hinge is passed."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from optimizer.program import Flags, Indices, Ints, Program, Selection, ranges

Reals = npt.NDArray[np.float64]


class Choice(NamedTuple):
    """A start and the candidate of each of its slots, in slot order."""

    start: int
    candidates: Ints


class Change(NamedTuple):
    """What a step changes: both counts, and how far hard edges are passed in sum."""

    met: int
    money: int
    excess: int


class Footprint(NamedTuple):
    """By how much a choice moves hinges towards being passed, each hinge once, and what it brings by itself."""

    hinge: Ints
    amount: Ints
    met: int
    money: int


class Offers(NamedTuple):
    """What each candidate of a range would bring, were it alone added.

    `walled` is how much further it would pass walls, `excess` any hard edges; `load` is the share it takes of the room
    that is left under them, summed.
    """

    met: Ints
    money: Ints
    walled: Ints
    excess: Ints
    load: Reals


class Partial:
    """At most one choice per group. `excess` above 0 means that hard edges are passed for the moment."""

    def __init__(self, program: Program) -> None:
        self.program = program
        hinges = program.hinges
        order = np.argsort(hinges.row, kind="stable")
        row = hinges.row[order]
        self.first_hinge = np.searchsorted(row, np.arange(program.rows + 1))
        self.side = hinges.side[order].astype(np.int64)
        self.hard: Flags = hinges.hard[order]
        self.price = np.where(self.hard, 0, hinges.price[order])
        self.level = (program.row_base[row] - hinges.edge[order]) * self.side
        self.relief = Relief(self)
        self.chosen: dict[int, Choice] = {}
        self._footprints: dict[int, Footprint] = {}
        nothing = program.score(program.nothing())
        self.met, self.money, self.excess = nothing

    def worth(self) -> tuple[int, int]:
        """Both counts."""
        return self.met, self.money

    def selection(self) -> Selection:
        """What is chosen."""
        choices = [self.chosen[group] for group in sorted(self.chosen)]
        candidates = [choice.candidates for choice in choices]
        return Selection(
            np.array([choice.start for choice in choices], np.int64),
            np.concatenate([*candidates, np.zeros(0, np.int64)]),
        )

    def footprint(self, start: int | None, candidates: Ints) -> Footprint:
        """The footprint of a start with these candidates; None for the candidates alone."""
        program = self.program
        starts = np.zeros(0, np.int64) if start is None else np.array([start])
        parts = (program.start_terms.of(starts), program.candidate_terms.of(candidates))
        row = np.concatenate([part[1] for part in parts])
        coefficient = np.concatenate([part[2] for part in parts])
        _, hinge, amount = self.per_hinge(row, coefficient)
        unique, place = np.unique(hinge, return_inverse=True)
        total = np.zeros(len(unique), np.int64)
        np.add.at(total, place, amount)
        return Footprint(
            unique,
            total,
            int(program.start_met[starts].sum() + program.candidate_met[candidates].sum()),
            int(program.start_money[starts].sum() + program.candidate_money[candidates].sum()),
        )

    def per_hinge(self, row: Indices, coefficient: Ints) -> tuple[Ints, Ints, Ints]:
        """These terms hinge by hinge: how many hinges each row has, the hinges, how far each is moved."""
        first = self.first_hinge[row]
        counts = self.first_hinge[row + 1] - first
        hinge = ranges(first, counts)
        return counts, hinge, np.repeat(coefficient, counts) * self.side[hinge]

    def change(self, footprint: Footprint) -> Change:
        """What adding this footprint would change."""
        hinge, amount, met, money = footprint
        level = self.level[hinge]
        further = np.maximum(level + amount, 0) - np.maximum(level, 0)
        return Change(met, money - int((further * self.price[hinge]).sum()), int(further[self.hard[hinge]].sum()))

    def passes(self, footprint: Footprint, wall: Flags) -> bool:
        """Whether adding this footprint would pass a wall further."""
        level = self.level[footprint.hinge]
        further = np.maximum(level + footprint.amount, 0) > np.maximum(level, 0)
        return bool((further & wall[footprint.hinge]).any())

    def load(self, footprint: Footprint) -> float:
        """The share that this footprint takes of the room under hard edges, summed."""
        return float(self._load(footprint.hinge, footprint.amount).sum())

    def apply(self, footprint: Footprint) -> None:
        """Add this footprint."""
        met, money, excess = self.change(footprint)
        self.met, self.money, self.excess = self.met + met, self.money + money, self.excess + excess
        self.level[footprint.hinge] += footprint.amount

    def take_back(self, footprint: Footprint) -> None:
        """Undo an `apply`."""
        self.apply(opposite(footprint))

    def add(self, group: int, choice: Choice) -> None:
        """Let a group that has chosen nothing choose this."""
        footprint = self.footprint(*choice)
        self.apply(footprint)
        self.chosen[group], self._footprints[group] = choice, footprint

    def remove(self, group: int) -> Choice:
        """Let a group choose nothing; what it had chosen."""
        self.take_back(self._footprints.pop(group))
        return self.chosen.pop(group)

    def footprint_of(self, group: int) -> Footprint:
        """The footprint of what the group has chosen."""
        return self._footprints[group]

    def offers(self, first: int, last: int, wall: Flags) -> Offers:
        """What the candidates first … last - 1 would bring; hard hinges that are no `wall` [hinges] may be passed."""
        program = self.program
        terms = program.candidate_terms
        span = slice(terms.pointer[first], terms.pointer[last])
        counts, hinge, amount = self.per_hinge(terms.row[span], terms.coefficient[span])
        # Ends of the candidates among the terms, then among the terms hinge by hinge.
        ends = np.concatenate([[0], np.cumsum(counts)])[terms.pointer[first : last + 1] - terms.pointer[first]]
        level, hard = self.level[hinge], self.hard[hinge]
        further = np.maximum(level + amount, 0) - np.maximum(level, 0)
        beyond = np.where(hard, np.maximum(further, 0), 0)
        return Offers(
            program.candidate_met[first:last],
            program.candidate_money[first:last] - _sums(further * self.price[hinge], ends),
            _sums(np.where(wall[hinge], beyond, 0), ends),
            _sums(beyond, ends),
            _sums_of_reals(self._load(hinge, amount), ends),
        )

    def _load(self, hinge: Ints, amount: Ints) -> Reals:
        room = 1.0 + np.maximum(-self.level[hinge], 0)
        return np.where(self.hard[hinge], np.maximum(amount, 0) / room, 0.0)


class Relief:
    """Which hard hinges some choice moves away from being passed, and which groups have such a choice."""

    def __init__(self, partial: Partial) -> None:
        program = partial.program
        parts = []
        for terms, group in (
            (program.start_terms, program.start_group),
            (program.candidate_terms, program.start_group[program.slot_start[program.candidate_slot]]),
        ):
            owner = np.repeat(np.arange(len(group)), np.diff(terms.pointer))
            # Hinges of one row all hang on its coefficient: only terms that relieve some hard side are laid out.
            helps = _relieves(partial, terms.row, terms.coefficient)
            counts, hinge, amount = partial.per_hinge(terms.row[helps], terms.coefficient[helps])
            kept = partial.hard[hinge] & (amount < 0)
            owners = np.repeat(owner[helps], counts)[kept]
            parts.append((hinge[kept], group[owners].astype(np.int64), owners))
        self.starts = np.zeros(program.starts, bool)
        self.starts[parts[0][2]] = True
        key = np.unique(np.concatenate([hinge * max(program.groups, 1) + group for hinge, group, _ in parts]))
        hinge, self._group = np.divmod(key, max(program.groups, 1))
        self._first = np.searchsorted(hinge, np.arange(len(partial.hard) + 1))
        self.possible = np.diff(self._first) > 0

    def groups(self, hinge: int) -> list[int]:
        """The groups with a choice that relieves this hinge, ascending."""
        found: list[int] = self._group[self._first[hinge] : self._first[hinge + 1]].tolist()
        return found


def opposite(footprint: Footprint) -> Footprint:
    """The footprint of taking this one back."""
    return Footprint(footprint.hinge, -footprint.amount, -footprint.met, -footprint.money)


def choices_of(program: Program, selection: Selection) -> dict[int, Choice]:
    """What each group chooses in a selection, which may leave slots open; of several starts of a group the first."""
    slot_of = program.candidate_slot[selection.candidates]
    first_of_slot = selection.candidates[np.unique(slot_of, return_index=True)[1]]
    start_of = program.slot_start[program.candidate_slot[first_of_slot]]
    choices: dict[int, Choice] = {}
    for start in selection.starts.tolist():
        group = int(program.start_group[start])
        choices.setdefault(group, Choice(start, first_of_slot[start_of == start]))
    return choices


def _relieves(partial: Partial, row: Indices, coefficient: Ints) -> Flags:
    sides = np.zeros((2, partial.program.rows), bool)
    for place, side in enumerate((1, -1)):
        hinges = np.flatnonzero(partial.hard & (partial.side == side))
        sides[place, np.searchsorted(partial.first_hinge, hinges, side="right") - 1] = True
    relieves: Flags = np.where(coefficient < 0, sides[0][row], sides[1][row])
    return relieves


def _sums(values: Ints, ends: Ints) -> Ints:
    """The sums of values[ends[i]:ends[i + 1]]."""
    before = np.zeros(len(values) + 1, np.int64)
    np.cumsum(values, out=before[1:])
    return np.diff(before[ends])


def _sums_of_reals(values: Reals, ends: Ints) -> Reals:
    """The same, but not by differences of running sums: a small figure after a huge one would drown."""
    owner = np.repeat(np.arange(len(ends) - 1), np.diff(ends))
    return np.bincount(owner, values, len(ends) - 1).astype(np.float64, copy=False)
