"""`--pin`: what it may say, what is made of it, and what is said when it names nothing."""

import json
from pathlib import Path

import pytest

from api.command_line.documents import UnknownPin, pinned
from tests.api.command_line.running import hilltop
from tests.api.command_line.samples import QUICK, files, small, written
from tests.scenario_builder import candidate, document


@pytest.mark.parametrize(
    ("pin", "record"),
    [
        ("P-001=drop", {"project": "P-001", "decision": "drop"}),
        ("P-001=initiate@2027-03", {"project": "P-001", "decision": "initiate", "start": "2027-03"}),
        ("F-001=stop", {"project": "F-001", "decision": "stop"}),
        ("P-001.project_manager=east-pm", {"project": "P-001", "role": "project_manager", "person": "east-pm"}),
        ("P-001.project_manager=a=b", {"project": "P-001", "role": "project_manager", "person": "a=b"}),
        ("a=b=drop", {"project": "a=b", "decision": "drop"}),
        ("a.b=drop", {"project": "a.b", "decision": "drop"}),
        ("a.b.sponsor=x.y", {"project": "a.b", "role": "sponsor", "person": "x.y"}),
    ],
)
def test_forms(pin: str, record: dict[str, str]) -> None:
    projects = [*small()["projects"], candidate("a=b"), candidate("a.b")]
    assert pinned(document(projects=projects), [pin])["pins"] == [record]


def test_pins_are_added_to_those_of_the_file_in_order() -> None:
    first = {"project": "P-001", "decision": "initiate"}
    read = small(pins=[first])
    assert [pin["project"] for pin in pinned(read, ["P-004=drop", "P-002=drop"])["pins"]] == ["P-001", "P-004", "P-002"]
    assert read["pins"] == [first]


@pytest.mark.parametrize(
    ("pin", "key"),
    [
        ("P-001", "pin.form"),
        ("", "pin.form"),
        ("P-001=defer", "pin.decision"),
        ("P-001=", "pin.decision"),
        ("P-001.driver=x", "pin.role"),
        ("P-001.sponsor=", "pin.role"),
        ("P-0010=drop", "pin.project_near"),
        ("P-0010.sponsor=east-sponsor", "pin.project_near"),
        ("entirely-different=drop", "pin.project"),
    ],
)
def test_what_says_nothing_about_the_scenario(pin: str, key: str) -> None:
    with pytest.raises(UnknownPin) as unknown:
        pinned(small(), [pin])
    assert unknown.value.key == key


@pytest.mark.parametrize(
    "broken", [{"projects": None}, {"projects": [7, {"id": 7}]}, {"roles": {}}, {"pins": 3}, {"pins": ""}]
)
def test_a_broken_document_is_left_to_validation(broken: dict[str, object], tmp_path: Path) -> None:
    scenario = written(tmp_path / "year.json", small(**broken))
    assert hilltop("solve", scenario, "--pin", "P-001=drop").code == 2


@pytest.mark.parametrize(("language", "said"), [("en", "Did you mean “P-001”?"), ("zh", "是否应为“P-001”？")])
def test_a_project_that_is_not_there_is_a_usage_error_with_the_nearest(
    language: str, said: str, tmp_path: Path
) -> None:
    scenario, _ = files(tmp_path)
    out = tmp_path / "what-if.json"
    ran = hilltop("solve", scenario, "--pin", "P-0O1=drop", "--out", out, "--lang", language)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert not out.exists()


def test_a_pin_with_control_characters_is_shown_escaped(tmp_path: Path) -> None:
    scenario, _ = files(tmp_path)
    ran = hilltop("solve", scenario, "--pin", "\x1b[31mP-001=drop")
    assert ran.code == 2
    assert "\x1b" not in ran.err
    assert "\\u001b[31mP-001=drop" in ran.err


def test_a_pinned_person_who_is_not_there_is_a_finding(tmp_path: Path) -> None:
    scenario, _ = files(tmp_path)
    ran = hilltop("solve", scenario, "--pin", "P-001.project_manager=nobody", "--json")
    assert ran.code == 2
    assert [finding["pointer"] for finding in ran.document["error"]["findings"]] == ["/pins/0/person"]


def test_pins_turn_the_plan_and_the_plan_belongs_to_the_scenario_with_them(tmp_path: Path) -> None:
    scenario, _ = files(tmp_path)
    plan, saved = tmp_path / "what-if.json", tmp_path / "what-if-year.json"
    pins = ("--pin", "P-001=drop", "--pin", "P-002.project_manager=north-pm")
    ran = hilltop("solve", scenario, *pins, "--out", plan, "--save-scenario", saved, *QUICK)
    assert ran.code == 0, ran.err
    decisions = {row["project"]: row["decision"] for row in json.loads(plan.read_text())["decisions"]}
    assert (decisions["P-001"], decisions["P-004"]) == ("drop", "initiate")
    assert f"hilltop check {saved} {plan}" in ran.out.replace("\n", "")
    assert hilltop("check", saved, plan).code == 0
    assert hilltop("check", scenario, plan).code == 1


def test_without_save_scenario_the_summary_says_how_to_check(tmp_path: Path) -> None:
    scenario, _ = files(tmp_path)
    ran = hilltop("solve", scenario, "--pin", "P-002=drop", "--out", tmp_path / "plan.json", *QUICK)
    assert ran.code == 0
    assert "add --save-scenario FILE" in ran.out
    assert f"hilltop check {scenario}" not in ran.out
