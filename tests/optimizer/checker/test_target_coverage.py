"""Expected orders of running projects cover the target; each missing money unit costs its price."""

from typing import Any

import pytest

from models.choices import Choice
from models.scenario import Scenario
from optimizer.checker import Auditor, statement
from tests.scenario_builder import UNITS, candidate, in_flight, scenario

PROJECT: dict[str, Any] = {
    "value": {"amount": 100, "win_probability": 0.5, "margin_rate": 0},
    "product": "cloud",
    "customer_group": "bank",
    "order_period": "2027-03",
}


def asked(project: dict[str, Any] | None = None, **target: Any) -> Scenario:
    """P of the office sh is expected to bring 50; the target asks for 80 at 0.05 a missing money unit."""
    return scenario(
        units=[*UNITS, {"id": "sh", "parent": "east"}, {"id": "hz", "parent": "east"}],
        projects=[candidate("P", "sh", **{**PROJECT, **(project or {})})],
        targets=[{"id": "T", "amount": 80, "shortfall_price": 0.05, **target}],
    )


RUN = {"P": Choice(0)}


@pytest.mark.parametrize(
    ("target", "covered"),
    [
        ({}, True),
        ({"unit": "hq"}, True),
        ({"unit": "east"}, True),
        ({"unit": "sh"}, True),
        ({"unit": "hz"}, False),
        ({"unit": "north"}, False),
        ({"product": "cloud", "customer_group": "bank"}, True),
        ({"product": "network"}, False),
        ({"customer_group": "telco"}, False),
        ({"from": "2027-03", "to": "2027-03"}, True),
        ({"from": "2027-01", "to": "2027-02"}, False),
        ({"from": "2027-04", "to": "2028-01"}, False),
        ({"from": "2027-03"}, True),
        ({"from": "2027-04"}, False),
        ({"to": "2027-03"}, True),
        ({"to": "2027-02"}, False),
        ({"unit": "east", "product": "cloud", "from": "2027-01", "to": "2027-06"}, True),
    ],
)
def test_cells(target: dict[str, Any], covered: bool) -> None:
    (row,) = statement(asked(**target), RUN).targets
    assert (row.id, row.need, row.expected) == ("T", 8000, 5000 if covered else 0)
    assert row.shortfall == row.need - row.expected


def test_a_project_without_an_order_period_is_in_no_dated_cell() -> None:
    question = scenario(
        projects=[candidate("P", value=PROJECT["value"])],
        targets=[{"id": "dated", "from": "2027-01", "amount": 1}, {"id": "undated", "amount": 1}],
    )
    assert [row.expected for row in statement(question, RUN).targets] == [0, 5000]


def test_the_order_period_does_not_move_with_the_start() -> None:
    question = asked({"start": {"preferred": "2027-01", "latest": "2027-04"}}, **{"from": "2027-03", "to": "2027-03"})
    assert statement(question, {"P": Choice(3)}).targets[0].expected == 5000


def test_each_missing_money_unit_costs() -> None:
    # 80 - 50 = 30, x 0.05; without P all 80.
    assert Auditor(asked()).score(RUN).terms.targets == -1_500_000
    assert Auditor(asked()).score({}).terms.targets == -4_000_000
    assert Auditor(asked(amount=50)).score(RUN).terms.targets == 0
    assert Auditor(asked(amount=49)).score(RUN).terms.targets == 0
    # One hundredth missing at 0.0001 is one millionth.
    assert Auditor(asked(amount=50.01, shortfall_price=0.0001)).score(RUN).terms.targets == -1


@pytest.mark.parametrize(
    ("amount", "coverage", "need"),
    [(80, 1, 8000), (80, 2.5, 20_000), (0.01, 0.5, 1), (0.01, 0.4999, 0), (33.33, 1.5, 5000)],
)
def test_what_is_needed_is_rounded_half_up_once(amount: float, coverage: float, need: int) -> None:
    # 33.33 x 1.5 = 49.995: 50.
    assert statement(asked(amount=amount, coverage=coverage), RUN).targets[0].need == need


def test_expected_orders_are_rounded_by_project() -> None:
    # Two projects of 0.01 x 0.5 = 0.005 each count 0.01 each.
    projects = [in_flight(name, value={"amount": 0.01, "win_probability": 0.5}) for name in "FG"]
    question = scenario(projects=projects, targets=[{"id": "T", "unit": "east", "amount": 1}])
    assert statement(question, {"F": Choice(0), "G": Choice(0)}).targets[0].expected == 2


def test_losses_expected_widen_the_gap() -> None:
    question = asked({"value": {"amount": -20, "margin_rate": 0}})
    assert Auditor(question).score(RUN).terms.targets == -5_000_000  # (80 + 20) x 0.05


def test_a_target_more_than_covered_lacks_nothing() -> None:
    (row,) = statement(asked(amount=49), RUN).targets
    assert (row.need, row.expected, row.shortfall) == (4900, 5000, 0)
