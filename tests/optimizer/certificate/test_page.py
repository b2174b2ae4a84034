"""The page that lets a stranger recompute a bound names every rule that has rows, and its example is right."""

from decimal import Decimal
from pathlib import Path

import pytest

import optimizer
from models.plan import Price
from optimizer import certificate
from optimizer.checker.bound.rules import ROWS
from tests.scenario_builder import candidate, person, scenario

PAGE = Path(optimizer.__file__).parents[1] / "docs" / "certificate.md"
NEEDS = {"project_manager": 0.6}
EXAMPLE = scenario(
    people=[person("E")],
    projects=[
        candidate("P", needs=NEEDS, value={"amount": 100}),
        candidate("Q", needs=NEEDS, value={"amount": 40}),
    ],
)


def test_every_rule_with_rows_is_on_the_page() -> None:
    text = PAGE.read_text("utf-8")
    assert [rule.RULE for rule in ROWS if f"| `{rule.RULE}/" not in text] == []


@pytest.mark.parametrize(("price", "bound"), [("0", 140), ("50", 130), ("66.666666666667", Decimal("126.666666"))])
def test_the_example(price: str, bound: Decimal) -> None:
    priced = Price.model_construct(row="person_capacity/E/2027-01", price=Decimal(price))
    assert certificate.recompute(EXAMPLE, (priced,), 0).bound == bound * 10**6
    assert f"{bound}" in PAGE.read_text("utf-8")


def test_the_example_rounded() -> None:
    row = "person_capacity/E/2027-01/rounded/1/600"
    priced = Price.model_construct(row=row, price=Decimal(40))
    assert certificate.recompute(EXAMPLE, (priced,), 0, "rounded").bound == 100 * 10**6
    assert f"`{row}`" in PAGE.read_text("utf-8")
