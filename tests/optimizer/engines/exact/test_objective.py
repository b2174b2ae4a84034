"""The objective is stated in whole figures, divided by what divides them all, and read back exactly."""

from contextlib import nullcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import SolverFault
from optimizer.engines.exact.gateway import Gateway
from tests.optimizer.engines.exact.written import point_values, points, solved_at

FIGURES = st.one_of(st.integers(-(10**4), 10**4), st.integers(-(10**16), 10**16))
OBJECTIVE_LIMIT = 1 << 62


def stated(coefficients: list[int], constant: int = 0) -> Gateway:
    gateway = Gateway()
    gateway.add_variables(len(coefficients))
    gateway.minimise(dict(enumerate(coefficients)), constant)
    return gateway


@given(st.lists(FIGURES, min_size=1, max_size=5), st.sampled_from((1, 7, 10**6)), st.integers(-(10**18), 10**18))
def test_the_value_of_every_point_is_exact(figures: list[int], factor: int, constant: int) -> None:
    gateway = Gateway()
    gateway.add_variables(len(figures))
    coefficients = [figure * factor // 1_000 for figure in figures]
    objective = gateway.minimise(dict(enumerate(coefficients)), constant)
    for point in points([1] * len(figures)):
        value = constant + sum(c * x for c, x in zip(coefficients, point, strict=True))
        assert objective.value(point_values(point)) == value
        can, figure = solved_at(gateway, point)
        assert can
        assert figure is not None
        assert objective.of_solver(figure) == value


def test_figures_are_divided_by_what_divides_them_all() -> None:
    # 6, 10 and 4 micro-units in steps of 2 million: 3, 5, 2. The constant is divided in floats and kept in whole.
    gateway = Gateway()
    gateway.add_variables(3)
    objective = gateway.minimise({0: 6_000_000, 1: -10_000_000, 2: 4_000_000}, 1)
    assert objective.coefficients.tolist() == [3, -5, 2]
    assert (objective.divisor, objective.constant) == (2_000_000, 1)
    assert list(gateway.model.proto.objective.coeffs) == [3, -5, 2]
    assert objective.value(point_values([1, 1, 0])) == 1 - 4_000_000


def test_no_figure_at_all_leaves_the_constant() -> None:
    gateway = Gateway()
    gateway.add_variables(2)
    objective = gateway.minimise({0: 0, 1: 0}, 12)
    assert (objective.divisor, objective.value(point_values([1, 1]))) == (1, 12)


def test_an_objective_may_reach_its_limit_and_not_pass_it() -> None:
    # Neighbouring figures share no divisor: what is written is what is given.
    half = OBJECTIVE_LIMIT // 2
    stated([half + 1, -(half - 1)])
    with pytest.raises(SolverFault, match="too large"):
        stated([half + 1, -half])


def test_only_what_is_left_after_dividing_counts() -> None:
    stated([OBJECTIVE_LIMIT * 8, OBJECTIVE_LIMIT * 16])
    with pytest.raises(SolverFault, match="too large"):
        stated([OBJECTIVE_LIMIT * 8, OBJECTIVE_LIMIT * 8 + 1])


@pytest.mark.parametrize(("price", "fits"), [(1 << 60, True), ((1 << 60) + 1, False)])
def test_whole_numbers_count_as_often_as_they_are_high(price: int, fits: bool) -> None:
    # 2^61 - 1 and twice 2^60 are 2^62 - 1, one below the limit; twice one more passes it by one.
    gateway = Gateway()
    gateway.add_variables(1)
    gateway.add_variables(1, 2)
    with nullcontext() if fits else pytest.raises(SolverFault, match="too large"):
        gateway.minimise({0: (1 << 61) - 1, 1: price}, 0)
