"""A unit's shortage of a role lies in the band of slight hunger; overfed and starving both cost."""

from typing import Any

import pytest

from models.choices import Choice, Choices
from models.plan import HungerRow
from models.scenario import Scenario
from optimizer.checker import Auditor, statement
from tests.optimizer.checker.plans import rules_broken
from tests.scenario_builder import MARKET, UNITS, candidate, in_flight, person, scenario

MONTH = {"start": "2027-01", "periods": 1}
PM = "project_manager"
BAND = {"unit": "*", "role": PM, "low": 0.05, "high": 0.15, "price_overfed": 8, "price_starving": 4}


def one_month(asked: float, supply: float, *rows: dict[str, Any], **parts: Any) -> Scenario:
    """One month in which project P of east asks for managers, of whom east has a team of some capacity."""
    whole: dict[str, Any] = {
        "horizon": MONTH,
        "people": [person("E", capacity=supply)],
        "projects": [candidate("P", needs={PM: asked})],
        "policy": {"hunger": rows},
        **parts,
    }
    return scenario(**whole)


def row_of(question: Scenario, choices: Choices | None = None, unit: str = "east") -> HungerRow:
    (row,) = [row for row in statement(question, choices or {}).hunger if (row.unit, row.role) == (unit, PM)]
    return row


def cost(question: Scenario, choices: Choices | None = None) -> int:
    return -Auditor(question).score(choices or {}).terms.hunger


@pytest.mark.parametrize(
    ("supply", "state", "micro"),
    [
        # D = 10: the band reaches from a shortage of 0.5 to one of 1.5.
        (9.5, "in_band", 0),
        (9.501, "overfed", 8_000),  # 0.001 x 8
        (12, "overfed", 20_000_000),  # shortage -2, 2.5 below the band, x 8
        (8.5, "in_band", 0),
        (8.499, "starving", 4_000),  # 0.001 x 4
        (0, "starving", 34_000_000),  # (10 - 1.5) x 4
    ],
)
def test_edges(supply: float, state: str, micro: int) -> None:
    question = one_month(10, supply, BAND)
    assert row_of(question).state == state
    assert cost(question) == micro


@pytest.mark.parametrize(
    ("supply", "low", "state"),
    [
        # 0.05 x 0.97 = 0.0485, rounded to 0.049: a shortage of 0.048 is too small by 0.001.
        (0.921, 0.05, "in_band"),
        (0.922, 0.05, "overfed"),
        # 0.05 x 0.969 = 0.04845 is 0.048.
        (0.921, 0.0499, "in_band"),
    ],
)
def test_edges_are_rounded_half_up_once(supply: float, low: float, state: str) -> None:
    assert row_of(one_month(0.97, supply, {**BAND, "low": low})).state == state


def test_absent_edges_and_prices() -> None:
    only_high = {"unit": "*", "role": PM, "high": 0.15}
    assert row_of(one_month(10, 100, only_high)).state == "in_band"
    assert row_of(one_month(10, 8, only_high)).state == "starving"
    assert cost(one_month(10, 8, only_high)) == 0
    assert row_of(one_month(10, 0, {"unit": "*", "role": PM, "low": 0.05})).state == "in_band"
    assert row_of(one_month(10, 0, {"unit": "*", "role": PM})).state == "in_band"


def test_without_demand_there_is_no_hunger() -> None:
    question = one_month(10, 3, BAND, projects=[])
    row = row_of(question)
    assert (row.state, row.ratio, row.shortage, row.demand) == ("no_demand", None, -3000, 0)
    assert cost(question) == 0


@pytest.mark.parametrize(
    ("project", "asked"),
    [
        (candidate("P", needs={PM: 0.4}), 400),
        (candidate("P", needs={PM: 0.4}, qualified=False), 0),
        (candidate("P", needs={PM: 0.4}, start={"preferred": "2026-12", "latest": "2027-01"}), 0),
        (candidate("P", needs={PM: [0.4, 0.3]}, duration=2, start={"preferred": "2026-12"}), 300),
        (candidate("P", needs={PM: 0.4}, start={"preferred": "2027-02", "earliest": "2027-01"}), 0),
        (in_flight("P", needs={PM: 0.4}), 400),
        (in_flight("P", needs={PM: 0.4}, qualified=False), 400),
        (candidate("P", "north", needs={PM: 0.4}), 0),
        (candidate("P", "sh", needs={PM: 0.4}), 400),
        (candidate("P", needs={"sponsor": 0.4}), 0),
    ],
)
def test_demand_is_asked_at_the_preferred_start_run_or_not(project: dict[str, Any], asked: int) -> None:
    units = [*UNITS, {"id": "sh", "parent": "east"}]
    question = one_month(0, 1, BAND, units=units, projects=[project])
    assert row_of(question).demand == asked


def test_demand_stays_where_it_was_asked_when_the_start_moves() -> None:
    question = scenario(
        projects=[candidate("P", needs={PM: 0.4}, start={"preferred": "2027-01", "latest": "2027-03"})],
    )
    late: Choices = {"P": Choice(2, {PM: "east-pm"})}
    rows = [(row.period, row.demand, row.load) for row in statement(question, late).hunger]
    assert rows == [("2027-01", 400, 0)]


def test_demand_is_the_profile_and_not_the_effort_of_a_person() -> None:
    fit = [{"project": "P", "role": PM, "person": "E", "effort": 0.9}]
    row = row_of(one_month(0.4, 1, BAND, fit=fit), {"P": Choice(0, {PM: "E"})})
    assert (row.demand, row.load) == (400, 900)


def trading() -> Scenario:
    """East asks for 2 FTE and has 1; north has 1 of its own, and N, first a sponsor, whom east can buy as a manager."""
    return scenario(
        horizon=MONTH,
        people=[person("E"), person("M", "north"), person("N", "north", "sponsor", PM)],
        projects=[candidate("P", needs={PM: 1}), candidate("Q", needs={PM: 1})],
        market=MARKET,
        policy={"hunger": [{**BAND, "low": 0.05, "high": 0.15}]},
    )


def test_what_is_bought_and_sold_counts_by_the_role_assigned() -> None:
    choices: Choices = {"P": Choice(0, {PM: "E"}), "Q": Choice(0, {PM: "N"})}
    east, north = (row_of(trading(), choices, unit) for unit in ("east", "north"))
    # East: V = 1 + 1, shortage 2 - 2 = 0; 0.1 below the edge of 0.05 x 2.
    assert (east.demand, east.own, east.bought, east.sold, east.shortage) == (2000, 1000, 1000, 0, 0)
    assert (east.state, east.ratio, east.load, east.utilisation) == ("overfed", 0, 1000, 10_000)
    # North sold a manager whom its pool of managers never had: V = 1 - 1. Nobody asks there.
    assert (north.demand, north.own, north.bought, north.sold, north.shortage) == (0, 1000, 0, 1000, 0)
    assert (north.state, north.load, north.utilisation) == ("no_demand", 0, 0)
    assert cost(trading(), choices) == 800_000  # 0.1 x 8


def test_incumbents_without_a_rate_are_bought_too() -> None:
    question = scenario(
        horizon=MONTH,
        people=[person("N", "north")],
        projects=[in_flight("F", needs={PM: 0.6}, incumbents={PM: "N"})],
    )
    row = row_of(question, {"F": Choice(0, {PM: "N"})})
    assert (row.bought, row.shortage, row.state) == (600, 0, None)


def test_bookings_burden_the_load_and_not_what_is_available() -> None:
    people = [person("E", bookings=[{"from": "2027-01", "to": "2027-01", "effort": 0.7}])]
    row = row_of(one_month(1, 1, BAND, people=people))
    assert (row.shortage, row.load, row.utilisation) == (0, 700, 7000)


def test_ratio_and_utilisation_are_half_up_to_four_decimals() -> None:
    # 0.75 / 2, 1 / 3 and -2 / 3.
    assert row_of(one_month(2, 1.25)).ratio == 3750
    assert row_of(one_month(3, 2)).ratio == 3333
    assert row_of(one_month(3, 5)).ratio == -6667
    # 0.001 / 8 = 0.000125 and 0.001 / 1.6 = 0.000625: 0.0001 and 0.0006; 0.003 / 2.4 = 0.00125: 0.0013.
    assert row_of(one_month(8, 7.999)).ratio == 1
    assert row_of(one_month(1.6, 1.599)).ratio == 6
    assert row_of(one_month(2.4, 2.397)).ratio == 13


@pytest.mark.parametrize(
    ("booked", "state", "micro"),
    [
        # S = 2: the load should lie between 1.05 x 2 = 2.1 and 1.15 x 2 = 2.3.
        (2.099, "overfed", 8_000),
        (2.1, "in_band", 0),
        (2.3, "in_band", 0),
        (2.301, "starving", 4_000),
        (0, "overfed", 16_800_000),  # 2.1 x 8
    ],
)
def test_stretch_load_looks_at_the_load(booked: float, state: str, micro: int) -> None:
    people = [person("E", capacity=2, bookings=[{"from": "2027-01", "to": "2027-01", "effort": booked}])]
    # Nobody asks for anything: the measure holds all the same, and the shortage is stated as ever.
    question = one_month(0, 2, {**BAND, "measure": "stretch_load"}, people=people, projects=[])
    row = row_of(question)
    assert (row.state, row.shortage, row.ratio) == (state, -2000, None)
    assert cost(question) == micro


def test_stretch_load_edges_are_rounded_half_up_once() -> None:
    # 1.05 x 0.97 = 1.0185: 1.019, and 1.15 x 0.97 = 1.1155: 1.116.
    for booked, state in ((1.018, "overfed"), (1.019, "in_band"), (1.116, "in_band"), (1.117, "starving")):
        people = [person("E", capacity=0.97, bookings=[{"from": "2027-01", "to": "2027-01", "effort": booked}])]
        assert row_of(one_month(0, 0, {**BAND, "measure": "stretch_load"}, people=people)).state == state


def test_sold_people_load_their_own_pool() -> None:
    question = scenario(
        horizon=MONTH,
        people=[person("N", "north")],
        projects=[candidate("P", needs={PM: 0.5})],
        market=MARKET,
        policy={"hunger": [{**BAND, "unit": "north", "measure": "stretch_load"}]},
    )
    # 1.05 - 0.5 = 0.55 missing x 8.
    assert cost(question, {"P": Choice(0, {PM: "N"})}) == 4_400_000


NESTED = [
    {"id": "hq"},
    {"id": "area", "parent": "hq"},
    {"id": "east", "parent": "area", "trades": True},
    {"id": "sh", "parent": "east"},
]


def priced(unit: str, price: float) -> dict[str, Any]:
    return {"unit": unit, "role": PM, "high": 0, "price_starving": price}


@pytest.mark.parametrize(
    ("rows", "price"),
    [
        ([priced("*", 1)], 1),
        ([priced("*", 1), priced("hq", 2)], 2),
        ([priced("hq", 2), priced("area", 3), priced("*", 1)], 3),
        ([priced("area", 3), priced("east", 4)], 4),
        ([priced("east", 4), priced("east", 5)], 9),  # equally near rows add up
        ([priced("*", 1), priced("*", 1)], 2),
        ([priced("*", 1), priced("sh", 6)], 1),  # inside the trading unit: covers none
        ([priced("*", 1), {**priced("east", 4), "role": "sponsor"}], 1),  # nearest per role
        ([priced("sh", 6)], 0),
    ],
)
def test_the_nearest_rows_hold(rows: list[dict[str, Any]], price: int) -> None:
    # 1 FTE asked and nobody there.
    question = one_month(1, 0, *rows, units=NESTED, people=[])
    assert cost(question) == price * 1_000_000


def test_equally_near_rows_state_the_worst() -> None:
    starving, overfed = {**BAND, "low": None, "high": 0}, {**BAND, "low": 1, "high": None}
    rows = [{key: value for key, value in row.items() if value is not None} for row in (starving, overfed)]
    question = one_month(1, 0.5, *rows)
    assert row_of(question).state == "starving"
    assert cost(question) == 2_000_000 + 4_000_000  # 0.5 x 4 and 0.5 x 8
    assert row_of(one_month(1, 0.5, rows[1], {**BAND, "low": 0.1, "high": 0.9})).state == "overfed"


def test_where_nothing_is_asked_only_the_other_measure_speaks() -> None:
    rows = (BAND, {**BAND, "measure": "stretch_load", "low": 0, "high": 0.1})
    people = [person("E", bookings=[{"from": "2027-01", "to": "2027-01", "effort": 1}])]
    assert row_of(one_month(0, 0, *rows, people=people, projects=[])).state == "in_band"
    assert row_of(one_month(0, 1, *rows, projects=[])).state == "overfed"


def test_the_table_lists_what_is_ruled_or_asked() -> None:
    question = scenario(
        horizon={"start": "2027-01", "periods": 2},
        projects=[
            candidate("P", needs={"sponsor": 0.1}, start={"preferred": "2027-02"}),
            candidate("Q", "north", needs={PM: 0.1}),
        ],
        policy={
            "hunger": [{**BAND, "unit": "east"}],
            "utilisation": [{"unit": "north", "role": "sponsor", "floor": 0.5}],
        },
    )
    rows = [(row.unit, row.role, row.period, row.state) for row in statement(question, {}).hunger]
    assert rows == [
        ("east", PM, "2027-01", "no_demand"),
        ("east", PM, "2027-02", "no_demand"),
        ("east", "sponsor", "2027-02", None),
        ("north", PM, "2027-01", None),
        ("north", "sponsor", "2027-01", None),
        ("north", "sponsor", "2027-02", None),
    ]
    assert rules_broken(question, {}) == set()
