"""Damaged scenarios: whatever is done to a document, it is read, or every reason why not is a finding.

    python -m tests.validation_fuzz --count 20000 --seed 1

Half of the documents are damaged as values (fields, items, types, ids, numbers), half as bytes of JSON text. Of each:
no exception; a scenario exactly when there is no error; every finding has a place, a sentence in both languages and a
form that JSON holds; a scenario written out and read again is the same scenario.
"""

import argparse
import copy
import json
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from models.canonical import content_hash
from models.findings import errors_in
from models.validation import CATALOGUE, Validation, text_of, validate, validate_text
from tests.models.validation.base_document import base_document

MOST_SHOWN = 10

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


DAMAGES: list[Callable[[random.Random, Any, Any, list[Place]], None]] = [
    _remove, _replace, _exchange, _again, _rename, _nudge, _nudge,
]  # fmt: skip


def damaged_document(dice: random.Random) -> Any:
    """The base document after one to six damages."""
    document: Any = base_document()
    for _ in range(dice.choice([1, 1, 2, 3, 6])):
        everywhere = places(document)
        if not everywhere:
            break
        holder, key = dice.choice(everywhere)
        dice.choice(DAMAGES)(dice, holder, key, everywhere)
    return dice.choice(JUNK) if dice.random() < 0.002 else document


def damaged_text(dice: random.Random) -> bytes:
    """JSON text of a document, sound or damaged already, after one to four damages to its bytes."""
    document = base_document() if dice.random() < 0.7 else damaged_document(dice)
    text = bytearray(json.dumps(document, default=_written, skipkeys=True, ensure_ascii=False).encode(errors="replace"))
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


def _written(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else str(value)


def check(result: Validation, document: Any = None) -> None:
    """Everything that holds of the validation of any document. Raises AssertionError."""
    assert (result.scenario is None) == bool(errors_in(result.findings))
    for finding in result.findings:
        assert finding.severity is CATALOGUE[finding.code].severity
        assert finding.pointer == "" or finding.pointer.startswith("/")
        texts = [text_of(finding, language) for language in ("zh", "en")]
        json.dumps([finding.pointer, finding.params, finding.fix, texts], default=_written, ensure_ascii=False).encode()
    places_of_codes = [(finding.pointer, finding.code, repr(finding.params)) for finding in result.findings]
    assert len(set(places_of_codes)) == len(places_of_codes)
    if result.scenario is not None:
        if document is not None:
            assert result.scenario.content_hash == content_hash(document)
        written = result.scenario.document()
        again = validate(written)
        assert again.scenario is not None, again.findings
        assert again.scenario.content_hash == content_hash(written)
        assert content_hash(again.scenario.document()) == content_hash(written)
        assert again.scenario.document() == written
        codes = [sorted(finding.code for finding in each.findings) for each in (again, result)]
        assert codes[0] == codes[1]


def one(seed: int) -> Validation:
    """Make, validate and check one damaged document."""
    dice = random.Random(seed)
    if dice.random() < 0.5:
        result = validate_text(damaged_text(dice))
        check(result)
    else:
        document = damaged_document(dice)
        before = repr(document)
        result = validate(document)
        assert repr(document) == before, "the document was changed"
        check(result, document)
    return result


def main() -> int:
    """Run the number of documents asked for; 1 if any misbehaves."""
    parser = argparse.ArgumentParser(description="Validate damaged scenarios and check what comes of it.")
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    began, codes, read, failed = time.monotonic(), Counter[str](), 0, 0
    for number in range(arguments.count):
        seed = arguments.seed * 1_000_000_007 + number
        try:
            result = one(seed)
        except Exception as broken:
            failed += 1
            if failed <= MOST_SHOWN:
                print(f"seed {seed}:", *traceback.format_exception(broken)[-3:], file=sys.stderr)
            continue
        read += result.scenario is not None
        codes.update({finding.code for finding in result.findings})
    took = time.monotonic() - began
    print(f"{arguments.count} documents in {took:.0f} s: {read} read, {failed} misbehaved, {len(codes)} codes met")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
