"""Reading what the command line is given, and changing a scenario by `--pin` and `--baseline`."""

import re
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from models.errors import InputRefused
from models.findings import Finding
from models.plan import Plan
from models.validation.nearest import nearest_word
from models.validation.places import shown
from models.validation.report import found
from scenarios.files import read_document

_CODES = {
    "missing": "field_missing",
    "extra_forbidden": "field_unknown",
    "literal_error": "word_unknown",
    "bool_type": "not_true_or_false",
    "tuple_type": "not_a_list",
    "dict_type": "not_a_table",
    "model_type": "not_a_record",
    "model_attributes_type": "not_a_record",
}
_PLAIN = frozenset({"not_a_number", "not_text", "period_malformed", "lone_surrogate", "number_not_finite"})
_ONLY_IN_PLANS = frozenset({"/scenario_hash", "/decisions", "/assignments"})
DECISIONS = ("initiate", "drop", "continue", "stop")


class FileRefused(InputRefused):
    """What stands in this file has errors."""

    def __init__(self, source: str, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.source = source


def read_plan(path: str) -> Plan:
    """The plan in a file. Raises FileRefused with every finding when there is none."""
    document, findings = read_document(path)
    if findings:
        raise FileRefused(path, findings)
    try:
        return Plan.model_validate(document)
    except ValidationError as broken:
        errors: list[Any] = broken.errors(include_url=False)
        if isinstance(document, dict) and str(document.get("schema")).startswith("scenario/"):
            errors = [error for error in errors if error["loc"] == ("schema",)]  # the others follow from it
        raise FileRefused(path, tuple(_finding(error) for error in errors)) from None


def essential(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings on a scenario; of a plan in its place only that it is none, since the others follow from it."""
    wrong = tuple(finding for finding in findings if finding.code == "schema_unknown")
    unknown = {finding.pointer for finding in findings if finding.code == "field_unknown"}
    return wrong if wrong and unknown >= _ONLY_IN_PLANS else findings


def _finding(error: Any) -> Finding:
    path, kind = tuple(error["loc"]), error["type"]
    if path == ("schema",):
        return found("schema_unknown", path, expected="plan/1")
    code = _CODES.get(kind, kind if kind in _PLAIN else "not_a_record")
    if code == "field_missing":
        return found(code, path, field=str(path[-1]))
    if code == "field_unknown":
        return found(code, path, field=str(path[-1]), nearest="", known=[])
    if code == "word_unknown":
        return found(code, path, words=re.findall(r"'([^']*)'", error["ctx"]["expected"]))
    if kind in ("id_length", "id_characters", "too_many_decimals", "number_too_large", "number_too_small"):
        return found(kind, path, **{"limit": "10^30", **error.get("ctx", {})})
    return found(code, path)


class UnknownPin(ValueError):
    """A `--pin` that says nothing about this scenario: `key` and `params` name the message."""

    def __init__(self, key: str, params: dict[str, str]) -> None:
        super().__init__(key)
        self.key = key
        self.params = params


def pinned(document: dict[str, Any], pins: Sequence[str]) -> dict[str, Any]:
    """The document with these pins added; one whose pins are no list stays as it is. Raises UnknownPin."""
    known = _Known(document)
    added = [known.pin(text) for text in pins]
    given = document.get("pins")
    if given is not None and not isinstance(given, list):
        return document
    return {**document, "pins": [*(given or ()), *added]}


def with_baseline(document: dict[str, Any], plan: Plan) -> dict[str, Any]:
    """The document with the decisions and assignments of a plan as its baseline; what a change costs stays.

    One whose baseline is no table stays as it is: validation refuses it.
    """
    given = document.get("baseline")
    if given is not None and not isinstance(given, dict):
        return document
    decisions: list[dict[str, Any]] = []
    for row in plan.decisions:
        start = {} if row.start is None else {"start": row.start}
        decisions.append({"project": row.project, "decision": row.decision, **start})
    assignments = [{"project": row.project, "role": row.role, "person": row.person} for row in plan.assignments]
    earlier = {"plan": {"decisions": decisions, "assignments": assignments}}
    return {**document, "baseline": {**(given or {}), **earlier}}


class _Known:
    """The ids a pin may name. Read from the document as it is: whatever is wrong with it, validation says later."""

    def __init__(self, document: dict[str, Any]) -> None:
        self._projects = _ids(document, "projects")
        self._roles = _ids(document, "roles")

    def pin(self, text: str) -> dict[str, str]:
        """`P-017=drop`, `P-017=initiate@2027-03` or `P-017.sponsor=S09`; ids may hold `=`, `.` and `@` themselves."""
        splits = [(text[: at.start()], text[at.end() :]) for at in re.finditer("=", text)]
        for left, right in splits:
            decision, at, start = right.partition("@")
            if left in self._projects and decision in DECISIONS:
                return {"project": left, "decision": decision, **({"start": start} if at else {})}
        for left, right in splits:
            for dot in re.finditer(r"\.", left):
                project, role = left[: dot.start()], left[dot.end() :]
                if right and project in self._projects and role in self._roles:
                    return {"project": project, "role": role, "person": right}
        raise self._unknown(text)

    def _unknown(self, text: str) -> UnknownPin:
        left, equals, right = text.partition("=")
        said = {"pin": shown(text)}
        if not equals:
            return UnknownPin("pin.form", said)
        if left in self._projects:
            return UnknownPin("pin.decision", {**said, "decision": shown(right.partition("@")[0])})
        project, _, role = left.rpartition(".")
        if project in self._projects:
            return UnknownPin("pin.role", {**said, "role": shown(role)})
        nearest = nearest_word(left, self._projects) or nearest_word(project, self._projects)
        if nearest is None:
            return UnknownPin("pin.project", {**said, "project": shown(project or left)})
        return UnknownPin("pin.project_near", {**said, "project": shown(project or left), "nearest": shown(nearest)})


def _ids(document: dict[str, Any], part: str) -> dict[str, None]:
    rows = document.get(part)
    listed = rows if isinstance(rows, list) else []
    ids = (row.get("id") for row in listed if isinstance(row, dict))
    return {identifier: None for identifier in ids if isinstance(identifier, str)}
