"""The gateway writes rows of any size as rows the solver computes safely, and admits the same points."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import SolverFault
from optimizer.engines.exact.gateway import Gateway
from optimizer.engines.exact.row import Row
from tests.optimizer.engines.exact.written import admits, excess, most, point_values, points, rows, solved_at, written

SAFE = 1 << 30
"""The most that the terms and the limit of a row may come to: half of what presolve's int32 holds."""


def gateway_of(variables: int) -> Gateway:
    gateway = Gateway()
    gateway.add_variables(variables)
    return gateway


@settings(max_examples=250)
@given(st.integers(1, 7).flatmap(lambda count: rows(count, largest=10**25)))
def test_a_row_of_any_size_is_written_safely_and_holds_at_the_same_points(row: Row) -> None:
    gateway = gateway_of(len(row.variables))
    gateway.at_most(row)
    assert all(part.size(most(gateway)) <= SAFE for part in written(gateway))
    for point in points([1] * len(row.variables)):
        assert admits(gateway, gateway.complete(point_values(point))) == (excess(row, point) <= 0)


@settings(max_examples=25)
@given(rows(4))
def test_the_solver_can_complete_the_points_of_the_row_and_no_others(row: Row) -> None:
    # `complete` picks the least carries; that no other carries let more in is the solver's to say.
    gateway = gateway_of(4)
    gateway.at_most(row)
    for point in points([1] * 4):
        assert solved_at(gateway, point)[0] == (excess(row, point) <= 0)


@settings(max_examples=25)
@given(rows(3), st.lists(st.integers(1, 4), min_size=3, max_size=3))
def test_whole_numbers_count_as_often_as_they_are_high(row: Row, spans: list[int]) -> None:
    gateway = Gateway()
    for span in spans:
        gateway.add_variables(1, span)
    gateway.at_most(row)
    assert all(part.size(most(gateway)) <= SAFE for part in written(gateway))
    for point in points(spans):
        assert admits(gateway, gateway.complete(point_values(point))) == (excess(row, point) <= 0)


@given(rows(5), rows(5))
def test_rows_do_not_disturb_each_other(first: Row, second: Row) -> None:
    gateway = gateway_of(5)
    gateway.at_most(first)
    gateway.at_most(second)
    for point in points([1] * 5):
        held = excess(first, point) <= 0 and excess(second, point) <= 0
        assert admits(gateway, gateway.complete(point_values(point))) == held


@given(rows(5), st.integers(0, 10**6))
def test_the_excess_of_every_point_is_written_in_digits(row: Row, spare: int) -> None:
    gateway = gateway_of(5)
    highest = int(np.maximum(row.coefficients, 0).sum()) - row.limit
    digits = gateway.at_most_with_excess(row, max(highest, 1) + spare)
    assert digits.weights[0] == 1
    assert all(part.size(most(gateway)) <= SAFE for part in written(gateway))
    for point in points([1] * 5):
        values = gateway.complete(point_values(point))
        shown = sum(w * values[v] for v, w in zip(digits.variables, digits.weights, strict=True))
        assert shown == max(excess(row, point), 0)
        assert admits(gateway, values)


@settings(max_examples=20)
@given(rows(4))
def test_the_least_that_the_solver_can_charge_is_the_excess(row: Row) -> None:
    gateway = gateway_of(4)
    highest = int(np.maximum(row.coefficients, 0).sum()) - row.limit
    digits = gateway.at_most_with_excess(row, max(highest, 1))
    objective = gateway.minimise(dict(zip(digits.variables, digits.weights, strict=True)), 0)
    for point in points([1] * 4):
        can, least = solved_at(gateway, point)
        assert can
        assert least is not None
        assert objective.of_solver(least) == max(excess(row, point), 0)


def test_what_always_holds_is_left_out_and_what_never_holds_admits_nothing() -> None:
    # The sum of these lies between -2 and 5.
    for limit, count, admitted in ((5, 0, 8), (4, 1, 7), (-2, 1, 1), (-3, 1, 0)):
        gateway = gateway_of(3)
        gateway.at_most(Row(np.arange(3), np.array([2, 3, -2]), limit))
        assert len(written(gateway)) == count
        held = [p for p in points([1] * 3) if admits(gateway, gateway.complete(point_values(p)))]
        assert len(held) == admitted


def test_a_row_with_no_terms_holds_by_its_limit_alone() -> None:
    for limit, held in ((0, True), (-1, False)):
        gateway = gateway_of(1)
        gateway.at_most(Row(np.zeros(0, np.int64), np.zeros(0, np.int64), limit))
        assert admits(gateway, point_values([1])) is held


def test_a_row_whose_digits_alone_are_too_large_is_a_fault() -> None:
    # Odd coefficients have a last binary digit of 1 each, and 3 times 2^29 passes 2^30.
    gateway = Gateway()
    gateway.add_variables(3, 1 << 29)
    with pytest.raises(SolverFault, match="too many terms"):
        gateway.at_most(Row(np.arange(3), np.array([3, 5, 7]), 1 << 31))


def test_one_of_and_at_most_one_of_literals_are_stated_as_such() -> None:
    gateway = gateway_of(3)
    gateway.exactly_one([-1, 1, 2])  # not 0, or 1, or 2
    gateway.at_most_one([0, 1])
    # 0 lets one of the others stand, and not 1: (1, 0, 1). Without 0 neither may stand: (0, 0, 0).
    assert [p for p in points([1] * 3) if solved_at(gateway, p)[0]] == [(0, 0, 0), (1, 0, 1)]


@settings(max_examples=20)
@given(st.lists(rows(12, largest=10**12), min_size=3, max_size=3), st.lists(st.integers(1, 10**9), min_size=12))
def test_the_solver_finds_the_best_point_of_several_large_rows(several: list[Row], prices: list[int]) -> None:
    gateway = gateway_of(12)
    for row in several:
        gateway.at_most(row)
    objective = gateway.minimise({v: -price for v, price in enumerate(prices[:12])}, 0)
    grid = np.array(list(points([1] * 12)))
    held = np.all([grid @ row.coefficients <= row.limit for row in several], axis=0)
    can, least = solved_at(gateway, ())
    assert can == bool(held.any())
    if least is not None:
        assert objective.of_solver(least) == -int((grid[held] @ np.array(prices[:12])).max())
