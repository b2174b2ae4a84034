"""A unit's pursuit cost and the number of projects starting in a period stay within their limits."""

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from tests.optimizer.agreement import judged
from tests.scenario_builder import UNITS, Part, candidate, in_flight, scenario

OVER = {"initiation_limits"}
OFFICES: list[Part] = [
    *UNITS,
    {"id": "sh", "parent": "east", "trades": True},
    {"id": "hz", "parent": "east"},
]
"""Shanghai trades for itself, Hangzhou's trading unit is east."""


def limited(*rows: Part, costs: dict[str, float] | None = None) -> Scenario:
    """One project in each unit, started in January or February, for 10 of pursuit cost unless said otherwise."""
    projects = [
        candidate(
            f"in-{unit['id']}",
            unit["id"],
            start={"preferred": "2027-01", "latest": "2027-02"},
            value={"pursuit_cost": (costs or {}).get(unit["id"], 10)},
        )
        for unit in OFFICES
    ]
    projects.append(in_flight("F", value={"pursuit_cost": 1000}))
    return scenario(units=OFFICES, projects=projects, policy={"initiation": list(rows)})


def started(*units: str, late: tuple[str, ...] = ()) -> Choices:
    return {f"in-{unit}": Choice(int(unit in late)) for unit in units}


@pytest.mark.parametrize(
    ("row", "units", "broken"),
    [
        ({"pursuit_budget": 20}, ("east", "hz"), set()),
        ({"pursuit_budget": 19.99}, ("east", "hz"), OVER),
        ({"pursuit_budget": 19.99}, ("east",), set()),
        ({"pursuit_budget": 10}, ("east", "north"), set()),
        ({"max_per_period": 2}, ("east", "hz"), set()),
        ({"max_per_period": 1}, ("east", "hz"), OVER),
        ({"max_per_period": 1}, ("east", "sh"), OVER),  # the subtree counts, trading units in it too
        ({"max_per_period": 0}, ("hz",), OVER),
        ({"max_per_period": 0}, ("north", "hq"), set()),
    ],
)
def test_a_named_unit_has_one_joint_limit_for_its_subtree(row: Part, units: tuple[str, ...], broken: set[str]) -> None:
    assert judged(limited({"unit": "east", **row}), started(*units)).broken == broken


def test_starts_are_counted_by_period_and_cost_over_the_horizon() -> None:
    one_a_month = limited({"unit": "east", "max_per_period": 1})
    assert judged(one_a_month, started("east", "hz", late=("hz",))).broken == set()
    assert judged(one_a_month, started("east", "hz", late=("east", "hz"))).broken == OVER
    budget = limited({"unit": "east", "pursuit_budget": 15})
    assert judged(budget, started("east", "hz", late=("hz",))).broken == OVER


def test_what_is_in_flight_uses_up_no_limit() -> None:
    question = limited({"unit": "east", "pursuit_budget": 10, "max_per_period": 1})
    assert judged(question, {**started("east"), "F": Choice(0)}).broken == set()


@pytest.mark.parametrize(
    ("units", "broken"),
    [
        (("hz", "north", "sh", "hq"), set()),  # one for each trading unit
        (("hz", "east"), OVER),  # both are east's own
        (("sh", "east"), set()),  # two trading units
    ],
)
def test_a_star_is_the_same_limit_for_each_trading_unit(units: tuple[str, ...], broken: set[str]) -> None:
    for row in ({"max_per_period": 1}, {"pursuit_budget": 10}):
        assert judged(limited({"unit": "*", **row}), started(*units)).broken == broken


@pytest.mark.parametrize(
    ("units", "broken"),
    [
        (("hz", "east", "sh"), set()),  # all at or below east: covered by its row, whatever that states
        (("north",), OVER),
        (("hq",), OVER),
    ],
)
def test_a_named_row_replaces_the_star_at_and_below_its_unit(units: tuple[str, ...], broken: set[str]) -> None:
    question = limited({"unit": "*", "max_per_period": 0}, {"unit": "east", "pursuit_budget": 30})
    assert judged(question, started(*units)).broken == broken


def test_a_row_inside_a_trading_unit_leaves_its_star() -> None:
    # Hangzhou does not trade: its row limits it, and `*` still limits east, which counts Hangzhou.
    question = limited({"unit": "*", "max_per_period": 1}, {"unit": "hz", "max_per_period": 5})
    assert judged(question, started("hz", "east")).broken == OVER


def test_limits_of_nested_units_and_several_rows_all_bind() -> None:
    question = limited(
        {"unit": "hq", "max_per_period": 2},
        {"unit": "east", "max_per_period": 5},
        {"unit": "east", "pursuit_budget": 10},
    )
    assert judged(question, started("north", "sh")).broken == set()
    assert judged(question, started("north", "sh", "hq")).broken == OVER
    assert judged(question, started("hz", "sh")).broken == OVER


def test_a_pursuit_cost_below_zero_gives_room() -> None:
    question = limited({"unit": "east", "pursuit_budget": 5}, costs={"hz": -5})
    assert judged(question, started("east")).broken == OVER
    assert judged(question, started("east", "hz")).broken == set()
