"""Rows are made smaller exactly: whatever is cut, divided or split, the same whole points remain."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from optimizer.engines.exact.row import Row, digits, reach, reduced, size
from optimizer.program import Ints
from tests.optimizer.engines.exact.written import excess, point_values, points, rows

SPANS = st.lists(st.integers(1, 3), min_size=4, max_size=4)


def ints(*values: int) -> Ints:
    return np.array(values, np.int64)


@given(rows(4, largest=10**25), SPANS)
def test_the_reach_is_the_lowest_and_the_highest_sum(row: Row, spans: list[int]) -> None:
    sums = [excess(row, point) + row.limit for point in points(spans)]
    exact = row.in_width(ints(*spans))
    assert reach(exact.coefficients, ints(*spans)) == (min(sums), max(sums))
    assert all(exact.excess(point_values(point)) == excess(row, point) for point in points(spans))


@given(rows(4, largest=10**25), SPANS)
def test_a_reduced_row_keeps_its_points_and_grows_in_nothing(row: Row, spans: list[int]) -> None:
    most = ints(*spans)
    row = row.in_width(most)
    lowest, highest = reach(row.coefficients, most)
    assume(lowest <= row.limit < highest)
    smaller = reduced(row, most, lowest)
    assert size(smaller, most) <= size(row, most)
    assert (smaller.coefficients != 0).all()
    for point in points(spans):
        assert (excess(smaller, point) <= 0) == (excess(row, point) <= 0)


@pytest.mark.parametrize(
    ("coefficients", "limit", "kept", "then"),
    [
        # All even: 4 a + 6 b <= 9 is 2 a + 3 b <= 4 for whole points.
        ([4, 6], 9, [2, 3], 4),
        # 10^12 alone is over the limit of 2, so 3 forbids it as well.
        ([10**12, 1, 1], 2, [3, 1, 1], 2),
        # Room is 5 - (-3) = 8 above the lowest sum: -3 stays, 100 becomes 9.
        ([100, -3, 2], 5, [9, -3, 2], 5),
        # A zero has no say.
        ([0, 3, 5], 7, [3, 5], 7),
    ],
)
def test_what_a_row_is_reduced_to(coefficients: list[int], limit: int, kept: list[int], then: int) -> None:
    row = Row(np.arange(len(coefficients)), ints(*coefficients), limit)
    spans = np.ones(len(coefficients), np.int64)
    smaller = reduced(row, spans, reach(row.coefficients, spans)[0])
    assert (smaller.coefficients.tolist(), smaller.limit) == (kept, then)


@given(rows(5, largest=10**25), st.integers(1, 40))
def test_digits_add_up_to_the_row_and_keep_its_signs(row: Row, shift: int) -> None:
    low, high, base = digits(row.in_width(np.ones(5, np.int64)), shift)
    assert base == 1 << shift
    assert 0 <= low.limit < base
    assert high.limit * base + low.limit == row.limit
    parts = [dict(zip(part.variables.tolist(), part.coefficients.tolist(), strict=True)) for part in (low, high)]
    for variable, coefficient in enumerate(row.coefficients.tolist()):
        lower, upper = (part.get(variable, 0) for part in parts)
        assert upper * base + lower == coefficient
        assert abs(lower) < base
        assert lower * coefficient >= 0
        assert upper * coefficient >= 0


@pytest.mark.parametrize(("coefficient", "kind"), [(1 << 60, np.int64), (1 << 61, object), (10**30, object)])
def test_a_row_that_could_wrap_around_is_computed_in_whole_numbers_of_any_length(coefficient: int, kind: type) -> None:
    # Two terms of 2^61 reach 2^62, where nothing is promised; two of 2^60 stay below.
    row = Row(np.arange(2), np.array([coefficient, -coefficient], object), 5).in_width(ints(1, 1))
    assert row.coefficients.dtype == kind
    assert row.excess(ints(1, 0)) == coefficient - 5
    assert size(row, ints(1, 1)) == 2 * coefficient + 5


def test_one_more_term() -> None:
    row = Row(np.arange(2), ints(3, -4), 7).with_term(5, -9)
    assert (row.variables.tolist(), row.coefficients.tolist(), row.limit) == ([0, 1, 5], [3, -4, -9], 7)
