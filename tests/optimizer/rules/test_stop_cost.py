"""A project in flight that does not run on pays its stop cost."""

import pytest

from models.choices import Choice, Choices
from tests.optimizer.agreement import judged, micro
from tests.scenario_builder import candidate, in_flight, scenario


@pytest.mark.parametrize(
    ("choices", "money"),
    [
        ({}, -12.5),
        ({"F": Choice(0)}, -2.5),
        ({"G": Choice(0)}, -10),
        ({"F": Choice(0), "G": Choice(0)}, 0),
        ({"P": Choice(0)}, -12.5),
    ],
)
def test_every_project_in_flight_that_stops_pays(choices: Choices, money: float) -> None:
    question = scenario(
        projects=[
            in_flight("F", stop_cost=10),
            in_flight("G", stop_cost=2.5, stoppable=False),
            candidate("P", stop_cost=99),  # never in flight: there is nothing to stop
        ]
    )
    assert judged(question, choices).terms.stop_cost == micro(money)


def test_a_project_that_nobody_can_staff_any_more_pays_too() -> None:
    question = scenario(people=[], projects=[in_flight("F", needs={"sponsor": 0.1}, stop_cost=7)])
    assert judged(question, {}).terms.stop_cost == micro(-7)
