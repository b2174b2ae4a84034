"""Greedy construction: a complete, feasible selection to start other searches from.

Groups are taken in turn: those that can meet something first, then by the money they bring for the room they take. Each
takes its best start with the best candidate per slot, given what stands. Then each reconsiders, a few times over
(coordinate ascent). Both counts only rise, the first before the second.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from optimizer.engines.closure import Closures
from optimizer.engines.partial import Choice, Partial, choices_of, opposite
from optimizer.engines.proposal import Proposal, best_proposal, proposals, slot_by_slot
from optimizer.program import Program, Selection

PASSES = 3
_LEAST_LOAD = 1e-3
_NOTHING = (0, -np.inf)


def construct(program: Program, order: Sequence[int] | None = None) -> Selection:
    """A complete, feasible selection, never worse than choosing nothing.

    `order` names the groups in the order to take them; by default the most promising first. Raises ValueError when
    choosing nothing passes a hard edge.
    """
    partial = Partial(program)
    if partial.excess:
        raise ValueError("choosing nothing passes a hard edge")
    groups = by_promise(partial) if order is None else list(order)
    closures = Closures(partial)
    _fill_up(partial, closures, groups)
    for _ in range(PASSES):
        before = partial.worth()
        for group in groups:
            _reconsider(partial, group)
        _fill_up(partial, closures, groups)
        if partial.worth() == before:
            break
    return partial.selection()


def repair(program: Program, wanted: Selection) -> Selection:
    """A complete, feasible selection that keeps what it can of `wanted`, and adds what brings more.

    `wanted` may leave slots open, choose several starts of a group (the first counts) and pass hard edges. Raises
    ValueError when choosing nothing passes a hard edge.
    """
    partial = Partial(program)
    if partial.excess:
        raise ValueError("choosing nothing passes a hard edge")
    choices = choices_of(program, wanted)
    for group, choice in choices.items():
        if len(choice.candidates) == program.slot_pointer[choice.start + 1] - program.slot_pointer[choice.start]:
            partial.add(group, choice)
    _shed(partial)
    _bring_back(partial, choices)
    _fill_up(partial, Closures(partial), by_promise(partial))
    return partial.selection()


def by_promise(partial: Partial) -> list[int]:
    """The groups that have chosen nothing: by the most they could meet now, then by money for the room it takes."""
    wall = partial.hard & ~partial.relief.possible
    promise: dict[int, tuple[int, float]] = {}
    for group in range(partial.program.groups):
        if group not in partial.chosen:
            promise[group] = max((_promise(partial, p) for p in proposals(partial, group, wall)), default=_NOTHING)
    return sorted(promise, key=lambda group: promise[group], reverse=True)


def _promise(partial: Partial, proposal: Proposal) -> tuple[int, float]:
    return proposal.change.met, proposal.change.money / (_LEAST_LOAD + partial.load(proposal.footprint))


def _fill_up(partial: Partial, closures: Closures, groups: Iterable[int]) -> None:
    """Let each group that has chosen nothing choose what brings most, alone or with the groups it needs."""
    for group in groups:
        if group not in partial.chosen:
            proposal = best_proposal(partial, group)
            if proposal is None:
                closures.add(group)
            elif proposal.change[:2] > (0, 0):
                partial.add(group, proposal.choice)


def _reconsider(partial: Partial, group: int) -> None:
    """Let a group change its choice, or drop it, where that brings more."""
    if group not in partial.chosen:
        return
    before = partial.worth()
    old = partial.remove(group)
    best = best_proposal(partial, group)
    dropped = partial.worth() if partial.excess == 0 else before
    changed = before if best is None else (partial.met + best.change.met, partial.money + best.change.money)
    if best is not None and changed > max(before, dropped):
        partial.add(group, best.choice)
    elif dropped <= before:
        partial.add(group, old)


def _shed(partial: Partial) -> None:
    """Drop groups until no hard edge is passed: of those that push past one, the one whose loss costs least."""
    groups = np.repeat(list(partial.chosen), [len(partial.footprint_of(group).hinge) for group in partial.chosen])
    footprints = [partial.footprint_of(group) for group in partial.chosen]
    hinges = np.concatenate([np.zeros(0, np.int64), *(footprint.hinge for footprint in footprints)])
    amounts = np.concatenate([np.zeros(0, np.int64), *(footprint.amount for footprint in footprints)])
    while partial.excess:
        hinge = np.flatnonzero(partial.hard & (partial.level > 0))[0]
        pushing = groups[(hinges == hinge) & (amounts > 0)].tolist()
        # Nothing passes no edge, so whatever passes one is still chosen.
        losses = {g: partial.change(opposite(partial.footprint_of(g))) for g in pushing if g in partial.chosen}
        partial.remove(max(losses, key=lambda group: losses[group][:2]))


def _bring_back(partial: Partial, choices: Mapping[int, Choice]) -> None:
    """Add what was wanted and is not there, with other candidates where it must, as long as nothing met is lost."""
    added = True
    while added:
        added = False
        for group, choice in choices.items():
            if group not in partial.chosen:
                proposal = slot_by_slot(
                    partial, choice.start, partial.hard, wanted=frozenset(choice.candidates.tolist())
                )
                if proposal is not None and proposal.change.excess == 0 and proposal.change.met >= 0:
                    partial.add(group, proposal.choice)
                    added = True
