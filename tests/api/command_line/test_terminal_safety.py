"""Names that try to command the terminal are shown, never obeyed; markup is text."""

import json
from pathlib import Path

import pytest

from tests.api.command_line.running import hilltop
from tests.api.command_line.samples import QUICK, files, plan_text, small, written
from tests.scenario_builder import MARKET, PEOPLE, candidate

HOSTILE = "\x1b]0;owned\x07\x1b[2J\u202egnp\x9b31m"
COMMANDING = ("\x1b", "\x07", "\x9b", "\u202e", "\x08", "\r")


def _unsafe(text: str) -> list[str]:
    return [sign for sign in COMMANDING if sign in text]


def test_the_summary_of_a_plan(tmp_path: Path) -> None:
    people = [{**person, "name": f"[red]{HOSTILE}"} for person in PEOPLE]
    projects = [
        candidate("P-1", needs={"project_manager": 1}, value={"amount": 9}, name=HOSTILE),
        candidate("P-2", needs={"project_manager": 1}, value={"amount": 8}, name=HOSTILE, excludes=["P-1"]),
    ]
    scenario = written(tmp_path / "year.json", small(name=HOSTILE, people=people, projects=projects, market=MARKET))
    ran = hilltop("solve", scenario, *QUICK)
    assert ran.code == 0, ran.err
    assert _unsafe(ran.out + ran.err) == []
    assert "\\u001b" in ran.out


@pytest.mark.parametrize(
    "broken",
    [
        {HOSTILE: 1},
        {"name": HOSTILE, "units": HOSTILE},
        {"projects": [candidate(HOSTILE)]},
        {"projects": [candidate("P", unit=HOSTILE)]},
        {"horizon": {"start": HOSTILE, "periods": 4}},
        {"roles": [{"id": "project_manager"}, {"id": "sponsor"}, {"id": f"sponsor{HOSTILE}"}]},
    ],
)
@pytest.mark.parametrize("command", ["solve", "validate"])
def test_findings(command: str, broken: dict[str, object], tmp_path: Path) -> None:
    ran = hilltop(command, written(tmp_path / "year.json", small(**broken)))
    assert ran.code == 2
    assert _unsafe(ran.out + ran.err) == []


@pytest.mark.parametrize("place", ["project", "role", "person"])
@pytest.mark.parametrize("command", ["check", "diff"])
def test_plans_of_others(command: str, place: str, tmp_path: Path) -> None:
    scenario, path = files(tmp_path)
    plan = json.loads(plan_text())
    plan["assignments"][0][place] = f"[bold]x{HOSTILE}"
    if place == "project":
        plan["decisions"][0][place] = HOSTILE
        plan["unmet"] = [{"kind": "goal", "id": HOSTILE}]
    changed = tmp_path / "changed.json"
    changed.write_text(json.dumps(plan))
    ran = hilltop(command, *((scenario,) if command == "check" else (path,)), changed)
    assert ran.code == 2
    assert _unsafe(ran.out + ran.err) == []


def test_a_file_name(tmp_path: Path) -> None:
    path = tmp_path / f"a{HOSTILE}.json"
    generated = hilltop("generate", path, "--projects", "30")
    nowhere = hilltop("solve", path, "--out", tmp_path / HOSTILE / "plan.json")
    assert (generated.code, nowhere.code) == (0, 5)
    assert _unsafe(generated.out + nowhere.err) == []
    assert "No such file or directory" in nowhere.err.replace("\n", "")


def test_markup_is_shown_as_it_stands(tmp_path: Path) -> None:
    scenario = written(tmp_path / "year.json", small(name="[bold]山头[/bold] :smile: [link=http://x]"))
    ran = hilltop("solve", scenario, *QUICK)
    assert ran.code == 0
    assert "Plan: [bold]山头[/bold] :smile: [link=http://x]" in ran.out
