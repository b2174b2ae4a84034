"""The hunger table: supply, demand and load of every unit, role and period, and what the bands say of it."""

from typing import Any

import pytest

from models.choices import Choice, Choices
from models.plan import HungerRow
from models.scenario import Scenario
from tests.optimizer.agreement import plan_for
from tests.scenario_builder import MARKET, MONTHS, Part, candidate, in_flight, person, scenario

ROW: Part = {"unit": "east", "role": "project_manager"}
FLOOR: Part = {**ROW, "floor": 0.8, "price_idle": 1}


def table(question: Scenario, choices: Choices | None = None) -> tuple[HungerRow, ...]:
    return plan_for(question, choices or {}).hunger


def one_month(demand: float | None, *hunger: Part, **parts: Any) -> Scenario:
    """East has one manager and asks for so many; nobody is asked for where `demand` is None."""
    projects = [] if demand is None else [candidate("P", needs={"project_manager": demand})]
    return scenario(
        horizon={"start": "2027-01", "periods": 1},
        **{"people": [person("E")], "projects": projects, "policy": {"hunger": list(hunger)}, **parts},
    )


def test_there_is_a_row_where_something_is_asked_for_or_a_row_of_policy_applies() -> None:
    # Asked for: a manager of east in February; applying: hunger of east's sponsors, use of north's managers.
    question = scenario(
        projects=[candidate("P", needs={"project_manager": 0.5}, start={"preferred": "2027-02"})],
        policy={
            "hunger": [{"unit": "east", "role": "sponsor"}],
            "utilisation": [{"unit": "north", "role": "project_manager", "floor": 0.5}],
        },
    )
    assert [(row.unit, row.role, row.period) for row in table(question)] == [
        ("east", "project_manager", "2027-02"),
        *(("east", "sponsor", month) for month in MONTHS),
        *(("north", "project_manager", month) for month in MONTHS),
    ]


def test_a_row_for_every_trading_unit_the_root_included() -> None:
    question = one_month(None, {"unit": "*", "role": "project_manager"})
    assert [row.unit for row in table(question)] == ["hq", "east", "north"]


def test_the_figures_of_a_pool() -> None:
    # East: E is a manager first with 0.1 booked, S a sponsor first who can manage. North lends N to P, east lends E
    # to Q: demand 1.5, own 1, bought 0.5, sold 0.25, so short of 1.5 - 1.25; E carries 0.1 + 0.25.
    question = scenario(
        horizon={"start": "2027-01", "periods": 1},
        people=[
            person("E", bookings=[{"from": "2027-01", "to": "2027-01", "effort": 0.1}]),
            person("S", "east", "sponsor", "project_manager"),
            person("N", "north"),
        ],
        projects=[
            candidate("P", needs={"project_manager": 0.5}),
            in_flight("F", needs={"project_manager": 1}),
            candidate("Q", "north", needs={"project_manager": 0.25}),
            candidate("X", needs={"project_manager": 9}, qualified=False),
        ],
        market=MARKET,
    )
    lent: Choices = {"P": Choice(0, {"project_manager": "N"}), "Q": Choice(0, {"project_manager": "E"})}
    east, north = table(question, lent)
    assert (east.demand, east.own, east.bought, east.sold) == (1500, 1000, 500, 250)
    assert (east.shortage, east.ratio) == (250, 1667)  # 0.25 / 1.5 = 0.16666…
    assert (east.load, east.utilisation) == (350, 3500)
    assert (north.demand, north.own, north.bought, north.sold) == (250, 1000, 250, 500)
    assert (north.shortage, north.ratio) == (-500, -20_000)
    assert (north.load, north.utilisation) == (500, 5_000)
    assert east.state is north.state is None  # no band


def test_ratios_are_rounded_half_up_away_from_zero() -> None:
    people = [person("E", capacity=0.999)]
    (row,) = table(one_month(1.6, people=people))
    assert (row.shortage, row.ratio) == (601, 3756)  # 0.601 / 1.6 = 0.375625
    (row,) = table(one_month(0.8, people=people))
    assert (row.shortage, row.ratio) == (-199, -2488)  # -0.199 / 0.8 = -0.24875, away from zero


def test_without_demand_the_ratio_is_null_and_without_supply_the_use() -> None:
    (row,) = table(one_month(None, {**ROW, "low": 0.1}))
    assert (row.demand, row.shortage, row.ratio, row.utilisation) == (0, -1000, None, 0)
    (row,) = table(one_month(1, people=[]))
    assert (row.own, row.shortage, row.ratio, row.utilisation) == (0, 1000, 10_000, None)


BAND: Part = {**ROW, "low": 0.1, "high": 0.2}
STRETCH: Part = {**ROW, "measure": "stretch_load", "low": 0, "high": 0.1}


@pytest.mark.parametrize(
    ("demand", "rows", "state"),
    [
        (None, [BAND], "no_demand"),
        (1, [], None),
        (1, [BAND], "overfed"),  # nothing short
        (1.15, [BAND], "in_band"),  # 0.15 of 1.15 short: between 0.115 and 0.23
        (1.5, [BAND], "starving"),  # 0.5 short: above 0.3
        (1, [{**ROW, "high": 0.2}], "in_band"),
        (1.5, [{**ROW, "low": 0.1}], "in_band"),
        # Rows equally near: starving if any says so, else overfed if any does.
        (1.5, [{**ROW, "low": 0.4}, BAND], "starving"),
        (1.15, [BAND, {**ROW, "low": 0.2}], "overfed"),
        # Load is 0, below the 1 that the stretch begins with, whatever is asked for.
        (1.15, [STRETCH], "overfed"),
        (None, [STRETCH], "overfed"),
        (None, [BAND, STRETCH], "overfed"),  # without demand the other row says nothing
        (1.5, [STRETCH, BAND], "starving"),
    ],
)
def test_the_state_is_what_the_rows_in_force_say(demand: float | None, rows: list[Part], state: str | None) -> None:
    found = table(one_month(demand, *rows))
    assert [row.state for row in found] == [state]


def test_a_stretched_unit_still_states_shortage_and_ratio() -> None:
    question = one_month(1.2, STRETCH, policy={"hunger": [STRETCH], "load_cap": 1.2})
    (row,) = table(question, {"P": Choice(0, {"project_manager": "E"})})
    # 1.2 on a supply of 1, band 1 to 1.1.
    assert (row.load, row.utilisation, row.state) == (1200, 12_000, "starving")
    assert (row.shortage, row.ratio) == (200, 1667)


def test_a_floor_alone_makes_a_row_without_a_state() -> None:
    question = one_month(None, policy={"utilisation": [FLOOR]})
    assert [(row.state, row.load, row.own) for row in table(question)] == [(None, 0, 1000)]
