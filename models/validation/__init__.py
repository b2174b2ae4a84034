"""Validation of a scenario, without any solver: every finding at once, each with its place and a way to mend it.

`validate` takes a document (values as a JSON or YAML reader gives them), `validate_text` JSON text. Neither raises:
whatever is wrong is a finding. A scenario comes out exactly when no finding is an error.
"""

from dataclasses import dataclass
from typing import Any

from models.findings import Finding, errors_in
from models.scenario import Scenario
from models.validation.catalogue import CATALOGUE, text_of
from models.validation.checks import ADVICE, CHECKS
from models.validation.pruning import Pruned
from models.validation.report import found, in_order
from models.validation.scanner import NOTHING, scan_json
from models.validation.shape import read_shape
from models.validation.subject import Subject
from models.validation.tree import sound

__all__ = ["CATALOGUE", "Validation", "text_of", "validate", "validate_text"]


@dataclass(frozen=True, slots=True)
class Validation:
    """What came of reading a document. `scenario` is there exactly when no finding is an error."""

    scenario: Scenario | None
    findings: tuple[Finding, ...]


def validate_text(text: bytes | str) -> Validation:
    """Read and check the JSON text of a scenario (UTF-8, at most 64 MB)."""
    document, findings = scan_json(text)
    return Validation(None, findings) if document is NOTHING else validate(document)


def validate(document: Any) -> Validation:
    """Read and check a scenario. The document is not changed; its hash is that of the document as it was given."""
    whole = sound(document)
    if not isinstance(whole.values, dict):
        return Validation(None, whole.findings or (found("not_an_object", ()),))
    scenario, pruned, misshapen = read_shape(whole.values)
    findings = (*whole.findings, *misshapen)
    if scenario is None:
        return Validation(None, in_order(findings, document))
    findings = (*findings, *_meaning(scenario, whole.values, pruned, whole=not findings))
    if errors_in(findings):
        return Validation(None, in_order(findings, document))
    return Validation(scenario.read_from(document), in_order(findings, document))


def _meaning(scenario: Scenario, values: dict[str, Any], pruned: Pruned, *, whole: bool) -> tuple[Finding, ...]:
    """What the checks find. Of a scenario that was not read whole only errors are certain."""
    subject = Subject(scenario, values, pruned)
    findings = [finding for check in CHECKS for finding in check(subject)]
    if not whole:
        return errors_in(findings)
    return (*findings, *(finding for check in ADVICE for finding in check(subject)))
