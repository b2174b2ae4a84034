"""One person holds at most one role on one project."""

from models.choices import Choice
from optimizer.checker import Auditor
from tests.optimizer.checker.plans import rules_broken
from tests.scenario_builder import candidate, person, scenario

QUESTION = scenario(
    # One project at a time: two roles on one project are still one project.
    people=[person("E", "east", "project_manager", "sponsor", max_projects=1), person("S", "east", "sponsor")],
    projects=[candidate("P", needs={"project_manager": 0.5, "sponsor": 0.1})],
)


def test_two_people_are_accepted() -> None:
    assert rules_broken(QUESTION, {"P": Choice(0, {"project_manager": "E", "sponsor": "S"})}) == set()


def test_one_person_in_both_roles_is_refused_for_that_alone() -> None:
    assert rules_broken(QUESTION, {"P": Choice(0, {"project_manager": "E", "sponsor": "E"})}) == {"distinct_people"}


def test_one_person_in_different_roles_of_two_projects_is_accepted() -> None:
    question = scenario(
        people=[person("E", "east", "project_manager", "sponsor")],
        projects=[candidate("P", needs={"project_manager": 0.5}), candidate("Q", needs={"sponsor": 0.1})],
    )
    choices = {"P": Choice(0, {"project_manager": "E"}), "Q": Choice(0, {"sponsor": "E"})}
    assert rules_broken(question, choices) == set()


def test_only_the_person_with_several_roles_is_named() -> None:
    question = scenario(
        roles=[{"id": "project_manager"}, {"id": "sponsor"}, {"id": "architect"}],
        people=[person("E", "east", "project_manager", "architect"), person("S", "east", "sponsor")],
        projects=[candidate("P", needs={"project_manager": 0.1, "sponsor": 0.1, "architect": 0.1})],
    )
    both = {"P": Choice(0, {"project_manager": "E", "sponsor": "S", "architect": "E"})}
    (violation,) = Auditor(question).score(both).violations
    assert violation.text("en") == "E holds more than one role on project P: project_manager, architect."
