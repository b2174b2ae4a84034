"""The CP-SAT model says of every selection what the program says of it."""

import numpy as np
import pytest

from optimizer.builder import Builder
from optimizer.engines.exact.model import Aim, Halted, Model, build
from optimizer.program import ABOVE, BELOW, Ints, Program, Selection
from tests.optimizer.engines.exact.written import admits, most, written
from tests.optimizer.engines.random_programs import random_program, selections

SEEDS = range(60)


def ints(*values: int) -> Ints:
    return np.array(values, np.int64)


def small(seed: int) -> Program:
    return random_program(seed, groups=2)


def agrees(model: Model, program: Program, selection: Selection) -> bool:
    """Whether the model judges this selection as the program does, and gives it back."""
    score = program.score(selection)
    values = model.values(selection)
    back = model.selection(values)
    return (
        admits(model.gateway, values) == (score.excess == 0)
        and model.objective.value(values) == -model.aim.of(score)
        and np.array_equal(back.starts, selection.starts)
        and np.array_equal(back.candidates, selection.candidates)
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_it_admits_what_is_feasible_and_pays_what_it_is_worth(seed: int) -> None:
    program = small(seed)
    for aim in Aim:
        model = build(program, aim)
        assert all(agrees(model, program, selection) for selection in selections(program))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_row_it_states_is_small_enough(seed: int) -> None:
    for aim in Aim:
        gateway = build(random_program(seed), aim).gateway
        assert all(row.size(most(gateway)) <= 1 << 30 for row in written(gateway))


@pytest.mark.parametrize("seed", range(20))
def test_a_limit_on_what_stays_unmet_is_a_row_like_any_other(seed: int) -> None:
    program = small(seed)
    limited = program.limited("commitment", -program.score(program.nothing()).met)
    model = build(limited, Aim.MONEY)
    assert all(agrees(model, limited, selection) for selection in selections(program))


def one_choice(coefficient: int, base: int) -> tuple[Builder, int]:
    """One group with one start that adds `coefficient` to a row at `base`; the row."""
    builder = Builder(ints(0, 1), ints(0, 0), ints(0))
    row = builder.row("row", base)
    builder.start_terms.add(ints(0), ints(row), ints(coefficient))
    return builder, row


@pytest.mark.parametrize(
    ("side", "edge", "constant", "figures"),
    [
        # The row is at 10 or 14. Never above 14: free.
        (ABOVE, 14, 0, 0),
        # Always above 9, by 1 or 5: 3 a unit is linear, 3 and 12 more.
        (ABOVE, 9, 3, 1),
        # Above 12 only with the start, by 2.
        (ABOVE, 12, 0, 1),
        # Below 12 only without the start.
        (BELOW, 12, 0, 1),
        # Below 20 by 10 or 6: 30, and 12 less with the start.
        (BELOW, 20, 30, 1),
    ],
)
def test_a_hinge_is_charged_the_cheapest_way(side: int, edge: int, constant: int, figures: int) -> None:
    builder, row = one_choice(4, 10)
    builder.hinge(row, side, edge, 3)
    program = builder.program(["A"])
    model = build(program, Aim.MONEY)
    assert model.objective.constant == constant
    assert len(model.objective.variables) == figures
    for selection in selections(program):
        assert model.objective.value(model.values(selection)) == -program.score(selection).money


def test_steps_of_a_row_are_charged_in_steps() -> None:
    # The row moves in steps of 12 from 0, and 5 a unit is paid above 7: at 12 that is 25, at 24 it is 85.
    builder = Builder(ints(0, 1, 2), ints(0, 0, 0), ints(0))
    row = builder.row("row")
    builder.start_terms.add(ints(0, 1), ints(row, row), ints(12, 12))
    builder.hinge(row, ABOVE, 7, 5)
    program = builder.program(["A", "B"])
    model = build(program, Aim.MONEY)
    paid = sorted(model.objective.value(model.values(selection)) for selection in selections(program))
    assert paid == [0, 25, 25, 85]
    # All coefficients of the rows are steps of 1 by then.
    assert {abs(c) for linear in written(model.gateway) for c in linear.coefficients} == {1}


def test_the_first_count_ignores_what_costs_money_only() -> None:
    builder, row = one_choice(4, 10)
    builder.hinge(row, ABOVE, 12, 3)
    assert written(build(builder.program(["A"]), Aim.MET).gateway) == []


def test_building_stops_half_way_when_asked() -> None:
    builder, row = one_choice(4, 10)
    builder.limit(row, ABOVE, 12)
    with pytest.raises(Halted):
        build(builder.program(["A"]), Aim.MONEY, lambda: True)


def test_a_program_of_nothing_has_a_model() -> None:
    program = Builder(ints(0), ints(0), ints(0)).program([])
    for aim in Aim:
        assert agrees(build(program, aim), program, program.nothing())
