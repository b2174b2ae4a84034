"""Bounds from prices hold against every selection of small random programs, and are exact where nothing is lost."""

import random

import numpy as np
import pytest

from benchmarks.bound import OutsideSlopes, bound_from_prices, whole_prices
from benchmarks.families import mkp
from optimizer.builder import Builder
from optimizer.program import ABOVE, BELOW, Program
from tests.optimizer.engines.random_programs import random_program
from tests.optimizer.engines.truth import most_money

NO_LIMIT = 1 << 30


def prices_inside(program: Program, rng: random.Random, denominator: int) -> list[int]:
    """A price of each row between the slopes at its ends; where an end is hard, as far as money goes."""
    most = 2 * int(max(abs(program.start_money).max(initial=1), abs(program.candidate_money).max(initial=1)))
    prices = []
    for row in range(program.rows):
        own = program.hinges.row == row
        lowest, highest = (
            most
            if (own & program.hinges.hard & (program.hinges.side == side)).any()
            else int(program.hinges.price[own & (program.hinges.side == side)].sum())
            for side in (BELOW, ABOVE)
        )
        prices.append(rng.randint(-lowest * denominator, highest * denominator) if rng.random() < 0.8 else 0)
    return prices


@pytest.mark.parametrize("seed", range(80))
def test_no_selection_brings_more_than_the_bound(seed: int) -> None:
    program, rng = random_program(seed, groups=3), random.Random(seed)
    best = most_money(program, NO_LIMIT)
    for denominator in (1, 7, 10**6):
        prices = prices_inside(program, rng, denominator)
        assert bound_from_prices(program, prices, denominator) >= best


@pytest.mark.parametrize("seed", range(20))
def test_wide_figures_give_the_same_bound(seed: int) -> None:
    program, rng = random_program(seed, groups=3), random.Random(seed)
    prices = prices_inside(program, rng, 1)
    factor = 10**15
    assert bound_from_prices(program, [price * factor for price in prices], factor) == bound_from_prices(
        program, prices, 1
    )


@pytest.mark.parametrize("seed", range(40))
def test_prices_from_anywhere_are_moved_to_where_they_prove_something(seed: int) -> None:
    program, rng = random_program(seed, groups=3), np.random.default_rng(seed)
    prices = whole_prices(program, rng.normal(0, 10.0 ** (seed % 12), program.rows), 1_000)
    assert bound_from_prices(program, prices, 1_000) >= most_money(program, NO_LIMIT)


def test_without_prices_everybody_takes_the_best_for_nothing() -> None:
    program = mkp.program(mkp.tables([5, 7], [[3, 4]], [4]))
    assert bound_from_prices(program, [0], 1) == 12_000_000


def test_the_right_price_proves_the_relaxed_optimum() -> None:
    # 5/3 for a unit of weight: the first item is worth nothing any more, the second 1/3; 4 units of room are sold.
    program = mkp.program(mkp.tables([5, 7], [[3, 4]], [4]))
    assert bound_from_prices(program, [5_000_000], 3) == 7_000_000


def test_a_band_costs_what_its_edges_say() -> None:
    # One group gives 10 to a row that should lie between 4 and 6: at the price 2 the conjugate is reached at 6.
    builder = Builder(np.arange(2), np.zeros(2, np.int64), np.zeros(1, np.int64))
    builder.start_money[:] = 100
    row = builder.row("band", base=1)
    builder.hinge(row, BELOW, 4, 3)
    builder.hinge(row, ABOVE, 6, 2)
    builder.start_terms.add(np.array([0]), np.array([row]), np.array([10]))
    program = builder.program(["group"])
    assert bound_from_prices(program, [2], 1) == 2 * 6 - 2 * 1 + (100 - 2 * 10) == 90
    assert most_money(program, NO_LIMIT) == 100 - 2 * 5
    assert bound_from_prices(program, [-3], 1) == -3 * 4 + 3 + (100 + 30)
    for price in (3, -4):
        with pytest.raises(OutsideSlopes, match="band"):
            bound_from_prices(program, [price], 1)


def test_there_is_one_price_for_each_row() -> None:
    with pytest.raises(ValueError, match="one price per row"):
        bound_from_prices(random_program(1), [], 1)
