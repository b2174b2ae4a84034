"""Findings: what is wrong or doubtful in a document, where, and how to mend it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """Error: the meaning cannot be computed. Warning: it can, and surprises. Hint: worth a look."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `pointer` is a JSON pointer (RFC 6901), `fix` a JSON patch (RFC 6902) where one is obvious.

    `params` fill the sentences of the catalogue; they never echo input that may be hostile or private beyond the
    ids needed to find the place.
    """

    pointer: str
    code: str
    severity: Severity
    params: dict[str, Any] = field(default_factory=dict)
    fix: tuple[dict[str, Any], ...] | None = None


def pointer(*parts: str | int) -> str:
    """The JSON pointer to the place that these keys and list indices lead to."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts)


def errors_in(findings: "tuple[Finding, ...] | list[Finding]") -> tuple[Finding, ...]:
    """Only the errors."""
    return tuple(finding for finding in findings if finding.severity is Severity.ERROR)
