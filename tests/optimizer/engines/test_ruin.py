"""Ruin and recreate loses nothing, repeats itself, stops when told, and finds what greedy choices have blocked."""

import random

import numpy as np
import pytest

from optimizer.engines.construct import construct
from optimizer.engines.ruin import ruin_and_recreate
from optimizer.program import Ints, Selection
from tests.optimizer.engines.random_programs import random_program, selections
from tests.optimizer.engines.tiny_programs import limited_sum, yes_or_no


def ints(*values: int) -> Ints:
    return np.array(values, np.int64)


@pytest.mark.parametrize("seed", range(40))
def test_it_is_no_worse_than_where_it_began(seed: int) -> None:
    program, rng = random_program(seed, groups=4), random.Random(seed)
    feasible = [selection for selection in selections(program) if program.score(selection).excess == 0]
    for start in rng.sample(feasible, min(3, len(feasible))):
        found = ruin_and_recreate(program, start, seed, 20)
        score = program.score(found)
        assert program.is_complete(found)
        assert score.excess == 0
        assert score[:2] >= program.score(start)[:2]


def test_equal_arguments_give_equal_selections() -> None:
    program = random_program(7, groups=6)
    first, second = (ruin_and_recreate(program, construct(program), 3, 30) for _ in range(2))
    assert np.array_equal(first.starts, second.starts)
    assert np.array_equal(first.candidates, second.candidates)


def test_one_large_group_gives_way_to_two_small_ones() -> None:
    # A takes 6 of 6 and brings 10; B and C take 3 each and bring 6 each: 12. No single group can turn A into B and C.
    builder = yes_or_no(10, 6, 6)
    limited_sum(builder, [6, 3, 3], 6)
    found = ruin_and_recreate(builder.program(["A", "B", "C"]), Selection(ints(0), ints()), 1, 40)
    assert found.starts.tolist() == [1, 2]


def test_what_can_be_met_goes_first() -> None:
    # Both take all there is. A brings money, B meets something: with A chosen, only taking it out lets B in.
    builder = yes_or_no(10, 1)
    builder.start_met[1] = 1
    builder.met_constant = -1
    limited_sum(builder, [6, 6], 6)
    found = ruin_and_recreate(builder.program(["A", "B"]), Selection(ints(0), ints()), 1, 20)
    assert found.starts.tolist() == [1]


def test_it_stops_when_told() -> None:
    # The same program as above: without a step nothing changes.
    builder = yes_or_no(10, 6, 6)
    limited_sum(builder, [6, 3, 3], 6)
    found = ruin_and_recreate(builder.program(["A", "B", "C"]), Selection(ints(0), ints()), 1, 40, lambda: True)
    assert found.starts.tolist() == [0]


def test_a_program_without_groups_has_nothing_to_ruin() -> None:
    program = yes_or_no().program([])
    assert ruin_and_recreate(program, program.nothing(), 1, 5).starts.tolist() == []
