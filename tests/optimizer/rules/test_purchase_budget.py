"""What a unit buys, mark-up included, stays within its purchase budget."""

from decimal import Decimal
from typing import Any

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from tests.optimizer.agreement import judged
from tests.scenario_builder import MARKET, UNITS, candidate, in_flight, person, scenario

LED: Choices = {"P": Choice(0, {"project_manager": "north-pm"})}
OVER = {"purchase_budget"}


def with_budget(budget: Any, *projects: dict[str, Any], **parts: Any) -> Scenario:
    """East may buy for so much."""
    units = [{**unit, "purchase_budget": budget} if unit["id"] == "east" else unit for unit in UNITS]
    return scenario(units=units, projects=list(projects), market=MARKET, **parts)


def led(effort: Any, duration: int = 1, **fields: Any) -> dict[str, Any]:
    return candidate("P", needs={"project_manager": effort}, duration=duration, **fields)


@pytest.mark.parametrize(
    ("effort", "duration", "inside", "outside"),
    [
        # 0.5 FTE x 10 x 1.1 mark-up; the friction of 20 % is no part of it.
        (0.5, 1, "5.5", "5.49"),
        # Each month 0.333 x 11 = 3.663, rounded to 3.66: 7.32 in two months, not 7.326.
        (0.333, 2, "7.32", "7.31"),
        # Each month 0.005 x 11 = 0.055, rounded half up to 0.06.
        (0.005, 3, "0.18", "0.17"),
        # Only four months lie inside the horizon: 4 x 1.1.
        (0.1, 9, "4.4", "4.39"),
        (0, 1, "0", None),
    ],
)
def test_over_the_horizon(effort: float, duration: int, inside: str, outside: str | None) -> None:
    assert judged(with_budget(Decimal(inside), led(effort, duration)), LED).broken == set()
    if outside is not None:
        assert judged(with_budget(Decimal(outside), led(effort, duration)), LED).broken == OVER


@pytest.mark.parametrize(
    ("budget", "start", "broken"),
    [
        # January 5.5, February 2.2.
        ({"2027-01": 5.5, "2027-02": 2.2}, 0, set()),
        ({"2027-01": 5.49, "2027-02": 9}, 0, OVER),
        ({"2027-01": 9, "2027-02": 2.19}, 0, OVER),
        ({"2027-03": 0}, 0, set()),  # months that are not named are unlimited
        ({"2027-03": 0}, 1, OVER),  # started in February it takes 2.2 in March
        ({"2026-12": 0, "2027-05": 0}, 0, set()),  # outside the horizon nothing is bought
        ({}, 0, set()),
    ],
)
def test_in_each_period_that_is_named(budget: dict[str, float], start: int, broken: set[str]) -> None:
    question = with_budget(budget, led([0.5, 0.2], 2, start={"preferred": "2027-01", "latest": "2027-02"}))
    assert judged(question, {"P": Choice(start, {"project_manager": "north-pm"})}).broken == broken


@pytest.mark.parametrize(("budget", "broken"), [(8.8, set()), (8.79, OVER)])
def test_all_purchases_of_the_unit_add_up(budget: float, broken: set[str]) -> None:
    # P: 0.2 x 11 = 2.2 for a manager; Q: 0.3 x 22 = 6.6 for a sponsor; own people cost nothing.
    needs = {"sponsor": 0.3, "project_manager": 1}
    question = with_budget(budget, led(0.2), candidate("Q", needs=needs))
    both = {**LED, "Q": Choice(0, {"sponsor": "north-sponsor", "project_manager": "east-pm"})}
    assert judged(question, both).broken == broken


def test_what_a_unit_sells_uses_up_none_of_its_budget() -> None:
    question = with_budget(0, candidate("N", "north", needs={"project_manager": 0.5}))
    assert judged(question, {"N": Choice(0, {"project_manager": "east-pm"})}).broken == set()


@pytest.mark.parametrize("budget", [1, {"2027-01": 1, "2027-02": 0}])
def test_incumbents_raise_the_budget_in_force(budget: Any) -> None:
    # F stands at 0.5 x 11 = 5.5 in January; the budget in force is 5.5 whether or not it goes on.
    standing = in_flight("F", needs={"project_manager": 0.5}, incumbents={"project_manager": "north-pm"})
    going_on = {"F": Choice(0, {"project_manager": "north-pm"})}
    assert judged(with_budget(budget, standing), going_on).broken == set()
    for effort, broken in ((0.5, set()), (0.501, OVER)):
        question = with_budget(budget, standing, led(effort))
        assert judged(question, LED).broken == broken
    assert judged(with_budget(budget, standing, led(0.001)), {**going_on, **LED}).broken == OVER


def test_an_incumbent_without_a_rate_costs_nothing() -> None:
    standing = in_flight("F", needs={"project_manager": 1}, incumbents={"project_manager": "E"})
    units = [{**unit, "purchase_budget": 0} if unit["id"] == "east" else unit for unit in UNITS]
    question = scenario(units=units, people=[person("E", "north")], projects=[standing])
    assert judged(question, {"F": Choice(0, {"project_manager": "E"})}).broken == set()


def test_a_budget_of_a_unit_that_does_not_trade_limits_nothing() -> None:
    units = [*UNITS, {"id": "sh", "parent": "east", "purchase_budget": 0}]
    question = scenario(units=units, projects=[candidate("P", "sh", needs={"project_manager": 1})], market=MARKET)
    assert judged(question, LED).broken == set()
