"""The base of every record: strict, closed to unknown fields, never changed in place."""

import unicodedata
from typing import Annotated, Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict, PlainValidator, Strict
from pydantic_core import PydanticCustomError

MAX_ID_LENGTH = 80
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Record(BaseModel):
    """A frozen record. `null` in a document means absent: the reader leaves such fields out."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    def replace(self, **changes: Any) -> Self:
        """A new record with the fields named changed; values are given as kept inside (scaled integers)."""
        copy = self.model_copy(update=changes)
        for derived in copy.__dict__.keys() - type(self).model_fields.keys():
            del copy.__dict__[derived]  # a cached property of the original may no longer hold
        return copy


def has_lone_surrogate(text: str) -> bool:
    """Whether the text cannot be encoded: half of a surrogate pair stands alone in it."""
    return any("\ud800" <= character <= "\udfff" for character in text)


def _read_text(raw: Any) -> str:
    if not isinstance(raw, str):
        raise PydanticCustomError("not_text", "text is expected")
    if not raw.isascii() and has_lone_surrogate(raw):
        raise PydanticCustomError("lone_surrogate", "the text holds half a surrogate pair")
    return raw


def _read_id(raw: Any) -> str:
    text = _read_text(raw)
    if not 1 <= len(text) <= MAX_ID_LENGTH:
        raise PydanticCustomError(
            "id_length", "an id has 1 to {longest} characters", {"longest": MAX_ID_LENGTH, "length": len(text)}
        )
    if text.isascii() and text.isprintable():
        return text
    for character in text:
        if character in _BIDI or unicodedata.category(character) == "Cc":
            raise PydanticCustomError(
                "id_characters",
                "the id holds the invisible character {character}",
                {"character": f"U+{ord(character):04X}"},
            )
    return text


Item = TypeVar("Item")
Id = Annotated[str, PlainValidator(_read_id)]
Text = Annotated[str, PlainValidator(_read_text)]
Listed = Annotated[tuple[Item, ...], Strict(False)]
"""A JSON array, kept as a tuple."""


def folded(identifier: str) -> str:
    """The form in which two ids of one list must differ: NFC, then case folding, then NFC again."""
    if identifier.isascii():
        return identifier.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", identifier).casefold())


_SHAPES = {int: "\0number", list: "\0list", tuple: "\0list", dict: "\0table"}


def shape_of(value: Any) -> str:
    """The tag by which a field that takes a number, a list or a table tells which it was given."""
    return _SHAPES.get(type(value), "\0number")
