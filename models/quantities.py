"""Scaled integers: every number of a scenario or plan, read exactly and kept as an integer.

A JSON number is read as a decimal and kept in the smallest unit its kind allows:

========== ========================= =====================
kind       unit of the integer       decimals in the input
========== ========================= =====================
money      0.01 money unit           2
effort     permille of one FTE       3
ratio      0.0001                    4
micro      10^-6 money unit          6 (plans only)
count      1                         0
========== ========================= =====================

Nothing here knows a rule; `half_up` is the only rounding function of the whole product.
"""

from collections.abc import Callable
from decimal import Context, Decimal
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator
from pydantic_core import PydanticCustomError

MONEY_SCALE = 100
EFFORT_SCALE = 1_000
RATIO_SCALE = 10_000
SHARE_SCALE = 100
MICRO_SCALE = 1_000_000

MICRO_PER_CENT = MICRO_SCALE // MONEY_SCALE
"""10^-6 money units in one integer unit of money."""

MAX_SIGNIFICANT_DIGITS = 15
MAX_MONEY = 10**10 * MONEY_SCALE
MAX_TOTAL = 2**62
"""No total that a rule or the objective can reach may pass this (finding `magnitude`)."""


def half_up(numerator: int, denominator: int) -> int:
    """Round the exact quotient to the nearest integer, halves away from zero. `denominator` > 0."""
    quotient, remainder = divmod(abs(numerator), denominator)
    quotient += 2 * remainder >= denominator
    return quotient if numerator >= 0 else -quotient


def as_decimal(value: int, scale: int) -> Decimal:
    """The decimal that an integer in units of 1/scale stands for, without trailing zeros."""
    whole, rest = divmod(value, scale)
    return Decimal(whole) if rest == 0 else Decimal(value).scaleb(1 - len(str(scale))).normalize()


def exact(numerator: int, denominator: int) -> Decimal:
    """numerator / denominator for a denominator that is a power of ten, without trailing zeros or exponent."""
    return as_decimal(numerator, denominator)


def _number(value: Any) -> Decimal | int:
    """The number itself: int or finite Decimal. A Python float stands for the decimal its shortest text shows."""
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        raise PydanticCustomError("not_a_number", "a number is expected")
    number: Decimal | int = Decimal(repr(value)) if isinstance(value, float) else value
    if isinstance(number, Decimal) and not number.is_finite():
        raise PydanticCustomError("number_not_finite", "the number is not finite")
    return number


def _significant_digits(value: Decimal | int) -> int:
    if isinstance(value, int):
        return len(str(abs(value)).rstrip("0"))
    digits = value.as_tuple().digits
    return len("".join(map(str, digits)).strip("0"))


def _decimals(value: Decimal) -> int:
    """The decimals of a finite number, trailing zeros left out."""
    _, digits, exponent = value.as_tuple()
    figures = "".join(map(str, digits)).rstrip("0")
    return 0 if not figures else -int(exponent) - (len(digits) - len(figures))


_WIDE = Context(prec=60)
"""Wide enough for every number that passes the limits below, so that shifting the point never rounds."""


def reader(
    scale: int, *, minimum: int | None = 0, maximum: int | None = None, digits: int | None = MAX_SIGNIFICANT_DIGITS
) -> Callable[[Any], int]:
    """A validator that reads a number into units of 1/scale; `minimum` and `maximum` are in those units."""
    decimals = len(str(scale)) - 1

    def read(raw: Any) -> int:
        value = raw if type(raw) is int else _number(raw)
        if isinstance(value, int):
            if abs(value) > 10**30:
                raise PydanticCustomError("number_too_large", "the number is too large")
            scaled = value * scale
        else:
            exponent = int(value.as_tuple().exponent)
            if value.adjusted() > 30:
                raise PydanticCustomError("number_too_large", "the number is too large")
            if -exponent > decimals and _decimals(value) > decimals:
                raise PydanticCustomError(
                    "too_many_decimals", "at most {decimals} decimals are allowed", {"decimals": decimals}
                )
            scaled = int(value.scaleb(decimals, _WIDE))
        if digits is not None and abs(scaled) >= 10**digits and _significant_digits(value) > digits:
            raise PydanticCustomError(
                "too_many_digits", "at most {digits} significant digits are allowed", {"digits": digits}
            )
        if minimum is not None and scaled < minimum:
            raise PydanticCustomError("number_too_small", "at least {limit}", {"limit": _text(minimum, scale)})
        if maximum is not None and scaled > maximum:
            raise PydanticCustomError("number_too_large", "at most {limit}", {"limit": _text(maximum, scale)})
        return scaled

    return read


def _text(value: int, scale: int) -> str:
    return f"{as_decimal(value, scale):f}"


def writer(scale: int) -> Callable[[int], Decimal]:
    """The serializer that matches `reader`."""
    return lambda value: as_decimal(value, scale)


def _scalar(raw: Any) -> str | bool | int | Decimal:
    if isinstance(raw, (str, bool)):
        return raw
    value = Decimal(_number(raw))
    return int(value) if value == value.to_integral_value() else value.normalize()


def _exact(raw: Any) -> Decimal:
    value = Decimal(_number(raw))
    return value.normalize() if value else Decimal(0)


Money = Annotated[int, PlainValidator(reader(MONEY_SCALE, maximum=MAX_MONEY)), PlainSerializer(writer(MONEY_SCALE))]
SignedMoney = Annotated[
    int,
    PlainValidator(reader(MONEY_SCALE, minimum=-MAX_MONEY, maximum=MAX_MONEY)),
    PlainSerializer(writer(MONEY_SCALE)),
]
Effort = Annotated[int, PlainValidator(reader(EFFORT_SCALE)), PlainSerializer(writer(EFFORT_SCALE))]
Ratio = Annotated[int, PlainValidator(reader(RATIO_SCALE)), PlainSerializer(writer(RATIO_SCALE))]
SignedRatio = Annotated[int, PlainValidator(reader(RATIO_SCALE, minimum=None)), PlainSerializer(writer(RATIO_SCALE))]
Share = Annotated[int, PlainValidator(reader(RATIO_SCALE, maximum=RATIO_SCALE)), PlainSerializer(writer(RATIO_SCALE))]
BalanceShare = Annotated[
    int, PlainValidator(reader(SHARE_SCALE, maximum=SHARE_SCALE)), PlainSerializer(writer(SHARE_SCALE))
]
BalancePrice = Annotated[int, PlainValidator(reader(SHARE_SCALE)), PlainSerializer(writer(SHARE_SCALE))]
Count = Annotated[int, PlainValidator(reader(1)), PlainSerializer(writer(1))]
PositiveCount = Annotated[int, PlainValidator(reader(1, minimum=1)), PlainSerializer(writer(1))]

# What a plan states: read without the scenario's limits, since the checker recomputes every figure anyway.
PlanMoney = Annotated[
    int, PlainValidator(reader(MONEY_SCALE, minimum=None, digits=None)), PlainSerializer(writer(MONEY_SCALE))
]
PlanEffort = Annotated[
    int, PlainValidator(reader(EFFORT_SCALE, minimum=None, digits=None)), PlainSerializer(writer(EFFORT_SCALE))
]
PlanRatio = Annotated[
    int, PlainValidator(reader(RATIO_SCALE, minimum=None, digits=None)), PlainSerializer(writer(RATIO_SCALE))
]
Micro = Annotated[
    int, PlainValidator(reader(MICRO_SCALE, minimum=None, digits=None)), PlainSerializer(writer(MICRO_SCALE))
]
PlanCount = Annotated[int, PlainValidator(reader(1, minimum=None, digits=None)), PlainSerializer(writer(1))]
Exact = Annotated[Decimal, PlainValidator(_exact)]
Scalar = Annotated[str | bool | int | Decimal, PlainValidator(_scalar)]
"""A text, a truth value or a number, to compare with a field of a project."""
