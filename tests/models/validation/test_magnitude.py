"""Totals: admitted up to 10^11 money units of amounts, refused beyond 2^62, wherever a sum could come from."""

from decimal import Decimal
from typing import Any

import pytest

from models.validation import validate
from tests.models.validation.bad_inputs.operations import to
from tests.models.validation.base_document import base_document
from tests.models.validation.patching import patched


def totals(document: dict[str, Any]) -> set[str]:
    return {finding.params["total"] for finding in validate(document).findings if finding.code == "magnitude"}


def with_amounts(count: int, amount: int, **value: Any) -> dict[str, Any]:
    document = base_document()
    project = {"unit": "north", "tier": "T2", "start": {"preferred": "2027-01"}, "order_period": "2027-03"}
    document["projects"] += [
        {"id": f"X{place}", **project, "value": {"amount": amount, **value}} for place in range(count)
    ]
    return document


def test_amounts_of_ten_to_the_eleven_are_admitted() -> None:
    """10 × 10^10 money units are 10^17 millionths; prices of a few percent on them stay within 4.6 × 10^18."""
    document = with_amounts(10, 10**10)
    document["targets"] += [{"id": f"T-{place}", "amount": 10**10, "shortfall_price": 1} for place in range(10)]
    assert totals(document) == set()
    assert totals(with_amounts(10, -(10**10))) == set()


def test_the_edge_is_two_to_the_sixty_two() -> None:
    """461 × 10^16 millionths are just below 2^62 = 4.6117 × 10^18, 462 × 10^16 just above."""
    assert totals(with_amounts(460, 10**10)) == set()
    assert totals(with_amounts(462, 10**10)) == {"project_value"}


def test_losses_count_like_gains() -> None:
    assert totals(with_amounts(231, 10**10)) == set()
    mixed, losses = with_amounts(231, 10**10), with_amounts(231, -(10**10))["projects"][4:]
    mixed["projects"] += [{**row, "id": f"Y{place}"} for place, row in enumerate(losses)]
    assert "project_value" in totals(mixed)


def test_terms_that_are_each_admitted_can_be_too_much_together() -> None:
    document = with_amounts(300, 10**10)
    document["fit"] += [
        {"project": f"X{place}", "role": "project_manager", "person": "E1", "value": 10**10} for place in range(200)
    ]
    assert totals(document) == {"objective"}
    (finding,) = (each for each in validate(document).findings if each.code == "magnitude")
    assert finding.pointer == ""


CASES: dict[str, tuple[list[dict[str, Any]], str]] = {
    "margin": ([to("/projects/0/value/margin_rate", 10**10), to("/projects/0/value/amount", 10**10)], "project_value"),
    "goals": ([to("/goals/0/min_projects", 10**12)], "goals"),
    "orders of goals": ([to("/goals/0/orders_price", 10**11)], "goals"),
    "targets": ([to("/targets/0/shortfall_price", 10**11)], "targets"),
    "coverage": ([to("/targets/0/coverage", 10**14)], "targets"),
    "hunger": ([to("/policy/hunger/0/price_starving", 10**10), to("/people/1/capacity", 10**6)], "hunger"),
    "edge of hunger": ([to("/policy/hunger/0/high", 10**14), to("/policy/hunger/0/price_starving", 10**6)], "hunger"),
    "idle": ([to("/policy/utilisation/0/price_idle", 10**10), to("/people/1/capacity", 10**6)], "idle"),
    "capacity": ([to("/people/1/capacity", 10**12)], "person_capacity"),
    "load cap": ([to("/policy/load_cap", 10**12)], "person_capacity"),
    "bookings": ([to("/people/0/bookings/0/effort", 10**12)], "person_capacity"),
    "friction": (
        [to("/market/friction/cross_region", 10**5), to("/market/rates/0/rate", 10**10)],
        "friction",
    ),
    "mark-up": (
        [to("/market/markup/same_region", 10**10), to("/market/rates/0/rate", 10**10)],
        "purchase_budget",
    ),
    "balance of orders": (
        [
            to("/policy/balance/0/measure", "expected_orders"),
            to("/policy/balance/0/price", 10**12),
            to("/projects/0/value/amount", 10**9),
        ],
        "balance",
    ),
    "balance of losses": (
        [
            to("/policy/balance/0/measure", "pursuit_cost"),
            to("/policy/balance/0/price", 10**10),
            to("/projects/0/value/pursuit_cost", -(10**10)),
        ],
        "balance",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_each_total_is_bounded(name: str) -> None:
    operations, total = CASES[name]
    assert total in totals(patched(base_document(), operations))


def test_a_price_for_changes_is_counted_once_a_project_and_role() -> None:
    """4 projects and 6 roles at most: 10 changes at 10^10 are 10^17 millionths."""
    document = patched(base_document(), [to("/baseline/price_per_change", 10**10)])
    assert totals(document) == set()
    assert totals(with_amounts(300, 0) | {"baseline": document["baseline"]}) == {"changes"}


def test_a_price_on_effort_in_any_usual_size_is_admitted() -> None:
    """A large company in the smallest unit of money: 2,500 people at 60,000 a month, band prices alike."""
    document = base_document()
    document["people"] += [
        {"id": f"F{place}", "unit": "east", "roles": ["project_manager"], "grade": 4} for place in range(2500)
    ]
    document["projects"] += [
        {
            "id": f"X{place}",
            "unit": "north",
            "tier": "T2",
            "start": {"preferred": "2027-01"},
            "value": {"amount": 5_000_000, "pursuit_cost": 40_000},
        }
        for place in range(5000)
    ]
    for rate in document["market"]["rates"]:
        rate["rate"] = 60_000
    document["policy"]["hunger"][0] |= {"price_overfed": 80_000, "price_starving": 40_000}
    document["policy"]["balance"][0]["price"] = 200_000
    assert totals(document) == set()


def test_what_cannot_be_read_raises_no_total() -> None:
    document = with_amounts(400, 10**10, margin_rate=Decimal("0.0001"))
    for project in document["projects"][4:]:
        project["value"]["margin_rate"] = "low"
        project["value"]["strategic"] = 10**10
    codes = {finding.code for finding in validate(document).findings}
    assert codes == {"not_a_number"}


def test_a_circle_of_huge_numbers_is_cheap() -> None:
    """Nothing is made as long as a number says."""
    document = patched(base_document(), [to("/horizon/periods", 95_000), to("/projects/0/duration", 10**14)])
    document["people"][1]["capacity"] = 1
    document["projects"][0]["staffing"][0]["effort"] = 1
    document["fit"][1]["effort"] = 1
    assert validate(document).scenario is not None
