"""`hilltop diff`: in words, in both languages, and as a document."""

import json
from pathlib import Path
from typing import Any

import pytest

from models.canonical import readable_json
from models.plan import Plan
from scenarios.comparison import compare
from tests.api.command_line.running import hilltop
from tests.api.command_line.samples import files, plan_text


def _changed(folder: Path) -> tuple[Path, Path]:
    """The plan of the small scenario, and one that somebody has turned over."""
    _, before = files(folder)
    plan: Any = json.loads(plan_text())
    plan["decisions"][0].update(decision="drop", start=None)
    plan["decisions"][1].update(decision="defer", start="2027-02")
    plan["assignments"] = [row for row in plan["assignments"] if row["project"] != "P-001"]
    plan["assignments"][0]["person"] = "east-pm"
    plan["objective"]["total"] = 80.5
    plan["objective"]["terms"]["project_value"] = 80.5
    plan["unmet"] = [{"kind": "mandated", "id": "P-001"}, {"kind": "pin", "id": "P-001", "role": "sponsor"}]
    after = folder / "after.json"
    after.write_text(json.dumps(plan))
    return before, after


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            (
                "Changes as the stability rule counts them: 2.",
                "initiate 2027-01",
                "defer 2027-02",
                "-99.50",
                "Newly unmet: mandated project P-001 does not run, the pin on P-001, role sponsor",
            ),
        ),
        (
            "zh",
            (
                "按稳定性规则计：变更 2 处。",
                "立项 2027-01",
                "暂缓 2027-02",
                "-99.50",
                "新出现的未满足承诺：强制项目 P-001 不运行、项目 P-001 角色 sponsor 的锁定",
            ),
        ),
    ],
)
def test_in_words(language: str, said: tuple[str, ...], tmp_path: Path) -> None:
    ran = hilltop("diff", *_changed(tmp_path), "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    assert [words for words in said if words not in ran.out] == []


def test_the_other_way_round(tmp_path: Path) -> None:
    before, after = _changed(tmp_path)
    ran = hilltop("diff", after, before)
    assert "Newly met: mandated project P-001 does not run" in ran.out
    assert "+99.50" in ran.out


def test_the_document_is_that_of_the_comparison(tmp_path: Path) -> None:
    before, after = _changed(tmp_path)
    ran = hilltop("diff", before, after, "--json")
    plans = (Plan.model_validate_json(path.read_bytes()) for path in (before, after))
    assert ran.out == readable_json(compare(*plans).document())


def test_plans_of_different_scenarios_are_compared_with_a_note(tmp_path: Path) -> None:
    _, before = files(tmp_path)
    other = tmp_path / "other.json"
    other.write_text(json.dumps({**json.loads(plan_text()), "scenario_hash": "sha256:0"}))
    ran = hilltop("diff", before, other)
    assert ran.code == 0
    assert "Note: the plans answer different scenarios." in ran.out
    assert "The plans do not differ." in ran.out


def test_more_rows_than_a_summary_shows_are_all_there(tmp_path: Path) -> None:
    _, before = files(tmp_path)
    plan = json.loads(plan_text())
    plan["decisions"] += [{"project": f"X-{number}", "decision": "drop"} for number in range(40)]
    after = tmp_path / "after.json"
    after.write_text(json.dumps(plan))
    out = hilltop("diff", before, after).out
    assert [number for number in range(40) if f"X-{number} " not in out] == []
