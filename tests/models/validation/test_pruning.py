"""A document that is wrong in places is still checked elsewhere: pointers stay those of the document as given, and
nothing is said that only follows from what had to be left out."""

from typing import Any

import pytest

from models.findings import Severity
from models.validation import validate
from models.validation.pruning import Pruned
from tests.models.validation.bad_inputs.operations import drop, put, to
from tests.models.validation.base_document import base_document
from tests.models.validation.patching import patched


def found(*operations: dict[str, Any]) -> list[tuple[str, str]]:
    result = validate(patched(base_document(), operations))
    assert result.scenario is None
    assert all(finding.severity is Severity.ERROR for finding in result.findings)
    return [(finding.code, finding.pointer) for finding in result.findings]


def test_pointers_count_the_items_that_were_left_out() -> None:
    assert found(
        put("/people/0", {"id": "bad"}),
        put("/projects/0", {"name": "no id and no unit"}),
        to("/people/2/capacity", [1]),
        to("/projects/2/unit", "nrth"),
        put("/projects/1/staffing/0", {"effort": 1}),
        to("/projects/1/staffing/1/effort", [1]),
    ) == [
        ("field_missing", "/people/0/unit"),
        ("capacity_length", "/people/2/capacity"),
        ("field_missing", "/projects/0/id"),
        ("field_missing", "/projects/0/unit"),
        ("field_missing", "/projects/1/staffing/0/role"),
        ("profile_length", "/projects/1/staffing/1/effort"),
        ("reference_unknown", "/projects/2/unit"),
    ]


def test_pointers_count_through_lists_of_lists_left_out_in_turns() -> None:
    # The first booking's period is wrong, which makes the booking unreadable; the next one is checked.
    assert found(
        put("/people/0/bookings/0", {"from": "soon", "to": "2027-02", "effort": 1}),
        to("/people/0/bookings/1/to", "2026-12"),
        put("/people/0/bookings/-", {"from": "2027-04", "to": "2027-03", "effort": 1}),
    ) == [
        ("period_malformed", "/people/0/bookings/0/from"),
        ("from_after_to", "/people/0/bookings/1/from"),
        ("from_after_to", "/people/0/bookings/2/from"),
    ]


def test_the_ids_of_items_left_out_stay_known() -> None:
    assert found(to("/people/0/unit", 5), to("/projects/1/value", "much"), to("/units/1/trades", "yes")) == [
        ("not_true_or_false", "/units/1/trades"),
        ("not_text", "/people/0/unit"),
        ("not_a_record", "/projects/1/value"),
    ]


def test_the_ids_of_items_left_out_still_clash() -> None:
    assert found(to("/people/1", {"id": "e1"})) == [
        ("id_duplicate", "/people/1/id"),
        ("field_missing", "/people/1/unit"),
    ]


@pytest.mark.parametrize("rows", ["units", "roles", "people", "projects", "goals"])
def test_references_into_a_list_that_cannot_be_read_are_not_doubted(rows: str) -> None:
    assert found(to(f"/{rows}", 5)) == [("not_a_list", f"/{rows}")]
    assert found(to(f"/{rows}/0/id", 5)) == [("not_text", f"/{rows}/0/id")]


def test_a_misspelt_list_is_not_missed() -> None:
    operations = ({"op": "move", "from": "/roles", "path": "/role"},)
    assert found(*operations) == [("field_unknown", "/role")]


def test_a_misspelt_field_is_not_missed() -> None:
    assert found({"op": "move", "from": "/projects/0/duration", "path": "/projects/0/duraton"}) == [
        ("field_unknown", "/projects/0/duraton")
    ]
    assert found({"op": "move", "from": "/people/0/unit", "path": "/people/0/unti"}) == [
        ("field_unknown", "/people/0/unti")
    ]


def test_a_field_that_means_nothing_leaves_its_record_certain() -> None:
    assert found(put("/projects/0/colour", "red"), drop("/projects/0/duration")) == [
        ("field_unknown", "/projects/0/colour"),
        ("duration_missing", "/projects/0/duration"),
    ]


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        (to("/projects/0/duration", "six"), ("not_a_number", "/projects/0/duration")),
        (to("/projects/0/start", "soon"), ("not_a_record", "/projects/0/start")),
        (to("/projects/0/start/preferred", "soon"), ("period_malformed", "/projects/0/start/preferred")),
        (to("/projects/0/staffing", {}), ("not_a_list", "/projects/0/staffing")),
        (to("/projects/0/staffing/1/role", 5), ("not_text", "/projects/0/staffing/1/role")),
        (to("/projects/0/staffing/0/effort/1", "x"), ("not_a_number", "/projects/0/staffing/0/effort/1")),
        (to("/projects/2/status", "flying"), ("word_unknown", "/projects/2/status")),
        (to("/projects/1/tier", 2), ("not_text", "/projects/1/tier")),
        (to("/projects/1/tier", "T8"), ("reference_unknown", "/projects/1/tier")),
        (to("/policy/tiers/T2", []), ("not_a_record", "/policy/tiers/T2")),
        (to("/policy/tiers/T2/duration", "2"), ("not_a_number", "/policy/tiers/T2/duration")),
        (to("/policy/tiers", []), ("not_a_table", "/policy/tiers")),
        (to("/policy", []), ("not_a_record", "/policy")),
        (to("/policy/hours_per_fte", "many"), ("not_a_number", "/policy/hours_per_fte")),
        (to("/people/1/capacity/2", "x"), ("not_a_number", "/people/1/capacity/2")),
        (to("/horizon/start", "x"), ("period_malformed", "/horizon/start")),
        (to("/horizon/periods", "x"), ("not_a_number", "/horizon/periods")),
        (to("/horizon", 2027), ("not_a_record", "/horizon")),
        (to("/units/1/parent", 5), ("not_text", "/units/1/parent")),
        (to("/units/0/id", 5), ("not_text", "/units/0/id")),
        (to("/market/rates/2/buyer", 5), ("not_text", "/market/rates/2/buyer")),
        (to("/pins/1/person", 5), ("not_text", "/pins/1/person")),
        (to("/pins/0/decision", 5), ("word_unknown", "/pins/0/decision")),
        (to("/fit/0/role", 5), ("not_text", "/fit/0/role")),
        (to("/baseline/plan/decisions", 5), ("not_a_list", "/baseline/plan/decisions")),
    ],
)
def test_nothing_follows_from_what_is_left_out(operation: dict[str, Any], expected: tuple[str, str]) -> None:
    extra = put("/market/rates/-", {"role": "project_manager", "seller": "north", "rate": 5})
    assert found(operation, extra) == [expected]


def test_a_root_that_is_left_out_is_no_second_root() -> None:
    document = [to("/units/0", {"id": "hq", "trades": 5}), to("/units/1", {"id": "east", "parent": 4})]
    assert found(*document) == [("not_true_or_false", "/units/0/trades"), ("not_text", "/units/1/parent")]


def test_an_empty_document_says_what_is_missing() -> None:
    result = validate({})
    assert [(finding.code, finding.pointer) for finding in result.findings] == [
        ("schema_unknown", "/schema"),
        ("field_missing", "/name"),
        ("field_missing", "/horizon"),
        ("field_missing", "/units"),
    ]


def test_a_pruned_document_is_a_copy() -> None:
    document = {"a": [{"b": 1}, {"b": 2}], "horizon": {}, "name": "", "schema": "", "units": []}
    pruned = Pruned(document)
    pruned.remove(("a", 0))
    pruned.rebuild()
    assert pruned.document["a"] == [{"b": 2}]
    assert document["a"] == [{"b": 1}, {"b": 2}]
    assert pruned.resolve(("a", 0, "b")) == ("a", 1, "b")
    assert pruned.sure(("a", 1))
    assert not pruned.sure(("a", 0))
    assert not pruned.sure(("a", 0, "b"))
    assert not pruned.sure(("a",))
    assert pruned.sure(("units",))


def test_keys_that_look_like_marks_of_unions_are_keys() -> None:
    assert found(put("/projects/2/incumbents/[key]", 5), put("/units/2/purchase_budget/2027-03", "x")) == [
        ("not_a_number", "/units/2/purchase_budget/2027-03"),
        ("not_text", "/projects/2/incumbents/[key]"),
    ]
