"""`hilltop check`: accepts what solve makes, and names the rule that a changed plan breaks."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from models.rules import RULES
from tests.api.command_line.running import hilltop
from tests.api.command_line.samples import QUICK, files, impossible, plan_text, small, written

PROVED = {"status": "optimal", "bound": 180, "gap": 0, "unmet_at_least": 0}
Change = Callable[[Any], object]


def _no_sponsor(plan: Any) -> None:
    plan["assignments"] = [row for row in plan["assignments"] if row["role"] != "sponsor"]


def _sponsor_as_manager(plan: Any) -> None:
    plan["assignments"][0]["person"] = "east-sponsor"


def _both_that_exclude(plan: Any) -> None:
    plan["decisions"][2].update(decision="initiate", start="2027-01")


def _start_outside(plan: Any) -> None:
    plan["decisions"][0].update(start="2027-03")


CHANGES: list[tuple[str, Change]] = [
    ("staffing", _no_sponsor),
    ("eligibility", _sponsor_as_manager),
    ("excludes", _both_that_exclude),
    ("one_start", _start_outside),
]


def test_the_plan_of_a_solve_is_accepted(tmp_path: Path) -> None:
    ran = hilltop("check", *files(tmp_path))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Accepted: every rule and every figure recomputed. Objective 180.00, commitments unmet: 0.",
        "Bound recomputed from the plan's prices: it is the objective, so the plan is proved optimal.",
    ]


def test_what_an_accepted_plan_proves_in_chinese(tmp_path: Path) -> None:
    scenario, plan = written(tmp_path / "year.json", impossible()), tmp_path / "plan.json"
    assert hilltop("solve", scenario, "--out", plan, *QUICK).code == 3
    ran = hilltop("check", scenario, plan, "--lang", "zh")
    assert ran.code == 0
    assert "已用计划中的价格重新算出上界，它就是目标值：计划已证明最优。" in ran.out
    assert "已重新算出：每个计划都至少有 1 项承诺落空。" in ran.out


def test_a_plan_that_proves_nothing_says_so(tmp_path: Path) -> None:
    scenario, plan = files(tmp_path)
    assert hilltop("solve", scenario, "--engine", "exact", "--out", plan, *QUICK).code == 0
    assert (
        "The plan claims no bound; how far it is from the best is not proved." in hilltop("check", scenario, plan).out
    )
    assert hilltop("check", scenario, plan, "--json").document["proved"] is None


def _bound(plan: Any) -> None:
    plan["evidence"]["bound"] = 179


def _price(plan: Any) -> None:
    plan["prices"][0]["price"] = -1


def _row(plan: Any) -> None:
    plan["prices"][0]["row"] = "excludes/P-001/P-002"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_bound, "[evidence] The evidence states bound as 179; it is 180."),
        (_price, "[evidence] The price of row excludes/P-001/P-004, -1, is outside the marginal costs of the row"),
        (_row, "[evidence] The scenario has no row excludes/P-001/P-002 that could have a price."),
    ],
)
def test_a_wrong_proof_is_rejected_by_name(change: Change, said: str, tmp_path: Path) -> None:
    scenario, path = files(tmp_path)
    plan = json.loads(plan_text())
    change(plan)
    path.write_text(json.dumps(plan))
    ran = hilltop("check", scenario, path)
    assert ran.code == 1
    assert said in ran.out.replace("\n", " ")


def test_an_accepted_plan_as_a_document(tmp_path: Path) -> None:
    ran = hilltop("check", *files(tmp_path), "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.document == {"accepted": True, "objective": 180, "unmet": 0, "proved": PROVED, "violations": []}


@pytest.mark.parametrize(("rule", "change"), CHANGES)
def test_a_changed_plan_is_rejected_by_the_rule_it_breaks(rule: str, change: Change, tmp_path: Path) -> None:
    scenario, path = files(tmp_path)
    plan = json.loads(plan_text())
    change(plan)
    path.write_text(json.dumps(plan))
    assert rule in set(RULES)
    for language in ("en", "zh"):
        ran = hilltop("check", scenario, path, "--lang", language)
        assert ran.code == 1
        assert f"[{rule}]" in ran.out
    ran = hilltop("check", scenario, path, "--json")
    assert ran.code == 1
    assert ran.document["accepted"] is False
    assert rule in {violation["rule"] for violation in ran.document["violations"]}


def test_as_many_lines_as_violations(tmp_path: Path) -> None:
    scenario, path = files(tmp_path)
    plan = json.loads(plan_text())
    _no_sponsor(plan)
    path.write_text(json.dumps(plan))
    violations = hilltop("check", scenario, path, "--json").document["violations"]
    out = hilltop("check", scenario, path).out
    assert sum(line.startswith("[") for line in out.splitlines()) == len(violations)
    assert out.endswith(f"Rejected; violations: {len(violations)}.\n")


@pytest.mark.parametrize("figure", ["objective", "unmet"])
def test_a_figure_that_is_not_so(figure: str, tmp_path: Path) -> None:
    scenario, path = files(tmp_path)
    plan = json.loads(plan_text())
    if figure == "objective":
        plan["objective"]["total"] = 181
    else:
        plan["unmet"] = [{"kind": "mandated", "id": "P-004"}]
    path.write_text(json.dumps(plan))
    ran = hilltop("check", scenario, path, "--json")
    assert ran.code == 1
    assert (ran.document["objective"], ran.document["unmet"]) == (180, 0)  # what it comes to in truth


def test_the_plan_of_another_scenario(tmp_path: Path) -> None:
    _, plan = files(tmp_path)
    other = written(tmp_path / "other.json", small(name="another year"))
    assert hilltop("check", other, plan).code == 1


@pytest.mark.parametrize(
    ("change", "pointer", "code"),
    [
        (lambda plan: plan.pop("decisions"), "/decisions", "field_missing"),
        (lambda plan: plan.update(more=1), "/more", "field_unknown"),
        (lambda plan: plan.update(schema="plan/9"), "/schema", "schema_unknown"),
        (lambda plan: plan["decisions"][0].update(decision="maybe"), "/decisions/0/decision", "word_unknown"),
        (lambda plan: plan["decisions"][0].update(start="soon"), "/decisions/0/start", "period_malformed"),
        (lambda plan: plan["decisions"][0].update(project=7), "/decisions/0/project", "not_text"),
        (lambda plan: plan.update(decisions={}), "/decisions", "not_a_list"),
        (lambda plan: plan["assignments"].insert(0, 3), "/assignments/0", "not_a_record"),
        (lambda plan: plan["objective"].update(total="much"), "/objective/total", "not_a_number"),
        (lambda plan: plan["assignments"][0].update(purchased="no"), "/assignments/0/purchased", "not_true_or_false"),
    ],
)
def test_a_plan_that_is_none(change: Change, pointer: str, code: str, tmp_path: Path) -> None:
    scenario, path = files(tmp_path)
    plan = json.loads(plan_text())
    change(plan)
    path.write_text(json.dumps(plan))
    ran = hilltop("check", scenario, path, "--json")
    assert ran.code == 2
    said = {(finding["pointer"], finding["code"]) for finding in ran.document["error"]["findings"]}
    assert (pointer, code) in said
