"""Expected orders of running projects cover the target; each missing money unit costs its price."""

from typing import Any

import pytest

from models.choices import Choice
from models.scenario import Scenario
from tests.optimizer.agreement import judged, micro
from tests.scenario_builder import UNITS, candidate, in_flight, scenario


def targeted(project: dict[str, Any], **target: Any) -> Scenario:
    """One target of 100 at a price of 0.5, and P of Shanghai, below east, with orders of 40 out of 80."""
    value = {"amount": 80, "win_probability": 0.5}
    return scenario(
        units=[*UNITS, {"id": "sh", "parent": "east"}],
        projects=[candidate("P", "sh", value=value) | project],
        targets=[{"id": "T", "amount": 100, "shortfall_price": 0.5, **target}],
    )


def covered(project: dict[str, Any], **target: Any) -> bool:
    """Whether P counts for the target when it runs."""
    cost = judged(targeted(project, **target), {"P": Choice(0)}).terms.targets
    assert cost in (micro(-30), micro(-50))  # 60 or 100 missing
    return cost == micro(-30)


@pytest.mark.parametrize(
    ("amount", "coverage", "missing"),
    [
        (40, 1, 0),
        (40.01, 1, 1),  # in 0.01
        (50, 0.8, 0),
        (32, 1.25, 0),
        (40.01, 0.9999, 1),  # 40.005999 rounds to 40.01
        (40, 1.0001, 0),  # 40.004 rounds to 40.00
        (40, 1.0002, 1),  # 40.008 rounds to 40.01
        (0.01, 0.5, 0),
    ],
)
def test_the_need_is_a_rounded_share_of_the_target(amount: float, coverage: float, missing: int) -> None:
    question = targeted({}, amount=amount, coverage=coverage)
    # 0.01 missing at 0.5 is 0.005.
    assert judged(question, {"P": Choice(0)}).terms.targets == -5_000 * missing


def test_what_does_not_run_covers_nothing() -> None:
    question = targeted({})
    assert judged(question, {}).terms.targets == micro(-50)
    assert judged(question, {"P": Choice(0)}).terms.targets == micro(-30)


def test_expected_orders_are_rounded_by_project() -> None:
    # Three times 0.01 x 0.5 = 0.005, rounded to 0.01 each: 0.03 and not 0.015.
    projects = [candidate(name, value={"amount": 0.01, "win_probability": 0.5}) for name in "PQR"]
    question = scenario(projects=projects, targets=[{"id": "T", "amount": 0.04, "shortfall_price": 1}])
    assert judged(question, {name: Choice(0) for name in "PQR"}).terms.targets == micro(-0.01)


@pytest.mark.parametrize(
    ("unit", "inside"), [(None, True), ("hq", True), ("east", True), ("sh", True), ("north", False)]
)
def test_a_unit_covers_its_subtree_whether_or_not_it_trades(unit: str | None, inside: bool) -> None:
    assert covered({}, **({} if unit is None else {"unit": unit})) == inside


@pytest.mark.parametrize(
    ("project", "cell", "inside"),
    [
        ({"product": "cloud"}, {}, True),
        ({"product": "cloud"}, {"product": "cloud"}, True),
        ({"product": "store"}, {"product": "cloud"}, False),
        ({}, {"product": "cloud"}, False),
        ({"customer_group": "bank"}, {"customer_group": "bank"}, True),
        ({"customer_group": "bank"}, {"customer_group": "state"}, False),
        ({}, {"customer_group": "bank"}, False),
        ({"product": "cloud", "customer_group": "state"}, {"product": "cloud", "customer_group": "bank"}, False),
    ],
)
def test_product_and_customer_group(project: dict[str, Any], cell: dict[str, Any], inside: bool) -> None:
    assert covered(project, **cell) == inside


@pytest.mark.parametrize(
    ("ends", "order_period", "inside"),
    [
        ({"from": "2027-02", "to": "2027-03"}, "2027-01", False),
        ({"from": "2027-02", "to": "2027-03"}, "2027-02", True),
        ({"from": "2027-02", "to": "2027-03"}, "2027-03", True),
        ({"from": "2027-02", "to": "2027-03"}, "2027-04", False),
        ({"from": "2027-02", "to": "2027-03"}, None, False),
        ({"from": "2027-02"}, "2029-12", True),  # open to one side, and beyond the horizon
        ({"from": "2027-02"}, "2027-01", False),
        ({"from": "2027-02"}, None, False),
        ({"to": "2027-03"}, "2026-12", True),
        ({"to": "2027-03"}, "2027-04", False),
        ({}, "2030-01", True),
        ({}, None, True),
    ],
)
def test_a_dated_target_counts_orders_of_its_time(ends: dict[str, str], order_period: str | None, inside: bool) -> None:
    assert covered({} if order_period is None else {"order_period": order_period}, **ends) == inside


def test_the_order_period_does_not_move_with_the_start() -> None:
    project = {"order_period": "2027-02", "start": {"preferred": "2027-01", "latest": "2027-04"}}
    question = targeted(project, **{"from": "2027-02", "to": "2027-02"})
    assert judged(question, {"P": Choice(3)}).terms.targets == micro(-30)


def test_what_is_in_flight_covers_too_and_targets_add_up() -> None:
    question = scenario(
        projects=[in_flight("F", value={"amount": 80})],
        targets=[{"id": f"T{price}", "amount": 100, "shortfall_price": price} for price in (1, 2)],
    )
    assert judged(question, {"F": Choice(0)}).terms.targets == micro(-60)
