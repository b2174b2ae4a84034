"""The tables of goals, targets and the balance of the portfolio."""

from decimal import Decimal
from typing import Any

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from tests.optimizer.agreement import plan_for
from tests.scenario_builder import Part, candidate, in_flight, person, scenario


def rows(records: tuple[Any, ...], *fields: str) -> list[tuple[Any, ...]]:
    return [tuple(getattr(record, field) for field in fields) for record in records]


PROJECTS: list[Part] = [
    candidate("P", goals=["G"], reach="long", value={"amount": 100, "win_probability": 0.5, "pursuit_cost": 3}),
    in_flight("F", goals=["G", "H"], value={"amount": 30.01, "win_probability": 0.5, "pursuit_cost": 5}),
    candidate("N", value={"amount": -10}),
]
ALL: Choices = {"P": Choice(0), "F": Choice(0), "N": Choice(0)}


def test_goals_state_what_they_get_and_lack_priced_or_not() -> None:
    goals = [
        {"id": "H", "min_projects": 2, "min_expected_orders": 20},
        {"id": "G", "min_projects": 1, "min_expected_orders": 65, "shortfall_price": 1},
    ]
    question = scenario(projects=PROJECTS, goals=goals)
    fields = ("id", "projects", "expected_orders", "shortfall", "orders_shortfall")
    # F brings 15.005, rounded half up to 15.01; P brings 50.
    assert rows(plan_for(question, ALL).goals, *fields) == [("H", 1, 1_501, 1, 499), ("G", 2, 6_501, 0, 0)]
    assert rows(plan_for(question, {}).goals, *fields) == [("H", 0, 0, 2, 2_000), ("G", 0, 0, 1, 6_500)]


def test_targets_state_need_expected_and_what_is_missing() -> None:
    targets = [
        {"id": "all", "amount": 50.01, "coverage": 0.5},  # 25.005: 25.01 are needed
        {"id": "north", "unit": "north", "amount": 7},
        {"id": "more", "unit": "east", "amount": 60},
    ]
    question = scenario(projects=PROJECTS, targets=targets)
    fields = ("id", "need", "expected", "shortfall")
    # 50 + 15.01 - 10.
    assert rows(plan_for(question, ALL).targets, *fields) == [
        ("all", 2_501, 5_501, 0),
        ("north", 700, 0, 700),
        ("more", 6_000, 5_501, 499),
    ]
    assert [row.expected for row in plan_for(question, {"N": Choice(0)}).targets] == [-1_000, 0, -1_000]


@pytest.mark.parametrize(
    ("measure", "part", "total", "share"),
    [
        ("count", "1", "3", 3_333),
        ("pursuit_cost", "3", "8", 3_750),
        ("expected_orders", "50", "55.01", 9_089),  # 0.90892…
        ("effort", "0", "0", None),
    ],
)
def test_balance_states_part_total_and_share(measure: str, part: str, total: str, share: int | None) -> None:
    row = {"attribute": "reach", "equals": "long", "measure": measure, "price": 1}
    question = scenario(projects=PROJECTS, policy={"balance": [row]})
    (stated,) = plan_for(question, ALL).balance
    assert (stated.attribute, stated.equals, stated.measure) == ("reach", "long", measure)
    assert (stated.part, stated.total, stated.share) == (Decimal(part), Decimal(total), share)


def test_effort_is_stated_in_fte() -> None:
    project = candidate("P", needs={"project_manager": [0.125, 0.2]}, duration=2)
    question = scenario(
        people=[person("E")],
        projects=[project, candidate("Q", needs={"project_manager": 0.1})],
        policy={"balance": [{"attribute": "id", "equals": "P", "measure": "effort", "price": 1}]},
    )
    led = {"project_manager": "E"}
    (row,) = plan_for(question, {"P": Choice(0, led), "Q": Choice(0, led)}).balance
    assert (str(row.part), str(row.total), row.share) == ("0.325", "0.425", 7_647)  # 0.76470…


def test_a_share_of_less_than_nothing_is_rounded_like_any_other() -> None:
    row = {"attribute": "id", "equals": "P", "measure": "expected_orders", "price": 0}
    projects = [candidate("P", value={"amount": 1}), candidate("N", value={"amount": -4})]
    question: Scenario = scenario(projects=projects, policy={"balance": [row]})
    (stated,) = plan_for(question, {"P": Choice(0), "N": Choice(0)}).balance
    assert (stated.part, stated.total, stated.share) == (Decimal(1), Decimal(-3), -3_333)
