"""Decisions and assignments say one thing about each project of the scenario, and nothing about others."""

import pytest

from models.choices import Choice, Choices
from models.plan import Plan
from optimizer.checker import check
from tests.optimizer.checker.plans import plan_of
from tests.scenario_builder import candidate, in_flight, scenario

PM = "project_manager"
QUESTION = scenario(
    projects=[
        candidate(
            "P", needs={PM: 0.5}, duration=2, start={"preferred": "2027-02", "earliest": "2027-01", "latest": "2027-03"}
        ),
        candidate("Q"),
        in_flight("F"),
    ]
)
CHOSEN: Choices = {"P": Choice(1, {PM: "east-pm"}), "F": Choice(0)}
PLAN = plan_of(QUESTION, CHOSEN)


def names(plan: Plan) -> set[str]:
    return {str(violation.rule) for violation in check(QUESTION, plan).violations}


def deciding(project: str, **changes: str | None) -> Plan:
    """The plan with one decision changed."""
    rows = tuple(row.replace(**changes) if row.project == project else row for row in PLAN.decisions)
    return PLAN.replace(decisions=rows)


def test_the_plan_itself_is_accepted() -> None:
    assert names(PLAN) == set()


@pytest.mark.parametrize("start", [0, 1, 2])
def test_initiate_at_or_before_preferred_and_defer_later(start: int) -> None:
    plan = plan_of(QUESTION, {**CHOSEN, "P": Choice(start, {PM: "east-pm"})})
    assert plan.decisions[0].decision == ("defer" if start == 2 else "initiate")
    swapped = plan.decisions[0].replace(decision="initiate" if start == 2 else "defer")
    assert names(plan.replace(decisions=(swapped, *plan.decisions[1:]))) == {"decisions"}


@pytest.mark.parametrize(("project", "word"), [("P", "continue"), ("Q", "stop"), ("F", "initiate"), ("F", "defer")])
def test_words_of_the_other_kind_of_project(project: str, word: str) -> None:
    assert names(deciding(project, decision=word)) == {"decisions"}


def test_a_start_is_there_exactly_when_the_project_runs() -> None:
    assert names(deciding("P", start=None)) == {"decisions"}
    assert names(deciding("F", start=None)) == {"decisions"}
    assert names(deciding("Q", start="2027-01")) == {"decisions"}


def test_a_start_counts_the_periods_of_the_horizon() -> None:
    assert names(deciding("P", start="2027-Q1")) == {"decisions"}


def test_a_start_outside_the_window_breaks_that_rule_alone() -> None:
    plan = plan_of(QUESTION, {**CHOSEN, "P": Choice(3, {PM: "east-pm"})})
    assert plan.decisions[0].start == "2027-04"
    assert names(plan) == {"one_start"}


@pytest.mark.parametrize("project", ["P", "Q", "F"])
def test_every_project_is_decided_exactly_once(project: str) -> None:
    rest = tuple(row for row in PLAN.decisions if row.project != project)
    (own,) = (row for row in PLAN.decisions if row.project == project)
    assert "decisions" in names(PLAN.replace(decisions=rest))
    assert names(PLAN.replace(decisions=(*PLAN.decisions, own))) == {"decisions"}
    second = own.replace(decision="drop", start=None)
    assert names(PLAN.replace(decisions=(*PLAN.decisions, second))) == {"decisions"}


def test_projects_the_scenario_does_not_know() -> None:
    ghost = PLAN.decisions[0].replace(project="ghost")
    assert names(PLAN.replace(decisions=(*PLAN.decisions, ghost))) == {"decisions"}
    led = PLAN.assignments[0].replace(project="ghost")
    assert names(PLAN.replace(assignments=(*PLAN.assignments, led))) == {"assignments"}


def test_nobody_is_assigned_to_what_does_not_run() -> None:
    idle = PLAN.assignments[0].replace(project="Q")
    assert names(PLAN.replace(assignments=(*PLAN.assignments, idle))) == {"assignments"}


def test_an_assignment_stated_twice_is_refused() -> None:
    assert names(PLAN.replace(assignments=PLAN.assignments * 2)) == {"assignments"}
    first, second = (
        PLAN.assignments[0].replace(first=month, last=month, effort=(500,)) for month in ("2027-02", "2027-03")
    )
    assert names(PLAN.replace(assignments=(first, second))) == {"assignments"}


def test_an_empty_plan_is_refused_without_a_crash() -> None:
    verdict = check(QUESTION, PLAN.replace(decisions=(), assignments=()))
    assert not verdict.accepted
    assert verdict.score.money == 0
