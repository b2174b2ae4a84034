"""What a particular person adds to a particular project counts once."""

from models.choices import Choice
from optimizer.checker import Auditor
from tests.scenario_builder import candidate, scenario


def test_the_value_of_the_person_in_that_role_is_paid_once() -> None:
    # Three months with north's manager add 3.5 and her sponsor takes 1.25: 2.25. Others are neutral.
    question = scenario(
        projects=[candidate("P", "north", needs={"project_manager": 0.1, "sponsor": 0.1}, duration=3)],
        fit=[
            {"project": "P", "role": "project_manager", "person": "north-pm", "value": 3.5},
            {"project": "P", "role": "sponsor", "person": "north-sponsor", "value": -1.25},
            {"project": "P", "role": "sponsor", "person": "north-pm", "value": 100},
        ],
    )
    auditor = Auditor(question)
    chosen = {"P": Choice(0, {"project_manager": "north-pm", "sponsor": "north-sponsor"})}
    assert auditor.score(chosen).terms.person_fit == 2_250_000
    others = {"P": Choice(0, {"project_manager": "east-pm", "sponsor": "east-sponsor"})}
    assert auditor.score(others).terms.person_fit == 0
    assert auditor.score({}).terms.person_fit == 0
