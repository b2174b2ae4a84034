"""The dual in parts is the dual, to the last digit, and its slope is the slope."""

from typing import Any

import numpy as np
import pytest

from optimizer.engines.distributed.dual import SharedDual
from optimizer.engines.distributed.pricing import find_shared_prices
from optimizer.engines.prices import Schedule, find_prices
from optimizer.engines.prices.dual import Dual, Reach
from optimizer.program import Program, counting
from tests.optimizer.engines.distributed.here import Here, limited_in_parts, some_multipliers
from tests.optimizer.engines.random_programs import hard_program, random_program

PARTS = [1, 2, 3]
SMALL = (1, 1, 10, 1_000)
EVERYTHING = (np.inf, np.inf)


def shared(program: Program, parts: int, losing: tuple[int, ...] = ()) -> SharedDual:
    limited, pieces = limited_in_parts(program, parts, -program.met_constant)
    return SharedDual(limited, Here(pieces.pieces, {part for part in losing if part < len(pieces.pieces)}), pieces)


def point_of(dual: SharedDual, seed: int) -> Any:
    return dual.rounded(some_multipliers(dual.upper, seed, 5.0))


@pytest.mark.parametrize("parts", PARTS)
@pytest.mark.parametrize("seed", range(12))
def test_the_value_at_the_same_prices_is_the_same(seed: int, parts: int) -> None:
    # Money of 10^14 and more lies beyond what reals add up exactly.
    program = hard_program(seed) if seed % 2 else modest(seed)
    dual = shared(program, parts)
    point = point_of(dual, seed)
    assert dual.value(point) == Dual(dual.program).value(point)


def modest(seed: int) -> Program:
    """A random program of small figures."""
    while True:
        program = random_program(seed, groups=5, scales=SMALL)
        if abs(program.money_constant) <= 10**9:
            return program
        seed += 100


@pytest.mark.parametrize("parts", PARTS)
@pytest.mark.parametrize("seed", range(6))
def test_the_smoothed_value_and_slope_are_those_of_one_process(seed: int, parts: int) -> None:
    dual = shared(modest(seed), parts)
    point, whole = point_of(dual, seed), Dual(dual.program)
    whole.value(point)
    dual.value(point)
    whole.keep_live(Reach(*EVERYTHING))
    value, slope = dual.smoothed(point, 1e3, EVERYTHING)
    of_whole = whole.smoothed(point, 1e3)
    assert value == pytest.approx(of_whole[0])
    assert slope == pytest.approx(of_whole[1])
    assert dual.sizes() == pytest.approx(whole.sizes())


@pytest.mark.parametrize("seed", range(4))
def test_a_worker_that_was_replaced_goes_on(seed: int) -> None:
    program = modest(seed)
    dual, again = shared(program, 2), shared(program, 2, losing=(1,))
    point = point_of(dual, seed)
    assert again.value(point) == dual.value(point)
    value, slope = dual.smoothed(point, 1e3, EVERYTHING)
    lost = shared(program, 2, losing=(0,)).smoothed(point, 1e3)
    assert lost[0] == pytest.approx(value)
    assert lost[1] == pytest.approx(slope)


@pytest.mark.parametrize("parts", [1, 2])
def test_prices_found_in_parts_bound_as_closely(parts: int) -> None:
    dual = shared(hard_program(3), parts)
    found, multipliers = find_shared_prices(dual, lambda: False, Schedule())
    alone = find_prices(dual.program, lambda: False)
    assert found.bound == pytest.approx(alone.bound, rel=1e-3)
    assert found.bound == Dual(dual.program).value(multipliers)


def test_the_first_count_has_a_dual_too() -> None:
    program = modest(4)
    _, pieces = limited_in_parts(program, 2)
    counted = counting(program)
    dual = SharedDual(counted, Here(pieces.pieces), pieces, counted=True)
    point = point_of(dual, 1)
    assert dual.value(point) == Dual(counted).value(point)
