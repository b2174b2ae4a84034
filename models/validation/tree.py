"""What holds for every document, whatever it means: JSON values only, finite numbers, whole texts, bounded depth.

The inside of an earlier plan (`baseline.plan`) is hashed as it stands, so its nulls stay; elsewhere null means absent.
"""

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from models.validation.numbers import Refused
from models.validation.places import Path, removing
from models.validation.report import Gathered, found
from models.validation.scanner import LARGEST_DOCUMENT, MOST_LEVELS, Repeated

MOST_VALUES = 20_000_000
"""Values in a document, several times what the largest scenario needs."""

_KEPT_AS_IT_STANDS: Path = ("baseline", "plan")
_LARGEST_EXPONENT = 300
_LARGEST_WHOLE = 10**_LARGEST_EXPONENT
_LEAF = frozenset({bool, type(None)})
_TOO_LARGE = Refused("number_too_large", (("limit", "10^30"),))
_TOO_SMALL = Refused("too_many_decimals", (("decimals", 6),))
_NOT_FINITE = Refused("number_not_finite")


@dataclass(frozen=True, slots=True)
class Sound:
    """`values` holds no null and, where something was found, `Refused` in the place of what cannot be used."""

    values: Any
    findings: Gathered


def sound(document: Any) -> Sound:
    """The document without nulls, and a finding for every value that no document may hold. Never changes it."""
    walk = _Walk()
    try:
        values = walk.value(document)
    except _TooMany:
        too_large = found("document_too_large", (), megabytes=LARGEST_DOCUMENT // 2**20)
        return Sound(Refused("document_too_large"), Gathered([too_large]))
    return Sound(values, walk.findings)


class _TooMany(Exception):
    """More values than any document needs; shared parts count as often as they are used."""


class _Walk:
    def __init__(self) -> None:
        self.findings = Gathered()
        self._path: list[str | int] = []
        self._count = 0

    def value(self, value: Any) -> Any:
        """The value itself if nothing is wrong inside, else a copy without what is."""
        kind = type(value)
        if kind is dict or kind is Repeated:
            return self._container(value, value.items())
        if kind is list or kind is tuple:
            return self._container(value, enumerate(value))
        problem = _problem(value, kind)
        return value if problem is None else self._refuse(problem)

    def _refuse(self, problem: Refused, *parts: str | int) -> Refused:
        self.findings.add([found(problem.code, (*self._path, *parts), **dict(problem.params))])
        return problem

    def _container(self, value: Any, items: Any) -> Any:
        if len(self._path) >= MOST_LEVELS:
            return self._refuse(Refused("nesting_too_deep", (("levels", MOST_LEVELS),)))
        self._count += len(value)
        if self._count > MOST_VALUES:
            raise _TooMany
        path = self._path
        changed: dict[str | int, Any] = {}
        gone: set[Any] = set()
        is_list = not isinstance(value, dict)
        if type(value) is Repeated:
            for name in value.repeated:
                self._refuse(Refused("duplicate_key", (("field", name),)), name)
        for part, item in items:
            if not is_list and not (type(part) is str and (part.isascii() or _encodable(part))):
                self._refuse(Refused("key_not_text" if type(part) is not str else "lone_surrogate"))
                gone.add(part)
                continue
            kind = type(item)
            if kind is str:
                if not (item.isascii() or _encodable(item)):
                    changed[part] = self._refuse(Refused("lone_surrogate"), part)
            elif kind is dict or kind is list or kind is tuple or kind is Repeated:
                path.append(part)
                inner = self._container(item, item.items() if isinstance(item, dict) else enumerate(item))
                path.pop()
                if inner is not item:
                    changed[part] = inner
            elif item is None:
                if not self._kept_as_it_stands():
                    if is_list:
                        self.findings.add([found("null_item", (*path, part), removing((*path, part)))])
                        changed[part] = Refused("null_item")
                    else:
                        gone.add(part)
            elif kind is not bool:
                problem = _problem(item, kind)
                if problem is not None:
                    changed[part] = self._refuse(problem, part)
        if is_list:
            return [changed.get(place, item) for place, item in enumerate(value)] if changed else value
        if changed or gone or type(value) is not dict:
            return {name: changed.get(name, item) for name, item in value.items() if name not in gone}
        return value

    def _kept_as_it_stands(self) -> bool:
        return tuple(self._path[:2]) == _KEPT_AS_IT_STANDS


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _problem(value: Any, kind: type) -> Refused | None:
    """What is wrong with a value that is neither list nor table."""
    problem: Refused | None = None
    if kind is int:
        problem = None if -_LARGEST_WHOLE < value < _LARGEST_WHOLE else _TOO_LARGE
    elif kind is Decimal:
        if not value.is_finite():
            problem = _NOT_FINITE
        elif not -_LARGEST_EXPONENT < value.adjusted() < _LARGEST_EXPONENT:
            problem = _TOO_LARGE if value.adjusted() > 0 else _TOO_SMALL
    elif kind is float:
        problem = None if math.isfinite(value) else _NOT_FINITE
    elif kind is str:
        problem = None if value.isascii() or _encodable(value) else Refused("lone_surrogate")
    elif kind is Refused:
        problem = value
    elif kind not in _LEAF:
        problem = Refused("not_a_json_value")
    return problem
