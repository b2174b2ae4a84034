"""The terms of a program by row: each variable once, its terms added up."""

import numpy as np
import pytest

from optimizer.builder import Builder
from optimizer.engines.exact.by_row import by_row
from optimizer.program import Ints
from tests.optimizer.engines.random_programs import random_program, selections


def ints(*values: int) -> Ints:
    return np.array(values, np.int64)


@pytest.mark.parametrize("seed", range(20))
def test_the_level_of_every_row_follows_from_its_terms(seed: int) -> None:
    program = random_program(seed, groups=2)
    terms = by_row(program)
    for selection in selections(program):
        chosen = np.zeros(program.starts + program.candidates, np.int64)
        chosen[selection.starts] = 1
        chosen[program.starts + selection.candidates] = 1
        of_rows = [terms.of(row) for row in range(program.rows)]
        moved = [int((coefficients * chosen[variables]).sum()) for variables, coefficients in of_rows]
        assert (program.row_base + ints(*moved)).tolist() == program.levels(selection).tolist()
        assert all(len(np.unique(variables)) == len(variables) for variables, _ in of_rows)


def test_terms_of_one_owner_in_a_row_become_one() -> None:
    builder = Builder(ints(0, 1), ints(0, 1), ints(0, 2))
    builder.rows(3, str)
    builder.start_terms.add(ints(0), ints(2), ints(5))
    builder.candidate_terms.add(ints(0, 0, 1), ints(2, 2, 2), ints(3, 4, 6))
    builder.candidate_terms.add(ints(0, 1), ints(0, 2), ints(1, -6))
    terms = by_row(builder.program(["A"]))
    # Variable 0 is the start, 1 and 2 are the candidates.
    assert [part.tolist() for part in terms.of(0)] == [[1], [1]]
    assert [part.tolist() for part in terms.of(1)] == [[], []]
    assert [part.tolist() for part in terms.of(2)] == [[0, 1, 2], [5, 7, 0]]


def test_a_program_without_terms() -> None:
    builder = Builder(ints(0, 1), ints(0, 0), ints(0))
    builder.rows(2, str)
    terms = by_row(builder.program(["A"]))
    assert terms.pointer.tolist() == [0, 0, 0]
