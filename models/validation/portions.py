"""Reading the long lists of a scenario in portions.

pydantic reports every error at once, each at the cost of a record of its own; of a document with millions of them that
would be gigabytes. So long lists are read in portions and reading stops after some thousands of errors; what was read
of a sound list is kept and not read again.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter, ValidationError

from models.market import Market
from models.organisation import Role, Unit
from models.people import Person
from models.policy import Policy
from models.project import Fit, Project
from models.record import Record
from models.scenario import Baseline, Pin, Scenario
from models.target import Goal, Target
from models.validation.places import Path

MOST_ERRORS = 20_000
"""Errors after which reading stops."""

MOST_IN_PORTION = 20_000
MOST_IN_RECORD = 100_000
"""Values in one record, or in one section that is no long list."""

Read = Callable[[Sequence[Any]], Sequence[Any]]


def _list_of(record: type[Record]) -> tuple[Read, int]:
    return TypeAdapter(list[record]).validate_python, 0  # type: ignore[valid-type]


def _field_of(section: type[Market] | type[Policy], name: str) -> tuple[Read, int]:
    return lambda rows: getattr(section.model_validate({name: rows}), name), 1


def _of_plan(name: str) -> tuple[Read, int]:
    return lambda rows: getattr(Baseline.model_validate({"plan": {name: rows}}).plan, name), 2


_LONG: dict[Path, tuple[Read, int]] = {
    ("units",): _list_of(Unit),
    ("roles",): _list_of(Role),
    ("people",): _list_of(Person),
    ("projects",): _list_of(Project),
    ("fit",): _list_of(Fit),
    ("goals",): _list_of(Goal),
    ("targets",): _list_of(Target),
    ("pins",): _list_of(Pin),
    ("market", "rates"): _field_of(Market, "rates"),
    **{("policy", name): _field_of(Policy, name) for name in ("hunger", "utilisation", "balance", "initiation")},
    **{("baseline", "plan", name): _of_plan(name) for name in ("decisions", "assignments")},
}
"""How each long list is read, and how many parts of an error's place name the list, not what is in it."""

_AROUND: frozenset[Path] = frozenset({(), ("market",), ("policy",), ("baseline",)})


@dataclass(slots=True)
class Reading:
    """What came of reading: the scenario if there was no error, else the errors; `stopped` where it was given up."""

    scenario: Scenario | None = None
    errors: list[Any] = field(default_factory=list)
    stopped: Path | None = None


def read_in_portions(document: dict[str, Any]) -> Reading:
    """Read a document without nulls."""
    reading, rest = Reading(), document
    for path, (read, named) in _LONG.items():
        rows = _at(document, path)
        if isinstance(rows, (list, tuple)):
            rest = _with(rest, path, _read_rows(path, rows, read, named, reading))
        if len(reading.errors) > MOST_ERRORS:
            reading.stopped = path
            return reading
    for path in [path for path in _sections(rest) if _size(_at(rest, path)) > MOST_IN_RECORD]:
        reading.errors.append(_too_large(path))
        rest = _with(rest, path, None)
    try:
        scenario = Scenario.model_validate(rest)
    except ValidationError as broken:
        reading.errors += broken.errors(include_url=False)
    else:
        reading.scenario = None if reading.errors else scenario
    return reading


def _read_rows(path: Path, rows: Sequence[Any], read: Read, named: int, reading: Reading) -> list[Any]:
    """The records of one long list; where any has an error, an empty list in their place."""
    records: list[Any] = []
    before = len(reading.errors)
    for start, portion in _portions(path, rows, reading):
        try:
            records += read(portion)
        except ValidationError as broken:
            for error in broken.errors(include_url=False):
                index, *inside = error["loc"][named:]
                reading.errors.append({**error, "loc": (*path, start + int(index), *inside)})
        if len(reading.errors) > MOST_ERRORS:
            break
    return records if len(reading.errors) == before else []


def _portions(path: Path, rows: Sequence[Any], reading: Reading) -> Iterator[tuple[int, Sequence[Any]]]:
    """Runs of rows with a bounded number of values in all, and the index of the first."""
    start = size = 0
    for index, row in enumerate(rows):
        own = 1 + _size(row)
        if own > MOST_IN_RECORD or size + own > MOST_IN_PORTION:
            if index > start:
                yield start, rows[start:index]
            start, size = index, 0
        if own > MOST_IN_RECORD:
            reading.errors.append(_too_large((*path, index)))
            start = index + 1
        else:
            size += own
    if start < len(rows):
        yield start, rows[start:]


def _too_large(path: Path) -> dict[str, Any]:
    return {"type": "record_too_large", "loc": path, "input": None, "ctx": {"values": MOST_IN_RECORD}}


def _size(value: Any) -> int:
    """The number of values within a value."""
    size, open_values = 0, [value]
    while open_values:
        inner = open_values.pop()
        if isinstance(inner, dict):
            inner = inner.values()
        elif not isinstance(inner, (list, tuple)):
            continue
        size += len(inner)
        open_values += [each for each in inner if isinstance(each, (dict, list, tuple))]
    return size


def _sections(document: dict[str, Any]) -> Iterator[Path]:
    """Every part of the document that is neither a long list nor holds one."""
    for around in _AROUND:
        section = _at(document, around)
        if isinstance(section, dict):
            for name in section:
                path = (*around, name)
                if path not in _LONG and path not in _AROUND and path != ("baseline", "plan"):
                    yield path


def _at(document: Any, path: Path) -> Any:
    for part in path:
        document = document.get(part) if isinstance(document, dict) else None
    return document


def _with(document: dict[str, Any], path: Path, value: Any) -> dict[str, Any]:
    """A copy of the document with another value at a place; without the place, for None."""
    name, inside = path[0], path[1:]
    if inside:
        value = _with(document[str(name)], inside, value)
    copy = {key: item for key, item in document.items() if key != name or value is not None}
    return copy if value is None else {**copy, str(name): value}
