"""What holds of every number of a scenario, tried on each."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest

from models.findings import pointer
from models.validation import validate
from tests.models.validation.bad_inputs.operations import to
from tests.models.validation.base_document import base_document
from tests.models.validation.patching import patched


def _numbers(value: Any, *path: str | int) -> Iterator[tuple[str | int, ...]]:
    if isinstance(value, (dict, list)):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _numbers(inner, *path, key)
    elif isinstance(value, (int, Decimal)) and not isinstance(value, bool) and path[:2] != ("baseline", "plan"):
        yield path


NUMBERS = [pointer(*path) for path in _numbers(base_document())]
SIGNED = {"amount", "margin_rate", "strategic", "pursuit_cost"}


def may_be_negative(place: str) -> bool:
    """A project's amount, margin rate, strategic value and pursuit cost, and the value of fit."""
    *_, holder, name = place.split("/")
    return (holder == "value" and name in SIGNED) or (place.startswith("/fit/") and name == "value")


def codes(place: str, value: Any) -> set[str]:
    return {
        finding.code
        for finding in validate(patched(base_document(), [to(place, value)])).findings
        if finding.pointer == place
    }


def test_the_base_document_has_all_kinds() -> None:
    assert len(NUMBERS) > 60
    assert sum(map(may_be_negative, NUMBERS)) > 6


@pytest.mark.parametrize("place", NUMBERS)
def test_it_is_finite_of_few_digits_and_of_the_right_sign(place: str) -> None:
    assert codes(place, Decimal("NaN")) == codes(place, Decimal("-Infinity")) == {"number_not_finite"}
    assert codes(place, Decimal("1e999")) == codes(place, 10**400) == {"number_too_large"}
    assert codes(place, 1234567890123456789) & {"too_many_digits", "number_too_large"}
    assert codes(place, Decimal("0.1234567")) == {"too_many_decimals"}
    assert "number_too_small" in codes(place, -1) or may_be_negative(place)
    assert "number_too_small" not in codes(place, -1) or not may_be_negative(place)


@pytest.mark.parametrize("place", NUMBERS)
def test_it_is_no_text_and_no_truth_value(place: str) -> None:
    assert codes(place, "1") == codes(place, True) == {"not_a_number"}
