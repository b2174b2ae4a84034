"""The share of a kind of project in the portfolio lies within its limits; each unit outside costs its price."""

from decimal import Decimal
from typing import Any

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from tests.optimizer.agreement import judged, micro
from tests.scenario_builder import Part, candidate, in_flight, person, scenario


def balanced(*projects: Part, **row: Any) -> Scenario:
    """One row: long reach by count, unless said otherwise."""
    stated = {"attribute": "reach", "equals": "long", "measure": "count", "price": 20, **row}
    return scenario(people=[person("E", capacity=9)], projects=list(projects), policy={"balance": [stated]})


def mix(long: int, short: int) -> tuple[Part, ...]:
    return tuple(
        candidate(f"{reach}-{place}", reach=reach)
        for reach, count in (("long", long), ("short", short))
        for place in range(count)
    )


def all_of(*projects: Part) -> Choices:
    return {project["id"]: Choice(0) for project in projects}


@pytest.mark.parametrize(
    ("long", "short", "limits", "outside"),
    [
        (1, 3, {"min_share": 0.25}, "0"),
        (1, 3, {"min_share": 0.26}, "0.04"),  # 0.26 x 4 - 1
        (0, 4, {"min_share": 0.25}, "1"),
        (1, 3, {"max_share": 0.25}, "0"),
        (1, 3, {"max_share": 0.24}, "0.04"),  # 1 - 0.24 x 4
        (4, 0, {"max_share": 0.25}, "3"),
        (2, 0, {}, "0"),  # 0 to 1 unless stated
        (0, 0, {"min_share": 1}, "0"),
        (2, 2, {"min_share": 0.6, "max_share": 0.6}, "0.4"),
    ],
)
def test_missing_and_surplus_in_projects(long: int, short: int, limits: Part, outside: str) -> None:
    projects = mix(long, short)
    terms = judged(balanced(*projects, **limits), all_of(*projects)).terms
    assert terms.balance == -Decimal(outside) * 20_000_000


def test_only_what_runs_is_in_the_portfolio() -> None:
    question = balanced(*mix(1, 1), min_share=0.5)
    assert judged(question, {}).terms.balance == 0
    assert judged(question, {"short-0": Choice(0)}).terms.balance == micro(-10)
    assert judged(question, {"long-0": Choice(0)}).terms.balance == 0


@pytest.mark.parametrize(
    ("effort", "price", "cost"),
    [
        # P long, Q short with 1 FTE; min_share 0.5: missing 0.5 x (p + 1) - p.
        (1, 20, 0),
        (0.999, 20, -20 * 500),  # 0.0005 FTE, in millionths
        (0.999, 0.1, -50),
        (0, 20, -10_000_000),
    ],
)
def test_effort_is_what_is_assigned_inside_the_horizon(effort: float, price: float, cost: int) -> None:
    # P takes half of it in April and half in May, which is outside; Q takes 1 in January.
    long = candidate(
        "P", needs={"project_manager": [effort, 5]}, duration=2, start={"preferred": "2027-04"}, reach="long"
    )
    short = candidate("Q", needs={"project_manager": 1}, reach="short")
    choices = {"P": Choice(3, {"project_manager": "E"}), "Q": Choice(0, {"project_manager": "E"})}
    question = balanced(long, short, measure="effort", min_share=0.5, price=price)
    assert judged(question, choices).terms.balance == cost


@pytest.mark.parametrize(
    ("measure", "missing"),
    [
        # Long: pursuit cost 3, expected orders 40. Short: in flight 5 and 60. Half of the total less the part.
        ("pursuit_cost", 1),
        ("expected_orders", 10),
        ("count", 0),
    ],
)
def test_money_measures_count_what_is_in_flight_too(measure: str, missing: float) -> None:
    projects = (
        candidate("P", reach="long", value={"amount": 80, "win_probability": 0.5, "pursuit_cost": 3}),
        in_flight("F", reach="short", value={"amount": 60, "pursuit_cost": 5}),
    )
    question = balanced(*projects, measure=measure, min_share=0.5, price=0.25)
    assert judged(question, all_of(*projects)).terms.balance == micro(-0.25 * missing)


def test_a_total_below_zero_misses_nothing_but_may_be_too_much() -> None:
    # Part 10, total -90: the least share of it is below 10; a share of at most 1 lies below it, too: 10 + 90.
    projects = (candidate("P", reach="long", value={"amount": 10}), candidate("N", value={"amount": -100}))
    question = balanced(*projects, measure="expected_orders", min_share=0.5, price=1)
    assert judged(question, all_of(*projects)).terms.balance == micro(-100)


@pytest.mark.parametrize(
    ("attribute", "equals", "matches"),
    [
        ("reach", "long", True),
        ("reach", "Long", False),
        ("tags", "bank", True),
        ("tags", "ban", False),  # a text within a text is no member
        ("goals", "G", True),
        ("mandated", True, True),
        ("mandated", 1, False),  # a truth value is no number
        ("mandated", "true", False),
        ("duration", 1, True),
        ("duration", Decimal("1.0"), True),
        ("duration", True, False),
        ("duration", "1", False),
        ("stop_cost", Decimal("2.5"), True),  # as the money stated
        ("stop_cost", 250, False),
        ("origin", "sales", True),  # the default
        ("qualified", True, True),
        ("tier", "T1", True),
        ("kind", "hilltop", True),  # given by the tier
        ("id", "P", True),
        ("unit", "east", True),
        ("unit", "hq", False),
        ("status", "candidate", True),
        ("customer_group", "bank", False),  # absent
        ("colour", "red", False),  # no field
        ("start", "2027-01", False),
        ("value", 0, False),
    ],
)
def test_a_field_has_the_value_or_contains_it(attribute: str, equals: Any, matches: bool) -> None:
    project = candidate("P", tier="T1", reach="long", tags=["bank", "key"], goals=["G"], mandated=True, stop_cost=2.5)
    row = {"attribute": attribute, "equals": equals, "measure": "count", "max_share": 0, "price": 1}
    question = scenario(
        projects=[project],
        goals=[{"id": "G", "shortfall_price": 0}],
        policy={"balance": [row], "tiers": {"T1": {"kind": "hilltop"}}},
    )
    # A share of 0 at most: the project is one too many if it matches.
    assert judged(question, {"P": Choice(0)}).terms.balance == (micro(-1) if matches else 0)


def test_rows_add_up() -> None:
    rows = [
        {"attribute": "reach", "equals": "long", "measure": "count", "min_share": 0.5, "price": price}
        for price in (1, 2)
    ]
    question = scenario(projects=[candidate("P")], policy={"balance": rows})
    assert judged(question, {"P": Choice(0)}).terms.balance == micro(-1.5)
