"""What differs between two plans, each made of choices by hand."""

import json

from models.canonical import readable_json
from models.choices import Choice
from models.plan import Plan
from models.scenario import Scenario
from optimizer.settings import SolveSettings
from optimizer.solve import Found, finish
from scenarios.comparison import Comparison, DecisionChange, PersonChange, compare
from tests.scenario_builder import MARKET, candidate, in_flight, scenario

PM = "project_manager"
LATER = {"preferred": "2027-01", "latest": "2027-02"}
EVERYTHING = {
    "A": Choice(0, {PM: "east-pm"}),
    "B": Choice(0, {PM: "north-pm"}),
    "F": Choice(0, {PM: "east-pm"}),
}


def company(**parts: object) -> Scenario:
    """A may start a month later at half its value of 100; B is worth 40, stopping F costs 7; anybody may lead."""
    projects = [
        candidate("A", needs={PM: 0.5}, start=LATER, value={"amount": 100, "delay_loss": 0.5}),
        candidate("B", "north", needs={PM: 0.25}, value={"amount": 40}),
        in_flight("F", needs={PM: 0.25}, incumbents={PM: "east-pm"}, stop_cost=7),
    ]
    return scenario(**{"projects": projects, "market": MARKET, **parts})


def plan(choices: dict[str, Choice], question: Scenario | None = None) -> Plan:
    """The checked plan of these choices."""
    return finish(question or company(), Found(choices, 0, 0, None, "running"), SolveSettings())


def both_ways(before: Plan, after: Plan) -> Comparison:
    """The comparison, after seeing that the other way round everything is turned round."""
    forth, back = compare(before, after), compare(after, before)
    assert back.changes == forth.changes
    assert (back.newly_unmet, back.newly_met) == (forth.newly_met, forth.newly_unmet)
    assert back.objective.difference == -forth.objective.difference
    turned = {(row.project, row.role): (row.after, row.before) for row in forth.people}
    assert {(row.project, row.role): (row.before, row.after) for row in back.people} == turned
    return forth


def without(*projects: str) -> dict[str, Choice]:
    """All choices but those for these projects."""
    return {project: choice for project, choice in EVERYTHING.items() if project not in projects}


def test_equal_plans_do_not_differ() -> None:
    same = both_ways(plan(EVERYTHING), plan(EVERYTHING))
    assert same.same_scenario
    assert (same.decisions, same.people, same.terms, same.changes) == ((), (), (), 0)
    assert (same.objective.difference, same.purchases.difference) == (0, 0)


def test_a_project_dropped_is_turned_and_loses_its_people() -> None:
    change = both_ways(plan(EVERYTHING), plan(without("B")))
    assert change.decisions == (DecisionChange("B", "initiate", "drop", "2027-01", None, turned=True),)
    assert change.people == (PersonChange("B", PM, "north-pm", None),)
    assert not change.people[0].replaced
    assert change.changes == 1
    assert (change.objective.before, change.objective.after) == (140_000_000, 100_000_000)
    assert [(term.name, term.difference) for term in change.terms] == [("project_value", -40_000_000)]


def test_a_later_start_turns_nothing() -> None:
    change = both_ways(plan(EVERYTHING), plan({**EVERYTHING, "A": Choice(1, {PM: "east-pm"})}))
    assert change.decisions == (DecisionChange("A", "initiate", "defer", "2027-01", "2027-02", turned=False),)
    assert (change.people, change.changes) == ((), 0)
    assert change.objective.difference == -50_000_000


def test_another_person_from_another_unit_is_a_change_that_is_paid_for() -> None:
    # Half an FTE at 10 with 10 % mark-up costs 5.5; the friction is 20 % of the rate: 1.
    change = both_ways(plan(EVERYTHING), plan({**EVERYTHING, "A": Choice(0, {PM: "north-pm"})}))
    assert change.people == (PersonChange("A", PM, "east-pm", "north-pm"),)
    assert change.people[0].replaced
    assert (change.decisions, change.changes) == ((), 1)
    assert (change.purchases.before, change.purchases.after) == (0, 5_500_000)
    assert [(term.name, term.difference) for term in change.terms] == [("friction", -1_000_000)]


def test_work_in_flight_that_is_stopped() -> None:
    change = both_ways(plan(EVERYTHING), plan(without("F")))
    assert change.decisions == (DecisionChange("F", "continue", "stop", "2027-01", None, turned=True),)
    assert [(term.name, term.difference) for term in change.terms] == [("stop_cost", -7_000_000)]


def test_commitments_newly_met_and_newly_unmet() -> None:
    asked = company(
        pins=[
            {"project": "B", "decision": "initiate"},
            {"project": "A", "role": PM, "person": "east-pm"},
            {"project": "F", "decision": "stop"},
        ]
    )
    change = both_ways(plan(EVERYTHING, asked), plan({"A": Choice(0, {PM: "north-pm"})}, asked))
    assert set(change.newly_unmet) == {("pin", "B", None), ("pin", "A", PM)}
    assert change.newly_met == (("pin", "F", None),)


def test_plans_of_different_scenarios_and_projects() -> None:
    other = company(projects=[candidate("C", needs={PM: 0.5}, value={"amount": 1})])
    change = both_ways(plan(EVERYTHING), plan({"C": Choice(0, {PM: "east-pm"})}, other))
    assert not change.same_scenario
    assert [(row.project, row.before, row.after) for row in change.decisions] == [
        ("C", None, "initiate"),  # those of the later plan first
        ("A", "initiate", None),
        ("B", "initiate", None),
        ("F", "continue", None),
    ]
    assert change.changes == 4


def test_a_dropped_project_that_the_other_plan_does_not_know_changes_nothing_that_runs() -> None:
    other = company(projects=[candidate("C", needs={PM: 0.5}, value={"amount": 1})])
    change = both_ways(plan(without("A", "B", "F")), plan({}, other))
    assert {row.project: row.turned for row in change.decisions} == {"A": False, "B": False, "C": False, "F": False}
    assert change.changes == 0


def test_the_document_says_it_all_exactly() -> None:
    asked = company(pins=[{"project": "A", "role": PM, "person": "east-pm"}, {"project": "B", "decision": "initiate"}])
    before, after = plan(EVERYTHING, asked), plan({"A": Choice(1, {PM: "north-pm"}), "F": EVERYTHING["F"]}, asked)
    said = json.loads(readable_json(compare(before, after).document()))
    assert said == {
        "schema": "comparison/1",
        "same_scenario": True,
        "changes": 2,
        "decisions": [
            {
                "project": "A",
                "before": "initiate",
                "after": "defer",
                "start_before": "2027-01",
                "start_after": "2027-02",
                "turned": False,
            },
            {
                "project": "B",
                "before": "initiate",
                "after": "drop",
                "start_before": "2027-01",
                "start_after": None,
                "turned": True,
            },
        ],
        "people": [
            {"project": "A", "role": PM, "before": "east-pm", "after": "north-pm"},
            {"project": "B", "role": PM, "before": "north-pm", "after": None},
        ],
        "objective": {"before": 140, "after": 49, "difference": -91},
        "terms": {
            "project_value": {"before": 140, "after": 50, "difference": -90},
            "friction": {"before": 0, "after": -1, "difference": -1},
        },
        "purchases": {"before": 0, "after": 5.5, "difference": 5.5},
        "newly_unmet": [{"kind": "pin", "id": "A", "role": PM}, {"kind": "pin", "id": "B"}],
        "newly_met": [],
    }
