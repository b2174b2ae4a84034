"""A command called in a wrong way says what is wrong, in the language spoken, and how it is called."""

import re
from pathlib import Path

import pytest

from tests.api.command_line.running import hilltop, process
from tests.api.command_line.samples import files, written
from tests.scenario_builder import document as scenario_document

CHINESE = re.compile(r"[\u4e00-\u9fff]")
ENGLISH_OF_TYPER = re.compile(r"Error:|Invalid|Missing|Input should|No such|Try ")
COMMANDS = ("solve", "check", "validate", "diff", "generate", "catalog", "version")
WRONG = [
    (["solve"], "the argument SCENARIO is missing."),
    (["check", "x.json"], "the argument PLAN is missing."),
    (["--lang=en"], "the command is missing."),
    (["frobnicate"], "there is no command “frobnicate”."),
    (["solv"], "there is no command “solv”. Did you mean “solve”?"),
    (["solve", "x.json", "--time-limi", "3"], "there is no option --time-limi. Did you mean --time-limit?"),
    (["version", "--quietly"], "there is no option --quietly."),
    (["solve", "x.json", "--out"], "the option --out needs a value."),
    (["solve", "x.json", "--json=yes"], "the option --json takes no value."),
    (["validate", "x.json", "y.json", "z.json"], "there are arguments too many: y.json z.json."),
    (["solve", "x.json", "--time-limit", "soon"], "--time-limit: a finite number is expected."),
    (["solve", "x.json", "--gap", "inf"], "--gap: a finite number is expected."),
    (["solve", "x.json", "--workers", "1.5"], "--workers: a whole number is expected."),
    (["solve", "x.json", "--workers", "0"], "--workers: at least 1 is expected."),
    (["solve", "x.json", "--seed", "2147483648"], "--seed: at most 2147483647 is expected."),
    (["solve", "x.json", "--profile", "hasty"], "--profile: “hasty” is not known. Known: interactive, thorough,"),
    (["solve", "x.json", "--engine", "magic"], "there is no engine “magic”. Known: portfolio, distributed, exact."),
    (["solve", "x.json", "--cluster", "local"], "--cluster goes with --engine distributed only."),
    (["catalog", "plans"], "WHAT: “plans” is not known. Known: rules, findings."),
    (["validate", "x.json", "--lang", "fr"], "--lang: “fr” is not known. Known: zh, en."),
    (["generate", "x.json", "--projects", "29"], "--projects: at least 30 is expected."),
    (["generate", "x.json", "--periods", "61"], "--periods: at most 60 is expected."),
    (["generate", "x.json", "--starts", "0"], "--starts: at least 1 is expected."),
    (["generate", "x.json", "--difficulty", "often"], "--difficulty: a number from 0 to 1 with at most three decimals"),
    (["generate", "x.json", "--difficulty", "1.001"], "--difficulty: a number from 0 to 1 with at most three decimals"),
    (["generate", "x.json", "--difficulty", "nan"], "--difficulty: a number from 0 to 1 with at most three decimals"),
    (["generate", "x.json", "--start", "2027-Q1"], "--start: a month is expected, such as 2027-01."),
    (["generate", "x.json", "--start", "2027-13"], "--start: a month is expected, such as 2027-01."),
]
"""Command lines, and what is said of each in English."""


@pytest.mark.parametrize(("arguments", "said"), WRONG, ids=[" ".join(arguments) for arguments, _ in WRONG])
def test_what_is_wrong_in_english(arguments: list[str], said: str) -> None:
    ran = hilltop(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"Error [usage]: {said}")
    assert not CHINESE.search(ran.err)
    assert not ENGLISH_OF_TYPER.search(ran.err)


@pytest.mark.parametrize("arguments", [wrong for wrong, _ in WRONG if wrong[0] != "--lang=en"], ids=" ".join)
def test_and_in_chinese(arguments: list[str]) -> None:
    ran = hilltop(*arguments, locale="zh_CN.UTF-8")
    assert (ran.code, ran.out) == (2, "")
    first = ran.err.splitlines()[0]
    assert first.startswith("错误 [usage]：")
    assert CHINESE.search(first.removeprefix("错误 [usage]："))
    assert not ENGLISH_OF_TYPER.search(ran.err)


@pytest.mark.parametrize(("arguments", "said"), [row for row in WRONG if row[0][0] in COMMANDS], ids=str)
def test_a_program_that_asks_for_json_gets_it(arguments: list[str], said: str) -> None:
    value_expected = arguments[-1] == "--out"
    ran = hilltop(*(["solve", "--json", "x.json", "--out"] if value_expected else [*arguments, "--json"]))
    assert (ran.code, ran.err) == (2, "")
    assert ran.document["error"]["code"] == "usage"
    assert said in ran.document["error"]["message"]


def test_a_pin_that_means_nothing_is_a_document_too(tmp_path: Path) -> None:
    scenario, _ = files(tmp_path)
    ran = hilltop("solve", scenario, "--json", "--pin", "P-01=drop")
    assert (ran.code, ran.err) == (2, "")
    assert "Did you mean “P-001”?" in ran.document["error"]["message"]


def test_how_it_is_called_and_where_to_read_on() -> None:
    assert hilltop("check", "x.json").err.splitlines()[1:] == [
        "Usage: hilltop check [OPTIONS] SCENARIO PLAN",
        "More with hilltop check --help.",
    ]


def test_without_any_argument_its_help() -> None:
    ran = process()
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.strip() == process("--help").out.strip()


@pytest.mark.parametrize(("which", "name"), [(0, "plan.json"), (1, "year.json")])
def test_of_several_files_the_one_is_named_that_is_wrong(which: int, name: str, tmp_path: Path) -> None:
    """Scenario and plan the wrong way round, or one of them twice: one finding, not one for each of their fields."""
    scenario, plan = files(tmp_path)
    ran = hilltop("check", *((plan, plan) if which == 0 else (scenario, scenario)))
    assert ran.code == 2
    assert f"{tmp_path / name}: The input has errors. Errors: 1," in ran.err
    assert f"The schema should be “{('scenario', 'plan')[which]}/1”." in ran.err


def test_a_plan_is_no_scenario(tmp_path: Path) -> None:
    _, plan = files(tmp_path)
    for command in ("validate", "solve"):
        document = hilltop(command, plan, "--json").document
        (finding,) = document if command == "validate" else document["error"]["findings"]
        assert finding["code"] == "schema_unknown"


def test_a_scenario_of_a_later_schema_is_looked_at_all_the_same(tmp_path: Path) -> None:
    path = written(tmp_path / "year.json", scenario_document(schema="scenario/2", unitz=[]))
    found = {finding["code"] for finding in hilltop("validate", path, "--json").document}
    assert found >= {"schema_unknown", "field_unknown"}


def test_standard_input_is_named_too() -> None:
    assert "standard input: The input has errors." in hilltop("solve", "-", given=b"[]").err
    assert "标准输入：输入有错误。1 个错误" in hilltop("solve", "-", given=b"[]", locale="zh_CN.UTF-8").err
