"""What one group could choose best, given what all others have chosen."""

import random
from itertools import product

import numpy as np
import pytest

from optimizer.builder import Builder
from optimizer.engines.partial import Choice, Partial
from optimizer.engines.proposal import best_proposal, proposals, slot_by_slot
from optimizer.program import ABOVE, Ints, Program
from tests.optimizer.engines.random_programs import random_program
from tests.optimizer.engines.test_partial import any_choice


def ints(*values: int) -> Ints:
    return np.array(values, np.int64)


def choices(program: Program, group: int) -> list[Choice]:
    found: list[Choice] = []
    for start in range(*program.start_pointer[group : group + 2].tolist()):
        slots = range(*program.slot_pointer[start : start + 2].tolist())
        each = [range(*program.candidate_pointer[slot : slot + 2].tolist()) for slot in slots]
        found.extend(Choice(start, ints(*candidates)) for candidates in product(*each))
    return found


def some_chosen(seed: int) -> Partial:
    """Some groups have chosen, and no hard edge is passed."""
    program, rng = random_program(seed), random.Random(seed)
    partial = Partial(program)
    for group in range(1, program.groups):
        partial.add(group, any_choice(program, group, rng))
        if partial.excess:
            partial.remove(group)
    return partial


@pytest.mark.parametrize("seed", range(60))
def test_a_proposal_is_a_whole_choice_of_the_group_and_tells_what_it_changes(seed: int) -> None:
    partial = some_chosen(seed)
    before = partial.level.tolist(), partial.worth(), partial.excess
    every = [(choice.start, choice.candidates.tolist()) for choice in choices(partial.program, 0)]
    offered = proposals(partial, 0, partial.hard)
    assert (partial.level.tolist(), partial.worth(), partial.excess) == before
    for choice, footprint, change in offered:
        assert (choice.start, choice.candidates.tolist()) in every
        assert change == partial.change(footprint)
        assert not partial.passes(footprint, partial.hard)
        partial.add(0, choice)
        assert (*partial.worth(), partial.excess) == partial.program.score(partial.selection())
        partial.remove(0)


@pytest.mark.parametrize("seed", range(60))
def test_the_best_proposal_is_feasible_and_no_better_than_there_is(seed: int) -> None:
    partial = some_chosen(seed)
    changes = [partial.change(partial.footprint(*choice)) for choice in choices(partial.program, 0)]
    feasible = [change[:2] for change in changes if change.excess == 0]
    best = best_proposal(partial, 0)
    if best is not None:
        assert best.change.excess == 0
        assert best.change[:2] <= max(feasible)


def one_slot(money: tuple[int, ...], time: tuple[int, ...], room: int) -> Partial:
    """One start, one slot; the candidates bring these sums and take this much of a row."""
    count = len(money)
    builder = Builder(ints(0, 1), ints(0, 1), ints(0, count))
    builder.candidate_money[:] = money
    row = builder.row("time")
    builder.candidate_terms.add(np.arange(count), np.full(count, row), ints(*time))
    builder.limit(row, ABOVE, room)
    return Partial(builder.program(["A"]))


@pytest.mark.parametrize(
    ("money", "time", "room", "candidate"),
    [
        ((5, 9, 7), (1, 1, 1), 2, 1),  # the most money
        ((5, 9, 7), (1, 3, 1), 2, 2),  # the most money that fits
        ((9, 9, 9), (2, 1, 2), 2, 1),  # of equals the one that leaves most room
        ((9, 9, 9), (1, 1, 1), 2, 0),  # else the first
        ((5, 9, 7), (3, 3, 3), 2, None),
    ],
)
def test_the_best_candidate_of_one_slot(
    money: tuple[int, ...], time: tuple[int, ...], room: int, candidate: int | None
) -> None:
    best = best_proposal(one_slot(money, time, room), 0)
    assert (None if best is None else best.choice.candidates.tolist()) == (None if candidate is None else [candidate])


def test_a_huge_load_of_one_does_not_blur_those_of_others() -> None:
    # Three are worth the same. Beside 10^18 the shares of the last two, 2/11 and 1/11, would vanish in a running sum.
    best = best_proposal(one_slot((9, 9, 9), (10**18, 2, 1), 10), 0)
    assert best is not None
    assert best.choice.candidates.tolist() == [2]


def test_candidates_that_stand_in_each_others_way_are_chosen_one_after_another() -> None:
    # Both slots would take the one with time for one: 9 and 8. Then the second slot has to take 3.
    builder = Builder(ints(0, 1), ints(0, 2), ints(0, 2, 4))
    builder.candidate_money[:] = (9, 2, 8, 3)
    row = builder.row("time")
    builder.candidate_terms.add(ints(0, 2), ints(row, row), ints(1, 1))
    builder.limit(row, ABOVE, 1)
    partial = Partial(builder.program(["A"]))
    best = best_proposal(partial, 0)
    assert best is not None
    assert best.choice.candidates.tolist() == [0, 3]
    # Who is wanted comes first: 1, which takes no time and leaves it to 2.
    wanted = slot_by_slot(partial, 0, partial.hard, wanted={1})
    assert wanted is not None
    assert wanted.choice.candidates.tolist() == [1, 2]


def test_a_start_may_make_the_room_that_its_candidate_takes() -> None:
    builder = Builder(ints(0, 1), ints(0, 1), ints(0, 1))
    builder.start_money[:] = 5
    row = builder.row("room")
    builder.start_terms.add(ints(0), ints(row), ints(-3))
    builder.candidate_terms.add(ints(0), ints(row), ints(3))
    builder.limit(row, ABOVE, 0)
    best = best_proposal(Partial(builder.program(["A"])), 0)
    assert best is not None
    assert best.change == (0, 5, 0)


def test_a_group_without_starts_proposes_nothing() -> None:
    program = Builder(ints(0, 0), ints(0), ints(0)).program(["A"])
    partial = Partial(program)
    assert proposals(partial, 0, partial.hard) == []
    assert best_proposal(partial, 0) is None
