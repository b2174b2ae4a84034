"""`hilltop generate`: the same options give the same year, which is sound and can be solved; catalogue and version."""

import json
import platform
from pathlib import Path

import pytest

from models.rules import RULES
from models.validation import CATALOGUE
from tests.api.command_line.running import hilltop, process

SMALL = ("--projects", "30", "--periods", "6")


def test_the_same_options_give_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "year.json"
    ran = hilltop("generate", path, *SMALL, "--seed", "7")
    assert (ran.code, ran.err) == (0, "")
    assert f"To solve it: hilltop solve {path}" in ran.out.replace("\n", "")
    again = process("generate", "-", *SMALL, "--seed", "7", PYTHONHASHSEED="1")
    assert again.out == path.read_text("utf-8")
    assert hilltop("generate", "-", *SMALL, "--seed", "8").out != again.out


@pytest.mark.parametrize("options", [[], ["--difficulty", "0"], ["--difficulty", "1"], ["--starts", "3"]])
def test_a_year_is_sound(options: list[str]) -> None:
    ran = hilltop("generate", "-", *SMALL, "--start", "2031-04", *options)
    assert json.loads(ran.out)["horizon"] == {"start": "2031-04", "periods": 6}
    assert hilltop("validate", "-", "--json", given=ran.out.encode()).code == 0


def test_a_year_that_cannot_be_written(tmp_path: Path) -> None:
    ran = hilltop("generate", tmp_path / "no" / "year.json", *SMALL)
    assert (ran.code, ran.out) == (5, "")
    assert "Error [not_written]" in ran.err


def test_the_catalogue_lists_every_rule_and_every_finding() -> None:
    rules, findings = hilltop("catalog").out, hilltop("catalog", "findings").out
    assert rules == hilltop("catalog", "rules").out
    assert [rule for rule in RULES if f"{rule.value} (" not in rules] == []
    assert [code for code in CATALOGUE if f"{code} (" not in findings] == []


def test_versions() -> None:
    lines = process("version").out.splitlines()
    assert [line.split()[0] for line in lines] == ["hilltop", "solver", "python"]
    assert lines[2] == f"python {platform.python_version()}"


def test_with_json_it_says_where_the_year_is(tmp_path: Path) -> None:
    out = tmp_path / "year.json"
    ran = hilltop("generate", out, "--projects", "30", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.document == {"path": str(out), "scenario": json.loads(out.read_text("utf-8"))["name"]}
    to_standard_output = hilltop("generate", "-", "--projects", "30", "--json")
    assert to_standard_output.out == out.read_text("utf-8")
