"""The dual function: its slope, its multipliers, and the same in plain Python."""

import numpy as np
import pytest

from optimizer.engines.prices.dual import Dual, Reach
from optimizer.engines.prices.sweep import exact_pass
from tests.optimizer.engines.random_programs import random_program

EVERYTHING = Reach(np.inf, np.inf)


def some_multipliers(dual: Dual, seed: int, most: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    drawn: np.ndarray[tuple[int], np.dtype[np.float64]] = np.random.default_rng(seed).random(len(dual.upper)) * most
    return np.minimum(drawn, dual.upper)


@pytest.mark.parametrize("seed", range(12))
def test_the_slope_of_the_smoothed_dual_is_its_difference_quotient(seed: int) -> None:
    dual = Dual(random_program(seed, scales=(1, 10)))
    point = some_multipliers(dual, seed, 5.0)
    dual.value(point)
    dual.keep_live(EVERYTHING)
    value, slope = dual.smoothed(point, 1e3)
    for hinge in range(len(point)):
        step = np.zeros(len(point))
        step[hinge] = 1e-3
        ahead, behind = (dual.smoothed(point + side * step, 1e3)[0] for side in (1, -1))
        assert (ahead - behind) / 2e-3 == pytest.approx(slope[hinge], rel=1e-3, abs=1e-5 * abs(value) + 1e-2)


@pytest.mark.parametrize("seed", range(12))
def test_the_smoothed_dual_lies_above_and_closes_in_as_it_cools(seed: int) -> None:
    dual = Dual(random_program(seed, scales=(1, 10)))
    point = some_multipliers(dual, seed, 5.0)
    honest = dual.value(point)
    dual.keep_live(EVERYTHING)
    warm, cool = (dual.smoothed(point, temperature)[0] for temperature in (100.0, 1.0))
    assert warm >= cool >= honest - 1e-6 * max(1.0, abs(honest))


@pytest.mark.parametrize("seed", range(12))
def test_prices_become_multipliers_and_prices_again(seed: int) -> None:
    dual = Dual(random_program(seed))
    prices = dual.prices(some_multipliers(dual, seed, 7.0))
    again = dual.multipliers(prices)
    assert (again >= 0).all()
    assert (again <= dual.upper).all()
    assert dual.prices(again) == pytest.approx(prices)


@pytest.mark.parametrize("seed", range(6))
def test_plain_python_says_the_same(seed: int) -> None:
    program = random_program(seed)
    dual = Dual(program)
    prices = dual.prices(some_multipliers(dual, seed, 7.0))
    dual.value(dual.multipliers(prices))
    plain = getattr(exact_pass, "py_func", exact_pass)
    candidates, starts = np.zeros(program.candidates), np.zeros(program.starts)
    plain(0, program.groups, dual._tree, prices, candidates, starts)
    assert dual.candidate_value == pytest.approx(candidates)
    assert dual.start_value == pytest.approx(starts)
