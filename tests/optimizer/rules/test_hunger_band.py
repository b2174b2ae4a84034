"""A unit's shortage of a role lies in the band of slight hunger; overfed and starving both cost."""

from typing import Any

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from tests.optimizer.agreement import judged, micro, plan_for
from tests.scenario_builder import MARKET, UNITS, Part, candidate, in_flight, person, scenario

BAND: Part = {"unit": "east", "role": "project_manager", "low": 0.05, "high": 0.15}
PRICES: Part = {"price_overfed": 8, "price_starving": 4}
IDLE: Choices = {}


def asking(demand: Any, *rows: Part, people: list[Part] | None = None, **fields: Any) -> Scenario:
    """One month, in which P of east asks for so many managers and E of east is there, capacity 1."""
    return scenario(
        horizon={"start": "2027-01", "periods": 1},
        people=people or [person("E")],
        projects=[candidate("P", needs={"project_manager": demand}, **fields)],
        market=MARKET,
        policy={"hunger": list(rows) or [{**BAND, **PRICES}]},
    )


@pytest.mark.parametrize(
    ("demand", "state", "money"),
    [
        # Demand D, supply 1, shortage D - 1; edges are rounded to 0.05·D and 0.15·D permille.
        (1.053, "in_band", 0),  # 0.053 short; the edge 0.05265 is rounded to 0.053
        (1.052, "overfed", 8 * 0.001),  # 0.052 short; the edge 0.0526 is rounded to 0.053
        (1.176, "in_band", 0),  # 0.176 short; the edge 0.1764 is rounded to 0.176
        (1.177, "in_band", 0),  # 0.177 short; the edge 0.17655 is rounded to 0.177
        (1.178, "starving", 4 * 0.001),  # 0.178 short; the edge 0.1767 is rounded to 0.177
        (1.05, "overfed", 8 * 0.003),  # 0.05 short; the edge 0.0525 is rounded half up to 0.053
        (1, "overfed", 8 * 0.05),  # nothing short; the edge is 0.05
        (0.5, "overfed", 8 * 0.525),  # half of what there is is not asked for: 0.025 + 0.5
        (2, "starving", 4 * 0.7),  # 1 short; the edge is 0.3
    ],
)
def test_the_edges_are_a_rounded_share_of_demand(demand: float, state: str, money: float) -> None:
    question = asking(demand)
    assert judged(question, IDLE).terms.hunger == -round(money * 1_000_000)
    (row,) = plan_for(question, IDLE).hunger
    assert row.state == state


def test_demand_counts_whether_or_not_the_project_is_initiated() -> None:
    # Initiated with its own people nothing moves; the band is about what is asked and what there is.
    question = asking(1)
    led: Choices = {"P": Choice(0, {"project_manager": "E"})}
    assert judged(question, led).terms.hunger == judged(question, IDLE).terms.hunger == micro(-0.4)


@pytest.mark.parametrize(
    ("fields", "demanded"),
    [
        ({}, 1),
        ({"qualified": False}, 0),
        ({"start": {"preferred": "2027-02", "earliest": "2027-01"}}, 0),  # preferred outside the horizon
        ({"start": {"preferred": "2026-12", "latest": "2027-01"}, "duration": 2}, 1),  # its second month is inside
    ],
)
def test_only_qualified_demand_at_the_preferred_start_makes_hungry(fields: Part, demanded: int) -> None:
    # Without demand there is no band and no cost; with it nothing is short: 0.05 x 8 of overfeeding.
    assert judged(asking(1, **fields), IDLE).terms.hunger == (micro(-0.4) if demanded else 0)


def test_what_is_in_flight_asks_by_its_profile_qualified_or_not_going_on_or_not() -> None:
    question = scenario(
        horizon={"start": "2027-01", "periods": 1},
        people=[person("E")],
        projects=[in_flight("F", needs={"project_manager": 1.2}, incumbents={"project_manager": "E"}, qualified=False)],
        fit=[{"project": "F", "role": "project_manager", "person": "E", "effort": 0.5}],
        policy={"hunger": [{**BAND, **PRICES}]},
    )
    # Short of 0.2, edge 0.18: 0.02 x 4.
    assert judged(question, {}).terms.hunger == micro(-0.08)
    assert judged(question, {"F": Choice(0, {"project_manager": "E"})}).terms.hunger == micro(-0.08)


def test_buying_feeds_and_selling_starves() -> None:
    # Both regions have 1 and ask for 1. Half of north's manager goes to east: east has 1.5, north 0.5.
    question = scenario(
        horizon={"start": "2027-01", "periods": 1},
        people=[person("E"), person("N", "north")],
        projects=[
            candidate("P", needs={"project_manager": 0.5}),
            candidate("O", needs={"project_manager": 0.5}),
            candidate("Q", "north", needs={"project_manager": 1}),
        ],
        market=MARKET,
        policy={"hunger": [{**BAND, **PRICES}, {**BAND, **PRICES, "unit": "north"}]},
    )
    assert judged(question, {}).terms.hunger == 2 * micro(-0.4)
    bought = judged(question, {"P": Choice(0, {"project_manager": "N"})})
    # East: -0.5 short, edge 0.05, so 0.55 x 8; north: 0.5 short, edge 0.15, so 0.35 x 4.
    assert bought.terms.hunger == micro(-0.55 * 8) + micro(-0.35 * 4)


@pytest.mark.parametrize(
    ("row", "money"),
    [
        ({"low": 0.05}, -0.05 * 8),  # no upper edge
        ({"high": 0.15}, 0),
        ({}, 0),
        ({"low": 0, "high": 0}, 0),  # nothing short is just right
    ],
)
def test_an_absent_edge_is_no_edge(row: Part, money: float) -> None:
    plain = {"unit": "east", "role": "project_manager", **PRICES}
    assert judged(asking(1, {**plain, **row}), IDLE).terms.hunger == micro(money)


@pytest.mark.parametrize(
    ("effort", "money"),
    [
        # Supply 1: the band of load is 1 to 1.15.
        (1, 0),
        (0.999, -8 * 0.001),
        (1.15, 0),
        (1.151, -4 * 0.001),
        (0, -8),
    ],
)
def test_stretch_load_is_a_band_of_the_load(effort: float, money: float) -> None:
    row = {**BAND, **PRICES, "measure": "stretch_load", "low": 0}
    question = asking(effort, row, people=[person("E", capacity=1)])
    led = judged(question, {"P": Choice(0, {"project_manager": "E"})})
    assert led.terms.hunger == round(money * 1_000_000)
    assert led.broken == ({"person_capacity"} if effort > 1 else set())


def test_stretch_load_counts_bookings_and_sold_effort_and_needs_no_demand() -> None:
    # E: 0.3 booked, 0.5 sold to north: 0.8 of the 1 that the band begins with. Nobody asks for a manager in east.
    question = scenario(
        horizon={"start": "2027-01", "periods": 1},
        people=[person("E", bookings=[{"from": "2027-01", "to": "2027-01", "effort": 0.3}])],
        projects=[candidate("Q", "north", needs={"project_manager": 0.5})],
        market=MARKET,
        policy={"hunger": [{**BAND, **PRICES, "measure": "stretch_load", "low": 0}]},
    )
    assert judged(question, {"Q": Choice(0, {"project_manager": "E"})}).terms.hunger == micro(-0.2 * 8)
    assert judged(question, {}).terms.hunger == micro(-0.7 * 8)


@pytest.mark.parametrize(
    ("rows", "money"),
    [
        # P of Shanghai (trading, below east) asks for 1, nobody is there: 1 short. Prices tell the rows apart.
        ([("*", 1)], 1),
        ([("*", 1), ("hq", 2)], 2),
        ([("*", 1), ("hq", 2), ("east", 4)], 4),
        ([("*", 1), ("hq", 2), ("east", 4), ("sh", 8)], 8),
        ([("sh", 8), ("sh", 16)], 24),  # equally near: they add up
        ([("north", 1)], 0),
        ([("desk", 1)], 0),  # below a trading unit: covers none
    ],
)
def test_the_nearest_row_holds(rows: list[tuple[str, float]], money: float) -> None:
    question = scenario(
        horizon={"start": "2027-01", "periods": 1},
        units=[*UNITS, {"id": "sh", "parent": "east", "trades": True}, {"id": "desk", "parent": "sh"}],
        people=[person("N", "north")],
        projects=[candidate("P", "desk", needs={"project_manager": 1})],
        policy={"hunger": [{**BAND, "unit": unit, "high": 0, "price_starving": price} for unit, price in rows]},
    )
    assert judged(question, {}).terms.hunger == micro(-money)


def test_rows_for_another_role_neither_hold_nor_hide() -> None:
    rows: list[Part] = [{**BAND, **PRICES, "unit": "*"}, {**BAND, "role": "sponsor", "price_overfed": 99}]
    assert judged(asking(1, *rows), IDLE).terms.hunger == micro(-0.4)


def test_every_period_has_its_own_band() -> None:
    question = scenario(
        people=[person("E", capacity=[1, 0.5, 1, 1])],
        projects=[candidate("P", needs={"project_manager": [1, 1]}, duration=2)],
        policy={"hunger": [{**BAND, **PRICES}]},
    )
    # January: nothing short, 0.05 x 8. February: 0.5 short, 0.35 x 4. Then nothing is asked for.
    assert judged(question, {}).terms.hunger == micro(-0.4) + micro(-1.4)
