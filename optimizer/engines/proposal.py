"""What one group could choose best, given what all others have chosen."""

from collections.abc import Collection
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from optimizer.engines.partial import Change, Choice, Footprint, Offers, Partial
from optimizer.program import Flags, Ints

Array = npt.NDArray[np.generic]


class Proposal(NamedTuple):
    """A choice for a group that has chosen nothing, and what it would change."""

    choice: Choice
    footprint: Footprint
    change: Change


def best_proposal(partial: Partial, group: int) -> Proposal | None:
    """The choice that brings most, among those after which no hard edge is passed."""
    fitting = [p for p in proposals(partial, group, partial.hard) if partial.excess + p.change.excess == 0]
    return max(fitting, key=lambda proposal: proposal.change[:2], default=None)


def proposals(partial: Partial, group: int, wall: Flags) -> list[Proposal]:
    """For each start of the group one good choice that passes no wall [hinges] further, where one is found."""
    first, last = partial.program.start_pointer[group : group + 2].tolist()
    picks = _picks(partial, first, last, wall)
    found = []
    for start, (candidates, is_open) in zip(range(first, last), picks, strict=True):
        proposal = _proposal(partial, start, candidates) if is_open else None
        if proposal is None or partial.passes(proposal.footprint, wall):
            # Its candidates stand in each other's way, or need the room that the start makes.
            proposal = None
            if (is_open and len(candidates) > 1) or partial.relief.starts[start]:
                proposal = slot_by_slot(partial, start, wall)
        if proposal is not None:
            found.append(proposal)
    return found


def slot_by_slot(partial: Partial, start: int, wall: Flags, wanted: Collection[int] = ()) -> Proposal | None:
    """A choice of this start made one slot after another; candidates that are `wanted` come first."""
    program = partial.program
    steps = [partial.footprint(start, np.zeros(0, np.int64))]
    partial.apply(steps[0])
    candidates: list[int] = []
    first_slot, last_slot = program.slot_pointer[start : start + 2].tolist()
    for slot in range(first_slot, last_slot):
        first, last = program.candidate_pointer[slot : slot + 2].tolist()
        offers = partial.offers(first, last, wall)
        unwanted = np.array([candidate not in wanted for candidate in range(first, last)])
        pick = int(_ranking(offers, np.zeros(last - first), unwanted)[0])
        if offers.walled[pick] > 0:
            break
        candidates.append(first + pick)
        steps.append(partial.footprint(None, np.array([first + pick])))
        partial.apply(steps[-1])
    for step in reversed(steps):
        partial.take_back(step)
    if len(candidates) < last_slot - first_slot:
        return None
    proposal = _proposal(partial, start, np.array(candidates, np.int64))
    return None if partial.passes(proposal.footprint, wall) else proposal


def _proposal(partial: Partial, start: int, candidates: Ints) -> Proposal:
    footprint = partial.footprint(start, candidates)
    return Proposal(Choice(start, candidates), footprint, partial.change(footprint))


def _picks(partial: Partial, first: int, last: int, wall: Flags) -> list[tuple[Ints, bool]]:
    """For each start first … last - 1 the best candidate per slot, each by itself, and whether none passes a wall."""
    program = partial.program
    slots = program.slot_pointer[first : last + 1]
    pointer = program.candidate_pointer[slots[0] : slots[-1] + 1]
    if len(pointer) == 1:
        return [(np.zeros(0, np.int64), True)] * (last - first)
    offers = partial.offers(int(pointer[0]), int(pointer[-1]), wall)
    slot_of = program.candidate_slot[pointer[0] : pointer[-1]]
    ranking = _ranking(offers, slot_of, np.zeros(len(slot_of)))
    best = ranking[pointer[:-1] - pointer[0]]
    is_open = offers.walled[best] == 0
    return [
        (pointer[0] + best[a:b], bool(is_open[a:b].all()))
        for a, b in zip((slots - slots[0]).tolist(), (slots[1:] - slots[0]).tolist(), strict=False)
    ]


def _ranking(offers: Offers, slot: Array, unwanted: Array) -> Ints:
    """The places of the candidates: slot by slot, then what passes no wall, no hard edge, is wanted, is worth more.

    Where two are worth the same, the one that leaves more room goes first.
    """
    return np.lexsort((offers.load, -offers.money, -offers.met, unwanted, offers.excess > 0, offers.walled > 0, slot))
