"""A candidate starts at most once, inside its window; a project in flight runs from the first period."""

import pytest

from models.choices import Choice
from models.scenario import Scenario
from optimizer.checker import Auditor, statement
from tests.optimizer.checker.plans import rules_broken
from tests.scenario_builder import candidate, in_flight, scenario


def with_window(**window: str) -> Scenario:
    return scenario(projects=[candidate("P", start=window)])


@pytest.mark.parametrize("start", [1, 2])
def test_starts_from_earliest_to_latest_are_inside(start: int) -> None:
    question = with_window(preferred="2027-02", earliest="2027-02", latest="2027-03")
    assert rules_broken(question, {"P": Choice(start)}) == set()


@pytest.mark.parametrize("start", [0, 3])
def test_one_period_before_earliest_or_after_latest_is_outside(start: int) -> None:
    question = with_window(preferred="2027-02", earliest="2027-02", latest="2027-03")
    assert rules_broken(question, {"P": Choice(start)}) == {"one_start"}


def test_an_absent_end_of_the_window_is_the_preferred_period() -> None:
    question = with_window(preferred="2027-02")
    assert [rules_broken(question, {"P": Choice(start)}) for start in (0, 1, 2)] == [
        {"one_start"},
        set(),
        {"one_start"},
    ]


def test_the_horizon_cuts_the_window() -> None:
    # Four months from January: a window from November to June leaves 0 to 3.
    question = with_window(preferred="2026-11", latest="2027-06")
    assert [rules_broken(question, {"P": Choice(start)}) for start in (-1, 0, 3, 4)] == [
        {"one_start"},
        set(),
        set(),
        {"one_start"},
    ]


def test_a_window_outside_the_horizon_allows_no_start() -> None:
    question = with_window(preferred="2027-05")
    assert rules_broken(question, {"P": Choice(3)}) == {"one_start"}
    assert rules_broken(question, {"P": Choice(4)}) == {"one_start"}


def test_in_flight_runs_from_the_first_period() -> None:
    question = scenario(projects=[in_flight("F", duration=2)])
    assert rules_broken(question, {"F": Choice(0)}) == set()
    assert rules_broken(question, {"F": Choice(1)}) == {"one_start"}


def test_a_project_that_the_scenario_does_not_know_is_named() -> None:
    score = Auditor(scenario()).score({"ghost": Choice(0, {"project_manager": "east-pm"})})
    assert [(violation.rule, violation.subjects) for violation in score.violations] == [("one_start", ("ghost",))]
    assert score.money == 0


def test_a_start_beyond_every_calendar_is_a_violation_and_no_crash() -> None:
    question = scenario(
        horizon={"start": "2027-W01", "periods": 4}, projects=[candidate("P", start={"preferred": "2027-W02"})]
    )
    for start in (10**9, -(10**9)):
        (violation,) = Auditor(question).score({"P": Choice(start)}).violations
        assert (violation.rule, violation.stated, violation.expected) == ("one_start", str(start), "2027-W02")


def test_the_sentence_names_project_start_and_window() -> None:
    question = with_window(preferred="2027-02", earliest="2027-01", latest="2027-03")
    (violation,) = Auditor(question).score({"P": Choice(3)}).violations
    assert violation.text("en") == "Project P starts in 2027-04, which is not in its window (2027-01…2027-03)."
    assert violation.text("zh") == "项目 P 于 2027-04 启动,不在其启动窗口(2027-01…2027-03)内。"


def test_a_candidate_without_a_window_never_starts_and_asks_for_nobody() -> None:
    question = scenario(
        projects=[{"id": "P", "unit": "east", "duration": 1, "staffing": [{"role": "sponsor", "effort": 1}]}]
    )
    assert "one_start" in rules_broken(question, {"P": Choice(0, {"sponsor": "east-sponsor"})})
    assert statement(question, {}).hunger == ()
