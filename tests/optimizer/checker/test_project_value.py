"""A project is worth its order part, less with delay, plus strategic value, less pursuit cost."""

from typing import Any

import pytest

from models.choices import Choice
from optimizer.checker import Auditor
from tests.scenario_builder import candidate, in_flight, scenario

VALUE = {
    "amount": 800,
    "margin_rate": 0.25,
    "win_probability": 0.4,
    "strategic": 3,
    "pursuit_cost": 4,
    "delay_loss": 0.02,
}


def worth(value: dict[str, Any], start: int = 0, preferred: str = "2027-01", latest: str = "2027-04") -> int:
    """The term, in 10^-6 money unit, of a project that runs from a start on."""
    question = scenario(projects=[candidate("P", value=value, start={"preferred": preferred, "latest": latest})])
    score = Auditor(question).score({"P": Choice(start)})
    assert score.violations == ()
    assert score.terms.project_value == score.money
    return score.money


def test_on_time() -> None:
    # 800 x 0.25 x 0.4 = 80; + 3 - 4 = 79.
    assert worth(VALUE) == 79_000_000


def test_each_period_of_delay_loses_its_share_of_the_order_part_only() -> None:
    # 80 x (1 - 0.02 x 3) = 75.2; + 3 - 4 = 74.2.
    assert worth(VALUE, start=3) == 74_200_000


def test_delay_takes_all_but_never_more() -> None:
    # 80 x (1 - 0.4 x 2) = 16, x (1 - 0.4 x 3) is nothing; - 1.
    value = {**VALUE, "delay_loss": 0.4}
    assert (worth(value, start=2), worth(value, start=3)) == (15_000_000, -1_000_000)


def test_delay_counts_from_the_preferred_period_even_before_the_horizon() -> None:
    # From November to January: two periods, 80 x 0.96 = 76.8; - 1.
    assert worth(VALUE, preferred="2026-11") == 75_800_000


def test_an_early_start_gains_nothing() -> None:
    question = scenario(
        projects=[candidate("P", value=VALUE, start={"preferred": "2027-03", "earliest": "2027-01"})],
    )
    assert Auditor(question).score({"P": Choice(0)}).money == 79_000_000


@pytest.mark.parametrize(
    ("value", "cents"),
    [
        ({"amount": 0.01, "margin_rate": 0.5}, 1),  # 0.005 rounds away from zero
        ({"amount": -0.01, "margin_rate": 0.5}, -1),
        ({"amount": 0.01, "margin_rate": 0.4999}, 0),
        ({"amount": -0.03, "margin_rate": 0.5}, -2),
        # 0.45 x 0.9 x 0.9 = 0.3645 is 0.36; rounding 0.405 to 0.41 first would give 0.369, so 0.37.
        ({"amount": 0.45, "margin_rate": 0.9, "win_probability": 0.9}, 36),
        ({"amount": 10, "margin_rate": -0.5, "strategic": -1, "pursuit_cost": -2}, -400),
        ({"amount": 7}, 700),  # margin rate and win probability are 1 unless stated
        ({}, 0),
    ],
)
def test_rounding_half_up_once(value: dict[str, Any], cents: int) -> None:
    assert worth(value) == cents * 10_000


def test_in_flight_has_no_delay_and_no_pursuit_cost() -> None:
    # 80 + 3.
    question = scenario(projects=[in_flight("F", value=VALUE)])
    assert Auditor(question).score({"F": Choice(0)}).money == 83_000_000
    assert Auditor(question).score({}).money == 0


def test_tier_defaults_are_whole_fields() -> None:
    # The tier's value is taken whole by P (100) and not merged into Q's (7 at margin rate 1).
    question = scenario(
        projects=[candidate("P", tier="T"), candidate("Q", tier="T", value={"amount": 7})],
        policy={"tiers": {"T": {"value": {"amount": 200, "margin_rate": 0.5}}}},
    )
    assert Auditor(question).score({"P": Choice(0), "Q": Choice(0)}).money == 107_000_000
