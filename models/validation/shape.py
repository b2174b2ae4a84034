"""The shape of a scenario: every field known, of its type and within its limits. All that is wrong, at once."""

from typing import Any

from pydantic import ValidationError

from models.findings import Finding
from models.scenario import Scenario
from models.validation.fields import fields_at
from models.validation.nearest import nearest_word
from models.validation.numbers import Refused
from models.validation.places import Path
from models.validation.pruning import Pruned
from models.validation.translation import translated

_MOST_ROUNDS = 12
"""Leaving out a field can make its record unreadable, that the list around it, and so on: no record is deeper."""


def read_shape(values: dict[str, Any]) -> tuple[Scenario | None, Pruned, tuple[Finding, ...]]:
    """The scenario that can be read of a document without nulls, what had to be left out for it, and why.

    Only the first reading makes findings: what goes wrong afterwards follows from what was left out.
    """
    pruned = Pruned(values)
    findings: list[Finding] = []
    for attempt in range(_MOST_ROUNDS):
        try:
            return Scenario.model_validate(pruned.document), pruned, tuple(findings)
        except ValidationError as broken:
            errors: list[Any] = broken.errors(include_url=False)
            renamed = _renamed(errors, pruned)
            for error in errors:
                path = pruned.resolve(error["loc"])
                if attempt == 0 and not isinstance(error["input"], Refused):
                    findings.extend(_finding(error, path, renamed))
                _leave_out(error["type"], path, pruned, renamed)
        pruned.rebuild()
    return None, pruned, tuple(findings)


def _renamed(errors: list[Any], pruned: Pruned) -> dict[Path, str]:
    """For each unknown field the known one that was probably meant."""
    renamed = {}
    for error in errors:
        if error["type"] == "extra_forbidden":
            path = pruned.resolve(error["loc"])
            known = nearest_word(str(path[-1]), fields_at(path[:-1]))
            if known is not None:
                renamed[path] = known
    return renamed


def _finding(error: Any, path: Path, renamed: dict[Path, str]) -> list[Finding]:
    if error["type"] == "missing" and path in {(*unknown[:-1], known) for unknown, known in renamed.items()}:
        return []  # said already, by the unknown field that was meant to be this one
    return [translated(error, path, renamed.get(path))]


def _leave_out(kind: str, path: Path, pruned: Pruned, renamed: dict[Path, str]) -> None:
    if kind == "extra_forbidden":
        pruned.drop_unknown(path)
        if path in renamed:
            pruned.doubt((*path[:-1], renamed[path]))
    elif kind == "missing":
        pruned.remove(path[:1] if len(path) == 1 else path[:-1])
    elif path:
        pruned.remove(path)
