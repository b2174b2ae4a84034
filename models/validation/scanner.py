"""JSON text into values: exact numbers, every repeated key remembered, and nothing that a text can do raises."""

import codecs
import json
from typing import Any

from models.findings import Finding
from models.validation.numbers import read_constant, read_decimal, read_whole
from models.validation.report import found

LARGEST_DOCUMENT = 64 * 2**20
"""Bytes."""

MOST_LEVELS = 32
"""Lists and tables within one another."""

NOTHING = object()
"""What is scanned of a text that cannot be read at all."""

_UTF8_MARK = "\ufeff"


class Repeated(dict[str, Any]):
    """A JSON object in which some keys stand more than once; the last one counts."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        seen: set[str] = set()
        twice: dict[str, None] = {}
        for name, _ in pairs:
            if name in seen:
                twice[name] = None
            seen.add(name)
        self.repeated = list(twice)


def table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The table of these keys and values: a `Repeated` one when a key stands twice."""
    values = dict(pairs)
    return values if len(values) == len(pairs) else Repeated(pairs)


def text_in(content: bytes) -> tuple[str | None, tuple[Finding, ...]]:
    """The text that the bytes of a document hold: UTF-8, with or without byte order mark."""
    if len(content) > LARGEST_DOCUMENT:
        return None, (found("document_too_large", (), megabytes=LARGEST_DOCUMENT // 2**20),)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None, (found("not_utf8", (), offset=0),)
    try:
        return content.decode("utf-8-sig"), ()
    except UnicodeDecodeError as broken:
        return None, (found("not_utf8", (), offset=broken.start),)


def scan_json(content: bytes | str) -> tuple[Any, tuple[Finding, ...]]:
    """The values in a JSON text, or NOTHING and why. Values may hold `Repeated` and `Refused`: see `tree.sound`."""
    text: str | None
    if isinstance(content, str):
        if len(content) > LARGEST_DOCUMENT or len(content.encode("utf-8", "surrogatepass")) > LARGEST_DOCUMENT:
            return NOTHING, (found("document_too_large", (), megabytes=LARGEST_DOCUMENT // 2**20),)
        text = content.removeprefix(_UTF8_MARK)
    else:
        text, findings = text_in(content)
        if text is None:
            return NOTHING, findings
    if not text or text.isspace():
        return NOTHING, (found("document_empty", ()),)
    try:
        return (
            json.loads(
                text,
                parse_int=read_whole,
                parse_float=read_decimal,
                parse_constant=read_constant,
                object_pairs_hook=table,
            ),
            (),
        )
    except json.JSONDecodeError as broken:
        return NOTHING, (found("not_json", (), line=broken.lineno, column=broken.colno),)
    except RecursionError:
        return NOTHING, (found("nesting_too_deep", (), levels=MOST_LEVELS),)
