"""The shape of a scenario: every field known, of its type and within its limits. All that is wrong, at once."""

from typing import Any

from pydantic import ValidationError

from models.scenario import Scenario
from models.validation.fields import fields_at
from models.validation.nearest import nearest_word
from models.validation.numbers import Refused
from models.validation.places import Path
from models.validation.portions import MOST_ERRORS, Reading, read_in_portions
from models.validation.pruning import Pruned
from models.validation.report import Gathered, found
from models.validation.translation import translated

_MOST_ROUNDS = 12
"""Leaving out a field can make its record unreadable, that the list around it, and so on: no record is deeper."""

_MOST_NAMES = 1_000
"""Unknown names for which the nearest known one is looked for."""


def read_shape(values: dict[str, Any], findings: Gathered) -> tuple[Scenario | None, Pruned]:
    """The scenario that can be read of a document without nulls, and what had to be left out for it.

    Only the first reading makes findings: what goes wrong afterwards follows from what was left out.
    """
    pruned = Pruned(values)
    reading = read_in_portions(values)
    renamed = _renamed(reading.errors, pruned)
    meant = {(*unknown[:-1], known) for unknown, known in renamed.items()}
    for error in reading.errors:
        path = pruned.resolve(error["loc"])
        told = error["type"] == "missing" and path in meant  # by the unknown field that was meant to be this one
        if not told and not isinstance(error["input"], Refused):
            findings.add([translated(error, path, renamed.get(path))])
    if reading.stopped is not None:
        findings.add([found("reading_stopped", reading.stopped, errors=MOST_ERRORS)])
        return None, pruned
    for _ in range(_MOST_ROUNDS):
        if reading.scenario is not None:
            return reading.scenario, pruned
        for error in reading.errors:
            _leave_out(error["type"], pruned.resolve(error["loc"]), pruned, renamed)
        pruned.rebuild()
        reading, renamed = _read_again(pruned.document), {}
    return None, pruned


def _read_again(document: dict[str, Any]) -> Reading:
    """Whole: what went wrong before was left out, so there is little left to go wrong."""
    try:
        return Reading(Scenario.model_validate(document))
    except ValidationError as broken:
        return Reading(errors=list(broken.errors(include_url=False)))


def _renamed(errors: list[Any], pruned: Pruned) -> dict[Path, str]:
    """For each unknown field the known one that was probably meant."""
    renamed: dict[Path, str] = {}
    asked: dict[tuple[str, tuple[str, ...]], str | None] = {}
    for error in errors:
        if error["type"] == "extra_forbidden":
            path = pruned.resolve(error["loc"])
            question = (str(path[-1]), fields_at(path[:-1]))
            if question not in asked and len(asked) < _MOST_NAMES:
                asked[question] = nearest_word(*question)
            known = asked.get(question)
            if known is not None:
                renamed[path] = known
    return renamed


def _leave_out(kind: str, path: Path, pruned: Pruned, renamed: dict[Path, str]) -> None:
    if kind == "extra_forbidden":
        pruned.drop_unknown(path)
        if path in renamed:
            pruned.doubt((*path[:-1], renamed[path]))
    elif kind == "missing":
        pruned.remove(path[:1] if len(path) == 1 else path[:-1])
    elif path:
        pruned.remove(path)
