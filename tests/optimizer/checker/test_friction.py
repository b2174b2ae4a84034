"""Working across trading units has a real cost: a share of the rate before mark-up, by distance."""

import pytest

from models.choices import Choice
from models.scenario import Scenario
from optimizer.checker import Auditor
from tests.scenario_builder import Part, candidate, in_flight, person, scenario

RATED = {"rates": [{"rate": 10}], "markup": {"same_region": 0.5, "cross_region": 0.5}}
MARKET = {**RATED, "friction": {"same_region": 0.02, "cross_region": 0.2}}


def friction(question: Scenario, project: str = "P") -> int:
    return Auditor(question).score({project: Choice(0, {"project_manager": "E"})}).terms.friction


def across(units: list[Part], home: str, place: str) -> int:
    """E of `home` spends 0.5 FTE on a project of `place`."""
    return friction(
        scenario(
            units=units,
            people=[person("E", home)],
            projects=[candidate("P", place, needs={"project_manager": 0.5})],
            market=MARKET,
        )
    )


MARKED: list[Part] = [
    {"id": "hq"},
    {"id": "south", "parent": "hq", "level": "region"},
    {"id": "gz", "parent": "south", "trades": True},
    {"id": "gz-1", "parent": "gz"},
    {"id": "sz", "parent": "south", "trades": True},
    {"id": "north", "parent": "hq", "level": "region", "trades": True},
]


@pytest.mark.parametrize(
    ("home", "place", "cost"),
    [
        ("gz-1", "gz", 0),  # one trading unit
        ("gz-1", "sz", 100_000),  # 0.5 x 10 x 0.02
        ("sz", "gz-1", 100_000),
        ("north", "gz", 1_000_000),  # 0.5 x 10 x 0.2, whatever the mark-up
        ("hq", "gz", 1_000_000),  # the root trades for what hangs on no other, and is its own region
    ],
)
def test_distance_with_marked_regions(home: str, place: str, cost: int) -> None:
    assert across(MARKED, home, place) == -cost


UNMARKED: list[Part] = [
    {"id": "hq", "trades": True},
    {"id": "a", "parent": "hq"},
    {"id": "a1", "parent": "a", "trades": True},
    {"id": "a2", "parent": "a", "trades": True},
    {"id": "b", "parent": "hq", "trades": True},
]


@pytest.mark.parametrize(
    ("home", "place", "cost"),
    [
        ("a1", "a1", 0),
        ("a2", "a1", 100_000),
        ("b", "a1", 1_000_000),
        ("hq", "a1", 1_000_000),
        ("hq", "b", 1_000_000),
    ],
)
def test_without_a_marked_region_the_branch_below_the_root_is_one(home: str, place: str, cost: int) -> None:
    assert across(UNMARKED, home, place) == -cost


def test_a_region_nested_in_a_region_is_nearer() -> None:
    units: list[Part] = [
        {"id": "hq", "level": "region"},
        {"id": "a", "parent": "hq", "level": "region"},
        {"id": "a1", "parent": "a", "trades": True},
        {"id": "b1", "parent": "hq", "trades": True},
        {"id": "c1", "parent": "hq", "trades": True},
    ]
    assert across(units, "b1", "a1") == -1_000_000  # region a against region hq
    assert across(units, "b1", "c1") == -100_000  # hq is marked as the region of both


def test_friction_is_rounded_half_up_in_each_period() -> None:
    # 0.0125 would need 4 decimals; 0.075 x 1 x 0.2 = 0.015 is 0.02 in each of two periods.
    question = scenario(
        people=[person("E", "north")],
        projects=[candidate("P", needs={"project_manager": [0.075, 0.075]}, duration=2)],
        market={"rates": [{"rate": 1}], "friction": {"cross_region": 0.2}},
    )
    assert friction(question) == -40_000


def test_only_what_lies_inside_the_horizon_costs() -> None:
    question = scenario(
        horizon={"start": "2027-01", "periods": 2},
        people=[person("E", "north")],
        projects=[candidate("P", needs={"project_manager": 0.5}, duration=9)],
        market=MARKET,
    )
    assert friction(question) == -2_000_000


def test_an_incumbent_without_a_rate_costs_nothing() -> None:
    question = scenario(
        people=[person("E", "north")],
        projects=[in_flight("F", needs={"project_manager": 0.5}, incumbents={"project_manager": "E"})],
        market={"friction": {"cross_region": 0.2}},
    )
    assert friction(question, "F") == 0
