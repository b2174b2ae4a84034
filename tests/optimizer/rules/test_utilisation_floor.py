"""A unit's own people are used to at least the stated share of supply; idleness costs."""

from typing import Any

import pytest

from models.choices import Choice
from models.scenario import Scenario
from tests.optimizer.agreement import judged, micro
from tests.scenario_builder import MARKET, UNITS, Part, candidate, person, scenario

FLOOR: Part = {"unit": "east", "role": "project_manager", "floor": 0.8, "price_idle": 3}


def one_month(people: list[Part], *projects: Part, rows: list[Part] | None = None, **parts: Any) -> Scenario:
    return scenario(
        horizon={"start": "2027-01", "periods": 1},
        people=people,
        projects=list(projects),
        market=MARKET,
        policy={"utilisation": rows or [FLOOR]},
        **parts,
    )


@pytest.mark.parametrize(
    ("capacity", "effort", "idle"),
    [
        (1, 0.8, 0),
        (1, 0.799, 0.001),
        (1, 0.9, 0),
        (1, 0, 0.8),
        (0.501, 0.401, 0),  # 0.8 x 0.501 = 0.4008, rounded to 0.401
        (0.501, 0.4, 0.001),
        (0.504, 0.403, 0),  # 0.4032, rounded to 0.403
        (0, 0, 0),
    ],
)
def test_the_floor_is_a_rounded_share_of_supply(capacity: float, effort: float, idle: float) -> None:
    question = one_month([person("E", capacity=capacity)], candidate("P", needs={"project_manager": effort}))
    choices = {"P": Choice(0, {"project_manager": "E"})}
    assert judged(question, choices).terms.idle == -round(3_000_000 * idle)


def test_bookings_sold_effort_and_other_roles_are_use() -> None:
    # E: 0.2 booked, 0.3 sold as manager, 0.1 as sponsor: 0.6 of 0.8.
    booked = person(
        "E", "east", "project_manager", "sponsor", bookings=[{"from": "2027-01", "to": "2027-01", "effort": 0.2}]
    )
    question = one_month(
        [booked],
        candidate("Q", "north", needs={"project_manager": 0.3}),
        candidate("P", needs={"sponsor": 0.1}),
    )
    choices = {"Q": Choice(0, {"project_manager": "E"}), "P": Choice(0, {"sponsor": "E"})}
    assert judged(question, choices).terms.idle == micro(-0.2 * 3)


def test_bought_effort_is_no_use_of_own_people() -> None:
    question = one_month([person("E"), person("N", "north")], candidate("P", needs={"project_manager": 1}))
    assert judged(question, {"P": Choice(0, {"project_manager": "N"})}).terms.idle == micro(-2.4)
    assert judged(question, {"P": Choice(0, {"project_manager": "E"})}).terms.idle == 0


def test_people_of_a_unit_share_one_floor_by_first_role() -> None:
    # E and F together: 0.8 x 2 = 1.6; S is a sponsor first and counts nowhere here.
    people = [person("E"), person("F"), person("S", "east", "sponsor", "project_manager")]
    projects = [candidate(project, needs={"project_manager": 1}) for project in "PQ"]
    question = one_month(people, *projects)
    both = {"P": Choice(0, {"project_manager": "E"}), "Q": Choice(0, {"project_manager": "F"})}
    assert judged(question, both).terms.idle == 0
    by_sponsor = {"P": Choice(0, {"project_manager": "E"}), "Q": Choice(0, {"project_manager": "S"})}
    assert judged(question, by_sponsor).terms.idle == micro(-0.6 * 3)


@pytest.mark.parametrize(
    ("rows", "money"),
    [
        ([("*", 1)], 0.8 * 2),  # east and north
        ([("*", 1), ("east", 2)], 0.8 * 3),
        ([("hq", 1), ("*", 2)], 0.8 * 2),  # both lie below hq
        ([("east", 1), ("east", 2)], 0.8 * 3),  # equally near
    ],
)
def test_the_nearest_row_holds(rows: list[tuple[str, float]], money: float) -> None:
    stated = [{**FLOOR, "unit": unit, "price_idle": price} for unit, price in rows]
    question = one_month([person("E"), person("N", "north")], rows=stated, units=UNITS)
    assert judged(question, {}).terms.idle == micro(-money)


def test_every_period_counts() -> None:
    question = scenario(people=[person("E", capacity=[1, 0.5, 0, 1])], policy={"utilisation": [FLOOR]})
    assert judged(question, {}).terms.idle == micro(-(0.8 + 0.4 + 0.8) * 3)
