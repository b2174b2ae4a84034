"""Documents to damage, and the damages: to values (fields, items, types, ids, numbers) or to the bytes of JSON text."""

import copy
import json
import random
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

from models.validation.catalogue import EXAMPLE
from scenarios.generator.tiny import tiny
from tests.models.validation.base_document import base_document

Place = tuple[Any, Any]
"""A list or table, and an index or key of it."""

_NESTED: Any = "x"
for _ in range(45):
    _NESTED = [_NESTED]

JUNK: list[Any] = [
    None, True, False, 0, 1, -1, 2, 7, 10**15, 10**19, -(10**40), 10**400, Decimal("0.5"), Decimal("0.125"),
    Decimal("-0.00001"), Decimal("1e999"), Decimal("NaN"), Decimal("-Infinity"), Decimal("1e30"),
    Decimal("123456789.12"), 0.1, 0.1 + 0.2, float("nan"), float("inf"), "", "0.5",
    "x", "*", "P1", "east", "E1", "sponsor", "T1", "2027-02",
    "2027-Q2", "2027-W07", "2031-12", "candidate", "in_flight", "\ud800", "\x00", "\u202e", "é", "e\u0301", "a" * 200,
    "~0/~1", "[key]", "\0table", [], {}, [None], [1, 2], ["P1", "P1"], {"": 1}, {"id": "x"}, {"2027-01": 5}, {3: 4},
    (1, 2), {1}, b"x", object(), _NESTED,
]  # fmt: skip

TOKENS = [
    b"NaN", b"-Infinity", b"1e999", b"1e99999999999999999999", b"null", b"true", b'"', b"{", b"}", b"[", b"]", b",",
    b":", b"\\ud800", b"\\", b"\xff", b"\xed\xa0\x80", b"\x00", b"0", b"-", b"00012", b"\xef\xbb\xbf",
    b'"id":"P1",', b"9" * 40, b"9" * 5000, b"[" * 40, b"{}", b'"\xe2\x80\xae"',
]  # fmt: skip


def places(document: Any) -> list[Place]:
    """Every place of a document, outermost first."""
    found: list[Place] = []
    holders = [document]
    for holder in holders:
        items = holder.items() if isinstance(holder, dict) else enumerate(holder)
        for key, item in items:
            found.append((holder, key))
            if isinstance(item, (dict, list)):
                holders.append(item)
    return found


def _remove(_dice: random.Random, holder: Any, key: Any, _all: list[Place]) -> None:
    holder.pop(key)


def _replace(dice: random.Random, holder: Any, key: Any, _all: list[Place]) -> None:
    holder[key] = copy.deepcopy(dice.choice(JUNK))


def _exchange(dice: random.Random, holder: Any, key: Any, everywhere: list[Place]) -> None:
    """Put what stands elsewhere here."""
    other, place = dice.choice(everywhere)
    if isinstance(other, dict) and place not in other:
        return
    if isinstance(other, list) and not place < len(other):
        return
    holder[key] = copy.deepcopy(other[place])


def _again(dice: random.Random, holder: Any, key: Any, _all: list[Place]) -> None:
    if isinstance(holder, list):
        holder.insert(dice.randrange(len(holder) + 1), copy.deepcopy(holder[key]))
    else:
        holder[dice.choice(["id", "start", "to", "extra", f"{key}s", "a/b~c", "\u2028"])] = copy.deepcopy(holder[key])


def _rename(dice: random.Random, holder: Any, key: Any, _all: list[Place]) -> None:
    if isinstance(holder, dict) and isinstance(key, str) and key:
        cut = dice.randrange(len(key))
        holder[key[:cut] + key[cut + 1 :]] = holder.pop(key)


def _nudge(dice: random.Random, holder: Any, key: Any, _all: list[Place]) -> None:
    """A small change that often leaves the document valid."""
    value = holder[key]
    if isinstance(value, bool):
        holder[key] = not value
    elif isinstance(value, (int, Decimal)):
        holder[key] = dice.choice([value + 1, value * 10, -value, Decimal(value) / 8, value * 10**7, str(value)])
    elif isinstance(value, str) and value:
        cut = dice.randrange(len(value))
        holder[key] = value[:cut] + dice.choice(["", "x", "1", value[cut].upper(), "\u200f"]) + value[cut + 1 :]
    elif isinstance(value, list):
        dice.shuffle(value)


def _swell(dice: random.Random, holder: Any, key: Any, _all: list[Place]) -> None:
    """Far more of something: items, fields, digits, letters."""
    value, size = holder[key], dice.choice([50, 300, 2000])
    if isinstance(value, list):
        holder[key] = [copy.deepcopy(dice.choice(value)) for _ in range(size)] if value else [[]] * size
    elif isinstance(value, dict):
        holder[key] = {**value, **{f"{dice.choice([*value, 'x'])}{number}": 1 for number in range(size)}}
    elif isinstance(value, str):
        holder[key] = value * size
    elif isinstance(value, (int, Decimal)):
        holder[key] = value * 10 ** min(size, 300)


DAMAGES: list[Callable[[random.Random, Any, Any, list[Place]], None]] = [
    _remove, _replace, _exchange, _again, _rename, _nudge, _nudge,
]  # fmt: skip


BASES = 200
"""Tiny made-up scenarios to damage, each mixing other rules."""


@cache
def _made_up(number: int) -> Any:
    return tiny(number)


def sound_document(dice: random.Random) -> Any:
    """A document in which nothing is wrong: the one that sets every field, the catalogue's, or a made-up one."""
    draw = dice.random()
    if draw < 0.5:
        return base_document()
    return copy.deepcopy(EXAMPLE if draw < 0.6 else _made_up(dice.randrange(BASES)))


def damaged_document(dice: random.Random) -> Any:
    """A sound document after one to six damages."""
    document = sound_document(dice)
    for _ in range(dice.choice([1, 1, 2, 3, 6])):
        everywhere = places(document)
        if not everywhere:
            break
        holder, key = dice.choice(everywhere)
        damage = _swell if dice.random() < 0.03 else dice.choice(DAMAGES)
        damage(dice, holder, key, everywhere)
    return dice.choice(JUNK) if dice.random() < 0.002 else document


def damaged_text(dice: random.Random) -> bytes:
    """JSON text of a document, sound or damaged already, after one to four damages to its bytes."""
    document = sound_document(dice) if dice.random() < 0.7 else damaged_document(dice)
    text = bytearray(json.dumps(document, default=written, skipkeys=True, ensure_ascii=False).encode(errors="replace"))
    for _ in range(dice.choice([1, 1, 2, 4])):
        at, size = dice.randrange(len(text) + 1), dice.choice([0, 1, 1, 3, 20])
        change = dice.randrange(4)
        if change == 0:
            del text[at : at + size]
        elif change == 1:
            text[at : at + size] = dice.choice(TOKENS)
        elif change == 2:
            text[at:at] = text[at : at + 30 * size]
        elif at < len(text):
            text[at] = dice.randrange(256)
    return bytes(text)


def written(value: Any) -> Any:
    """For values that JSON does not know."""
    return float(value) if isinstance(value, Decimal) else str(value)
