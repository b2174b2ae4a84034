"""`hilltop explain`: why one project is in or out, and where the gap of a plan comes from."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from tests.api.command_line.running import hilltop, process
from tests.api.command_line.samples import QUICK, files, small, written


def test_a_project_that_is_left_out(tmp_path: Path) -> None:
    scenario, plan = files(tmp_path)
    ran = process("explain", scenario, plan, "P-004")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "P-004: drop"
    assert lines[1] == "All of this goes by the prices of the plan: they give a bound, not a promise."
    said = " ".join(ran.out.split())
    assert "It excludes P-001, which runs." in said
    assert "Proved: no plan that decides the other way is worth more than" in said
    assert "more before these prices speak for it." in said
    assert "P-001 and P-004 exclude each other" in said


def test_a_project_that_runs_in_chinese(tmp_path: Path) -> None:
    scenario, plan = files(tmp_path)
    ran = process("explain", scenario, plan, "P-001", "--lang", "zh")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("P-001 Alpha：立项 2027-01\n")
    assert "因此值得。" in ran.out
    assert "人选：2027-01 启动时各角色最合算的人" in ran.out
    assert "east-pm" in ran.out


def test_a_project_as_a_document(tmp_path: Path) -> None:
    scenario, plan = files(tmp_path)
    ran = hilltop("explain", scenario, plan, "P-001", "--json", "--top", "1")
    assert (ran.code, ran.err) == (0, "")
    said = ran.document
    assert (said["schema"], said["project"], said["decision"]) == ("explanation/1", "P-001", "initiate")
    assert said["why"][0]["code"] == "worth_it"
    assert said["people"][0] == {"role": "project_manager", "person": "east-pm", "adds": 0, "chosen": True}
    assert said["settled"] is (said["other_at_most"] < 180)


def test_the_pieces_of_the_gap_sum_exactly(tmp_path: Path) -> None:
    scenario, plan = files(tmp_path)
    content = json.loads(plan.read_text())
    content["prices"] = [{"row": "person_capacity/north-pm/2027-01", "price": 10.000000000001}]
    content["evidence"].update(bound=209.2, gap=0.162222, status="certified")
    plan.write_text(json.dumps(content))
    ran = hilltop("explain", scenario, plan, "--json", "--top", "1")
    assert ran.code == 0, ran.out
    said = json.loads(ran.out, parse_float=Decimal)
    amounts = [piece["amount"] for piece in (*said["gap"], said["gap_others"])]
    assert sum(amounts, Decimal(0)) == said["between"] == said["bound"] - said["objective"]
    assert (len(said["gap"]), said["rows_in_all"]) == (1, 1)
    shown = hilltop("explain", scenario, plan, "--top", "1")
    assert shown.code == 0
    assert "total (bound − objective)" in shown.out
    assert "project P-004: left out, though it is worth its prices" in shown.out
    assert "time of north-pm in 2027-01" in shown.out
    assert "差距从何而来" in hilltop("explain", scenario, plan, "--lang", "zh").out


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("P-0001", "there is no project “P-0001”. Did you mean “P-001”?"),
        ("zebra", "there is no project “zebra”."),
    ],
)
def test_an_unknown_project(typed: str, said: str, tmp_path: Path) -> None:
    ran = hilltop("explain", *files(tmp_path), typed)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_a_plan_without_prices(tmp_path: Path) -> None:
    scenario, plan = files(tmp_path)
    assert hilltop("solve", scenario, "--engine", "exact", "--out", plan, *QUICK).code == 0
    ran = hilltop("explain", scenario, plan, "P-001")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Error [no_prices]: This plan has no prices that prove a bound")
    assert hilltop("explain", scenario, plan, "--json").document["error"]["code"] == "no_prices"


def test_a_plan_of_another_scenario(tmp_path: Path) -> None:
    _, plan = files(tmp_path)
    other = written(tmp_path / "other.json", small(name="another year"))
    ran = hilltop("explain", other, plan, "--lang", "zh")
    assert (ran.code, ran.out) == (2, "")
    assert "独立检查否决了这个计划" in ran.err
