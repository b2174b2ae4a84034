"""Numbers as they are written: read exactly, and never at a price that the writer of a document could set."""

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

LONGEST_NUMBER = 400
"""Signs in one number. Whatever is longer has too many digits, or is a number hidden in zeros."""

_JSON_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Refused:
    """Stands in a document where a value could not be read; `code` is the finding to make of it."""

    code: str
    params: tuple[tuple[str, Any], ...] = ()


def read_whole(text: str) -> int | Refused:
    """A JSON number without point and exponent."""
    return int(text) if len(text) <= LONGEST_NUMBER else Refused("number_too_large", (("limit", "10^30"),))


def read_decimal(text: str) -> Decimal | Refused:
    """A JSON number with a point or an exponent."""
    if len(text) > LONGEST_NUMBER:
        return Refused("too_many_digits", (("digits", 15),))
    try:
        return Decimal(text)
    except InvalidOperation:
        return _out_of_range(text)


def _out_of_range(text: str) -> Refused:
    """An exponent that not even decimals hold."""
    if "e-" in text.lower():
        return Refused("too_many_decimals", (("decimals", 6),))
    return Refused("number_too_large", (("limit", "10^30"),))


def read_constant(_text: str) -> Refused:
    """NaN and the infinities, which JSON does not have."""
    return Refused("number_not_finite")


def number_in(text: str) -> int | Decimal | None:
    """The number that a text holds when it is written as a JSON number, else None."""
    bare = text.strip()
    if len(bare) > 30 or (match := _JSON_NUMBER.fullmatch(bare)) is None:
        return None
    number = read_whole(bare) if match[2] is None and match[3] is None else read_decimal(bare)
    return None if isinstance(number, Refused) else number


def is_json_number(text: str) -> bool:
    """Whether a text is a number in JSON's own notation."""
    return _JSON_NUMBER.fullmatch(text) is not None
