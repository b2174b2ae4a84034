"""What pydantic found, in the words of the catalogue."""

import re
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from models.findings import Finding
from models.horizon import parse_period
from models.quantities import RATIO_SCALE
from models.validation.fields import fields_at
from models.validation.nearest import nearest_word
from models.validation.numbers import number_in
from models.validation.places import Fix, Path, adding, renaming, replacing, showable
from models.validation.report import found

_OWN = frozenset(
    {
        "id_characters",
        "id_length",
        "lone_surrogate",
        "not_a_number",
        "not_text",
        "number_not_finite",
        "number_too_large",
        "number_too_small",
        "period_malformed",
        "record_too_large",
        "too_many_decimals",
        "too_many_digits",
    }
)
"""The types of our own errors are codes already."""

_PYDANTIC = {
    "missing": "field_missing",
    "extra_forbidden": "field_unknown",
    "literal_error": "word_unknown",
    "bool_type": "not_true_or_false",
    "tuple_type": "not_a_list",
    "dict_type": "not_a_table",
}

SCHEMA = "scenario/1"

_LARGEST_ROUNDED = 10**9
"""With 6 decimals it has 15 significant digits."""


def translated(error: Any, path: Path, known: str | None) -> Finding:
    """The finding for one error of pydantic's; `known` is the field that an unknown one was probably meant to be."""
    kind = error["type"]
    code = kind if kind in _OWN else _PYDANTIC.get(kind, "not_a_record")
    if path == ("schema",) and code in ("word_unknown", "field_missing"):
        fix = adding(path, SCHEMA) if code == "field_missing" else replacing(path, SCHEMA)
        return found("schema_unknown", path, fix, expected=SCHEMA)
    if code == "field_missing":
        return found(code, path, field=str(path[-1]))
    if code == "field_unknown":
        return _unknown_field(path, known)
    if code == "word_unknown":
        return _unknown_word(path, error)
    if error["loc"][-1] == "[key]":
        return _bad_key(code, path, error)
    params = (
        {"limit": _limit(error)} if code in ("number_too_large", "number_too_small") else dict(error.get("ctx", ()))
    )
    if code == "too_many_decimals":
        return found(code, path, _rounded(path, error["input"], error["ctx"]["decimals"]), **params)
    fix_of = _FIXES.get(code)
    return found(code, path, None if fix_of is None else fix_of(path, error["input"]), **params)


def _limit(error: Any) -> str:
    return str(error.get("ctx", {}).get("limit", "10^30"))


def _unknown_field(path: Path, known: str | None) -> Finding:
    name = str(path[-1])
    if known is None:
        return found("field_unknown", path, field=name, nearest="", known=list(fields_at(path[:-1])))
    return found("field_unknown", path, renaming(path, known), field=name, nearest=known, known=[])


def _unknown_word(path: Path, error: Any) -> Finding:
    words = re.findall(r"'([^']*)'", error["ctx"]["expected"])
    given = error["input"]
    meant = nearest_word(given, words) if isinstance(given, str) else None
    return found("word_unknown", path, None if meant is None else replacing(path, meant), words=words)


def _bad_key(code: str, path: Path, error: Any) -> Finding:
    label = _label_meant(error["input"]) if code == "period_malformed" else None
    return found(code, path, None if label is None else renaming(path, label), **dict(error.get("ctx", ())))


def _number_meant(path: Path, given: Any) -> Fix | None:
    number = number_in(given) if isinstance(given, str) else None
    return None if number is None else replacing(path, number)


def _text_meant(path: Path, given: Any) -> Fix | None:
    if type(given) is int and abs(given) < 10**20:
        return replacing(path, str(given))
    if type(given) is Decimal and -20 < given.adjusted() < 20:
        return replacing(path, f"{given:f}")
    return None


def _truth_meant(path: Path, given: Any) -> Fix | None:
    if type(given) is int and given in (0, 1):
        return replacing(path, given == 1)
    if isinstance(given, str) and given.strip().lower() in ("true", "false"):
        return replacing(path, given.strip().lower() == "true")
    return None


def _list_meant(path: Path, given: Any) -> Fix | None:
    return replacing(path, [given]) if isinstance(given, str) and showable(given) else None


def _percent_meant(path: Path, given: Any) -> Fix | None:
    """A share above 1 was probably meant in percent."""
    if path[-1] not in _SHARES or isinstance(given, bool) or not isinstance(given, (int, Decimal)):
        return None
    share = Decimal(given) / 100
    whole = 2 <= given <= 100 and share * RATIO_SCALE == int(share * RATIO_SCALE)
    return replacing(path, share.normalize()) if whole else None


def _rounded(path: Path, given: Any, decimals: int) -> Fix | None:
    """A number with too many decimals was probably computed: the patch keeps as many as are allowed."""
    number = Decimal(repr(given)) if isinstance(given, float) else given
    if decimals == 0 or not isinstance(number, Decimal) or abs(number) >= _LARGEST_ROUNDED:
        return None
    near = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return replacing(path, near) if near else None


def _without_invisible(path: Path, given: Any) -> Fix | None:
    bare = "".join(sign for sign in given if sign.isprintable()) if isinstance(given, str) else ""
    return replacing(path, bare) if bare else None


_SHARES = frozenset({"win_probability", "delay_loss", "max_sold_share", "min_share", "max_share"})

_LABEL_SLIPS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"([0-9]{4})[-/. ]?([0-9]{1,2})", lambda match: f"{match[1]}-{int(match[2]):02d}"),
    (r"([0-9]{4})[-/. ]?[qQ]([1-4])", lambda match: f"{match[1]}-Q{match[2]}"),
    (r"([0-9]{4})[-/. ]?[wW]([0-9]{1,2})", lambda match: f"{match[1]}-W{int(match[2]):02d}"),
    (r"([0-9]{4})年([0-9]{1,2})月", lambda match: f"{match[1]}-{int(match[2]):02d}"),
    (r"([0-9]{4}-[0-9]{2})-[0-9]{2}", lambda match: match[1]),
)


def _label_meant(given: Any) -> str | None:
    if not isinstance(given, str):
        return None
    for pattern, written in _LABEL_SLIPS:
        if match := re.fullmatch(pattern, given.strip()):
            try:
                parse_period(written(match))
            except ValueError:
                return None
            return written(match)
    return None


def _period_meant(path: Path, given: Any) -> Fix | None:
    label = _label_meant(given)
    return None if label is None else replacing(path, label)


_FIXES: dict[str, Callable[[Path, Any], Fix | None]] = {
    "not_a_number": _number_meant,
    "not_text": _text_meant,
    "not_true_or_false": _truth_meant,
    "not_a_list": _list_meant,
    "id_characters": _without_invisible,
    "number_too_large": _percent_meant,
    "period_malformed": _period_meant,
}
