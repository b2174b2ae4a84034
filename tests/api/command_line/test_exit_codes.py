"""How each command ends, as the help states it."""

from pathlib import Path

import pytest

from models.canonical import readable_json
from tests.api.command_line.running import hilltop, process
from tests.api.command_line.samples import QUICK, files, impossible, plan_text, small, written
from tests.scenario_builder import PEOPLE, Part, candidate

TWO_ERRORS = small(people=[*PEOPLE, {"id": "x", "unit": "nowhere", "roles": ["nothing"]}])


def test_0_a_plan(tmp_path: Path) -> None:
    out = tmp_path / "plan.json"
    ran = process("solve", written(tmp_path / "year.json", small()), "--out", out, *QUICK)
    assert ran.code == 0, ran.err
    assert "Initiate 2, defer 0, drop 1; of those in flight continue 1, stop 0." in ran.out
    assert out.read_text("utf-8") == plan_text()


def test_1_check_rejects(tmp_path: Path) -> None:
    scenario, plan = files(tmp_path)
    plan.write_text(plan_text().replace('"amount": 0', '"amount": 1').replace('"total": 180', '"total": 181'))
    assert process("check", scenario, plan).code == 1


@pytest.mark.parametrize("command", ["solve", "validate", "check"])
def test_2_errors_in_the_input_are_all_shown(command: str, tmp_path: Path) -> None:
    _, plan = files(tmp_path)
    broken = written(tmp_path / "broken.json", TWO_ERRORS)
    ran = hilltop(command, broken, *([plan] if command == "check" else []))
    assert ran.code == 2
    said = ran.out + ran.err
    assert "/people/4/unit" in said
    assert "/people/4/roles/0" in said
    assert "Errors: 2, warnings: 0" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["solve"], "SCENARIO"),
        (["solve", "x.json", "--time-limit", "nan"], "--time-limit"),
        (["solve", "x.json", "--time-limit", "inf"], "a finite number is expected"),
        (["solve", "x.json", "--time-limit", "-1"], "--time-limit"),
        (["solve", "x.json", "--gap", "inf"], "a finite number is expected"),
        (["solve", "x.json", "--workers", "0"], "--workers"),
        (["solve", "x.json", "--seed", "-1"], "--seed"),
        (["solve", "x.json", "--engine", "magic"], "there is no engine “magic”. Known: portfolio, distributed, exact"),
        (["solve", "x.json", "--profile", "hasty"], "--profile"),
        (["solve", "-", "--baseline", "-"], "cannot both come from standard input"),
        (["solve", "missing.json"], "file_missing"),
        (["solve", "year.txt"], "file_kind_unknown"),
        (["check", "missing.json", "x.json"], "file_missing"),
        (["diff", "missing.json", "x.json"], "file_missing"),
        (["generate", "x.json", "--difficulty", "often"], "--difficulty: a number from 0 to 1"),
        (["generate", "x.json", "--difficulty", "2"], "difficulty"),
        (["generate", "x.json", "--projects", "0"], "projects"),
        (["catalog", "plans"], "plans"),
        (["validate", "-", "--lang", "fr"], "--lang"),
        (["frobnicate"], "frobnicate"),
    ],
)
def test_2_usage(arguments: list[str], said: str) -> None:
    ran = hilltop(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_3_commitments_unmet_named_with_the_reason(tmp_path: Path) -> None:
    out = tmp_path / "plan.json"
    scenario = written(tmp_path / "year.json", impossible())
    ran = hilltop("solve", scenario, "--out", out, *QUICK)
    assert ran.code == 3
    assert "Commitments unmet: 1; see below. Proved: no plan leaves fewer unmet." in ran.out
    assert "mandated project P-101 does not run" in ran.out
    assert "it excludes the running project P-102." in ran.out
    assert hilltop("check", scenario, out).code == 0


def test_4_the_time_limit_ends_before_compiling_does(tmp_path: Path) -> None:
    out = tmp_path / "plan.json"
    ran = hilltop("solve", written(tmp_path / "year.json", small()), "--time-limit", "0", "--out", out)
    assert ran.code == 4
    assert "Error [deadline_before_compiled]: The time limit ended before the scenario was compiled;" in ran.err
    assert not out.exists()


def test_5_no_memory_to_solve_with(tmp_path: Path) -> None:
    scenario = written(tmp_path / "year.json", small())
    ran = hilltop("solve", scenario, "--json", HILLTOP_MEMORY_MB="60")
    assert ran.code == 5
    assert ran.document["error"]["code"] == "resource_exhausted"
    assert "HILLTOP_MEMORY_MB" in ran.document["error"]["message"]


@pytest.mark.parametrize("setting", ["0", "-1", "much", "1.5", "²"])
def test_2_a_memory_setting_that_is_no_number(setting: str) -> None:
    ran = hilltop("solve", "x.json", HILLTOP_MEMORY_MB=setting)
    assert ran.code == 2
    assert "HILLTOP_MEMORY_MB has to be a positive whole number." in ran.err


def _deep(content: Part, levels: int) -> str:
    return readable_json(content).replace('"small year"', "[" * levels + "]" * levels)


@pytest.mark.parametrize(
    "given",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b"\xff\xfe",
        b"\x00",
        b"- a\n- b: [",
        _deep(small(), 100_000).encode(),
        readable_json(small(projects=[candidate("P", value={"amount": 10**400})])).encode(),
    ],
)
def test_2_whatever_is_read_from_standard_input(given: bytes) -> None:
    ran = hilltop("solve", "-", given=given)
    assert (ran.code, ran.out) == (2, "")
    assert "The input has errors. Errors: 1" in ran.err
