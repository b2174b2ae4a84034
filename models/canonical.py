"""Canonical JSON (RFC 8785), its hash, and JSON that people can read. Decimals are written exactly."""

import hashlib
import math
from decimal import Decimal
from json.encoder import encode_basestring as quote
from typing import Any


def number_text(value: int | float | Decimal) -> str:
    """The number as ECMAScript writes the double nearest to it (RFC 8785, section 3.2.2.3)."""
    double = float(value)
    if not math.isfinite(double):
        raise ValueError("not a finite number")
    if double == 0:
        return "0"
    digits, _, exponent_text = f"{double!r}".lower().partition("e")
    sign = "-" if digits.startswith("-") else ""
    whole, _, fraction = digits.lstrip("-").partition(".")
    point = len(whole) + int(exponent_text or 0)
    figures = (whole + fraction).lstrip("0")
    point -= len(whole + fraction) - len(figures)
    figures = figures.rstrip("0")
    count = len(figures)
    if count <= point <= 21:
        return sign + figures + "0" * (point - count)
    if 0 < point <= 21:
        return f"{sign}{figures[:point]}.{figures[point:]}"
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{figures}"
    mantissa = figures[0] + (f".{figures[1:]}" if count > 1 else "")
    return f"{sign}{mantissa}e{'+' if point > 0 else '-'}{abs(point - 1)}"


def _utf16(key: str) -> bytes:
    return key.encode("utf-16-be")


def _append(value: Any, out: list[str]) -> None:
    kind = type(value)
    if kind is str:
        out.append(quote(value))
    elif kind is dict:
        ascii_only = all(key.isascii() for key in value)
        out.append("{")
        for place, key in enumerate(sorted(value) if ascii_only else sorted(value, key=_utf16)):
            out.append(f",{quote(key)}:" if place else f"{quote(key)}:")
            _append(value[key], out)
        out.append("}")
    elif kind is list or kind is tuple:
        out.append("[")
        for place, item in enumerate(value):
            if place:
                out.append(",")
            _append(item, out)
        out.append("]")
    elif value is None or kind is bool:
        out.append({None: "null", True: "true", False: "false"}[value])
    elif kind is int and -(2**53) <= value <= 2**53:
        out.append(str(value))
    elif kind is int or kind is Decimal or kind is float:
        out.append(number_text(value))
    else:
        raise TypeError(f"no JSON for {kind.__name__}")


def canonical_json(document: Any) -> bytes:
    """The canonical JSON of a document of dict, list, str, bool, None, int, float, Decimal. Raises on anything else."""
    out: list[str] = []
    _append(document, out)
    return "".join(out).encode()


def content_hash(document: Any) -> str:
    """`sha256:` and the hexadecimal digest of the canonical JSON."""
    return "sha256:" + hashlib.sha256(canonical_json(document)).hexdigest()


def _plain_number(value: int | float | Decimal) -> str:
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _line(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quote(key)}: {_line(item)}" for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_line, value)) + "]"
    if isinstance(value, str):
        return quote(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return _plain_number(value)


def readable_json(document: dict[str, Any]) -> str:
    """JSON with one record a line: short to read, and good to compare line by line. Numbers stay exact."""
    parts = []
    for key, value in document.items():
        if isinstance(value, (list, tuple)) and value and isinstance(value[0], dict):
            rows = ",\n".join(f"  {_line(row)}" for row in value)
            parts.append(f" {quote(key)}: [\n{rows}\n ]")
        else:
            parts.append(f" {quote(key)}: {_line(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"
