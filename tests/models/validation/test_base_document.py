"""The base document of these tests is complete, and nothing is wrong with it."""

from typing import Any, get_args

import pytest

from models.record import Record
from models.scenario import BaselineAssignment, BaselineDecision, Scenario
from models.validation import validate
from models.validation.fields import fields_at
from tests.models.validation.base_document import base_document


def _records(annotation: Any) -> set[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        inner = {inner for field in annotation.model_fields.values() for inner in _records(field.annotation)}
        return {annotation} | inner
    return {record for each in get_args(annotation) for record in _records(each)}


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value) | {key for inner in value.values() for key in _keys(inner)}
    return {key for inner in value for key in _keys(inner)} if isinstance(value, list) else set()


def test_it_sets_every_field_of_the_contract() -> None:
    names = {field.alias or name for record in _records(Scenario) for name, field in record.model_fields.items()}
    assert names - _keys(base_document()) == set()


def test_nothing_is_found_in_it() -> None:
    assert validate(base_document()).findings == ()


@pytest.mark.parametrize(
    ("path", "record"),
    [
        (("baseline", "plan", "decisions", 0), BaselineDecision),
        (("baseline", "plan", "assignments", 4), BaselineAssignment),
    ],
)
def test_the_fields_known_at_a_place_are_those_of_its_record(path: tuple[str | int, ...], record: type[Record]) -> None:
    assert fields_at(path) == tuple(record.model_fields)


def test_aliases_are_named_as_documents_write_them() -> None:
    assert {"from", "to"} < set(fields_at(("people", 0, "bookings", 0)))
    assert "duration" in fields_at(
        (
            "policy",
            "tiers",
            "any",
        )
    )
    assert fields_at(("nowhere",)) == ()
