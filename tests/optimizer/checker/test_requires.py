"""What a running project requires runs too, at whatever time."""

from models.choices import Choice
from tests.optimizer.checker.plans import rules_broken
from tests.scenario_builder import candidate, in_flight, scenario

LATE = {"preferred": "2027-01", "latest": "2027-04"}


def test_the_prerequisite_runs_at_whatever_time() -> None:
    question = scenario(projects=[candidate("P", requires=["Q"]), candidate("Q", start=LATE)])
    assert rules_broken(question, {"P": Choice(0), "Q": Choice(3)}) == set()
    assert rules_broken(question, {"P": Choice(0)}) == {"requires"}


def test_a_project_that_does_not_run_requires_nothing() -> None:
    question = scenario(projects=[candidate("P", requires=["Q"]), candidate("Q")])
    assert rules_broken(question, {}) == set()
    assert rules_broken(question, {"Q": Choice(0)}) == set()


def test_a_stopped_project_does_not_count_and_a_continued_one_asks() -> None:
    question = scenario(projects=[in_flight("F", requires=["P"]), candidate("P", requires=["F"])])
    assert rules_broken(question, {"P": Choice(0)}) == {"requires"}
    assert rules_broken(question, {"F": Choice(0)}) == {"requires"}
    assert rules_broken(question, {"F": Choice(0), "P": Choice(0)}) == set()


def test_a_circle_is_all_or_none_and_a_project_satisfies_itself() -> None:
    question = scenario(projects=[candidate("P", requires=["Q", "P"]), candidate("Q", requires=["P"])])
    assert rules_broken(question, {"P": Choice(0), "Q": Choice(0)}) == set()
    assert rules_broken(question, {"P": Choice(0)}) == {"requires"}
