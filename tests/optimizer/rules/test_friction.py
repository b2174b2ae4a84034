"""Working across units has a real cost: a share of the rate before mark-up."""

from typing import Any

import pytest

from models.choices import Choice
from models.scenario import Scenario
from tests.optimizer.agreement import judged, micro
from tests.scenario_builder import Part, candidate, in_flight, person, scenario

UNITS: list[Part] = [
    {"id": "hq"},
    {"id": "area", "parent": "hq", "level": "region"},
    {"id": "east", "parent": "area", "trades": True},
    {"id": "west", "parent": "area", "trades": True},
    {"id": "north", "parent": "hq", "level": "region", "trades": True},
    {"id": "sh", "parent": "east"},
]
MARKET: Part = {
    "rates": [{"role": "project_manager", "rate": 10}],
    "markup": {"same_region": 0.05, "cross_region": 0.1},
    "friction": {"same_region": 0.02, "cross_region": 0.2},
}


def led_from(unit: str, effort: Any, duration: int = 1, **market: Any) -> int:
    """The friction of P of east, led by somebody of this unit."""
    question = scenario(
        units=UNITS,
        people=[person("E", unit)],
        projects=[candidate("P", needs={"project_manager": effort}, duration=duration)],
        market={**MARKET, **market},
    )
    return judged(question, {"P": Choice(0, {"project_manager": "E"})}).terms.friction


@pytest.mark.parametrize(
    ("unit", "money"),
    [
        ("east", 0),
        ("sh", 0),  # an office of east
        ("west", -0.1),  # 0.5 x 10 x 2 %
        ("north", -1),  # 0.5 x 10 x 20 %
        ("hq", -1),  # the root is a region of its own
    ],
)
def test_friction_grows_with_distance(unit: str, money: float) -> None:
    assert led_from(unit, 0.5) == micro(money)


@pytest.mark.parametrize(
    ("effort", "duration", "money"),
    [
        # 0.333 x 2 = 0.666 a month: 0.67 each, 1.34 and not 1.33 in two months.
        (0.333, 2, -1.34),
        ([0.5, 0, 0.25], 3, -1.5),
        # 0.002 x 2 = 0.004 is nothing, every month; 0.0025 cannot be asked, 0.005 x 2 = 0.01.
        (0.002, 4, 0),
        (0.005, 4, -0.04),
        # Beyond the fourth month lies nothing.
        (0.5, 9, -4),
    ],
)
def test_friction_is_rounded_in_every_period(effort: Any, duration: int, money: float) -> None:
    assert led_from("north", effort, duration) == micro(money)


@pytest.mark.parametrize(
    ("rates", "money"),
    [
        ([{"rate": 1}, {"role": "project_manager", "rate": 2}], 2),
        ([{"role": "project_manager", "rate": 1}, {"grade": 0, "rate": 2}], 2),
        ([{"grade": 0, "rate": 1}, {"seller": "north", "rate": 2}], 2),
        ([{"seller": "north", "rate": 1}, {"buyer": "east", "rate": 2}], 2),
        # More keys beat better keys.
        ([{"buyer": "east", "rate": 1}, {"role": "project_manager", "grade": 0, "rate": 2}], 2),
        ([{"role": "project_manager", "buyer": "east", "rate": 1}, {"buyer": "east", "seller": "north", "rate": 2}], 2),
        ([{"role": "sponsor", "rate": 9}, {"grade": 1, "rate": 9}, {"seller": "east", "rate": 9}, {"rate": 2}], 2),
    ],
)
def test_the_row_that_names_most_wins(rates: list[Part], money: float) -> None:
    # 1 FTE at this rate, all of it lost in friction.
    for rows in (rates, rates[::-1]):
        assert led_from("north", 1, rates=rows, friction={"cross_region": 1}) == micro(-money)


def test_transfer_prices_are_no_cost_to_the_company() -> None:
    assert led_from("north", 0.5, friction={}) == 0
    question: Scenario = scenario(
        units=UNITS,
        people=[person("E", "north")],
        projects=[candidate("P", needs={"project_manager": 0.5}, value={"strategic": 3})],
        market={**MARKET, "friction": {}},
    )
    assert judged(question, {"P": Choice(0, {"project_manager": "E"})}).money == micro(3)


def test_an_incumbent_without_a_rate_causes_none() -> None:
    question = scenario(
        people=[person("E", "north")],
        projects=[in_flight("F", needs={"project_manager": 1}, incumbents={"project_manager": "E"})],
        market={"friction": {"cross_region": 1}},
    )
    assert judged(question, {"F": Choice(0, {"project_manager": "E"})}).terms.friction == 0
