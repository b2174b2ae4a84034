"""What holds of the validation of any document, however damaged."""

import json
import random
from collections.abc import Iterator
from typing import Any

from models.canonical import content_hash
from models.findings import Finding, errors_in
from models.validation import CATALOGUE, Validation, text_of, validate, validate_text
from tests.fuzz.damage import damaged_document, damaged_text, written
from tests.models.validation.patching import patched

LONGEST_TEXT = 121
"""A pointer aside, no text of a finding is longer: 40 characters, each perhaps escaped, or 80 that need no escape."""


def one(seed: int) -> Validation:
    """Make, validate and judge one damaged document. Raises AssertionError, or whatever validation raises."""
    dice = random.Random(seed)
    if dice.random() < 0.5:
        result = validate_text(damaged_text(dice))
        judge(result)
        return result
    document = damaged_document(dice)
    before = repr(document)
    result = validate(document)
    assert repr(document) == before, "the document was changed"
    judge(result, document)
    fixes = [finding for finding in result.findings if finding.fix is not None]
    whole = not any(finding.code.startswith("more_") for finding in result.findings)
    if fixes and whole:
        try_fix(document, dice.choice(fixes))
    return result


def judge(result: Validation, document: Any = None) -> None:
    """A scenario or errors; findings that can be shown; a scenario that is the same when written and read again."""
    assert (result.scenario is None) == bool(errors_in(result.findings))
    for finding in result.findings:
        assert finding.severity is CATALOGUE[finding.code].severity
        assert finding.pointer == "" or finding.pointer.startswith("/")
        assert finding.pointer.isprintable()
        assert all(text.isprintable() and len(text) <= LONGEST_TEXT for text in texts_in(finding.params)), finding
        sentences = [text_of(finding, language) for language in ("zh", "en")]
        shown = [finding.pointer, finding.params, finding.fix, sentences]
        json.dumps(shown, default=written, ensure_ascii=False).encode()
    places = [(finding.pointer, finding.code, repr(finding.params)) for finding in result.findings]
    assert len(set(places)) == len(places)
    if result.scenario is not None:
        if document is not None:
            assert result.scenario.content_hash == content_hash(document)
        again_written = result.scenario.document()
        again = validate(again_written)
        assert again.scenario is not None, again.findings
        assert again.scenario.content_hash == content_hash(again_written)
        assert again.scenario.document() == again_written
        codes = [sorted(finding.code for finding in each.findings) for each in (again, result)]
        assert codes[0] == codes[1]


def try_fix(document: Any, finding: Finding) -> None:
    """The fix of a finding can be applied, and mends it (another like it may move into the place of a list item)."""
    before = validate(document).findings
    after = validate(patched(_with_lists(document), finding.fix)).findings
    assert _alike(finding, after) < _alike(finding, before) or not _stays(finding, after), finding


def _with_lists(value: Any) -> Any:
    """The same with lists for tuples, which validation reads as lists and a patch cannot change."""
    if isinstance(value, dict):
        return {key: _with_lists(item) for key, item in value.items()}
    return [_with_lists(item) for item in value] if isinstance(value, (list, tuple)) else value


def _alike(finding: Finding, findings: tuple[Finding, ...]) -> int:
    return sum(other.code == finding.code for other in findings)


def _stays(finding: Finding, findings: tuple[Finding, ...]) -> bool:
    key = (finding.code, finding.pointer, finding.params)
    return any((other.code, other.pointer, other.params) == key for other in findings)


def texts_in(value: Any) -> Iterator[str]:
    """Every text within a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, list, tuple)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_in(item)
