"""Whole questions small enough to work out by hand: every choice there is, its money and what it leaves unmet."""

from typing import Any

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from optimizer.checker import Auditor
from tests.scenario_builder import MARKET, candidate, in_flight, person, scenario

PM = "project_manager"
MONTH = {"start": "2027-01", "periods": 1}


def outcome(question: Scenario, choices: Choices) -> tuple[int, int]:
    """Commitments unmet, and money in 10^-6 money unit, of choices that break no hard rule."""
    score = Auditor(question).score(choices)
    assert score.violations == ()
    assert score.money == score.terms.total()
    return score.unmet_count, score.money


def led(person_id: str, start: int = 0) -> Choice:
    return Choice(start, {PM: person_id})


# Own manager or a better one from north, for a month and a half of work.
BUY_OR_NOT = scenario(
    projects=[
        candidate("P", needs={PM: [1, 0.5]}, duration=2, value={"amount": 50, "strategic": 2, "pursuit_cost": 3})
    ],
    fit=[{"project": "P", "role": PM, "person": "north-pm", "value": 4.5}],
    market=MARKET,
)


@pytest.mark.parametrize(
    ("choices", "money"),
    [
        ({}, 0),
        ({"P": led("east-pm")}, 49_000_000),  # 50 + 2 - 3
        ({"P": led("north-pm")}, 50_500_000),  # + 4.5 - 10 x 0.2 - 5 x 0.2; what east pays north earns
    ],
)
def test_buying_a_better_manager_costs_friction_only(choices: Choices, money: int) -> None:
    assert outcome(BUY_OR_NOT, choices) == (0, money)


# A mandated loss: 10 x 0.1 x 0.5 - 1 = -0.5 on time, and 10 % of the order part less each month.
MANDATED_LOSS = scenario(
    projects=[
        candidate(
            "P",
            mandated=True,
            start={"preferred": "2027-01", "latest": "2027-03"},
            value={"amount": 10, "margin_rate": 0.1, "win_probability": 0.5, "pursuit_cost": 1, "delay_loss": 0.1},
        )
    ]
)


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({}, (1, 0)),
        ({"P": Choice(0)}, (0, -500_000)),
        ({"P": Choice(1)}, (0, -550_000)),
        ({"P": Choice(2)}, (0, -600_000)),
    ],
)
def test_a_mandated_loss(choices: Choices, expected: tuple[int, int]) -> None:
    assert outcome(MANDATED_LOSS, choices) == expected


# F earns 6 and costs 1 to stop; the board pins its stop, a goal without a price needs it.
STOP_OR_NOT = scenario(
    projects=[in_flight("F", value={"amount": 6}, stop_cost=1, goals=["G"])],
    goals=[{"id": "G", "min_projects": 1}],
    pins=[{"project": "F", "decision": "stop"}],
)


def test_contradicting_commitments_leave_one_unmet_either_way() -> None:
    assert outcome(STOP_OR_NOT, {"F": Choice(0)}) == (1, 6_000_000)
    assert outcome(STOP_OR_NOT, {}) == (1, -1_000_000)


# Two projects of 0.6 FTE, and 1 FTE of managers at home: slight hunger wants a shortage between 0.06 and 0.18.
HUNGRY = scenario(
    horizon=MONTH,
    people=[person("E"), person("N", "north")],
    projects=[candidate(name, needs={PM: 0.6}, value={"amount": 5}) for name in ("P", "Q")],
    market=MARKET,
    policy={
        "hunger": [{"unit": "east", "role": PM, "low": 0.05, "high": 0.15, "price_overfed": 10, "price_starving": 10}],
        "utilisation": [{"unit": "*", "role": PM, "floor": 0.8, "price_idle": 1}],
    },
)


@pytest.mark.parametrize(
    ("choices", "money"),
    [
        # Shortage 1.2 - 1 = 0.2, 0.02 x 10 too much; idle 0.8 east and 0.8 north.
        ({}, -200_000 - 1_600_000),
        # As above, E busy with 0.6: 0.2 idle in east.
        ({"P": led("E")}, 5_000_000 - 200_000 - 200_000 - 800_000),
        # 0.6 bought: shortage -0.4, 0.46 x 10 too little; friction 0.6 x 10 x 0.2; idle 0.2 in each unit.
        ({"P": led("E"), "Q": led("N")}, 10_000_000 - 4_600_000 - 1_200_000 - 400_000),
    ],
)
def test_hunger_idleness_and_friction_together(choices: Choices, money: int) -> None:
    assert outcome(HUNGRY, choices) == (0, money)


# The earlier plan ran P with north's manager and not Q; one change may be made.
STEADY = scenario(
    projects=[candidate("P", "north", needs={PM: 0.5}, value={"amount": 8}), candidate("Q", value={"amount": 3})],
    people=[person("N", "north"), person("M", "north")],
    baseline={
        "plan": {
            "decisions": [{"project": "P", "decision": "initiate"}, {"project": "Q", "decision": "drop"}],
            "assignments": [{"project": "P", "role": PM, "person": "N"}],
        },
        "price_per_change": 2.5,
        "max_changes": 1,
    },
)


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ({"P": led("N")}, (0, 8_000_000)),
        ({"P": led("M")}, (0, 5_500_000)),
        ({"P": led("N"), "Q": Choice(0)}, (0, 8_500_000)),
        ({"P": led("M"), "Q": Choice(0)}, (1, 6_000_000)),
        ({"Q": Choice(0)}, (1, -2_000_000)),
        ({}, (0, -2_500_000)),
    ],
)
def test_staying_close_to_an_earlier_plan(choices: Choices, expected: tuple[int, int]) -> None:
    assert outcome(STEADY, choices) == expected


# A target of 10 covered one and a half times, a goal of two projects and a balance of at least half for strategy.
COVERED = scenario(
    projects=[
        candidate("P", value={"amount": 20, "win_probability": 0.5, "margin_rate": 0.1}, goals=["G"]),
        candidate("S", value={"amount": 4, "margin_rate": 0}, goals=["G"], origin="strategy"),
    ],
    goals=[{"id": "G", "min_projects": 2, "min_expected_orders": 20, "shortfall_price": 3, "orders_price": 0.01}],
    targets=[{"id": "T", "unit": "hq", "amount": 10, "coverage": 1.5, "shortfall_price": 0.2}],
    policy={
        "balance": [
            {
                "attribute": "origin",
                "equals": "strategy",
                "measure": "count",
                "min_share": 0.6,
                "max_share": 0.9,
                "price": 5,
            }
        ]
    },
)


@pytest.mark.parametrize(
    ("names", "money"),
    [
        # 2 x 3 + 20 x 0.01 for the goal; 15 x 0.2 for the target.
        ("", -6_200_000 - 3_000_000),
        # 20 x 0.5 x 0.1 = 1; 3 + 10 x 0.01; 5 x 0.2; 0.6 of a project missing x 5.
        ("P", 1_000_000 - 3_100_000 - 1_000_000 - 3_000_000),
        # 3 + 16 x 0.01; 11 x 0.2; 0.1 too much x 5.
        ("S", -3_160_000 - 2_200_000 - 500_000),
        # 6 x 0.01; 1 x 0.2; 0.6 x 2 - 1 = 0.2 missing x 5.
        ("PS", 1_000_000 - 60_000 - 200_000 - 1_000_000),
    ],
)
def test_goal_target_and_balance_together(names: str, money: int) -> None:
    assert outcome(COVERED, {name: Choice(0) for name in names}) == (0, money)


@pytest.mark.parametrize(
    ("horizon", "preferred", "latest"),
    [
        ({"start": "2026-Q4", "periods": 2}, "2026-Q4", "2027-Q1"),
        # 2026 has 53 ISO weeks.
        ({"start": "2026-W53", "periods": 2}, "2026-W53", "2027-W01"),
        ({"start": "2026-12", "periods": 2}, "2026-12", "2027-01"),
    ],
)
def test_periods_of_every_kind_over_the_turn_of_a_year(horizon: dict[str, Any], preferred: str, latest: str) -> None:
    question = scenario(
        horizon=horizon,
        projects=[
            candidate("P", start={"preferred": preferred, "latest": latest}, value={"amount": 10, "delay_loss": 0.25})
        ],
    )
    assert outcome(question, {"P": Choice(0)}) == (0, 10_000_000)
    assert outcome(question, {"P": Choice(1)}) == (0, 7_500_000)
