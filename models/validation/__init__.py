"""Validation of a scenario, without any solver: every finding at once, each with its place and a way to mend it.

`validate` takes a document (values as a JSON or YAML reader gives them), `validate_text` JSON text. Neither raises:
whatever is wrong is a finding. A scenario comes out exactly when no finding is an error.
"""

from dataclasses import dataclass
from typing import Any

from models.findings import Finding, Severity
from models.scenario import Scenario
from models.validation.catalogue import CATALOGUE, text_of
from models.validation.checks import ADVICE, CHECKS
from models.validation.report import Gathered, found, in_order
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
    findings = whole.findings
    scenario = None
    if isinstance(whole.values, dict):
        scenario, pruned = read_shape(whole.values, findings)
        if scenario is not None:
            _check(Subject(scenario, whole.values, pruned), findings)
    elif not findings:
        findings.add([found("not_an_object", ())])
    if scenario is None or findings.any_error:
        return Validation(None, in_order(findings, document))
    return Validation(scenario.read_from(document), in_order(findings, document))


def _check(subject: Subject, findings: Gathered) -> None:
    """Gather what the checks find. Of a scenario that was not read whole only errors are certain."""
    if findings:
        certain = (finding for check in CHECKS for finding in check(subject) if finding.severity is Severity.ERROR)
        findings.add(certain)
    else:
        findings.add(finding for check in (*CHECKS, *ADVICE) for finding in check(subject))
