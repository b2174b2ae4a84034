"""How far rows and the first count can go, against trying every selection."""

import numpy as np
import pytest

from optimizer.builder import Builder
from optimizer.engines.exact.reach import most_met, row_reach
from optimizer.program import Ints, Program
from tests.optimizer.engines.random_programs import random_program, selections

SEEDS = range(40)


def ints(*values: int) -> Ints:
    return np.array(values, np.int64)


def by_trying(program: Program) -> tuple[list[int], list[int], int]:
    """The lowest and the highest level of every row and the most met, feasible or not."""
    every = selections(program)
    levels = np.array([program.levels(selection) for selection in every])
    met = max(program.score(selection).met for selection in every)
    return levels.min(axis=0).tolist(), levels.max(axis=0).tolist(), min(met, 0)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_level_that_is_reached_is_within_reach_and_both_ends_are_reached(seed: int) -> None:
    # Groups choose freely here, so each row by itself goes as far as its groups go, summed.
    program = random_program(seed, groups=2)
    lowest, highest = row_reach(program)
    assert (lowest.tolist(), highest.tolist(), most_met(program)) == by_trying(program)


def two_ways() -> Builder:
    """One group of two starts: the first has a slot with candidates 0 and 1, the second one with candidate 2."""
    return Builder(ints(0, 2), ints(0, 1, 2), ints(0, 2, 3))


def test_a_start_adds_to_its_candidates_and_nothing_is_a_choice_too() -> None:
    builder = two_ways()
    builder.rows(2, str, [10, 0])
    builder.start_terms.add(ints(0, 1), ints(0, 0), ints(3, -2))
    builder.candidate_terms.add(ints(0, 1, 2), ints(0, 0, 1), ints(4, -5, 7))
    lowest, highest = row_reach(builder.program(["A"]))
    # Row 0: start 0 adds 3 + 4 or 3 - 5, start 1 takes 2, nothing adds 0. Row 1: only candidate 2 adds to it.
    assert (lowest.tolist(), highest.tolist()) == ([8, 0], [17, 7])


def test_several_terms_of_one_owner_in_a_row_add_up() -> None:
    builder = two_ways()
    builder.row("row")
    builder.candidate_terms.add(ints(0, 0), ints(0, 0), ints(9, -4))
    builder.candidate_terms.add(ints(0, 1), ints(0, 0), ints(2, 1))
    lowest, highest = row_reach(builder.program(["A"]))
    assert (lowest.tolist(), highest.tolist()) == ([0], [7])


def test_the_first_count_cannot_rise_above_all_commitments_met() -> None:
    # Start 0 meets one with a candidate that breaks none: -1 + 1. Start 1 would meet one more than there is.
    builder = two_ways()
    builder.met_constant = -1
    builder.start_met[:] = (1, 2)
    builder.candidate_met[:] = (-1, 0, 0)
    assert most_met(builder.program(["A"])) == 0


def test_a_start_meets_what_its_best_candidates_leave_of_it() -> None:
    # Start 0: 1 with a candidate that breaks one at best; start 1 nothing; two stay unmet.
    builder = two_ways()
    builder.met_constant = -3
    builder.start_met[:] = (2, 0)
    builder.candidate_met[:] = (-2, -1, 0)
    assert most_met(builder.program(["A"])) == -2


def test_without_groups_or_rows_there_is_nothing_to_reach() -> None:
    builder = Builder(ints(0), ints(0), ints(0))
    builder.rows(2, str, [4, -1])
    builder.met_constant = -2
    program = builder.program([])
    assert [ends.tolist() for ends in row_reach(program)] == [[4, -1], [4, -1]]
    assert most_met(program) == -2
    assert [ends.tolist() for ends in row_reach(two_ways().program(["A"]))] == [[], []]
