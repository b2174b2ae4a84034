"""One person holds at most one role on one project."""

from models.choices import Choice
from models.scenario import Scenario
from optimizer.compile import compile_scenario
from tests.optimizer.agreement import judged
from tests.scenario_builder import candidate, person, scenario

NEEDS = {"project_manager": 0.2, "sponsor": 0.1}


def both_can() -> Scenario:
    """E and F can both do both; G is a sponsor only. Two projects ask for both roles."""
    return scenario(
        people=[
            person("E", "east", "project_manager", "sponsor"),
            person("F", "east", "sponsor", "project_manager"),
            person("G", "east", "sponsor"),
        ],
        projects=[candidate("P", needs=NEEDS), candidate("Q", needs=NEEDS)],
    )


def test_two_roles_of_one_project_take_two_people() -> None:
    question = both_can()
    assert judged(question, {"P": Choice(0, {"project_manager": "E", "sponsor": "F"})}).broken == set()
    assert judged(question, {"P": Choice(0, {"project_manager": "E", "sponsor": "E"})}).broken == {"distinct_people"}


def test_two_roles_of_two_projects_may_be_one_persons() -> None:
    choices = {
        "P": Choice(0, {"project_manager": "E", "sponsor": "G"}),
        "Q": Choice(0, {"project_manager": "F", "sponsor": "E"}),
    }
    assert judged(both_can(), choices).broken == set()


def test_a_row_per_project_and_person_who_can_do_two_of_its_roles() -> None:
    program = compile_scenario(both_can()).program
    names = {program.names.row(row) for row in range(program.rows)}
    rows = {name for name in names if name.startswith("distinct_people/")}
    assert rows == {f"distinct_people/{project}/{person}" for project in "PQ" for person in "EF"}
