"""Ruin and recreate: take some groups out, let them and some others choose anew, keep what is no worse.

Schrimpf, Schneider, Stamm-Wilbrandt and Dueck (2000). It starts where the construction ends, and undoes what greedy
choices have blocked: groups that can meet something go first.
"""

from collections.abc import Callable, Iterable

import numpy as np

from optimizer.engines.partial import Choice, Partial, choices_of
from optimizer.engines.proposal import best_proposal
from optimizer.program import Program, Selection

MOST_RUINED = 8
MOST_TRIED = 24
"""Groups that choose anew in one step: those taken out, and some of those that have chosen nothing."""


def ruin_and_recreate(
    program: Program, selection: Selection, seed: int, steps: int, halted: Callable[[], bool] = lambda: False
) -> Selection:
    """A complete, feasible selection that is no worse than this one, which has to be both.

    `halted` is asked before every step; without it the same arguments give the same selection.
    """
    partial = Partial(program)
    for group, choice in choices_of(program, selection).items():
        partial.add(group, choice)
    dice = np.random.default_rng(seed)
    meets = _meets(program)
    best, worth = partial.selection(), partial.worth()
    for _ in range(steps):
        if halted() or not program.groups:
            break
        _step(partial, dice, meets)
        if partial.worth() > worth:
            best, worth = partial.selection(), partial.worth()
    return best


def _step(partial: Partial, dice: np.random.Generator, meets: frozenset[int]) -> None:
    before = partial.worth()
    chosen = sorted(partial.chosen)
    ruined = dice.choice(chosen, min(len(chosen), int(dice.integers(1, MOST_RUINED + 1))), replace=False).tolist()
    out = {group: partial.remove(group) for group in ruined}
    idle = [group for group in range(partial.program.groups) if group not in partial.chosen and group not in out]
    idle = dice.permutation(idle).astype(int).tolist()
    idle.sort(key=lambda group: group not in meets)
    tried = [*ruined, *idle[: MOST_TRIED - len(ruined)]]
    tried = dice.permutation(tried).astype(int).tolist()
    tried.sort(key=lambda group: group not in meets)
    added = _recreate(partial, tried)
    if partial.excess or partial.worth() < before:
        _restore(partial, added, out)


def _recreate(partial: Partial, groups: Iterable[int]) -> list[int]:
    """Let each of these groups choose what brings most; those that did."""
    added = []
    for group in groups:
        proposal = best_proposal(partial, group)
        if proposal is not None and proposal.change[:2] > (0, 0):
            partial.add(group, proposal.choice)
            added.append(group)
    return added


def _restore(partial: Partial, added: Iterable[int], out: dict[int, Choice]) -> None:
    for group in added:
        partial.remove(group)
    for group, choice in out.items():
        partial.add(group, choice)


def _meets(program: Program) -> frozenset[int]:
    """The groups that can meet something by themselves."""
    by_candidate = program.start_group[program.slot_start[program.candidate_slot[program.candidate_met > 0]]]
    by_start = program.start_group[program.start_met > 0]
    return frozenset(np.union1d(by_start, by_candidate).tolist())
