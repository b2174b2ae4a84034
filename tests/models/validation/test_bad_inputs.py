"""Bad inputs by name: each is found, under its code and at its place."""

import pytest

from models.findings import Severity
from models.validation import CATALOGUE, text_of, validate, validate_text
from tests.models.validation.bad_inputs import ALL, SECTIONS, TEXTS
from tests.models.validation.base_document import base_document
from tests.models.validation.patching import patched


@pytest.mark.parametrize("name", ALL)
def test_it_is_found_at_its_place(name: str) -> None:
    patch, code, pointer = ALL[name]
    result = validate(patched(base_document(), patch))
    hits = [finding for finding in result.findings if (finding.code, finding.pointer) == (code, pointer)]
    assert len(hits) == 1, [(finding.code, finding.pointer) for finding in result.findings]
    assert hits[0].severity is CATALOGUE[code].severity
    errors = any(finding.severity is Severity.ERROR for finding in result.findings)
    assert (result.scenario is None) == errors
    for finding in result.findings:
        assert text_of(finding, "zh") != text_of(finding, "en")


def test_the_sections_of_the_table_share_no_name() -> None:
    assert len(ALL) == sum(map(len, SECTIONS)) >= 80


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_found_wanting_at_its_place(name: str) -> None:
    text, code, pointer = TEXTS[name]
    result = validate_text(text)
    assert result.scenario is None
    assert (code, pointer) in [(finding.code, finding.pointer) for finding in result.findings]


def test_the_codes_of_all_findings_are_covered_here_or_in_the_catalogue() -> None:
    named = {code for _, code, _ in ALL.values()} | {code for _, code, _ in TEXTS.values()}
    of_files = {code for code, entry in CATALOGUE.items() if entry.example.file is not None}
    of_size = {"document_too_large", "record_too_large", "reading_stopped"}
    assert set(CATALOGUE) - named - of_files == {"more_errors", "more_warnings", "more_hints"} | of_size
