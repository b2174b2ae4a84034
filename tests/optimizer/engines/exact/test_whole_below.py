"""A bound that the solver shows as a float is read as a whole number that does not claim more."""

from hypothesis import given
from hypothesis import strategies as st

from optimizer.engines.exact.run import whole_below


@given(
    whole=st.one_of(st.integers(-(10**6), 10**6), st.integers(-(1 << 62), 1 << 62)),
    constant=st.one_of(st.just(0), st.integers(-(10**6), 10**6), st.integers(-(10**20), 10**20)),
    divisor=st.one_of(st.just(1), st.integers(1, 10**6), st.integers(1, 10**18)),
)
def test_a_bound_read_from_a_float_is_never_above_the_whole_one(whole: int, constant: int, divisor: int) -> None:
    # As the solver computes what it shows: (whole + offset) * scaling in doubles, each part rounded.
    figure = (float(whole) + constant / divisor) * float(divisor)
    truth = constant + divisor * whole
    read = whole_below(figure, constant)
    assert read <= truth
    # And close below: within a few units in the last place of the larger part.
    assert truth - read <= (abs(truth) + 2 * abs(constant)) >> 46


@given(st.integers(-(1 << 46), 1 << 46), st.integers(-(1 << 45), 1 << 45))
def test_a_bound_that_a_float_can_hold_is_read_exactly(bound: int, constant: int) -> None:
    # All in all below 2^47, where a unit in the last place times 16 is 1/8.
    assert whole_below(float(bound - constant) + float(constant), constant) == bound
