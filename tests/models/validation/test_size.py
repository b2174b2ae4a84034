"""Large documents, and small ones made to cost much: read in portions, stopped in time, in bounded room."""

import json
import tracemalloc
from typing import Any

import pytest

from models.validation import portions, tree, validate, validate_text
from models.validation.portions import MOST_ERRORS, MOST_IN_RECORD, read_in_portions
from models.validation.scanner import LARGEST_DOCUMENT
from tests.models.validation.bad_inputs import ALL
from tests.models.validation.bad_inputs.operations import put, to
from tests.models.validation.base_document import base_document
from tests.models.validation.patching import patched


def codes(document: Any) -> set[tuple[str, str]]:
    return {(finding.code, finding.pointer) for finding in validate(document).findings}


@pytest.fixture(params=[1, 3, 7])
def small_portions(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "MOST_IN_PORTION", request.param * 10)


@pytest.mark.usefixtures("small_portions")
def test_portions_change_nothing() -> None:
    for patch, code, pointer in ALL.values():
        assert (code, pointer) in codes(patched(base_document(), patch))
    scenario = validate(base_document()).scenario
    assert scenario is not None
    assert [person.id for person in scenario.people] == ["E1", "E2", "E3", "S1", "S2"]


@pytest.mark.usefixtures("small_portions")
def test_errors_in_later_portions_keep_their_places() -> None:
    operations = [
        put("/people/-", {"id": f"X{place}", "unit": "east", "grade": -1 if place in (5, 40) else 1})
        for place in range(50)
    ]
    operations += [to("/baseline/plan/decisions/1/decision", "x"), to("/market/rates/2/rate", "y")]
    assert codes(patched(base_document(), operations)) == {
        ("number_too_small", "/people/10/grade"),
        ("number_too_small", "/people/45/grade"),
        ("word_unknown", "/baseline/plan/decisions/1/decision"),
        ("not_a_number", "/market/rates/2/rate"),
    }


def test_a_sound_document_is_read_the_same_in_portions_and_whole() -> None:
    document = validate(base_document()).scenario
    assert document is not None
    reading = read_in_portions(document.document())
    assert reading.errors == []
    assert reading.scenario is not None
    assert reading.scenario.document() == document.document()
    assert reading.scenario.projects[1].model_fields_set == document.projects[1].model_fields_set


MANY = MOST_ERRORS + 1
SCATTERED: dict[str, tuple[str, Any]] = {
    "people that are numbers": ("/people", [0] * MANY),
    "projects that are empty": ("/projects", [{}] * MANY),
    "rates that are null": ("/market/rates", [{"rate": None}] * MANY),
    "decisions of an earlier plan": ("/baseline/plan/decisions", [0] * MANY),
    "unknown fields, none alike": ("/people", [{"id": f"A{n}", "unit": "east", f"field{n}": 1} for n in range(MANY)]),
    "bookings of one person": ("/people/0/bookings", [{}] * 7_000),
}


@pytest.mark.parametrize("name", SCATTERED)
def test_reading_stops_after_some_thousands_of_errors(name: str) -> None:
    path, value = SCATTERED[name]
    result = validate(patched(base_document(), [to(path, value)]))
    assert result.scenario is None
    long = "/people" if path.startswith("/people") else path
    assert ("reading_stopped", long) in {(finding.code, finding.pointer) for finding in result.findings}
    assert len(result.findings) <= 1_000


TOO_MUCH = {
    "languages of a person": ("/people/1/languages", ["zh"] * (MOST_IN_RECORD + 1), "/people/1"),
    "skills of a need": ("/projects/0/staffing/0/skills", {f"s{n}": 1 for n in range(MOST_IN_RECORD)}, "/projects/0"),
    "a tier": ("/policy/tiers/T1/tags", ["x"] * (MOST_IN_RECORD + 1), "/policy/tiers"),
    "an unknown section": ("/attachment", [[1] * 10] * MOST_IN_RECORD, "/attachment"),
    "a unit's budget": ("/units/1/purchase_budget", {str(n): 1 for n in range(MOST_IN_RECORD + 1)}, "/units/1"),
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_a_record_with_too_many_values_is_not_read(name: str) -> None:
    path, value, pointer = TOO_MUCH[name]
    assert ("record_too_large", pointer) in codes(patched(base_document(), [put(path, value)]))


def test_the_unread_parts_of_an_earlier_plan_may_be_large() -> None:
    prices = [{"row": f"person_capacity/E{n}", "price": 1} for n in range(60_000)]
    assert validate(patched(base_document(), [put("/baseline/plan/prices", prices)])).findings == ()


def test_errors_without_number_take_bounded_room() -> None:
    text = json.dumps({**json.loads(json.dumps(base_document(), default=float)), "fit": [{}] * 60_000})
    tracemalloc.start()
    try:
        result = validate_text(text)
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert result.scenario is None
    assert most < 100 * 2**20  # some 55; keeping all 180,000 errors takes about 180


def test_shared_parts_count_as_often_as_they_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten values ten times within themselves are few objects and endless work."""
    monkeypatch.setattr(tree, "MOST_VALUES", 100_000)
    value: Any = [1] * 10
    for _ in range(25):
        value = [value] * 10
    assert codes({"schema": value}) == {("document_too_large", "")}


@pytest.mark.parametrize("text", [b" " * (LARGEST_DOCUMENT + 1), "年" * (LARGEST_DOCUMENT // 3 + 1)])
def test_a_text_beyond_the_largest_size_is_not_read(text: bytes | str) -> None:
    assert [finding.code for finding in validate_text(text).findings] == ["document_too_large"]


def test_a_text_of_the_largest_size_is_read() -> None:
    assert [finding.code for finding in validate_text(b" " * (LARGEST_DOCUMENT - 1) + b"7").findings] == [
        "not_an_object"
    ]
