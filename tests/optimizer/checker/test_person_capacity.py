"""In every period a person's effort on projects plus bookings stays within capacity times the load cap."""

from decimal import Decimal
from typing import Any

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from optimizer.checker import Auditor, statement
from tests.optimizer.checker.plans import rules_broken
from tests.scenario_builder import candidate, in_flight, person, scenario

LED: Choices = {"P": Choice(0, {"project_manager": "E"})}


def led_by(effort: Any, load_cap: float = 1, **fields: Any) -> Scenario:
    duration = len(effort) if isinstance(effort, list) else 1
    return scenario(
        people=[person("E", **fields)],
        projects=[candidate("P", needs={"project_manager": effort}, duration=duration)],
        policy={"load_cap": load_cap},
    )


@pytest.mark.parametrize(
    ("inside", "outside", "load_cap", "fields"),
    [
        (1, 1.001, 1, {}),
        (0.9, 0.901, 0.9, {}),
        (2.5, 2.501, 1, {"capacity": 2.5}),  # a team booked as one
        # 0.333 x 1.5 = 0.4995, which no rounding may turn into 0.5.
        (0.499, 0.5, 1.5, {"capacity": 0.333}),
        (0.8, 0.801, 1, {"bookings": [{"from": "2026-12", "to": "2027-01", "effort": 0.2}]}),
        # Bookings that overlap add up.
        (
            0.5,
            0.501,
            1,
            {
                "bookings": [
                    {"from": "2027-01", "to": "2027-01", "effort": 0.2},
                    {"from": "2027-01", "to": "2027-09", "effort": 0.3},
                ]
            },
        ),
        # Only January is full.
        ([0.1, 0.9], [0.101, 0.9], 1, {"capacity": [0.1, 0.9, 0, 0]}),
    ],
)
def test_just_inside_and_just_outside(inside: Any, outside: Any, load_cap: float, fields: dict[str, Any]) -> None:
    assert rules_broken(led_by(inside, load_cap, **fields), LED) == set()
    assert rules_broken(led_by(outside, load_cap, **fields), LED) == {"person_capacity"}


def test_projects_add_up_and_the_sentence_says_where() -> None:
    question = scenario(
        people=[person("E")],
        projects=[
            candidate("P", needs={"project_manager": [0.4, 0.6]}, duration=2),
            candidate("Q", needs={"project_manager": 0.5}, start={"preferred": "2027-02"}),
        ],
    )
    both: Choices = {"P": Choice(0, {"project_manager": "E"}), "Q": Choice(1, {"project_manager": "E"})}
    (violation,) = Auditor(question).score(both).violations
    assert violation.text("en") == "E carries 1.1 FTE of projects and bookings in 2027-02; the limit is 1 FTE."
    assert violation.text("zh") == "E 在 2027-02 的投入与已有占用共 1.1 FTE,超过上限 1 FTE。"


def test_what_lies_beyond_the_horizon_burdens_nobody() -> None:
    question = scenario(
        people=[person("E")],
        projects=[candidate("P", needs={"project_manager": [1, 9]}, duration=2, start={"preferred": "2027-04"})],
    )
    assert rules_broken(question, {"P": Choice(3, {"project_manager": "E"})}) == set()


def test_the_effort_of_this_person_replaces_the_profile() -> None:
    question = scenario(
        people=[person("E")],
        projects=[candidate("P", needs={"project_manager": 0.5})],
        fit=[{"project": "P", "role": "project_manager", "person": "E", "effort": 1.001}],
    )
    assert rules_broken(question, LED) == {"person_capacity"}


def test_reviews_become_effort_rounded_half_up_to_a_permille() -> None:
    # 2.17 reviews x 4 hours / 165 hours = 0.052606...: 0.053 FTE.
    needs = {"sponsor": {"reviews_per_period": 2.17, "hours_per_review": 4.0}}
    for capacity, broken in ((0.053, set[str]()), (0.052, {"person_capacity"})):
        question = scenario(
            people=[person("S", "east", "sponsor", capacity=capacity)],
            projects=[candidate("P", needs=needs)],
            policy={"hours_per_fte": 165},
        )
        assert rules_broken(question, {"P": Choice(0, {"sponsor": "S"})}) == broken


def overbooked(second: float) -> Scenario:
    """E: 0.3 booked in all months, F in flight for two at 0.9 by his own fit (profile 0.5); P needs a manager."""
    return scenario(
        people=[person("E", bookings=[{"from": "2027-01", "to": "2027-04", "effort": 0.3}])],
        projects=[
            in_flight("F", needs={"project_manager": 0.5}, incumbents={"project_manager": "E"}, duration=2),
            candidate("P", needs={"project_manager": second}),
        ],
        fit=[{"project": "F", "role": "project_manager", "person": "E", "effort": 0.9}],
    )


def test_bookings_and_in_flight_work_raise_the_limit_and_are_reported() -> None:
    # 0.3 + 0.9 = 1.2 in January and February; 0.3 afterwards.
    raised = statement(overbooked(0.1), {}).raised
    assert [(row.rule, row.id, row.role, row.period, row.limit, row.level) for row in raised] == [
        ("person_capacity", "E", None, "2027-01", Decimal(1), Decimal("1.2")),
        ("person_capacity", "E", None, "2027-02", Decimal(1), Decimal("1.2")),
    ]


def test_the_raised_level_is_the_limit_whether_or_not_the_project_runs_on() -> None:
    carried_on: Choices = {"F": Choice(0, {"project_manager": "E"})}
    assert rules_broken(overbooked(0.1), carried_on) == set()
    assert rules_broken(overbooked(0.001), {**carried_on, **LED}) == {"person_capacity"}
    # With F stopped, E may carry up to the same level: 1.2 - 0.3 booked = 0.9.
    assert rules_broken(overbooked(0.9), LED) == set()
    assert rules_broken(overbooked(0.901), LED) == {"person_capacity"}


def test_an_incumbent_of_a_role_that_is_not_asked_for_raises_nothing() -> None:
    question = scenario(
        people=[person("E", capacity=0)],
        projects=[in_flight("F", needs={"sponsor": 0.5}, incumbents={"project_manager": "E"})],
    )
    assert statement(question, {}).raised == ()


@pytest.mark.parametrize("need", [{}, {"reviews_per_period": 2}, {"hours_per_review": 4}])
def test_what_asks_for_no_effort_burdens_nobody(need: dict[str, Any]) -> None:
    question = scenario(
        people=[person("E", capacity=0)], projects=[candidate("P", needs={"project_manager": need}, duration=2)]
    )
    assert rules_broken(question, LED) == set()
    assert statement(question, LED).assignments[0].effort == (0, 0)
