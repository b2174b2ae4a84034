"""Numbers are read exactly into scaled integers, and rounded in one way only."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from models.quantities import (
    MAX_MONEY,
    MICRO_SCALE,
    BalancePrice,
    BalanceShare,
    Count,
    Effort,
    Exact,
    Micro,
    Money,
    PlanMoney,
    PositiveCount,
    Ratio,
    Scalar,
    Share,
    SignedMoney,
    SignedRatio,
    as_decimal,
    exact,
    half_up,
    reader,
    writer,
)

SCALES = (1, 100, 1_000, 10_000, 1_000_000)


def read(kind: Any, value: Any) -> Any:
    return TypeAdapter(kind).validate_python(value)


def refusal(kind: Any, value: Any) -> str:
    """The code with which a value is refused."""
    with pytest.raises(ValidationError) as refused:
        read(kind, value)
    (error,) = refused.value.errors()
    return error["type"]


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [
        (0, 7, 0),
        (1, 2, 1),
        (-1, 2, -1),  # away from zero, not up
        (3, 2, 2),
        (5, 2, 3),  # not to the even neighbour
        (-5, 2, -3),
        (49, 100, 0),
        (50, 100, 1),
        (-49, 100, 0),
        (-50, 100, -1),
        (1, 3, 0),
        (2, 3, 1),
        (10**40 + 5 * 10**19, 10**20, 10**20 + 1),  # no float in between
    ],
)
def test_halves_go_away_from_zero(numerator: int, denominator: int, rounded: int) -> None:
    assert half_up(numerator, denominator) == rounded


@given(st.integers(-(10**24), 10**24), st.integers(1, 10**12))
def test_rounding_is_that_of_the_decimal_standard(numerator: int, denominator: int) -> None:
    with localcontext() as context:
        context.prec = 80
        # 80 digits tell every such quotient from a half: one that is no half lies at least 1/(2·10^12) off.
        quotient = Decimal(numerator) / Decimal(denominator)
        assert half_up(numerator, denominator) == int(quotient.quantize(Decimal(1), ROUND_HALF_UP))


@given(st.integers(-(10**18), 10**18), st.integers(1, 10**9))
def test_rounding_is_symmetric_and_off_by_half_at_most(numerator: int, denominator: int) -> None:
    rounded = half_up(numerator, denominator)
    assert half_up(-numerator, denominator) == -rounded
    assert 2 * abs(rounded * denominator - numerator) <= denominator


@pytest.mark.parametrize(
    ("kind", "value", "inside"),
    [
        (Money, 1, 100),
        (Money, Decimal("0.01"), 1),
        (Money, Decimal("12.50"), 1250),
        (Money, Decimal("1E+3"), 100_000),
        (SignedMoney, Decimal("-0.01"), -1),
        (Effort, Decimal("0.001"), 1),
        (Effort, Decimal("2.5"), 2500),  # a team booked as one
        (Ratio, Decimal("0.0001"), 1),
        (Ratio, 3, 30_000),
        (SignedRatio, Decimal("-0.25"), -2500),
        (Share, 1, 10_000),
        (BalanceShare, Decimal("0.01"), 1),
        (BalancePrice, Decimal("0.1"), 10),
        (Count, 4, 4),
        (Count, Decimal("4.0"), 4),
        (PositiveCount, 1, 1),
        (Micro, Decimal("-1234.567891"), -1_234_567_891),
    ],
)
def test_each_kind_has_its_smallest_unit(kind: Any, value: Any, inside: int) -> None:
    assert read(kind, value) == inside


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Money, Decimal("0.001")),
        (Effort, Decimal("0.0005")),
        (Ratio, Decimal("0.00001")),
        (BalanceShare, Decimal("0.125")),
        (Count, Decimal("1.5")),
        (Micro, Decimal("1E-7")),
        (Money, Decimal("1E-30")),
    ],
)
def test_more_decimals_than_the_unit_has_are_refused(kind: Any, value: Any) -> None:
    assert refusal(kind, value) == "too_many_decimals"


@pytest.mark.parametrize("value", [Decimal("0.50000000"), Decimal("5000E-4"), Decimal("0.5")])
def test_zeros_at_the_end_are_no_decimals(value: Decimal) -> None:
    assert read(Money, value) == 50


def test_a_float_stands_for_its_shortest_text() -> None:
    # The double next to 0.1 is 0.1000000000000000055…; what was written is 0.1.
    assert read(Money, 0.1) == 10
    assert read(Effort, 2.675) == 2675
    assert refusal(Money, 0.1 + 0.2) == "too_many_decimals"  # shortest text: 0.30000000000000004


@pytest.mark.parametrize("value", [True, False, "1", None, [1], {"a": 1}])
def test_only_numbers_are_numbers(value: Any) -> None:
    assert refusal(Money, value) == "not_a_number"
    assert refusal(Count, value) == "not_a_number"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN"), Decimal("-Infinity"), Decimal("sNaN")])
def test_what_is_not_finite_is_refused(value: Any) -> None:
    assert refusal(Money, value) == "number_not_finite"
    assert refusal(Exact, value) == "number_not_finite"


@pytest.mark.parametrize(
    ("kind", "inside", "outside", "code"),
    [
        (Money, 0, Decimal("-0.01"), "number_too_small"),
        (Money, 10**10, Decimal("10000000000.01"), "number_too_large"),
        (SignedMoney, -(10**10), Decimal("-10000000000.01"), "number_too_small"),
        (Effort, 0, Decimal("-0.001"), "number_too_small"),
        (Ratio, 0, Decimal("-0.0001"), "number_too_small"),
        (Share, 1, Decimal("1.0001"), "number_too_large"),
        (BalanceShare, 1, Decimal("1.01"), "number_too_large"),
        (Count, 0, -1, "number_too_small"),
        (PositiveCount, 1, 0, "number_too_small"),
    ],
)
def test_the_limits_of_each_kind(kind: Any, inside: Any, outside: Any, code: str) -> None:
    read(kind, inside)
    assert refusal(kind, outside) == code


def test_the_largest_amount_is_ten_to_the_tenth() -> None:
    assert read(Money, 10**10) == MAX_MONEY == 10**12


@pytest.mark.parametrize("value", [10**31, Decimal("1E+31"), Decimal("-1E+999999"), 10**400])
def test_absurd_numbers_are_refused_before_they_are_scaled(value: Any) -> None:
    assert refusal(SignedRatio, value) == "number_too_large"


def test_a_scenario_states_fifteen_significant_digits_at_most() -> None:
    assert read(SignedRatio, Decimal("12345678901.2345")) == 123_456_789_012_345
    assert refusal(SignedRatio, Decimal("123456789012.3456")) == "too_many_digits"
    assert refusal(Count, 1_234_567_890_123_456) == "too_many_digits"
    # Zeros at either end are not significant.
    assert read(Count, 123_456_789_012_345_000) == 123_456_789_012_345_000
    assert read(Ratio, Decimal("0.0012")) == 12


def test_a_plan_states_totals_of_any_length() -> None:
    assert read(PlanMoney, Decimal("-123456789012345678.91")) == -12_345_678_901_234_567_891
    assert read(Micro, Decimal("1234567890123456789012.345678")) == 1_234_567_890_123_456_789_012_345_678


@given(st.sampled_from(SCALES), st.integers(-(10**24), 10**24))
def test_what_is_written_is_read_back(scale: int, value: int) -> None:
    assert reader(scale, minimum=None, digits=None)(writer(scale)(value)) == value


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**10), max_value=10**10, places=2))
def test_what_is_read_is_written_as_the_same_number(value: Decimal) -> None:
    assert writer(100)(read(SignedMoney, value)) == value


@given(st.sampled_from(SCALES), st.integers(-(10**24), 10**24))
def test_decimals_are_exact_and_short(scale: int, value: int) -> None:
    decimal = as_decimal(value, scale)
    with localcontext() as context:
        context.prec = 80
        assert decimal * scale == value
    text = f"{decimal:f}"
    assert "." not in text or not text.endswith("0")
    assert exact(value, scale) == decimal


def test_decimals_never_show_an_exponent() -> None:
    assert str(as_decimal(100_000, 100)) == "1000"
    assert str(as_decimal(-MICRO_SCALE // 2, MICRO_SCALE)) == "-0.5"
    assert str(exact(0, 100)) == "0"


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("long", "long"),
        (True, True),
        (6, 6),
        (Decimal("6.0"), 6),
        (Decimal("2.50"), Decimal("2.5")),
        (2.5, Decimal("2.5")),
    ],
)
def test_a_scalar_keeps_its_type_and_the_shortest_form(value: Any, kept: Any) -> None:
    result = read(Scalar, value)
    assert result == kept
    assert type(result) is type(kept)
    assert str(result) == str(kept)


def test_a_scalar_is_text_truth_value_or_number() -> None:
    assert refusal(Scalar, ["a"]) == "not_a_number"


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (Decimal("-0.00"), "0"), (Decimal("1.20"), "1.2")])
def test_an_exact_number_has_no_empty_digits(value: Any, text: str) -> None:
    assert str(read(Exact, value)) == text
