"""A running project has exactly one person for each role it asks for, the same person throughout."""

from models.choices import Choice
from optimizer.compile import compile_scenario
from tests.optimizer.agreement import judged
from tests.scenario_builder import candidate, in_flight, scenario

BOTH = {"project_manager": 0.5, "sponsor": 0.1}
FILLED = {"project_manager": "east-pm", "sponsor": "east-sponsor"}


def test_every_role_asked_for_has_one_person() -> None:
    question = scenario(projects=[candidate("P", needs=BOTH)])
    assert judged(question, {"P": Choice(0, FILLED)}).broken == set()
    assert judged(question, {"P": Choice(0, {"project_manager": "east-pm"})}).broken == {"staffing"}
    assert judged(question, {"P": Choice(0, {})}).broken == {"staffing"}


def test_a_role_that_is_not_asked_for_is_not_filled() -> None:
    question = scenario(projects=[candidate("P", needs={"project_manager": 0.5})])
    assert judged(question, {"P": Choice(0, {"project_manager": "east-pm"})}).broken == set()
    assert judged(question, {"P": Choice(0, FILLED)}).broken == {"staffing"}


def test_what_goes_on_is_staffed_as_well() -> None:
    question = scenario(projects=[in_flight("F", needs=BOTH, incumbents={"project_manager": "east-pm"})])
    assert judged(question, {"F": Choice(0, FILLED)}).broken == set()
    assert judged(question, {"F": Choice(0, {"project_manager": "east-pm"})}).broken == {"staffing"}


def test_a_project_that_asks_for_nobody_runs_with_nobody() -> None:
    assert judged(scenario(projects=[candidate("P")]), {"P": Choice(0)}).broken == set()


def test_a_slot_for_every_role_under_every_start() -> None:
    # P has two starts of two slots each; Q has one start and no slot.
    question = scenario(
        projects=[candidate("P", needs=BOTH, start={"preferred": "2027-01", "latest": "2027-02"}), candidate("Q")]
    )
    compiled = compile_scenario(question)
    assert compiled.program.slot_pointer.tolist() == [0, 2, 4, 4]
    # Each slot offers the one person of the project's own unit who has the role.
    people = [question.people[person].id for person in compiled.table.person]
    assert people == ["east-pm", "east-sponsor", "east-pm", "east-sponsor"]
