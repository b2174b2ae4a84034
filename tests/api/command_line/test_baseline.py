"""`--baseline`: an earlier plan becomes part of the scenario that is solved, and of the one that is saved."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from api.command_line.documents import read_plan, with_baseline
from tests.api.command_line.running import hilltop
from tests.api.command_line.samples import QUICK, files, small, written


def test_decisions_and_people_of_the_plan_and_the_price_of_the_scenario(tmp_path: Path) -> None:
    _, plan = files(tmp_path)
    read = small(baseline={"price_per_change": Decimal("2.5"), "max_changes": 3, "plan": {"decisions": []}})
    baseline = with_baseline(read, read_plan(str(plan)))["baseline"]
    assert (baseline["price_per_change"], baseline["max_changes"]) == (Decimal("2.5"), 3)
    assert baseline["plan"]["decisions"][2:] == [
        {"project": "P-004", "decision": "drop"},
        {"project": "F-001", "decision": "continue", "start": "2027-01"},
    ]
    assert {"project": "F-001", "role": "sponsor", "person": "east-sponsor"} in baseline["plan"]["assignments"]
    assert read["baseline"]["plan"] == {"decisions": []}


def test_the_same_question_again_changes_nothing(tmp_path: Path) -> None:
    scenario, plan = files(tmp_path)
    again, saved = tmp_path / "again.json", tmp_path / "saved.json"
    ran = hilltop("solve", scenario, "--baseline", plan, "--out", again, "--save-scenario", saved, *QUICK)
    assert ran.code == 0, ran.err
    assert "No changes against the baseline." in ran.out
    assert hilltop("check", saved, again).code == 0
    ran = hilltop("diff", plan, again)
    assert (ran.code, ran.err) == (0, "")
    assert "Changes as the stability rule counts them: 0." in ran.out
    assert "The plans do not differ." in ran.out


def test_a_pin_against_the_baseline_is_counted_and_priced(tmp_path: Path) -> None:
    _, plan = files(tmp_path)
    scenario = written(tmp_path / "priced.json", small(baseline={"price_per_change": 3}))
    saved, what_if = tmp_path / "saved.json", tmp_path / "what-if.json"
    asked = ("--baseline", plan, "--pin", "P-001=drop", "--save-scenario", saved, "--out", what_if)
    ran = hilltop("solve", scenario, *asked, *QUICK)
    assert ran.code == 0, ran.err
    assert "Projects turned on or off: 2; people replaced: 0." in ran.out
    assert "Turned: P-001, P-004" in ran.out
    assert json.loads(what_if.read_text())["objective"]["terms"]["changes"] == -6
    assert hilltop("check", saved, what_if).code == 0


@pytest.mark.parametrize("content", ["", "[]", '{"schema": "scenario/1"}', "nonsense"])
def test_a_baseline_that_is_no_plan_is_refused_with_its_findings(content: str, tmp_path: Path) -> None:
    scenario, plan = files(tmp_path)
    plan.write_text(content)
    saved = tmp_path / "saved.json"
    ran = hilltop("solve", scenario, "--baseline", plan, "--save-scenario", saved, "--json")
    assert ran.code == 2
    assert ran.document["error"]["code"] == "input_refused"
    assert ran.document["error"]["findings"]
    assert not saved.exists()


@pytest.mark.parametrize("broken", [7, "plan.json", [], False])
def test_a_broken_baseline_in_the_file_is_not_painted_over(broken: object, tmp_path: Path) -> None:
    _, plan = files(tmp_path)
    scenario = written(tmp_path / "broken.json", small(baseline=broken))
    ran = hilltop("solve", scenario, "--baseline", plan)
    assert ran.code == 2
    assert "/baseline" in ran.err


def test_a_baseline_of_another_year_names_what_is_not_there(tmp_path: Path) -> None:
    _, plan = files(tmp_path)
    fewer = written(tmp_path / "fewer.json", small(projects=small()["projects"][:1]))
    ran = hilltop("solve", fewer, "--baseline", plan, *QUICK)
    assert ran.code == 0
    assert "P-002" in ran.err
