"""Projects and expected orders missing from a goal cost their price; a goal without a price is a commitment."""

from typing import Any

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from optimizer.compile import compile_scenario
from tests.optimizer.agreement import judged, micro
from tests.scenario_builder import candidate, in_flight, scenario


def aiming(orders: dict[str, float], **goal: Any) -> Scenario:
    """Projects serve G with expected orders of half their amount; F is in flight, X serves nothing."""
    projects = [
        (in_flight if name == "F" else candidate)(
            name, goals=["G", "G"], value={"amount": 2 * amount, "win_probability": 0.5}
        )
        for name, amount in orders.items()
    ]
    projects.append(candidate("X", value={"amount": 10_000}))
    return scenario(projects=projects, goals=[{"id": "G", **goal}])


def running(names: str) -> Choices:
    return {name: Choice(0) for name in names}


@pytest.mark.parametrize(
    ("names", "missing"), [("", 2), ("P", 1), ("X", 2), ("PF", 0), ("PQ", 0), ("PQF", 0), ("PX", 1)]
)
def test_each_missing_project_costs(names: str, missing: int) -> None:
    question = aiming({"P": 100, "Q": 50, "F": 30}, min_projects=2, shortfall_price=500)
    assert judged(question, running(names)).terms.goals == micro(-500 * missing)


@pytest.mark.parametrize(
    ("names", "missing"),
    [("", 150), ("P", 50), ("PQ", 0), ("PF", 20), ("X", 150), ("PQF", 0)],
)
def test_each_missing_money_unit_costs(names: str, missing: float) -> None:
    question = aiming({"P": 100, "Q": 50, "F": 30}, min_expected_orders=150, shortfall_price=0, orders_price=0.05)
    assert judged(question, running(names)).terms.goals == micro(-0.05 * missing)


def test_the_last_cent_counts() -> None:
    # 0.01 missing at 0.0001 is one millionth; expected orders are rounded half up: 100.01 x 0.5 = 50.005, so 50.01.
    project = candidate("P", goals=["G"], value={"amount": 100.01, "win_probability": 0.5})
    for least, missing in ((50.01, 0), (50.02, 1)):
        goal = {"id": "G", "min_expected_orders": least, "shortfall_price": 0, "orders_price": 0.0001}
        assert judged(scenario(projects=[project], goals=[goal]), running("P")).terms.goals == -missing


def test_both_prices_add_up() -> None:
    question = aiming({"P": 100}, min_projects=2, min_expected_orders=150, shortfall_price=500, orders_price=0.05)
    assert judged(question, running("P")).terms.goals == micro(-500 - 2.5)
    assert judged(question, {}).terms.goals == micro(-1000 - 7.5)


@pytest.mark.parametrize(
    ("names", "met"), [("", False), ("P", False), ("PQ", True), ("PF", False), ("QF", False), ("PQF", True)]
)
def test_a_goal_without_a_price_is_met_by_projects_and_orders_together(names: str, met: bool) -> None:
    # Two projects and 150: P and Q bring just that, P and F 130.
    question = aiming({"P": 100, "Q": 50, "F": 30}, min_projects=2, min_expected_orders=150, orders_price=9)
    verdict = judged(question, running(names))
    assert verdict.unmet == (() if met else ("goal G",))
    assert verdict.terms.goals == 0


@pytest.mark.parametrize(("names", "met"), [("P", True), ("PN", False), ("PNQ", True), ("N", False), ("", False)])
def test_orders_below_zero_take_away(names: str, met: bool) -> None:
    # N loses 20 of the 100 that are needed; Q makes up for it.
    question = aiming({"P": 100, "N": -20, "Q": 20}, min_expected_orders=100)
    assert judged(question, running(names)).unmet == (() if met else ("goal G",))


@pytest.mark.parametrize(
    ("orders", "goal", "rows"),
    [
        ({"P": 100}, {"min_projects": 1}, {"goal_coverage/G/projects"}),
        ({"P": 100}, {"min_expected_orders": 1}, {"goal_coverage/G/expected_orders"}),
        ({"P": 100}, {}, set()),  # asks for nothing: there is no claim to make
        ({"P": 100, "N": -1}, {}, {"goal_coverage/G/expected_orders"}),  # N alone would leave it below nothing
        ({"P": 100}, {"min_projects": 9}, {"goal_coverage/G/projects"}),  # can never be met, and is counted
    ],
)
def test_a_claim_has_the_rows_that_can_fail(orders: dict[str, float], goal: dict[str, Any], rows: set[str]) -> None:
    program = compile_scenario(aiming(orders, **goal)).program
    assert {program.names.row(row) for row in range(program.rows) if "goal" in program.names.row(row)} == rows
    assert ("claim/goal/G" in program.names.groups) == bool(rows)


def test_a_goal_that_nothing_serves_stays_unmet() -> None:
    question = aiming({}, min_projects=1)
    assert judged(question, running("X")).unmet == ("goal G",)
