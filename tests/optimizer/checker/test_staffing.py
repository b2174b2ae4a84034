"""A running project has exactly one person for each role it asks for, the same person throughout."""

from models.choices import Choice
from optimizer.checker import Auditor, check
from tests.optimizer.checker.plans import plan_of, rules_broken
from tests.scenario_builder import candidate, scenario

QUESTION = scenario(projects=[candidate("P", needs={"project_manager": 0.5, "sponsor": 0.1})])
FULL = {"P": Choice(0, {"project_manager": "east-pm", "sponsor": "east-sponsor"})}


def test_one_person_in_each_role_is_accepted() -> None:
    assert rules_broken(QUESTION, FULL) == set()


def test_a_vacant_role_is_refused() -> None:
    assert rules_broken(QUESTION, {"P": Choice(0, {"project_manager": "east-pm"})}) == {"staffing"}


def test_a_project_that_does_not_run_needs_nobody() -> None:
    assert rules_broken(QUESTION, {}) == set()


def test_a_project_that_asks_for_no_role_runs_without_people() -> None:
    assert rules_broken(scenario(projects=[candidate("P")]), {"P": Choice(0)}) == set()


def test_a_role_that_is_not_asked_for_is_refused() -> None:
    question = scenario(projects=[candidate("P", needs={"project_manager": 0.5})])
    (violation,) = Auditor(question).score(FULL).violations
    assert (violation.rule, violation.subjects) == ("staffing", ("P", "sponsor", "east-sponsor"))


def test_a_plan_with_a_role_that_is_not_asked_for_is_refused_for_that_alone() -> None:
    asked = scenario(projects=[candidate("P", needs={"project_manager": 0.5})])
    plan = plan_of(asked, {"P": Choice(0, {"project_manager": "east-pm"})})
    surplus = plan.assignments[0].replace(role="sponsor", person="east-sponsor")
    verdict = check(asked, plan.replace(assignments=(*plan.assignments, surplus)))
    assert [violation.rule for violation in verdict.violations] == ["staffing"]


def test_two_people_in_one_role_are_refused() -> None:
    plan = plan_of(QUESTION, FULL)
    second = plan.assignments[0].replace(person="north-pm")
    verdict = check(QUESTION, plan.replace(assignments=(*plan.assignments, second)))
    assert [violation.rule for violation in verdict.violations] == ["staffing"]
    assert verdict.violations[0].text("en") == (
        "Project P has one person throughout in the role project_manager; the plan names east-pm and north-pm."
    )
