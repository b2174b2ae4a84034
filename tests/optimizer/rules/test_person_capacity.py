"""In every period a person's effort on projects plus bookings stays within capacity times the load cap."""

from typing import Any

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from tests.optimizer.agreement import judged
from tests.scenario_builder import candidate, in_flight, person, scenario

LED: Choices = {"P": Choice(0, {"project_manager": "E"})}
OVER = {"person_capacity"}


def led_by_e(effort: Any, load_cap: float = 1, **fields: Any) -> Scenario:
    """P takes E for one period, or as many as efforts are given."""
    duration = len(effort) if isinstance(effort, list) else 1
    projects = [candidate("P", needs={"project_manager": effort}, duration=duration)]
    return scenario(people=[person("E", **fields)], projects=projects, policy={"load_cap": load_cap})


@pytest.mark.parametrize(
    ("inside", "outside", "load_cap", "fields"),
    [
        (1, 1.001, 1, {}),
        (0.9, 0.901, 0.9, {}),
        (1.15, 1.151, 1.15, {}),
        (2.5, 2.501, 1, {"capacity": 2.5}),  # a team booked as one
        # 0.333 x 1.5 = 0.4995: rounded it would admit 0.5.
        (0.499, 0.5, 1.5, {"capacity": 0.333}),
        (0.8, 0.801, 1, {"bookings": [{"from": "2026-12", "to": "2027-01", "effort": 0.2}]}),
        # Only January is full.
        ([0.1, 0.9], [0.101, 0.9], 1, {"capacity": [0.1, 0.9, 0, 0]}),
    ],
)
def test_just_inside_and_just_outside(inside: Any, outside: Any, load_cap: float, fields: dict[str, Any]) -> None:
    assert judged(led_by_e(inside, load_cap, **fields), LED).broken == set()
    assert judged(led_by_e(outside, load_cap, **fields), LED).broken == OVER


@pytest.mark.parametrize(("second", "broken"), [(0.6, set()), (0.601, OVER)])
def test_projects_and_roles_add_up_where_they_overlap(second: float, broken: set[str]) -> None:
    # February: 0.4 as manager of P, and the second effort as sponsor of Q.
    question = scenario(
        people=[person("E", "east", "project_manager", "sponsor")],
        projects=[
            candidate("P", needs={"project_manager": 0.4}, duration=2),
            candidate("Q", needs={"sponsor": second}, start={"preferred": "2027-02"}, duration=2),
        ],
    )
    both = {"P": Choice(0, {"project_manager": "E"}), "Q": Choice(1, {"sponsor": "E"})}
    assert judged(question, both).broken == broken


def test_what_lies_beyond_the_horizon_burdens_nobody() -> None:
    # April takes 1; May, which would take 9, is outside.
    question = scenario(
        people=[person("E")],
        projects=[candidate("P", needs={"project_manager": [1, 9]}, duration=2, start={"preferred": "2027-04"})],
    )
    assert judged(question, {"P": Choice(3, {"project_manager": "E"})}).broken == set()


@pytest.mark.parametrize(("effort", "broken"), [(1, set()), (1.001, OVER)])
def test_the_effort_of_this_person_replaces_the_profile(effort: float, broken: set[str]) -> None:
    question = scenario(
        people=[person("E")],
        projects=[candidate("P", needs={"project_manager": 0.5})],
        fit=[{"project": "P", "role": "project_manager", "person": "E", "effort": effort}],
    )
    assert judged(question, LED).broken == broken


@pytest.mark.parametrize(("capacity", "broken"), [(0.053, set()), (0.052, OVER)])
def test_reviews_become_effort_rounded_half_up(capacity: float, broken: set[str]) -> None:
    # 2.17 reviews x 4 hours / 165 hours = 0.0526…: 0.053 FTE.
    question = scenario(
        people=[person("S", "east", "sponsor", capacity=capacity)],
        projects=[candidate("P", needs={"sponsor": {"reviews_per_period": 2.17, "hours_per_review": 4}})],
        policy={"hours_per_fte": 165},
    )
    assert judged(question, {"P": Choice(0, {"sponsor": "S"})}).broken == broken


@pytest.mark.parametrize(
    ("effort", "others", "broken"),
    [
        (0.001, {"F": Choice(0, {"project_manager": "E"})}, OVER),
        (0.001, {"F": Choice(0, {"project_manager": "G"})}, set()),  # F goes on with somebody else
        (0.9, {}, set()),
        (0.901, {}, OVER),
    ],
)
def test_the_standing_level_is_the_limit_where_it_is_higher(effort: float, others: Choices, broken: set[str]) -> None:
    # E: 0.3 booked and 0.9 on F by his own fit (F asks 0.5): 1.2 is the limit, whether or not F goes on.
    question = scenario(
        people=[person("E", bookings=[{"from": "2027-01", "to": "2027-04", "effort": 0.3}]), person("G")],
        projects=[
            in_flight("F", needs={"project_manager": 0.5}, incumbents={"project_manager": "E"}),
            candidate("P", needs={"project_manager": effort}),
        ],
        fit=[{"project": "F", "role": "project_manager", "person": "E", "effort": 0.9}],
    )
    assert judged(question, {**others, **LED}).broken == broken
