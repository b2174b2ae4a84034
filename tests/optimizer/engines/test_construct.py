"""Construction gives a complete, feasible selection that is never worse than choosing nothing."""

import random
from collections.abc import Callable

import numpy as np
import pytest

from optimizer.builder import Builder
from optimizer.engines.construct import by_promise, construct
from optimizer.engines.partial import Partial
from optimizer.program import ABOVE, Ints, Program, Score, Selection
from tests.optimizer.engines.random_programs import hard_program, random_program
from tests.optimizer.engines.tiny_programs import TINY, begins_infeasible, limited_sum, yes_or_no

SEEDS = range(60)


def ints(*values: int) -> Ints:
    return np.array(values, np.int64)


def is_sound(program: Program, selection: Selection) -> bool:
    return program.is_complete(selection) and program.score(selection).excess == 0


def nothing_of(program: Program) -> Score:
    return program.score(program.nothing())


@pytest.mark.parametrize("seed", SEEDS)
def test_a_construction_is_complete_feasible_and_no_worse_than_nothing(seed: int) -> None:
    program = random_program(seed, groups=6)
    selection = construct(program)
    assert is_sound(program, selection)
    assert program.score(selection) >= nothing_of(program)


@pytest.mark.parametrize("seed", range(20))
def test_so_it_is_in_any_order(seed: int) -> None:
    program = random_program(seed, groups=6)
    order = random.Random(seed).sample(range(program.groups), program.groups)
    for some in (order, order[: len(order) // 2], []):
        selection = construct(program, some)
        assert is_sound(program, selection)
        assert program.score(selection) >= nothing_of(program)
    assert len(selection.starts) == 0


def without(program: Program, selection: Selection, start: int) -> Selection:
    of_start = program.slot_start[program.candidate_slot[selection.candidates]]
    return Selection(selection.starts[selection.starts != start], selection.candidates[of_start != start])


@pytest.mark.parametrize("seed", range(100, 110))
def test_no_group_alone_is_better_dropped(seed: int) -> None:
    # Groups reconsider until nothing changes; so few are done long before the last of the passes.
    program = random_program(seed, groups=3)
    selection = construct(program)
    for start in selection.starts.tolist():
        rest = program.score(without(program, selection, start))
        assert rest.excess or rest <= program.score(selection)


@pytest.mark.parametrize("make", TINY, ids=lambda make: make.__name__)
def test_programs_at_the_edge(make: Callable[[], tuple[Program, tuple[int, int]]]) -> None:
    program, optimum = make()
    selection = construct(program)
    assert is_sound(program, selection)
    assert nothing_of(program)[:2] <= program.score(selection)[:2] <= optimum


def test_where_nothing_is_infeasible_there_is_no_place_to_begin() -> None:
    with pytest.raises(ValueError, match="choosing nothing passes a hard edge"):
        construct(begins_infeasible())


def test_those_that_meet_something_come_first_then_those_with_most_money_for_their_room() -> None:
    # B meets one. A brings 10 for 5 of the 10, D 9 for 2, C 3 for nothing.
    builder = yes_or_no(10, 1, 3, 9)
    builder.met_constant = -1
    builder.start_met[:] = (0, 1, 0, 0)
    limited_sum(builder, [5, 9, 0, 2], 10)
    program = builder.program(["A", "B", "C", "D"])
    assert by_promise(Partial(program)) == [1, 2, 3, 0]
    # Then there is room for 1 beside B: none but C.
    assert construct(program).starts.tolist() == [1, 2]


def test_groups_reconsider_when_others_have_chosen() -> None:
    # Taken first, A has start 0 for 10; then B would bring 9 but for A's sake: A's other start, 8, leaves room.
    builder = Builder(ints(0, 2, 3), ints(0, 0, 0, 0), ints(0))
    builder.start_money[:] = (10, 8, 9)
    row = builder.row("row")
    builder.start_terms.add(ints(0, 2), ints(row, row), ints(1, 1))
    builder.hinge(row, ABOVE, 1, 6)
    program = builder.program(["A", "B"])
    # 10, then 9 - 6 = 3 more. Then A changes: 8 without what both pay. 8 + 9 = 17.
    assert construct(program, [0, 1]).starts.tolist() == [1, 2]


def test_a_group_is_dropped_when_others_make_a_loss_of_it() -> None:
    # A brings 4. B brings 20, and 6 is paid for the two together: without A it is 2 more.
    builder = yes_or_no(4, 20)
    row = builder.row("row")
    builder.start_terms.add(ints(0, 1), ints(row, row), ints(1, 1))
    builder.hinge(row, ABOVE, 1, 6)
    assert construct(builder.program(["A", "B"]), [0, 1]).starts.tolist() == [1]


def test_a_commitment_goes_before_any_money() -> None:
    builder = yes_or_no(10**9, -(10**9))
    builder.met_constant = -1
    builder.start_met[1] = 1
    limited_sum(builder, [1, 1], 1)
    assert construct(builder.program(["A", "B"])).starts.tolist() == [1]


@pytest.mark.parametrize("seed", range(3))
def test_larger_programs_are_filled_up(seed: int) -> None:
    program = hard_program(seed)
    selection = construct(program)
    assert is_sound(program, selection)
    # No group that has chosen nothing would still fit.
    chosen = set(program.start_group[selection.starts].tolist())
    pairs = [(s, c) for s in range(program.starts) for c in range(*program.candidate_pointer[s : s + 2].tolist())]
    for start, candidate in pairs:
        if int(program.start_group[start]) not in chosen:
            more = Selection(
                np.sort(np.append(selection.starts, start)), np.sort(np.append(selection.candidates, candidate))
            )
            assert program.score(more).excess > 0
