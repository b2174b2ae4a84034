"""A unit's own people are used to at least the stated share of supply; idleness costs."""

from typing import Any

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from optimizer.checker import Auditor
from tests.scenario_builder import MARKET, candidate, person, scenario

PM = "project_manager"
MONTH = {"start": "2027-01", "periods": 1}
FLOOR = {"unit": "*", "role": PM, "floor": 0.8, "price_idle": 3}


def idle(question: Scenario, choices: Choices | None = None) -> int:
    return -Auditor(question).score(choices or {}).terms.idle


def booked(effort: float, capacity: float, *rows: dict[str, Any]) -> Scenario:
    bookings = [{"from": "2027-01", "to": "2027-01", "effort": effort}]
    people = [person("E", capacity=capacity, bookings=bookings)]
    return scenario(horizon=MONTH, people=people, policy={"utilisation": rows})


@pytest.mark.parametrize(
    ("effort", "capacity", "micro"),
    [
        (1.6, 2, 0),  # 0.8 x 2
        (1.599, 2, 3_000),  # 0.001 x 3
        (0, 2, 4_800_000),
        (2.5, 2, 0),
        # 0.8 x 0.333 = 0.2664: 0.266. 0.8 x 0.332 = 0.2656: 0.266 too.
        (0.265, 0.333, 3_000),
        (0.266, 0.332, 0),
        (0, 0, 0),
    ],
)
def test_each_missing_fte_period_costs(effort: float, capacity: float, micro: int) -> None:
    assert idle(booked(effort, capacity, FLOOR)) == micro


def test_a_floor_at_half_a_permille_is_rounded_up() -> None:
    # 0.5 x 0.333 = 0.1665: 0.167.
    row = {**FLOOR, "floor": 0.5}
    assert idle(booked(0.167, 0.333, row)) == 0
    assert idle(booked(0.166, 0.333, row)) == 3_000


def test_all_effort_of_the_units_people_counts_whatever_they_do_and_for_whom() -> None:
    # Of two managers of north, one is sold as a manager (0.5), one sponsors at home (0.4): 0.9 of 0.8 x 2 = 1.6.
    question = scenario(
        horizon=MONTH,
        people=[person("N", "north"), person("M", "north", PM, "sponsor")],
        projects=[candidate("P", needs={PM: 0.5}), candidate("Q", "north", needs={"sponsor": 0.4})],
        market=MARKET,
        policy={"utilisation": [{**FLOOR, "unit": "north"}]},
    )
    assert idle(question) == 4_800_000
    assert idle(question, {"P": Choice(0, {PM: "N"})}) == 3_300_000
    assert idle(question, {"P": Choice(0, {PM: "N"}), "Q": Choice(0, {"sponsor": "M"})}) == 2_100_000


def test_people_bought_do_not_help() -> None:
    question = scenario(
        horizon=MONTH,
        projects=[candidate("P", needs={PM: 0.5})],
        market=MARKET,
        policy={"utilisation": [{**FLOOR, "unit": "east"}]},
    )
    assert idle(question, {"P": Choice(0, {PM: "north-pm"})}) == 2_400_000
    assert idle(question, {"P": Choice(0, {PM: "east-pm"})}) == 900_000


def test_every_period_counts_and_people_without_a_role_do_not() -> None:
    nobody = {"id": "X", "unit": "east"}
    question = scenario(people=[person("E"), nobody], policy={"utilisation": [FLOOR]})
    assert idle(question) == 4 * 2_400_000


def test_the_nearest_row_holds_and_equally_near_rows_add_up() -> None:
    named = {**FLOOR, "unit": "east", "price_idle": 1}
    assert idle(booked(0, 1, FLOOR, named)) == 800_000
    assert idle(booked(0, 1, FLOOR, {**named, "unit": "hq"})) == 800_000
    assert idle(booked(0, 1, named, {**named, "floor": 0.5})) == 1_300_000
    assert idle(booked(0, 1, {**named, "unit": "north"})) == 0
