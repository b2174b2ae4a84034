"""A project is worth amount x margin x win probability, less with delay, plus strategic value, less pursuit cost."""

from typing import Any

import pytest

from models.choices import Choice
from models.scenario import Scenario
from tests.optimizer.agreement import judged, micro
from tests.scenario_builder import Part, candidate, in_flight, scenario

VALUE: Part = {"amount": 800, "margin_rate": 0.25, "win_probability": 0.4, "pursuit_cost": 4}
"""800 x 0.25 x 0.4 = 80 of orders, less 4."""


def worth(value: Part, start: int = 0, **fields: Any) -> int:
    """What P brings when it starts in this month; preferred is the second of four."""
    window = {"preferred": "2027-02", "earliest": "2027-01", "latest": "2027-04"}
    question = scenario(projects=[candidate("P", value=value, start=window, **fields)])
    return judged(question, {"P": Choice(start)}).terms.project_value


@pytest.mark.parametrize(
    ("value", "money"),
    [
        ({}, 0),
        ({"amount": 800}, 800),  # margin and probability are 1 unless stated
        ({"amount": 800, "margin_rate": 0.25}, 200),
        (VALUE, 76),
        ({**VALUE, "strategic": 30.5}, 106.5),
        ({"strategic": -2, "pursuit_cost": 4}, -6),
        ({"pursuit_cost": -4}, 4),
        ({"amount": -800, "win_probability": 0.4}, -320),
        ({"amount": 800, "margin_rate": -0.01}, -8),
        ({"amount": 800, "win_probability": 0}, 0),
    ],
)
def test_the_sum(value: Part, money: float) -> None:
    assert worth(value) == micro(money)


@pytest.mark.parametrize(
    ("amount", "money"),
    [
        # Of 0.01, 0.02 and 0.03 a quarter is 0.0025, 0.005 and 0.0075.
        (0.01, 0),
        (0.02, 0.01),
        (0.03, 0.01),
        (-0.01, 0),
        (-0.02, -0.01),  # away from zero
    ],
)
def test_the_order_part_is_rounded_half_up_once(amount: float, money: float) -> None:
    assert worth({"amount": amount, "margin_rate": 0.5, "win_probability": 0.5}) == micro(money)


def test_rounding_comes_after_all_factors() -> None:
    # 0.33 x 0.5 x 0.5 x (1 - 0.5) = 0.04125: 0.04. Rounded after each factor it would be 0.17, 0.09, 0.05.
    value = {"amount": 0.33, "margin_rate": 0.5, "win_probability": 0.5, "delay_loss": 0.5}
    assert worth(value, start=2) == micro(0.04)


@pytest.mark.parametrize(
    ("start", "money"),
    [
        (0, 76),  # early gains nothing
        (1, 76),
        (2, 60),  # one month late: 80 x 0.8 - 4
        (3, 44),
    ],
)
def test_delay_costs_a_share_of_the_order_part(start: int, money: float) -> None:
    assert worth({**VALUE, "delay_loss": 0.2}, start) == micro(money)


@pytest.mark.parametrize(("loss", "money"), [(0.5, -4), (0.6, -4), (0.4999, -4 + 0.02)])
def test_delay_never_takes_more_than_the_order_part(loss: float, money: float) -> None:
    # Two months late: 80 x (1 - 2 x 0.4999) = 0.016, rounded to 0.02; at half a month's loss nothing is left.
    assert worth({**VALUE, "delay_loss": loss}, start=3) == micro(money)


def test_in_flight_has_no_delay_and_no_pursuit_cost() -> None:
    # Its preferred start lies a year back, and what is spent is spent.
    value = {**VALUE, "delay_loss": 0.2, "strategic": 1}
    question = scenario(projects=[in_flight("F", value=value, start={"preferred": "2026-01"})])
    assert judged(question, {"F": Choice(0)}).terms.project_value == micro(81)


def test_only_what_runs_is_worth_something() -> None:
    question: Scenario = scenario(projects=[candidate("P", value=VALUE), candidate("Q", value=VALUE)])
    assert judged(question, {}).money == 0
    assert judged(question, {"P": Choice(0)}).money == micro(76)
    assert judged(question, {"P": Choice(0), "Q": Choice(0)}).money == micro(152)
