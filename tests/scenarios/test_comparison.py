"""Comparing plans: what is told of decisions, people, money and commitments, and how changes are counted."""

import json
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from models.canonical import readable_json
from models.plan import Plan, Terms
from optimizer.settings import SolveSettings
from optimizer.solve import solve
from scenarios.comparison import CommitmentKey, DecisionChange, MoneyChange, PersonChange, compare
from tests.scenario_builder import MARKET, PEOPLE, candidate, in_flight, person, scenario

Change = Callable[[Any], object]


@cache
def _text() -> str:
    projects = [
        candidate("P", needs={"project_manager": 0.5}, value={"amount": 100}),
        candidate("Q", needs={"project_manager": 0.1}, value={"amount": 20}, excludes=["P"]),
        candidate("R", "north", needs={"sponsor": 2}, value={"amount": 7}),
        in_flight("F", needs={"sponsor": 0.2}, incumbents={"sponsor": "east-sponsor"}, value={"amount": 30}),
    ]
    people = [*PEOPLE, person("east-pm-2", "east")]
    plan = solve(scenario(projects=projects, people=people, market=MARKET), SolveSettings(workers=1))
    return readable_json(plan.model_dump(by_alias=True))


def _plan(change: Change = lambda plan: None) -> Plan:
    """The plan of a small scenario, changed as a plan of somebody else may be."""
    document = json.loads(_text(), parse_float=Decimal)
    change(document)
    return Plan.model_validate(document)


def _decide(project: str, decision: str, start: str | None = None) -> Change:
    def change(plan: Any) -> None:
        for row in plan["decisions"]:
            if row["project"] == project:
                row.update(decision=decision, start=start)

    return change


def _without(part: str, project: str) -> Change:
    def change(plan: Any) -> None:
        plan[part] = [row for row in plan[part] if row["project"] != project]

    return change


def _staff(project: str, person_id: str) -> Change:
    def change(plan: Any) -> None:
        for row in plan["assignments"]:
            if row["project"] == project:
                row["person"] = person_id

    return change


def test_a_plan_does_not_differ_from_itself() -> None:
    same = compare(_plan(), _plan())
    assert same.same_scenario
    assert (same.decisions, same.people, same.terms, same.newly_unmet, same.newly_met) == ((), (), (), (), ())
    assert (same.changes, same.objective.difference, same.purchases.difference) == (0, 0, 0)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_decide("P", "drop"), DecisionChange("P", "initiate", "drop", "2027-01", None, turned=True)),
        (_decide("Q", "initiate", "2027-01"), DecisionChange("Q", "drop", "initiate", None, "2027-01", turned=True)),
        (_decide("F", "stop"), DecisionChange("F", "continue", "stop", "2027-01", None, turned=True)),
        (
            _decide("P", "defer", "2027-02"),
            DecisionChange("P", "initiate", "defer", "2027-01", "2027-02", turned=False),
        ),
        (_without("decisions", "P"), DecisionChange("P", "initiate", None, "2027-01", None, turned=True)),
        (_without("decisions", "Q"), DecisionChange("Q", "drop", None, None, None, turned=False)),
    ],
)
def test_decisions(change: Change, expected: DecisionChange) -> None:
    there = compare(_plan(), _plan(change))
    assert there.decisions == (expected,)
    assert there.changes == expected.turned
    (back,) = compare(_plan(change), _plan()).decisions
    assert (back.before, back.after, back.turned) == (expected.after, expected.before, expected.turned)
    assert (back.start_before, back.start_after) == (expected.start_after, expected.start_before)


def test_projects_come_in_the_order_of_the_later_plan_then_the_earlier() -> None:
    def after(plan: Any) -> None:
        plan["decisions"] = [
            {**row, "decision": "stop", "start": None} for row in reversed(plan["decisions"]) if row["project"] != "P"
        ]

    assert [row.project for row in compare(_plan(), _plan(after)).decisions] == ["F", "R", "Q", "P"]


def test_somebody_else_in_a_role_counts_as_one_change() -> None:
    was = next(row.person for row in _plan().assignments if row.project == "P")
    other = "east-pm" if was == "east-pm-2" else "east-pm-2"
    comparison = compare(_plan(), _plan(_staff("P", other)))
    assert comparison.people == (PersonChange("P", "project_manager", was, other),)
    assert (comparison.changes, comparison.decisions) == (1, ())


def test_a_role_staffed_in_one_plan_only_is_told_but_not_counted() -> None:
    without = _without("assignments", "F")
    gone, come = compare(_plan(), _plan(without)), compare(_plan(without), _plan())
    assert gone.people == (PersonChange("F", "sponsor", "east-sponsor", None),)
    assert come.people == (PersonChange("F", "sponsor", None, "east-sponsor"),)
    assert (gone.changes, come.changes) == (0, 0)


def test_the_count_is_that_of_the_rule_stability() -> None:
    """Turn one project and replace one person: the same two changes cost the price of two under a baseline."""
    people = [*PEOPLE, person("east-pm-2", "east")]
    parts: dict[str, Any] = {
        "projects": [
            candidate("P", needs={"project_manager": 0.5}, value={"amount": 100}),
            candidate("Q", needs={"sponsor": 0.1}, value={"amount": 20}),
        ],
        "market": MARKET,
        "people": people,
    }
    pins = [{"project": "Q", "decision": "drop"}, {"project": "P", "role": "project_manager", "person": "east-pm"}]
    before = solve(scenario(pins=pins, **parts), SolveSettings(workers=1))
    earlier = json.loads(readable_json(before.model_dump(by_alias=True)))
    baseline = {"plan": {part: earlier[part] for part in ("decisions", "assignments")}, "price_per_change": 4}
    pins = [{"project": "P", "role": "project_manager", "person": "east-pm-2"}]
    after = solve(scenario(pins=pins, baseline=baseline, **parts), SolveSettings(workers=1))
    assert compare(before, after).changes == 2
    assert after.objective.terms.changes == -8_000_000
    assert not compare(before, after).same_scenario


def test_money_of_the_terms_that_differ_and_of_purchases() -> None:
    def change(plan: Any) -> None:
        plan["objective"]["total"] += Decimal("1.5")
        plan["objective"]["terms"]["friction"] = Decimal("-0.000001")
        row = {"buyer": "east", "seller": "north", "person": "north-pm", "project": "P", "role": "project_manager"}
        plan["purchases"] = [{**row, "period": "2027-01", "effort": 1, "rate": 11, "amount": Decimal("11.01")}] * 2

    comparison = compare(_plan(), _plan(change))
    assert comparison.objective.difference == 1_500_000
    assert comparison.terms == (MoneyChange("friction", 0, -1),)
    assert comparison.purchases == MoneyChange("purchases", 0, 22_020_000)
    document = comparison.document()
    assert document["purchases"] == {"before": 0, "after": Decimal("22.02"), "difference": Decimal("22.02")}
    assert document["terms"]["friction"]["difference"] == Decimal("-0.000001")


@pytest.mark.parametrize("name", sorted(Terms.model_fields))
def test_every_term(name: str) -> None:
    def change(plan: Any) -> None:
        plan["objective"]["terms"][name] -= 3

    (term,) = compare(_plan(), _plan(change)).terms
    assert (term.name, term.difference) == (name, -3_000_000)


def test_commitments_by_kind_id_and_role_whatever_their_reason() -> None:
    def unmet(*keys: CommitmentKey, reason: str = "conflict") -> Plan:
        rows = [{"kind": kind, "id": name, "role": role, "reason": {"code": reason}} for kind, name, role in keys]
        return _plan(lambda plan: plan.update(unmet=rows))

    pin, role, goal = ("pin", "P", None), ("pin", "P", "sponsor"), ("goal", "P", None)
    comparison = compare(unmet(pin, goal), unmet(role, goal, reason="must_run"))
    assert (comparison.newly_unmet, comparison.newly_met) == ((role,), (pin,))
    document = comparison.document()
    assert document["newly_unmet"] == [{"kind": "pin", "id": "P", "role": "sponsor"}]
    assert document["newly_met"] == [{"kind": "pin", "id": "P"}]
