"""The ledgers of a plan: decisions, assignments, purchases, budgets, raised limits, initiation."""

from decimal import Decimal
from typing import Any

import pytest

from models.choices import Choice, Choices
from models.plan import Plan
from tests.optimizer.agreement import plan_for
from tests.scenario_builder import MARKET, UNITS, candidate, in_flight, person, scenario

WINDOW = {"preferred": "2027-02", "earliest": "2027-01", "latest": "2027-04"}


def rows(records: tuple[Any, ...], *fields: str) -> list[tuple[Any, ...]]:
    return [tuple(getattr(record, field) for field in fields) for record in records]


@pytest.mark.parametrize(
    ("choices", "decision", "start"),
    [
        ({}, "drop", None),
        ({"P": Choice(0)}, "initiate", "2027-01"),  # before the preferred month
        ({"P": Choice(1)}, "initiate", "2027-02"),
        ({"P": Choice(2)}, "defer", "2027-03"),
    ],
)
def test_a_candidate_is_initiated_deferred_or_dropped(choices: Choices, decision: str, start: str | None) -> None:
    plan = plan_for(scenario(projects=[candidate("P", start=WINDOW)]), choices)
    assert rows(plan.decisions, "project", "decision", "start", "why") == [("P", decision, start, ())]


@pytest.mark.parametrize(
    ("choices", "decision", "start"), [({}, "stop", None), ({"F": Choice(0)}, "continue", "2027-01")]
)
def test_what_is_in_flight_continues_or_stops(choices: Choices, decision: str, start: str | None) -> None:
    # The start it once had lies in the past; it goes on from the first month.
    plan = plan_for(scenario(projects=[in_flight("F", start={"preferred": "2026-01"})]), choices)
    assert rows(plan.decisions, "project", "decision", "start") == [("F", decision, start)]


def test_an_assignment_says_who_does_what_from_when_to_when() -> None:
    # P lasts three months from March: April is its last inside the horizon. Q asks for its sponsor first.
    question = scenario(
        projects=[
            candidate("Q", needs={"sponsor": 0.1, "project_manager": 0}),
            candidate("P", needs={"project_manager": [0.5, 0, 0.25]}, duration=3, start=WINDOW),
        ],
        market=MARKET,
    )
    choices = {
        "P": Choice(2, {"project_manager": "north-pm"}),
        "Q": Choice(0, {"project_manager": "east-pm", "sponsor": "east-sponsor"}),
    }
    assert rows(plan_for(question, choices).assignments, "project", "role", "person", "first", "last", "effort") == [
        ("Q", "sponsor", "east-sponsor", "2027-01", "2027-01", (100,)),
        ("Q", "project_manager", "east-pm", "2027-01", "2027-01", (0,)),
        ("P", "project_manager", "north-pm", "2027-03", "2027-04", (500, 0)),
    ]
    assert [row.purchased for row in plan_for(question, choices).assignments] == [False, False, True]


def test_the_effort_of_an_assignment_is_that_of_this_person() -> None:
    fit = [{"project": "P", "role": "project_manager", "person": "east-pm", "effort": [0.3, 0.2]}]
    question = scenario(projects=[candidate("P", needs={"project_manager": 0.5}, duration=2)], fit=fit)
    (row,) = plan_for(question, {"P": Choice(0, {"project_manager": "east-pm"})}).assignments
    assert row.effort == (300, 200)


def test_a_purchase_has_a_row_for_each_month_with_effort() -> None:
    question = scenario(
        projects=[candidate("P", needs={"project_manager": [0.333, 0, 0.5]}, duration=3)],
        market={**MARKET, "rates": [{"rate": 10.01}]},
    )
    plan = plan_for(question, {"P": Choice(0, {"project_manager": "north-pm"})})
    # 10.01 x 1.1 = 11.011 a month; x 0.333 = 3.666663 and x 0.5 = 5.5055, each rounded half up.
    assert rows(plan.purchases, "buyer", "seller", "person", "period", "effort", "rate", "amount") == [
        ("east", "north", "north-pm", "2027-01", 333, 11_011_000, 367),
        ("east", "north", "north-pm", "2027-03", 500, 11_011_000, 551),
    ]


def test_buyer_and_seller_are_the_trading_units() -> None:
    offices = [{"id": "sh", "parent": "east"}, {"id": "hz", "parent": "east"}, {"id": "bj", "parent": "north"}]
    question = scenario(
        units=[*UNITS, *offices],
        people=[person("E", "bj"), person("H", "hz")],
        projects=[candidate(project, "sh", needs={"project_manager": 1}) for project in "PQ"],
        market=MARKET,
    )
    plan = plan_for(question, {"P": Choice(0, {"project_manager": "E"}), "Q": Choice(0, {"project_manager": "H"})})
    # H works for another office of the same trading unit: no purchase.
    assert rows(plan.purchases, "project", "buyer", "seller") == [("P", "east", "north")]
    assert [row.purchased for row in plan.assignments] == [True, False]


def test_an_incumbent_without_a_rate_is_bought_for_nothing() -> None:
    standing = in_flight("F", needs={"project_manager": 0.5}, incumbents={"project_manager": "north-pm"})
    plan = plan_for(scenario(projects=[standing]), {"F": Choice(0, {"project_manager": "north-pm"})})
    assert rows(plan.purchases, "effort", "rate", "amount") == [(500, 0, 0)]


def test_a_budget_row_for_every_limit_in_the_order_of_units_and_months() -> None:
    budgets: dict[str, Any] = {"hq": 3, "north": {"2027-03": 9, "2027-01": 2, "2028-01": 1}, "east": 50}
    units = [{**unit, "purchase_budget": budgets[unit["id"]]} for unit in UNITS]
    question = scenario(
        units=[*units, {"id": "sh", "parent": "east", "purchase_budget": 1}],
        projects=[candidate("P", needs={"project_manager": 0.5}, duration=2)],
        market=MARKET,
    )
    plan = plan_for(question, {"P": Choice(0, {"project_manager": "north-pm"})})
    # The root trades for whatever hangs on no other; Shanghai does not trade, so its budget limits nothing.
    assert rows(plan.budgets, "unit", "period", "limit", "spent") == [
        ("hq", None, 300, 0),
        ("east", None, 5_000, 1_100),
        ("north", "2027-01", 200, 0),
        ("north", "2027-03", 900, 0),
    ]


def test_a_budget_row_states_the_level_in_force() -> None:
    units = [{**unit, "purchase_budget": 1} if unit["id"] == "east" else unit for unit in UNITS]
    standing = in_flight("F", needs={"project_manager": 0.5}, incumbents={"project_manager": "north-pm"})
    plan = plan_for(scenario(units=units, projects=[standing], market=MARKET), {})
    # 0.5 x 11 stands, though F is stopped and nothing is spent.
    assert rows(plan.budgets, "limit", "spent") == [(550, 0)]


def overloaded() -> Plan:
    """N of north is booked, and stands on two projects of east: above capacity, number, budget and the share sold."""
    units = [
        {**unit, "purchase_budget": {"2027-02": 1, "2027-01": 2}} if unit["id"] == "east" else unit for unit in UNITS
    ]
    standing: dict[str, Any] = {"needs": {"project_manager": 0.5}, "incumbents": {"project_manager": "N"}}
    booked = [{"from": "2027-01", "to": "2027-01", "effort": 0.2}]
    return plan_for(
        scenario(
            units=units,
            people=[person("E"), person("N", "north", capacity=0.9, max_projects=1, bookings=booked)],
            projects=[in_flight("F", duration=2, **standing), in_flight("G", **standing)],
            market={**MARKET, "max_sold_share": 0.3},
            policy={"load_cap": 0.9999},
        ),
        {},
    )


def test_raised_limits_stand_in_the_order_of_rules_with_exact_levels() -> None:
    assert rows(overloaded().raised, "rule", "id", "role", "period", "limit", "level") == [
        # 0.9 x 0.9999, against 0.2 + 0.5 + 0.5; in February 0.5 is within it.
        ("person_capacity", "N", None, "2027-01", Decimal("0.89991"), Decimal("1.2")),
        ("concurrency", "N", None, "2027-01", 1, 2),
        # 11 a month for each project, half of it asked for.
        ("purchase_budget", "east", None, "2027-01", 2, 11),
        ("purchase_budget", "east", None, "2027-02", 1, Decimal("5.5")),
        # 0.3 x 0.9, whatever is booked.
        ("seller_cap", "north", "project_manager", "2027-01", Decimal("0.27"), 1),
        ("seller_cap", "north", "project_manager", "2027-02", Decimal("0.27"), Decimal("0.5")),
    ]


def test_a_limit_that_is_just_reached_is_not_raised() -> None:
    units = [{**unit, "purchase_budget": 11} if unit["id"] == "east" else unit for unit in UNITS]
    standing = in_flight("F", needs={"project_manager": 1}, incumbents={"project_manager": "N"})
    question = scenario(
        units=units,
        people=[person("N", "north", max_projects=1)],
        projects=[standing],
        market={**MARKET, "max_sold_share": 1},
    )
    assert plan_for(question, {}).raised == ()
    assert plan_for(question, {"F": Choice(0, {"project_manager": "N"})}).raised == ()


def test_a_raised_budget_over_the_horizon_names_no_month() -> None:
    units = [{**unit, "purchase_budget": 10.99} if unit["id"] == "east" else unit for unit in UNITS]
    standing = in_flight("F", needs={"project_manager": 0.5}, incumbents={"project_manager": "north-pm"}, duration=2)
    plan = plan_for(scenario(units=units, projects=[standing], market=MARKET), {})
    assert rows(plan.raised, "rule", "id", "period", "limit", "level") == [
        ("purchase_budget", "east", None, Decimal("10.99"), 11)
    ]


def test_an_initiation_row_for_each_limit_under_which_something_starts() -> None:
    window = {"preferred": "2027-01", "latest": "2027-03"}
    cost = {"pursuit_cost": 2.5}
    question = scenario(
        projects=[
            candidate("P", start=window, value=cost),
            candidate("Q", start=window, value=cost),
            candidate("R", start=window, value=cost),
            in_flight("F", value=cost),
        ],
        policy={
            "initiation": [
                {"unit": "hq", "max_per_period": 9},
                {"unit": "east", "pursuit_budget": 10, "max_per_period": 5},
                {"unit": "north", "pursuit_budget": 10, "max_per_period": 5},
            ]
        },
    )
    # P and Q in March, R in January; nothing starts in north.
    plan = plan_for(question, {"P": Choice(2), "Q": Choice(2), "R": Choice(0), "F": Choice(0)})
    assert rows(plan.initiation, "unit", "period", "kind", "limit", "used") == [
        ("hq", "2027-01", "max_per_period", 9, 1),
        ("hq", "2027-03", "max_per_period", 9, 2),
        ("east", None, "pursuit_budget", 10, Decimal("7.5")),
        ("east", "2027-01", "max_per_period", 5, 1),
        ("east", "2027-03", "max_per_period", 5, 2),
    ]


def test_a_star_has_the_rows_of_each_trading_unit() -> None:
    question = scenario(
        projects=[candidate("N", "north"), candidate("E"), candidate("H", "hq")],
        policy={"initiation": [{"unit": "*", "max_per_period": 1}]},
    )
    plan = plan_for(question, {"N": Choice(0), "E": Choice(0), "H": Choice(0)})
    assert [row.unit for row in plan.initiation] == ["hq", "east", "north"]
