"""What comes out of validation as a whole: the scenario and its hash, the order and number of findings, safe texts."""

import copy
import json
from decimal import Decimal

import pytest

from models.canonical import content_hash
from models.findings import Finding, Severity, errors_in
from models.validation import CATALOGUE, text_of, validate, validate_text
from models.validation.places import address, renaming, replacing, shown
from models.validation.report import MOST_FINDINGS, Gathered, found, in_order
from tests.models.validation.bad_inputs.operations import put, to
from tests.models.validation.base_document import TEXT, base_document
from tests.models.validation.patching import patched


def test_the_hash_is_that_of_the_document_as_given_nulls_and_earlier_plan_included() -> None:
    document = base_document()
    result = validate(document)
    assert result.scenario is not None
    assert document["units"][0]["parent"] is None
    assert result.scenario.content_hash == content_hash(document)
    without = patched(document, [{"op": "remove", "path": "/units/0/parent"}])
    other = validate(without).scenario
    assert other is not None
    assert other.content_hash == content_hash(without) != result.scenario.content_hash
    assert other.document() == result.scenario.document()


def test_the_inside_of_the_earlier_plan_is_not_touched() -> None:
    document = base_document()
    document["baseline"]["plan"]["anything"] = {"a": None, "b": [None, {"c": None}], "unknown": Decimal("0.1234567")}
    before = copy.deepcopy(document)
    result = validate(document)
    assert result.findings == ()
    assert document == before
    assert result.scenario is not None
    assert result.scenario.content_hash == content_hash(before)


def test_text_and_values_give_the_same_scenario() -> None:
    from_text, from_values = validate_text(TEXT).scenario, validate(base_document()).scenario
    from_bytes = validate_text(b"\xef\xbb\xbf" + TEXT.encode()).scenario
    assert from_text is not None
    assert from_values is not None
    assert from_bytes is not None
    assert from_text.content_hash == from_values.content_hash == from_bytes.content_hash
    assert from_text.document() == from_values.document() == from_bytes.document()


def test_binary_floats_stand_for_their_shortest_text() -> None:
    exact, binary = validate(base_document()).scenario, validate(json.loads(TEXT)).scenario
    assert exact is not None
    assert binary is not None
    assert binary.document() == exact.document()


def test_numbers_with_many_zeros_are_read_exactly() -> None:
    text = TEXT.replace('"load_cap": 1.2', '"load_cap": 1.2' + "0" * 300)
    result = validate_text(text)
    assert result.scenario is not None
    assert result.scenario.policy.load_cap == 12_000


def test_findings_stand_in_the_order_of_the_document() -> None:
    result = validate(
        patched(
            base_document(),
            [
                to("/policy/hunger/0/low", 1),
                to("/projects/3/unit", "x"),
                to("/projects/0/value/amount", "8"),
                to("/horizon/start", "x"),
                put("/nowhere", 1),
            ],
        )
    )
    assert [finding.pointer for finding in result.findings] == [
        "/horizon/start",
        "/projects/0/value/amount",
        "/projects/3/unit",
        "/policy/hunger/0/low",
        "/nowhere",
    ]


def test_a_list_counts_in_numbers_not_in_letters() -> None:
    findings = [found("null_item", ("people", place)) for place in (10, 9, 2, 100)]
    places = [finding.pointer for finding in in_order(Gathered(findings), {"people": [0] * 101})]
    assert places == ["/people/2", "/people/9", "/people/10", "/people/100"]


def _many(code: str, count: int) -> list[Finding]:
    return [found(code, ("goals", place)) for place in range(count)]


def test_too_many_findings_are_cut_and_counted_without_losing_the_grave_and_the_rare() -> None:
    hints, warnings, errors = (
        _many("goal_asks_nothing", 3000),
        _many("goal_without_projects", 3000),
        _many("null_item", 7),
    )
    rare = found("baseline_empty", ("baseline",))
    kept = in_order(Gathered([*hints, *warnings, *errors, rare]), {"goals": [], "baseline": {}})
    assert len(kept) == MOST_FINDINGS
    assert len(errors_in(kept)) == 7
    assert kept[-1] == Finding("", "more_warnings", Severity.WARNING, {"count": 6008 - MOST_FINDINGS + 1})
    kept = in_order(Gathered([*hints, rare]), {"goals": [], "baseline": {}})
    assert rare in kept
    assert kept[-1].code == "more_hints"


def test_what_is_left_out_is_as_grave_as_its_worst() -> None:
    kept = in_order(Gathered(_many("null_item", 1001)), {"goals": []})
    assert kept[-1] == Finding("", "more_errors", Severity.ERROR, {"count": 2})


def test_as_many_findings_as_allowed_are_all_listed() -> None:
    findings = _many("null_item", MOST_FINDINGS)
    assert in_order(Gathered([*findings, *findings]), {"goals": [0] * MOST_FINDINGS}) == tuple(findings)


@pytest.mark.parametrize(
    "hostile",
    ["<script>\u202e" * 3, "a\nb\r\x00c\x1b[31m", "x" * 5000, "\u2028line", "\ud800broken", "zero\u200bwidth"],
)
def test_hostile_texts_are_never_repeated(hostile: str) -> None:
    operations = [
        to("/people/0/unit", hostile),
        to("/people/1/id", hostile),
        to("/projects/0/tier", hostile),
        to("/projects/0/status", hostile),
        to("/projects/0/order_period", hostile),
        to("/policy/balance/0/attribute", hostile),
        to("/fit/0/value", hostile),
    ]
    document = patched(base_document(), operations)
    for key_of in (document, document["people"][0]["skills"], document["projects"][2]["incumbents"]):
        key_of[hostile] = "E1"
    result = validate(document)
    assert len(result.findings) >= 8
    said = [(finding.pointer, str(finding.params), str(finding.fix)) for finding in result.findings]
    texts = [text_of(finding, language) for finding in result.findings for language in ("zh", "en")]
    for text in (*(part for parts in said for part in parts), *texts):
        assert hostile not in text
        assert all(sign.isprintable() for sign in text), text
        assert len(text) < 400


def test_a_finding_inside_a_hostile_key_points_at_what_holds_it() -> None:
    document = base_document()
    document["people"][0]["skills"]["a\u202eb"] = -1
    finding = validate(document).findings[0]
    assert (finding.code, finding.pointer, finding.fix) == ("number_too_small", "/people/0/skills", None)


def test_what_is_shown() -> None:
    assert shown("P-017 华东") == "P-017 华东"
    assert shown("a\u202eb") == "a\\u202eb"
    assert shown("y" * 81) == "y" * 40 + "…"
    assert shown("\n" * 50) == "\\u000a" * 40 + "…"
    assert address(("a/b", "c~d", 3)) == "/a~1b/c~0d/3"
    assert address(("a", "b\n", 3)) == "/a"
    assert replacing(("a\n",), 1) is None
    assert replacing(("a",), "b\n") is None
    assert renaming(("a", "b"), "c\n") is None
    assert renaming(("a", "b"), "c/d") == ({"op": "move", "from": "/a/b", "path": "/a/c~1d"},)


def test_severities_are_the_contracts() -> None:
    """What cannot be met is a warning: the plan says what stays unmet. What cannot be computed is an error."""
    unmet = {code for code in CATALOGUE if code.startswith("commitment") or "clash" in code or "too_few" in code}
    unmet |= {"nobody_eligible", "window_empty", "window_outside_horizon", "pin_start_outside_window"}
    unmet |= {"target_without_projects", "goal_without_projects", "pin_person_not_eligible", "excludes_itself"}
    assert {CATALOGUE[code].severity for code in unmet} == {Severity.WARNING}
    unclear = {"low_above_high", "rate_twice", "fit_twice", "role_twice", "incumbent_twice", "pin_says_both"}
    unclear |= {"reference_unknown", "start_missing", "duration_missing", "capacity_length", "profile_length"}
    unclear |= {"hours_per_fte_missing", "effort_twice", "period_kind", "from_after_to", "magnitude"}
    assert {CATALOGUE[code].severity for code in unclear} == {Severity.ERROR}
