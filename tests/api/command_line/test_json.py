"""`--json`: exactly one JSON document on standard output, whatever happens, and nothing else anywhere."""

from pathlib import Path

import pytest

from models.plan import Plan
from models.rules import RULES
from models.validation import CATALOGUE
from tests.api.command_line.running import hilltop, process
from tests.api.command_line.samples import QUICK, SAME, files, impossible, plan_text, small, written


def test_the_plan_of_a_solve_and_a_silent_standard_error(tmp_path: Path) -> None:
    scenario, plan = files(tmp_path)
    ran = process("solve", scenario, "--json", *SAME)
    assert (ran.code, ran.err) == (0, "")
    assert Plan.model_validate_json(ran.out).scenario == "small year"
    assert ran.out == plan.read_text("utf-8")


def test_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    broken = written(tmp_path / "year.json", small(name="山头", horizon=None))
    ran = process("validate", broken, "--json", "--lang", "zh", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
    assert ran.code == 2
    assert "缺少" in ran.out


def test_a_plan_with_commitments_unmet(tmp_path: Path) -> None:
    scenario = written(tmp_path / "year.json", impossible())
    ran = hilltop("solve", scenario, "--json", *QUICK)
    assert (ran.code, ran.err) == (3, "")
    assert ran.document["outcome"] == "commitments_unmet"


def test_findings_of_validate_have_place_code_severity_words_and_mending(tmp_path: Path) -> None:
    scenario = written(tmp_path / "year.json", small(unitz=[]))
    ran = hilltop("validate", scenario, "--json")
    assert (ran.code, ran.err) == (2, "")
    (finding,) = ran.document
    assert set(finding) == {"pointer", "code", "severity", "message", "params", "fix"}
    assert (finding["pointer"], finding["code"], finding["severity"]) == ("/unitz", "field_unknown", "error")


def test_nothing_found_is_an_empty_list(tmp_path: Path) -> None:
    scenario, _ = files(tmp_path)
    ran = hilltop("validate", scenario, "--json")
    assert (ran.code, ran.document, ran.err) == (0, [], "")


@pytest.mark.parametrize("arguments", [["solve", "-"], ["check", "-", "plan.json"], ["diff", "-", "plan.json"]])
def test_input_refused_is_a_document_with_every_finding(arguments: list[str]) -> None:
    ran = hilltop(*arguments, "--json", given=b"{}")
    assert (ran.code, ran.err) == (2, "")
    error = ran.document["error"]
    assert error["code"] == "input_refused"
    assert len(error["findings"]) > 3


def test_other_errors_are_a_document_too(tmp_path: Path) -> None:
    scenario, _ = files(tmp_path)
    late = hilltop("solve", scenario, "--json", "--time-limit", "0")
    assert (late.code, late.err, late.document["error"]["code"]) == (4, "", "deadline_before_compiled")
    nowhere = hilltop("solve", scenario, "--json", "--out", tmp_path / "no" / "plan.json")
    assert (nowhere.code, nowhere.err, nowhere.document["error"]["code"]) == (5, "", "not_written")


def test_warnings_do_not_disturb_the_document(tmp_path: Path) -> None:
    scenario = written(tmp_path / "year.json", small(baseline={}))
    assert "baseline_empty" in hilltop("validate", scenario).out
    ran = hilltop("solve", scenario, "--json", *QUICK)
    assert (ran.code, ran.err) == (0, "")
    assert ran.document["objective"]["total"] == 180


def test_catalogues() -> None:
    rules = hilltop("catalog", "--json").document["rules"]
    assert [row["id"] for row in rules] == [str(rule) for rule in RULES]
    findings = hilltop("catalog", "findings", "--json").document["findings"]
    assert [row["code"] for row in findings] == list(CATALOGUE)
    assert all(row["zh"] and row["en"] for row in (*rules, *findings))


def test_versions() -> None:
    ran = hilltop("version", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert set(ran.document) == {"hilltop", "solver", "python"}


def test_a_diff(tmp_path: Path) -> None:
    _, plan = files(tmp_path)
    ran = hilltop("diff", plan, plan, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert (ran.document["schema"], ran.document["changes"]) == ("comparison/1", 0)


def test_a_document_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    scenario, _ = files(tmp_path)
    ran = hilltop("check", scenario, "-", "--json", given=plan_text().encode())
    assert ran.code == 0
