"""Commitments come before money: each unmet one is named, a project, a pin and a goal once each."""

from typing import Any

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from optimizer.checker import Auditor
from tests.scenario_builder import candidate, in_flight, scenario

LATE = {"preferred": "2027-01", "latest": "2027-03"}


def unmet(question: Scenario, choices: Choices) -> list[tuple[str, str, str | None]]:
    score = Auditor(question).score(choices)
    assert score.unmet_count == len(score.unmet)
    return [(row.kind, row.id, row.role) for row in score.unmet]


def test_mandated_projects() -> None:
    question = scenario(projects=[candidate("M", mandated=True), candidate("P")])
    assert unmet(question, {}) == [("mandated", "M", None)]
    assert unmet(question, {"M": Choice(0)}) == []


def test_projects_in_flight_that_cannot_be_stopped() -> None:
    question = scenario(
        projects=[
            in_flight("F", stoppable=False),
            in_flight("G"),
            in_flight("H", stoppable=False, mandated=True),  # of kind in_flight, and counted once
            in_flight("I", mandated=True),
        ]
    )
    assert unmet(question, {}) == [("in_flight", "F", None), ("in_flight", "H", None), ("mandated", "I", None)]
    assert unmet(question, {name: Choice(0) for name in "FHI"}) == []


@pytest.mark.parametrize(
    ("pin", "met_by"),
    [
        ({"decision": "initiate"}, {0, 1, 2}),
        ({"decision": "initiate", "start": "2027-02"}, {1}),
        ({"decision": "drop"}, {None}),
        ({"role": "sponsor", "person": "east-sponsor"}, {None, 0, 1, 2}),
        ({"role": "sponsor", "person": "north-sponsor"}, {None}),
    ],
)
def test_pins_on_a_candidate(pin: dict[str, Any], met_by: set[int | None]) -> None:
    """P runs from one of three periods, or not at all, always with the sponsor of east."""
    question = scenario(
        projects=[candidate("P", start=LATE, needs={"sponsor": 0.1})], pins=[{"project": "P", "why": "board", **pin}]
    )
    for start in (None, 0, 1, 2):
        choices = {} if start is None else {"P": Choice(start, {"sponsor": "east-sponsor"})}
        assert unmet(question, choices) == ([] if start in met_by else [("pin", "P", pin.get("role"))])


@pytest.mark.parametrize(
    ("decision", "runs"), [("continue", True), ("initiate", True), ("stop", False), ("drop", False)]
)
def test_pins_in_flight(decision: str, runs: bool) -> None:
    question = scenario(projects=[in_flight("F")], pins=[{"project": "F", "decision": decision}])
    assert unmet(question, {"F": Choice(0)}) == ([] if runs else [("pin", "F", None)])
    assert unmet(question, {}) == ([("pin", "F", None)] if runs else [])


def test_several_pins_on_one_project_count_one_each() -> None:
    question = scenario(
        projects=[candidate("P", start=LATE)],
        pins=[
            {"project": "P", "decision": "initiate"},
            {"project": "P", "decision": "initiate", "start": "2027-03"},
            {"project": "P", "decision": "drop"},
        ],
    )
    assert unmet(question, {}) == [("pin", "P", None)] * 2
    assert unmet(question, {"P": Choice(0)}) == [("pin", "P", None)] * 2
    assert unmet(question, {"P": Choice(2)}) == [("pin", "P", None)]


def test_a_goal_without_a_price_is_one_commitment() -> None:
    # Needs one project and expected orders of 100: P brings 50, Q 49.99 and R 100.
    amounts = {"P": 50, "Q": 49.99, "R": 100}
    question = scenario(
        projects=[candidate(name, goals=["G"], value={"amount": amount}) for name, amount in amounts.items()],
        goals=[{"id": "G", "min_projects": 1, "min_expected_orders": 100, "orders_price": 3}],
    )
    assert unmet(question, {}) == [("goal", "G", None)]
    assert unmet(question, {"P": Choice(0), "Q": Choice(0)}) == [("goal", "G", None)]
    assert unmet(question, {"R": Choice(0)}) == []
    assert Auditor(question).score({}).terms.goals == 0


def test_a_goal_with_a_price_is_no_commitment() -> None:
    assert unmet(scenario(goals=[{"id": "G", "min_projects": 1, "shortfall_price": 0}]), {}) == []


@pytest.mark.parametrize(("most", "met"), [(2, True), (1, False), (0, False)])
def test_max_changes(most: int, met: bool) -> None:
    # P and Q ran and no longer do: two changes.
    decisions = [{"project": name, "decision": "initiate"} for name in "PQ"]
    question = scenario(
        projects=[candidate("P"), candidate("Q")],
        baseline={"plan": {"decisions": decisions}, "price_per_change": 0, "max_changes": most},
    )
    assert unmet(question, {}) == ([] if met else [("max_changes", "baseline", None)])


def test_the_order_is_projects_pins_goals_changes() -> None:
    question = scenario(
        projects=[candidate("M", mandated=True), in_flight("F", stoppable=False)],
        pins=[{"project": "F", "decision": "continue"}, {"project": "M", "decision": "initiate"}],
        goals=[{"id": "G", "min_projects": 1}],
        baseline={"plan": {"decisions": [{"project": "M", "decision": "defer"}]}, "max_changes": 0},
    )
    assert [kind for kind, _, _ in unmet(question, {})] == [
        "mandated",
        "in_flight",
        "pin",
        "pin",
        "goal",
        "max_changes",
    ]
