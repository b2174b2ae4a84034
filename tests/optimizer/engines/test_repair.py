"""Repair makes a complete, feasible selection of whatever is wanted, and keeps of it what it can."""

import random

import numpy as np
import pytest

from optimizer.builder import Builder
from optimizer.engines.construct import repair
from optimizer.program import ABOVE, Ints, Program, Selection
from tests.optimizer.engines.random_programs import random_program, selections
from tests.optimizer.engines.tiny_programs import begins_infeasible, limited_sum, yes_or_no

SEEDS = range(60)


def ints(*values: int) -> Ints:
    return np.array(values, np.int64)


def is_sound(program: Program, selection: Selection) -> bool:
    return program.is_complete(selection) and program.score(selection).excess == 0


@pytest.mark.parametrize("seed", SEEDS)
def test_a_feasible_selection_is_repaired_to_itself_or_better(seed: int) -> None:
    program, rng = random_program(seed, groups=3), random.Random(seed)
    every = [selection for selection in selections(program) if program.score(selection).excess == 0]
    for wanted in rng.sample(every, min(4, len(every))):
        repaired = repair(program, wanted)
        assert is_sound(program, repaired)
        assert program.score(repaired) >= program.score(wanted)


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_is_wanted_is_repaired(seed: int) -> None:
    program, rng = random_program(seed, groups=6), random.Random(seed)
    for _ in range(4):
        # Several starts of a group, slots with several candidates or none, candidates of nobody, edges passed.
        starts = sorted(rng.sample(range(program.starts), rng.randint(0, program.starts)))
        candidates = sorted(rng.sample(range(program.candidates), rng.randint(0, program.candidates)))
        wanted = Selection(ints(*starts), ints(*candidates))
        assert is_sound(program, repair(program, wanted))


def test_repair_drops_what_is_worth_least_of_what_is_too_much() -> None:
    # 3 + 3 + 3 pass 6; losing B costs least. Nothing else is touched, though D alone would bring more than A.
    builder = yes_or_no(10, 5, 20, 15)
    limited_sum(builder, [3, 3, 3, 6], 6)
    repaired = repair(builder.program(["A", "B", "C", "D"]), Selection(ints(0, 1, 2), ints()))
    assert repaired.starts.tolist() == [0, 2]


def test_repair_keeps_what_it_can_of_what_is_wanted_and_fills_the_rest() -> None:
    # The second slot is open and only candidate 2 is left for it: 1, worth more, has no time for both, and 0 is wanted.
    builder = Builder(ints(0, 1), ints(0, 2), ints(0, 2, 4))
    builder.start_money[:] = 10
    builder.candidate_money[:] = (1, 5, 2, 3)
    row = builder.row("time")
    builder.candidate_terms.add(ints(0, 3), ints(row, row), ints(1, 1))
    builder.limit(row, ABOVE, 1)
    repaired = repair(builder.program(["A"]), Selection(ints(0), ints(0)))
    assert (repaired.starts.tolist(), repaired.candidates.tolist()) == ([0], [0, 2])


def test_the_first_of_several_starts_of_a_group_is_what_is_wanted() -> None:
    builder = Builder(ints(0, 3), ints(0, 0, 0, 0), ints(0))
    builder.start_money[:] = (1, 2, 3)
    repaired = repair(builder.program(["A"]), Selection(ints(1, 2), ints()))
    assert repaired.starts.tolist() == [1]


def test_repair_keeps_what_loses_money_when_it_is_wanted() -> None:
    # A selection is repaired, not judged: what runs at a loss may run on, unless it costs something that is met.
    program = yes_or_no(-4, 6).program(["A", "B"])
    assert repair(program, Selection(ints(0), ints())).starts.tolist() == [0, 1]


def test_where_nothing_is_infeasible_there_is_no_place_to_begin() -> None:
    program = begins_infeasible()
    with pytest.raises(ValueError, match="choosing nothing passes a hard edge"):
        repair(program, Selection(ints(0), ints()))
