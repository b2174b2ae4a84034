"""The catalogue: complete, its examples true, its sentences in both languages, its fixes mending what they fix."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest

import models.validation
import scenarios.files
from models.findings import Finding
from models.validation import CATALOGUE, Validation, text_of, validate, validate_text
from models.validation.catalogue import EXAMPLE
from models.validation.catalogue.commitments import COMMITMENTS
from models.validation.catalogue.entry import Example
from models.validation.catalogue.market import MARKET
from models.validation.catalogue.policy import POLICY
from models.validation.catalogue.reading import READING
from models.validation.catalogue.shape import SHAPE
from models.validation.catalogue.staffing import STAFFING
from models.validation.catalogue.structure import STRUCTURE
from models.validation.translation import _OWN, _PYDANTIC
from tests.models.validation.patching import patched

OF_DOCUMENTS = [code for code, entry in CATALOGUE.items() if entry.example.file is None]


def document_of(example: Example) -> Any:
    return patched(EXAMPLE, example.patch or ())


def outcome(example: Example) -> Validation:
    return validate(document_of(example)) if example.text is None else validate_text(example.text)


def test_nothing_is_found_in_the_document_the_examples_change() -> None:
    assert validate(EXAMPLE).findings == ()


@pytest.mark.parametrize("code", OF_DOCUMENTS)
def test_the_example_brings_its_finding_about(code: str) -> None:
    entry = CATALOGUE[code]
    found = [(finding.code, finding.pointer) for finding in outcome(entry.example).findings]
    assert found.count((code, entry.example.pointer)) == 1, found


@pytest.mark.parametrize("code", OF_DOCUMENTS)
def test_its_sentences_say_all_params_in_both_languages(code: str) -> None:
    finding = next(each for each in outcome(CATALOGUE[code].example).findings if each.code == code)
    chinese, english = text_of(finding, "zh"), text_of(finding, "en")
    assert re.search("[\u4e00-\u9fff]", chinese)
    assert not re.search("[\u4e00-\u9fff]", english)
    for text in (chinese, english):
        assert "{" not in text.replace("{ … }", "")
        assert "None" not in text


@pytest.mark.parametrize("code", OF_DOCUMENTS)
def test_both_languages_name_the_same_params(code: str) -> None:
    entry = CATALOGUE[code]
    names = [set(re.findall(r"(?<!\{)\{(\w+)\}", text)) for text in (entry.zh, entry.en)]
    assert names[0] == names[1]


def _fixed() -> list[str]:
    return [
        code
        for code in OF_DOCUMENTS
        if CATALOGUE[code].example.patch is not None
        and any(finding.fix for finding in outcome(CATALOGUE[code].example).findings if finding.code == code)
    ]


FIXED = _fixed()


@pytest.mark.parametrize("code", FIXED)
def test_a_fix_mends_what_it_was_offered_for(code: str) -> None:
    entry = CATALOGUE[code]
    document = document_of(entry.example)
    finding = next(each for each in validate(document).findings if each.code == code)
    assert finding.fix is not None
    after = validate(patched(document, finding.fix)).findings
    assert (code, finding.pointer) not in [(each.code, each.pointer) for each in after]
    assert sum(map(_grave, after)) <= sum(map(_grave, validate(document).findings)), after


def _grave(finding: Finding) -> int:
    return 1 if finding.severity == "error" else 0


def test_many_codes_offer_a_fix() -> None:
    expected = {"schema_unknown", "field_unknown", "reference_unknown", "not_a_number", "rate_twice", "fit_twice"}
    assert expected | {"period_malformed", "word_unknown", "pin_not_for_candidate", "number_too_large"} <= set(FIXED)


def test_no_code_stands_in_two_parts_of_the_catalogue() -> None:
    parts = (READING, SHAPE, STRUCTURE, STAFFING, MARKET, POLICY, COMMITMENTS)
    assert sum(map(len, parts)) == len(CATALOGUE)


def _source() -> list[ast.AST]:
    """Every node of the code that makes findings, the catalogue itself left out."""
    packages = (models.validation, scenarios.files)
    paths = [path for package in packages for path in Path(str(package.__file__)).parent.rglob("*.py")]
    return [node for path in paths if "catalogue" not in path.parts for node in ast.walk(ast.parse(path.read_text()))]


def _called_found(node: ast.AST) -> ast.expr | None:
    """The first argument of a call of `found`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "found":
        return node.args[0]
    return None


def test_every_code_of_the_source_is_in_the_catalogue_and_none_is_idle() -> None:
    nodes = _source()
    named = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    codes = [argument.value for node in nodes if isinstance(argument := _called_found(node), ast.Constant)]
    from_records = _OWN | set(_PYDANTIC.values())
    assert len(codes) > 60
    assert set(codes) | from_records <= set(CATALOGUE)
    assert set(CATALOGUE) - named - from_records == {"more_errors", "more_warnings", "more_hints"}
