"""A scenario in YAML is the scenario in JSON: same findings, same plan, same hash."""

import json
from pathlib import Path

import yaml

from models.canonical import readable_json
from tests.api.command_line.running import hilltop
from tests.api.command_line.samples import QUICK, files, plan_text, small
from tests.scenario_builder import Part


def _yaml(content: Part) -> str:
    return yaml.safe_dump(json.loads(readable_json(content)), allow_unicode=True, sort_keys=False)


def test_the_same_plan(tmp_path: Path) -> None:
    scenario = tmp_path / "year.yml"
    scenario.write_text(_yaml(small()), "utf-8")
    ran = hilltop("solve", scenario, "--json", *QUICK)
    assert ran.code == 0, ran.err
    assert ran.out == plan_text()


def test_check_with_the_plan_of_the_other(tmp_path: Path) -> None:
    _, plan = files(tmp_path)
    scenario = tmp_path / "year.yaml"
    scenario.write_text(_yaml(small()), "utf-8")
    assert hilltop("check", scenario, plan).code == 0


def test_from_standard_input_either_is_recognised() -> None:
    assert hilltop("validate", "-", given=_yaml(small()).encode()).code == 0
    assert hilltop("validate", "-", given=readable_json(small()).encode()).code == 0


def test_the_same_findings(tmp_path: Path) -> None:
    broken = small(horizon={"start": "2027", "periods": -1}, unitz=[])
    (tmp_path / "a.json").write_text(readable_json(broken), "utf-8")
    (tmp_path / "a.yaml").write_text(_yaml(broken), "utf-8")
    as_json, as_yaml = (hilltop("validate", tmp_path / f"a.{suffix}", "--json") for suffix in ("json", "yaml"))
    assert (as_json.code, as_yaml.code) == (2, 2)
    assert len(as_json.document) == 3
    assert as_json.out == as_yaml.out


def test_a_month_needs_no_quotes(tmp_path: Path) -> None:
    scenario = tmp_path / "year.yaml"
    text = _yaml(small())
    assert "'2027-01'" not in text
    assert "start: 2027-01\n" in text
    scenario.write_text(text, "utf-8")
    assert hilltop("validate", scenario).code == 0
