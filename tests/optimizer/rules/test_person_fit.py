"""What a particular person adds to a particular project counts once."""

import pytest

from models.choices import Choice
from models.scenario import Scenario
from tests.optimizer.agreement import judged, micro
from tests.scenario_builder import Part, candidate, in_flight, person, scenario


def fitting(*rows: Part, **fields: object) -> Scenario:
    """P takes three of the four months; E and F can both lead and sponsor it."""
    both = ("project_manager", "sponsor")
    return scenario(
        people=[person("E", "east", *both), person("F", "east", *both)],
        projects=[candidate("P", needs={"project_manager": 0.1, "sponsor": 0.1}, duration=3)],
        fit=[{"project": "P", **row} for row in rows],
        **fields,
    )


ROWS: list[Part] = [
    {"role": "project_manager", "person": "E", "value": 3.5},
    {"role": "sponsor", "person": "E", "value": -1.25},
    {"role": "sponsor", "person": "F", "value": 0.01, "effort": [0.2, 0.2, 0.2]},
]


@pytest.mark.parametrize(("manager", "sponsor", "money"), [("E", "F", 3.51), ("F", "E", -1.25)])
def test_the_value_belongs_to_project_role_and_person_and_is_paid_once(
    manager: str, sponsor: str, money: float
) -> None:
    # Three months, yet 3.5 + 0.01 and 0 - 1.25.
    choices = {"P": Choice(0, {"project_manager": manager, "sponsor": sponsor})}
    assert judged(fitting(*ROWS), choices).terms.person_fit == micro(money)


def test_without_a_row_a_person_is_neutral() -> None:
    choices = {"P": Choice(0, {"project_manager": "E", "sponsor": "F"})}
    assert judged(fitting(), choices).terms.person_fit == 0
    assert judged(fitting({"role": "project_manager", "person": "F", "value": 9}), choices).terms.person_fit == 0


def test_who_does_not_work_adds_nothing() -> None:
    assert judged(fitting(*ROWS), {}).terms.person_fit == 0


def test_an_incumbent_whom_fit_forbids_still_brings_his_value() -> None:
    question = scenario(
        projects=[in_flight("F", needs={"sponsor": 0.1}, incumbents={"sponsor": "east-sponsor"})],
        fit=[{"project": "F", "role": "sponsor", "person": "east-sponsor", "value": 2, "eligible": False}],
    )
    assert judged(question, {"F": Choice(0, {"sponsor": "east-sponsor"})}).terms.person_fit == micro(2)
