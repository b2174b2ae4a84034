"""What a trading unit buys, mark-up included and friction not, stays within its purchase budget."""

from typing import Any

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from optimizer.checker import Auditor, statement
from tests.optimizer.checker.plans import rules_broken
from tests.scenario_builder import MARKET, UNITS, candidate, in_flight, person, scenario

LED: Choices = {"P": Choice(0, {"project_manager": "north-pm"})}


def units(budget: Any, **others: Any) -> list[dict[str, Any]]:
    budgets = {"east": budget, **others}
    return [{**unit, **({"purchase_budget": budgets[unit["id"]]} if unit["id"] in budgets else {})} for unit in UNITS]


def buying(budget: Any, effort: Any = 0.5, market: dict[str, Any] = MARKET, **others: Any) -> Scenario:
    duration = len(effort) if isinstance(effort, list) else 1
    projects = [candidate("P", needs={"project_manager": effort}, duration=duration)]
    return scenario(units=units(budget, **others), projects=projects, market=market)


def test_a_budget_holds_the_mark_up_and_not_the_friction() -> None:
    # 0.5 FTE x 10 x 1.1 = 5.50; friction 0.5 x 10 x 0.2 = 1.00 is no payment.
    assert rules_broken(buying(5.5), LED) == set()
    assert rules_broken(buying(5.49), LED) == {"purchase_budget"}
    assert rules_broken(buying(0), LED) == {"purchase_budget"}


def test_amounts_are_rounded_half_up_in_each_period() -> None:
    # 0.005 FTE x 10 x 1.1 = 0.055, rounded to 0.06 in each of two periods: 0.12, where the sum would be 0.11.
    assert rules_broken(buying(0.12, [0.005, 0.005]), LED) == set()
    assert rules_broken(buying(0.11, [0.005, 0.005]), LED) == {"purchase_budget"}


def test_a_budget_by_period_binds_where_it_names_a_period() -> None:
    # 5.50 in January, 11.00 in February; March is not named in either table.
    assert rules_broken(buying({"2027-01": 5.5, "2027-02": 11}, [0.5, 1, 1]), LED) == set()
    assert rules_broken(buying({"2027-01": 5.5, "2027-02": 10.99}, [0.5, 1, 1]), LED) == {"purchase_budget"}
    assert rules_broken(buying({"2026-12": 0, "2027-05": 0}, [0.5, 1, 1]), LED) == set()


def test_own_people_cost_no_budget() -> None:
    assert rules_broken(buying(0), {"P": Choice(0, {"project_manager": "east-pm"})}) == set()


def test_only_the_budget_of_a_trading_unit_limits() -> None:
    # The company buys nothing by itself; sh, inside east, does not trade.
    question = buying(100, hq=0)
    assert rules_broken(question, LED) == set()
    sh = {"id": "sh", "parent": "east", "purchase_budget": 0}
    inside = scenario(
        units=[*UNITS, sh], projects=[candidate("P", "sh", needs={"project_manager": 0.5})], market=MARKET
    )
    assert rules_broken(inside, LED) == set()
    assert statement(inside, LED).budgets == ()


def test_the_table_has_a_row_for_each_limit_in_order() -> None:
    question = buying({"2027-03": 1, "2027-01": 20, "2027-09": 5}, [0.5, 1], north=7)
    assert [(row.unit, row.period, row.limit, row.spent) for row in statement(question, LED).budgets] == [
        ("east", "2027-01", 2000, 550),
        ("east", "2027-03", 100, 0),
        ("north", None, 700, 0),
    ]


@pytest.mark.parametrize(
    ("rows", "rate"),
    [
        ([{"rate": 1}, {"role": "project_manager", "rate": 2}], 2),
        ([{"role": "project_manager", "rate": 2}, {"grade": 4, "rate": 3}], 3),
        ([{"grade": 4, "rate": 3}, {"seller": "north", "rate": 4}], 4),
        ([{"buyer": "east", "rate": 5}, {"seller": "north", "rate": 4}], 5),
        # Two keys beat one, whichever they are.
        ([{"buyer": "east", "rate": 5}, {"role": "project_manager", "grade": 4, "rate": 6}], 6),
        ([{"seller": "north", "grade": 4, "rate": 7}, {"buyer": "east", "role": "project_manager", "rate": 8}], 8),
        # Rows that name somebody else do not match.
        ([{"rate": 1}, {"grade": 5, "role": "sponsor", "rate": 9}, {"buyer": "north", "rate": 9}], 1),
    ],
)
def test_the_most_specific_rate_holds(rows: list[dict[str, Any]], rate: int) -> None:
    people = [person("north-pm", "north", grade=4)]
    projects = [candidate("P", needs={"project_manager": 1})]
    (row,) = statement(scenario(people=people, projects=projects, market={"rates": rows}), LED).purchases
    assert (row.rate, row.amount) == (rate * 1_000_000, rate * 100)


def test_the_rate_is_stated_with_mark_up_and_exact() -> None:
    # 6.01 x 1.1505 = 6.914505; 0.4 FTE of it is 2.765802, rounded to 2.77.
    market = {"rates": [{"rate": 6.01}], "markup": {"cross_region": 0.1505}}
    (row,) = statement(buying(100, 0.4, market), LED).purchases
    assert (row.buyer, row.seller, row.effort, row.rate, row.amount) == ("east", "north", 400, 6_914_505, 277)


def test_periods_without_effort_have_no_row() -> None:
    rows = statement(buying(100, [0.5, 0, 0.5]), LED).purchases
    assert [(row.period, row.amount) for row in rows] == [("2027-01", 550), ("2027-03", 550)]


def in_flight_over(budget: Any) -> Scenario:
    """F in flight costs 0.5 x 10 x 1.1 = 5.50 in January and February each, more than the budget; P is another need."""
    return scenario(
        units=units(budget),
        projects=[
            in_flight("F", needs={"project_manager": 0.5}, incumbents={"project_manager": "north-pm"}, duration=2),
            candidate("P", needs={"project_manager": 0.1}),
            candidate("Q", needs={"sponsor": 0.55}),
        ],
        market=MARKET,
    )


def test_in_flight_work_raises_the_budget_and_is_reported() -> None:
    question = in_flight_over(10)
    (row,) = statement(question, {}).raised
    assert (row.rule, row.id, row.period, f"{row.limit}", f"{row.level}") == (
        "purchase_budget",
        "east",
        None,
        "10",
        "11",
    )
    held: Choices = {"F": Choice(0, {"project_manager": "north-pm"})}
    assert rules_broken(question, held) == set()
    assert [(row.limit, row.spent) for row in statement(question, held).budgets] == [(1100, 1100)]
    assert rules_broken(question, {**held, **LED}) == {"purchase_budget"}
    # 0.55 x 20 x 1.1 = 12.10 is more than 11.00 though F is stopped.
    assert rules_broken(question, {"Q": Choice(0, {"sponsor": "north-sponsor"})}) == {"purchase_budget"}


def test_a_budget_by_period_is_raised_by_period() -> None:
    rows = statement(in_flight_over({"2027-01": 5.5, "2027-02": 5, "2027-03": 0}), {}).raised
    assert [(row.period, f"{row.limit}", f"{row.level}") for row in rows] == [("2027-02", "5", "5.5")]


def test_the_sentence_names_unit_period_and_money() -> None:
    (whole,) = Auditor(buying(5.49)).score(LED).violations
    assert whole.text("en") == "Unit east buys for 5.5; its budget is 5.49."
    (monthly,) = Auditor(buying({"2027-01": 5})).score(LED).violations
    assert monthly.text("zh") == "单元 east 在 2027-01 的采购为 5.5,超过当期预算 5。"


def test_a_permille_is_a_purchase() -> None:
    # 0.001 x 10 x 1.1 = 0.011: 0.01.
    (row,) = statement(buying(0.01, 0.001), LED).purchases
    assert (row.effort, row.amount) == (1, 1)
