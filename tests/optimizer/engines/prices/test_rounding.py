"""Rounded rows follow from the rows they come from, and only tighten."""

import numpy as np
import pytest

from optimizer.engines.prices import Prices, find_prices, tighten
from optimizer.engines.prices.fitting import fitting
from optimizer.engines.prices.rounding import Rounding, rounded
from optimizer.program import Program
from tests.optimizer.engines.random_programs import hard_program, random_program, selections
from tests.optimizer.engines.truth import most_money

ALL_UNMET = 99


def never() -> bool:
    return False


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(("multiple", "divisor"), [(1, 400), (2, 700), (3, 3001)])
def test_no_feasible_selection_breaks_a_rounded_row(seed: int, multiple: int, divisor: int) -> None:
    program = hard_program(seed, groups=3, rows=2)
    with_rows = rounded(program, [Rounding(row, multiple, divisor) for row in range(2)])
    assert with_rows.rows == program.rows + 2
    assert with_rows.names.row(2) == f"limit0/rounded/{multiple}/{divisor}"
    for selection in selections(program):
        if program.score(selection).excess == 0:
            assert with_rows.score(selection) == program.score(selection)


def test_a_rounded_row_by_hand() -> None:
    # Coefficients 1 … 1000 of at most 450 in all: halved against 451, ⌊2a/451⌋ is 0, 1 … 4, and ⌊900/451⌋ = 1.
    program = hard_program(1, groups=3, rows=1)
    with_row = rounded(program, [Rounding(0, 2, 451)])
    terms, last = with_row.candidate_terms, program.candidate_terms
    given = dict(zip(np.repeat(np.arange(program.candidates), np.diff(last.pointer)), last.coefficient, strict=True))
    owner = np.repeat(np.arange(program.candidates), np.diff(terms.pointer))[terms.row == 1]
    found = dict(zip(owner.tolist(), terms.coefficient[terms.row == 1].tolist(), strict=True))
    assert found == {number: 2 * a // 451 for number, a in given.items() if 2 * a >= 451}
    assert with_row.hinges.edge.tolist() == [450, 1]


@pytest.mark.parametrize("seed", range(4))
def test_tightened_prices_bound_closer_and_still_bound(seed: int) -> None:
    program = hard_program(seed, groups=4, rows=3)
    heard: list[tuple[Prices, Program]] = []

    def report(prices: Prices, program: Program) -> None:
        heard.append((prices, program))

    best = tighten(program, never, report)
    plain = find_prices(program, never)
    truth = most_money(program, ALL_UNMET)
    assert truth - 1e-6 * truth <= best.bound <= plain.bound * (1 + 1e-6)
    assert all(len(prices.row) == of.rows for prices, of in heard)


@pytest.mark.parametrize("seed", range(30))
def test_what_is_left_out_for_not_fitting_is_in_no_feasible_selection(seed: int) -> None:
    program = random_program(seed)
    fits = fitting(program)
    for selection in selections(program):
        if program.score(selection).excess == 0:
            assert fits.starts[selection.starts].all()
            assert fits.candidates[selection.candidates].all()


def test_just_what_fills_a_row_still_fits() -> None:
    # The one limit of 450 keeps out the candidates above it, and no others.
    program = hard_program(2, groups=3, rows=1)
    assert fitting(program).candidates.tolist() == (program.candidate_terms.coefficient <= 450).tolist()
