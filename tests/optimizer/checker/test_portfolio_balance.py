"""The share of a kind of project in the portfolio lies within its limits; each unit outside costs its price."""

from typing import Any

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from optimizer.checker import Auditor, statement
from tests.scenario_builder import candidate, in_flight, scenario

LED = Choice(0, {"project_manager": "east-pm"})


def portfolio(**row: Any) -> Scenario:
    """L is long (0.3 FTE x 2 months, pursuit 1, orders 30), S short (0.2 x 2, 3, 20), F too, in flight (0.1, 4, 50)."""
    return scenario(
        projects=[
            candidate("L", needs={"project_manager": 0.3}, duration=2, reach="long", value=orders(30, 1)),
            candidate("S", needs={"project_manager": 0.2}, duration=2, reach="short", value=orders(20, 3)),
            in_flight("F", needs={"project_manager": 0.1}, reach="short", value=orders(50, 4)),
        ],
        policy={"balance": [{"attribute": "reach", "equals": "long", **row}]},
    )


def orders(expected: float, pursuit_cost: float) -> dict[str, float]:
    return {"amount": expected * 2, "win_probability": 0.5, "margin_rate": 0, "pursuit_cost": pursuit_cost}


ALL: Choices = {"L": LED, "S": LED, "F": LED}


@pytest.mark.parametrize(
    ("measure", "part", "total", "share"),
    [
        ("effort", "0.6", "1.1", 5455),  # 0.6 / (0.6 + 0.4 + 0.1)
        ("count", "1", "3", 3333),
        ("pursuit_cost", "1", "8", 1250),  # what was spent in flight counts
        ("expected_orders", "30", "100", 3000),
    ],
)
def test_measures(measure: str, part: str, total: str, share: int) -> None:
    (row,) = statement(portfolio(measure=measure), ALL).balance
    assert (row.attribute, row.equals, row.measure) == ("reach", "long", measure)
    assert (f"{row.part:f}", f"{row.total:f}", row.share) == (part, total, share)


@pytest.mark.parametrize(
    ("row", "micro"),
    [
        # 0.55 x 1.1 - 0.6 = 0.005 FTE missing, x 20.5 = 0.1025.
        ({"measure": "effort", "min_share": 0.55, "price": 20.5}, 102_500),
        ({"measure": "effort", "min_share": 0.54, "price": 20.5}, 0),
        # 0.6 - 0.54 x 1.1 = 0.006 too much, x 0.1.
        ({"measure": "effort", "max_share": 0.54, "price": 0.1}, 600),
        # 0.34 x 3 - 1 = 0.02 projects, x 0.25.
        ({"measure": "count", "min_share": 0.34, "price": 0.25}, 5_000),
        ({"measure": "count", "max_share": 0.33, "price": 0.25}, 2_500),
        # 0.13 x 8 - 1 = 0.04, x 1.01.
        ({"measure": "pursuit_cost", "min_share": 0.13, "price": 1.01}, 40_400),
        # 30 - 0.29 x 100 = 1, x 0.01.
        ({"measure": "expected_orders", "max_share": 0.29, "price": 0.01}, 10_000),
        ({"measure": "expected_orders", "min_share": 0.3, "max_share": 0.3, "price": 99}, 0),
    ],
)
def test_missing_and_surplus(row: dict[str, Any], micro: int) -> None:
    assert Auditor(portfolio(**row)).score(ALL).terms.balance == -micro


def test_an_empty_portfolio_is_balanced_and_has_no_share() -> None:
    question = portfolio(measure="count", min_share=1, price=9)
    assert Auditor(question).score({}).terms.balance == 0
    (row,) = statement(question, {}).balance
    assert row.part == row.total == 0
    assert row.share is None


def test_only_effort_inside_the_horizon_counts() -> None:
    question = scenario(
        projects=[candidate("L", needs={"project_manager": 0.3}, duration=9, reach="long")],
        policy={"balance": [{"attribute": "reach", "equals": "long", "measure": "effort"}]},
    )
    assert f"{statement(question, {'L': LED}).balance[0].total}" == "1.2"  # four months


def test_expected_orders_may_sum_to_less_than_nothing() -> None:
    # part -10 of total -40: the share is 0.25; at least half would be -20, at most a tenth -4, which is less than -10.
    def of(**row: float) -> Scenario:
        return scenario(
            projects=[
                candidate("L", reach="long", value={"amount": -10}),
                candidate("S", value={"amount": -30}),
            ],
            policy={
                "balance": [{"attribute": "reach", "equals": "long", "measure": "expected_orders", "price": 1, **row}]
            },
        )

    both = {"L": Choice(0), "S": Choice(0)}
    assert statement(of(), both).balance[0].share == 2500
    # missing = 0.5 x -40 + 10 = -10: nothing; surplus = -10 + 1 x 40 = 30.
    assert Auditor(of(min_share=0.5)).score(both).terms.balance == -30_000_000
    # missing = 0.1 x -40 + 10 = 6, and the same surplus.
    assert Auditor(of(min_share=0.1)).score(both).terms.balance == -36_000_000


FULL: dict[str, Any] = {
    "name": "Hill",
    "tier": "T1",
    "kind": "hilltop",
    "mandated": True,
    "duration": 6,
    "goals": ["G"],
    "order_period": "2027-02",
    "customer_group": "bank",
    "product": "cloud",
    "tags": ["benchmark", "new"],
    "requires": ["P"],
}


@pytest.mark.parametrize(
    ("attribute", "equals", "matches"),
    [
        ("id", "P", True),
        ("name", "Hill", True),
        ("unit", "east", True),
        ("tier", "T1", True),
        ("kind", "hilltop", True),
        ("reach", "medium", True),  # its tier's
        ("status", "candidate", True),  # the default
        ("origin", "strategy", False),
        ("mandated", True, True),
        ("mandated", 1, False),
        ("mandated", "true", False),
        ("stoppable", False, True),
        ("stoppable", 0, False),
        ("qualified", True, True),
        ("duration", 6, True),
        ("duration", 6.0, True),
        ("duration", "6", False),
        ("duration", 7, False),
        ("stop_cost", 2.5, True),
        ("stop_cost", 250, False),
        ("goals", "G", True),
        ("tags", "new", True),
        ("tags", "ne", False),
        ("requires", "P", True),
        ("excludes", "P", False),
        ("order_period", "2027-02", True),
        ("customer_group", "bank", True),
        ("product", "cloud", True),
        ("product", "clou", False),
        ("start", "2027-01", False),
        ("value", 0, False),
        ("in_flight", False, False),
        ("colour", "red", False),
    ],
)
def test_attributes(attribute: str, equals: Any, matches: bool) -> None:
    question = scenario(
        projects=[candidate("P", **FULL)],
        policy={
            "tiers": {"T1": {"reach": "medium", "stop_cost": 2.5, "kind": "regular"}},
            "balance": [{"attribute": attribute, "equals": equals, "measure": "count"}],
        },
    )
    (row,) = statement(question, {"P": Choice(0)}).balance
    assert (int(row.part), int(row.total), row.share) == (int(matches), 1, 10_000 * matches)


def test_what_a_project_leaves_out_matches_nothing() -> None:
    question = scenario(
        projects=[candidate("P")],
        policy={"balance": [{"attribute": "product", "equals": "None", "measure": "count"}]},
    )
    assert statement(question, {"P": Choice(0)}).balance[0].part == 0
