"""Records are strict, closed and frozen; ids are the caller's strings within limits."""

import unicodedata
from functools import cached_property
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Discriminator, Tag, TypeAdapter, ValidationError

from models.quantities import Effort, Money
from models.record import MAX_ID_LENGTH, Id, Listed, Record, Text, folded, has_lone_surrogate, shape_of


class Line(Record):
    """A record with every kind of field a document has."""

    id: Id
    amount: Money = 0
    effort: Annotated[
        Annotated[Effort, Tag("\0number")] | Annotated[Listed[Effort], Tag("\0list")], Discriminator(shape_of)
    ] = 0
    words: Listed[Text] = ()

    @cached_property
    def doubled(self) -> int:
        """Twice the amount."""
        return 2 * self.amount


def refusal(kind: Any, value: Any) -> str:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(value)
    (error,) = refused.value.errors()
    return error["type"]


@pytest.mark.parametrize("identifier", ["P", "P-017", "a" * MAX_ID_LENGTH, "华东/北京~1", "é", "a b", " ", "\u200b"])
def test_ids_are_the_callers_strings(identifier: str) -> None:
    assert Line.model_validate({"id": identifier}).id == identifier


@pytest.mark.parametrize("identifier", ["", "a" * (MAX_ID_LENGTH + 1), "华" * (MAX_ID_LENGTH + 1)])
def test_ids_have_1_to_80_characters(identifier: str) -> None:
    assert refusal(Line, {"id": identifier}) == "id_length"


@pytest.mark.parametrize(
    "character",
    ["\x00", "\n", "\t", "\x7f", "\x85", "\u061c", "\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069"],
)
def test_ids_hold_no_control_and_no_direction_characters(character: str) -> None:
    assert refusal(Line, {"id": f"a{character}b"}) == "id_characters"


@pytest.mark.parametrize("half", [chr(0xD800), chr(0xDFFF)])
def test_half_a_surrogate_pair_is_no_text(half: str) -> None:
    assert has_lone_surrogate(f"a{half}")
    assert refusal(Id, f"a{half}") == "lone_surrogate"
    assert refusal(Text, half) == "lone_surrogate"
    assert not has_lone_surrogate("😀")
    assert TypeAdapter(Text).validate_python("😀\n") == "😀\n"


@pytest.mark.parametrize("value", [1, None, ["P"], True])
def test_text_is_never_made_of_something_else(value: Any) -> None:
    assert refusal(Id, value) == "not_text"
    assert refusal(Text, value) == "not_text"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("East", "EAST"),
        ("\u00e9", "e\u0301"),  # one character, or a letter with an accent
        ("\u00c9", "e\u0301"),
        ("stra\u00dfe", "STRASSE"),
        ("\u03c3", "\u03c2"),  # both forms of a small sigma
        ("\u212b", "\u00e5"),  # the sign for Angstrom
    ],
)
def test_ids_that_look_the_same_are_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_ids_that_differ_stay_apart() -> None:
    assert len({folded(text) for text in ("east", "east ", "east-1", "eást", "东", "東", "①", "1")}) == 8


@given(st.text(max_size=12))
def test_folding_ignores_form_and_case_and_is_idempotent(text: str) -> None:
    once = folded(text)
    assert folded(once) == once
    assert folded(unicodedata.normalize("NFD", text)) == once
    assert folded(unicodedata.normalize("NFC", text)) == once


def test_fields_that_nobody_knows_are_refused() -> None:
    assert refusal(Line, {"id": "P", "ammount": 1}) == "extra_forbidden"


def test_nothing_is_changed_in_place() -> None:
    line = Line.model_validate({"id": "P"})
    with pytest.raises(ValidationError):
        line.amount = 1  # type: ignore[misc]


def test_arrays_become_tuples_and_texts_never_arrays() -> None:
    assert Line.model_validate({"id": "P", "words": ["a", "b"]}).words == ("a", "b")
    with pytest.raises(ValidationError):
        Line.model_validate({"id": "P", "words": "ab"})


def test_a_field_that_takes_a_number_or_a_list_tells_them_apart() -> None:
    assert Line.model_validate({"id": "P", "effort": 0.5}).effort == 500
    assert Line.model_validate({"id": "P", "effort": [0.5, 1]}).effort == (500, 1000)
    assert Line.model_validate({"id": "P", "effort": (0.5,)}).effort == (500,)
    values: tuple[object, ...] = (1, [], (), {}, "x")
    assert [shape_of(value) for value in values] == [
        "\0number",
        "\0list",
        "\0list",
        "\0table",
        "\0number",
    ]


def test_a_replaced_record_forgets_what_was_derived() -> None:
    line = Line.model_validate({"id": "P", "amount": 1})
    assert line.doubled == 200
    other = line.replace(amount=300)
    assert (other.amount, other.doubled) == (300, 600)
    assert (line.amount, line.doubled) == (100, 200)
    assert "amount" in Line.model_validate({"id": "P"}).replace(amount=1).model_fields_set
