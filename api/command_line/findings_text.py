"""Findings as people and programs read them."""

from collections.abc import Sequence
from typing import Any

from api.command_line.terminal import Terminal
from models.findings import Finding, Severity
from models.rules import Language
from models.validation import text_of

MOST_BESIDE_A_SOLVE = 10
"""How many warnings and hints a solve repeats; `validate` lists them all."""


def finding_document(finding: Finding, language: Language) -> dict[str, Any]:
    """One finding as a record of a JSON document."""
    return {
        "pointer": finding.pointer,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": text_of(finding, language),
        "params": dict(finding.params),
        "fix": None if finding.fix is None else list(finding.fix),
    }


def finding_lines(finding: Finding, terminal: Terminal) -> str:
    """One finding in two lines: place and code, then the sentence."""
    return terminal.say(
        "finding.line",
        severity=terminal.say(f"finding.{finding.severity.value}"),
        pointer=finding.pointer or terminal.say("finding.root"),
        code=finding.code,
        message=text_of(finding, terminal.language),
    )


def totals(findings: Sequence[Finding], terminal: Terminal) -> str:
    """How many there are of each severity."""
    count = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    return terminal.say(
        "finding.totals",
        errors=count[Severity.ERROR],
        warnings=count[Severity.WARNING],
        hints=count[Severity.HINT],
    )


def note_findings(findings: Sequence[Finding], terminal: Terminal, most: int) -> None:
    """Write findings beside the output, at most so many."""
    for finding in findings[:most]:
        terminal.err.print(finding_lines(finding, terminal))
    if len(findings) > most:
        terminal.note("finding.more", count=len(findings) - most)
