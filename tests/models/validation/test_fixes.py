"""The fixes that findings offer: what was meant where that is obvious, nothing where it is not."""

from decimal import Decimal
from typing import Any

import pytest

from models.validation import text_of, validate
from tests.models.validation.bad_inputs.operations import put, to
from tests.models.validation.base_document import base_document
from tests.models.validation.patching import at, patched

FIXES = {
    "number as text": (to("/projects/0/value/amount", " 800.5 "), Decimal("800.5")),
    "whole number as text": (to("/people/0/grade", "4"), 4),
    "percent": (to("/projects/0/value/win_probability", 45), Decimal("0.45")),
    "id as number": (to("/people/4/id", 17), "17"),
    "decimal as text": (to("/roles/1/name", Decimal("1.5")), "1.5"),
    "truth as text": (to("/people/0/lendable", "True"), True),
    "truth as number": (to("/people/0/lendable", 0), False),
    "single item": (to("/people/0/languages", "zh"), ["zh"]),
    "slash in a period": (to("/targets/0/to", "2027/6"), "2027-06"),
    "quarter run together": (to("/horizon/start", "2027q3"), "2027-Q3"),
    "date for a month": (to("/targets/0/to", "2027-06-30"), "2027-06"),
    "Chinese month": (to("/targets/0/to", "2027年6月"), "2027-06"),
    "week": (to("/horizon/start", "2027 W5"), "2027-W05"),
    "misspelt word": (to("/projects/0/status", "in-flight"), "in_flight"),
    "misspelt id": (to("/people/1/unit", "nroth"), "north"),
    "id in another case": (to("/people/1/unit", "NORTH"), "north"),
    "id with another separator": (to("/people/0/roles/0", "project manager"), "project_manager"),
    "computed amount": (to("/projects/0/value/amount", Decimal("1234.565")), Decimal("1234.57")),
    "binary sum": (to("/projects/0/value/win_probability", 0.1 + 0.2), Decimal("0.3")),
    "negative computed amount": (to("/projects/0/value/strategic", Decimal("-1.005")), Decimal("-1.01")),
    "share with too many decimals": (to("/policy/balance/0/min_share", Decimal("0.125")), Decimal("0.13")),
    "price on effort": (to("/policy/balance/0/price", Decimal("20.25")), Decimal("20.3")),
    "id with invisible characters": (to("/people/0/unit", "ea\u200est\n"), "east"),
    "row of a unit that does not trade": (to("/policy/hunger/0/unit", "east-sh"), "east"),
    "seller that does not trade": (to("/market/rates/2/seller", "east-sh"), "east"),
    "low above high": (to("/policy/hunger/0/low", Decimal("0.2")), Decimal("0.15")),
    "balance attribute": (to("/policy/balance/0/attribute", "customergroup"), "customer_group"),
}


@pytest.mark.parametrize("name", FIXES)
def test_the_fix_is_what_was_meant(name: str) -> None:
    operation, meant = FIXES[name]
    document = patched(base_document(), [operation])
    finding = next(each for each in validate(document).findings if each.pointer == operation["path"])
    assert finding.fix is not None
    assert at(patched(document, finding.fix), operation["path"]) == meant


NO_FIX = [
    to("/projects/0/value/amount", "a lot"),
    to("/projects/0/value/amount", "1,000"),
    to("/projects/0/value/amount", Decimal("0.001")),
    to("/projects/0/value/amount", Decimal("1234567890123.123")),
    to("/horizon/periods", Decimal("6.5")),
    to("/policy/balance/0/price", Decimal("0.04")),
    to("/people/0/unit", "\u202e"),
    to("/projects/0/value/win_probability", Decimal("1.5")),
    to("/projects/0/value/margin_rate", -(10**31)),
    to("/people/0/grade", 10**40),
    to("/horizon/start", "2027-13"),
    to("/horizon/start", "January"),
    to("/projects/0/status", "zzz"),
    to("/people/0/lendable", 2),
    to("/people/0/languages", 5),
    to("/people/1/unit", "somewhere else"),
]


@pytest.mark.parametrize("operation", NO_FIX)
def test_nothing_is_guessed(operation: dict[str, Any]) -> None:
    document = patched(base_document(), [operation])
    assert [finding.fix for finding in validate(document).findings if finding.pointer == operation["path"]] == [None]


EXCHANGED = {
    "edges": ("/policy/hunger/0", "low", "high", Decimal("0.2"), Decimal("0.15")),
    "shares": ("/policy/balance/0", "min_share", "max_share", Decimal("0.95"), Decimal("0.9")),
    "dates of a target": ("/targets/0", "from", "to", "2027-05", "2027-04"),
    "dates of a booking": ("/people/0/bookings/0", "from", "to", "2027-04", "2027-03"),
}


@pytest.mark.parametrize("name", EXCHANGED)
def test_what_stands_the_wrong_way_round_is_exchanged(name: str) -> None:
    record, first, second, greater, less = EXCHANGED[name]
    document = patched(base_document(), [to(f"{record}/{first}", greater), to(f"{record}/{second}", less)])
    finding = next(each for each in validate(document).findings if each.pointer == f"{record}/{first}")
    assert finding.fix is not None
    mended = at(patched(document, finding.fix), record)
    assert (mended[first], mended[second]) == (less, greater)


TAKEN: dict[str, tuple[str, dict[str, Any], str, str]] = {
    "a row": ("/policy/hunger/1", {"unit": "east-sh", "role": "project_manager"}, "/policy/hunger/-", "east"),
    "a rate": ("/market/rates/2", {"role": "lead", "seller": "east-sh", "rate": 5}, "/market/rates/-", "east"),
}


@pytest.mark.parametrize("name", TAKEN)
def test_no_trader_is_named_where_it_has_a_row_already(name: str) -> None:
    place, row, end, trader = TAKEN[name]
    field = "unit" if "unit" in row else "seller"
    document = patched(base_document(), [to(place, row), put(end, {**row, field: trader})])
    found = [finding for finding in validate(document).findings if finding.pointer == f"{place}/{field}"]
    assert [finding.fix for finding in found] == [None]


def test_a_misspelt_field_is_renamed() -> None:
    document = patched(
        base_document(), [{"op": "move", "from": "/projects/0/duration", "path": "/projects/0/durations"}]
    )
    (finding,) = validate(document).findings
    assert finding.params["nearest"] == "duration"
    assert finding.fix is not None
    assert validate(patched(document, finding.fix)).findings == ()


def test_texts_name_what_was_probably_meant() -> None:
    document = patched(base_document(), [to("/people/1/unit", "nroth"), put("/people/0/shoe", 1)])
    texts = [text_of(finding, language) for finding in validate(document).findings for language in ("zh", "en")]
    assert any("是否应为“north”" in text for text in texts)
    assert any("Did you mean “north”?" in text for text in texts)
    assert any("Known are: id, name, unit, roles" in text for text in texts)
