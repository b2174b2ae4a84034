"""Two projects that exclude each other, named by either, do not both run."""

from models.choices import Choice
from optimizer.checker import Auditor
from tests.optimizer.checker.plans import rules_broken
from tests.scenario_builder import candidate, scenario


def test_either_alone_and_both() -> None:
    question = scenario(projects=[candidate("P"), candidate("Q", excludes=["P"])])
    assert rules_broken(question, {"P": Choice(0)}) == set()
    assert rules_broken(question, {"Q": Choice(0)}) == set()
    assert rules_broken(question, {"P": Choice(0), "Q": Choice(0)}) == {"excludes"}


def test_a_pair_that_names_each_other_is_one_violation() -> None:
    question = scenario(projects=[candidate("P", excludes=["Q"]), candidate("Q", excludes=["P"])])
    (violation,) = Auditor(question).score({"P": Choice(0), "Q": Choice(0)}).violations
    assert violation.text("en") == "Projects P and Q exclude each other, yet both run."


def test_a_project_that_excludes_itself_never_runs() -> None:
    question = scenario(projects=[candidate("P", excludes=["P"])])
    assert rules_broken(question, {}) == set()
    assert rules_broken(question, {"P": Choice(0)}) == {"excludes"}
