"""Prices just inside and just outside what a row can cost, and prices that are none."""

from decimal import Decimal

import pytest

from models.plan import Price
from models.rules import RuleId
from models.scenario import Scenario
from optimizer import certificate
from optimizer.certificate import Recomputed
from optimizer.checker.bound.conjugate import conjugate
from optimizer.checker.row import ABOVE, BELOW, COUNT, Hinge, single
from tests.scenario_builder import MARKET, candidate, person, scenario

PM = "project_manager"
HUNGER = {"unit": "*", "role": PM, "low": 0.05, "high": 0.15, "price_overfed": 8, "price_starving": 4}
QUESTION: Scenario = scenario(
    people=[person("E", max_projects=2), person("N", "north")],
    projects=[
        candidate("P", needs={PM: 0.5}, value={"amount": 100}, goals=["G", "C"], requires=["Q"]),
        candidate("Q", needs={PM: 0.4}, value={"amount": 50, "pursuit_cost": 1}, mandated=True, excludes=["R"]),
        candidate("R", "north", value={"amount": 1}),
    ],
    goals=[
        {"id": "G", "min_projects": 1, "shortfall_price": 3, "min_expected_orders": 100, "orders_price": 0.5},
        {"id": "C", "min_projects": 1},
    ],
    targets=[{"id": "T", "amount": 90, "shortfall_price": 0.25}],
    market={**MARKET, "max_sold_share": 0.5},
    policy={
        "hunger": [HUNGER],
        "utilisation": [{"unit": "east", "role": PM, "floor": 0.8, "price_idle": 3}],
        "balance": [
            {"attribute": "unit", "equals": "east", "measure": measure, "min_share": 0.1, "price": price}
            for measure, price in (("effort", 2.5), ("count", 2), ("pursuit_cost", 1), ("expected_orders", 0.25))
        ],
        "initiation": [{"unit": "hq", "pursuit_budget": 5, "max_per_period": 2}],
    },
)

ENDS = [
    ("hunger_band/east/project_manager/2027-01", "-8", "4"),
    ("utilisation_floor/east/project_manager/2027-02", "-3", "0"),
    ("goal_coverage/G/projects", "-3", "0"),
    ("goal_coverage/G/expected_orders", "-0.5", "0"),
    ("target_coverage/T", "-0.25", "0"),
    ("portfolio_balance/unit/east/effort/0/min", "0", "2.5"),
    ("portfolio_balance/unit/east/count/1/max", "0", "2"),
    ("portfolio_balance/unit/east/pursuit_cost/2/max", "0", "1"),
    ("portfolio_balance/unit/east/expected_orders/3/min", "0", "0.25"),
    ("person_capacity/E/2027-01", "0", None),
    ("concurrency/E/2027-04", "0", None),
    ("seller_cap/east/project_manager/2027-01", "0", None),
    ("initiation_limits/hq/pursuit_budget", "0", None),
    ("initiation_limits/hq/max_per_period/2027-03", "0", None),
    ("requires/P/Q", "0", None),
    ("excludes/Q/R", "0", None),
    ("commitment", "0", None),
    ("goal_coverage/C/projects", None, "0"),
]
LEAST = Decimal("0.000000000001")


def asked(row: str, value: Decimal) -> Recomputed:
    return certificate.recompute(QUESTION, (price(row, value),), 0)


def price(row: str, value: Decimal) -> Price:
    return Price.model_construct(row=row, price=value)


@pytest.mark.parametrize(("row", "least", "most"), ENDS)
def test_prices_end_where_the_marginal_costs_of_a_row_do(row: str, least: str | None, most: str | None) -> None:
    for end, outwards in ((least, -LEAST), (most, LEAST)):
        if end is None:
            assert asked(row, outwards * 10**15).findings == ()
            continue
        assert asked(row, Decimal(end)).findings == ()
        assert asked(row, Decimal(end) - outwards).findings == () or least == most
        outside = asked(row, Decimal(end) + outwards)
        assert outside.bound is None
        assert [(finding.code, finding.row) for finding in outside.findings] == [("outside_slopes", row)]


@pytest.mark.parametrize(
    "row",
    [
        "",
        "person_capacity",
        "person_capacity/E",
        "person_capacity/E/2027-05",
        "person_capacity/nobody/2027-01",
        "concurrency/N/2027-01",  # has no limit
        "hunger_band/east/project_manager/2027-02",  # nothing is asked there
        "hunger_band/east/project_manager/stretch_load/2027-01",
        "distinct_people/P/E",  # asks for one role only
        "excludes/R/Q",
        "purchase_budget/east",
        "claim/goal/C",
        "goal_coverage/C/expected_orders",
        "one_start/P",
        "commitment/1",
    ],
)
def test_what_is_no_row_has_no_price(row: str) -> None:
    found = asked(row, Decimal(0))
    assert found.bound is None
    assert [(finding.code, finding.row) for finding in found.findings] == [("unknown_row", row)]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("1.0000000000001", "too_many_decimals"),
        ("1E-13", "too_many_decimals"),
        ("1E-999999999999", "too_many_decimals"),
        ("0." + "1" * 5_000, "too_many_decimals"),
        ("1E+999999999999", "too_large"),
        ("1E+31", "too_large"),
        ("NaN", "too_large"),
        ("Infinity", "too_large"),
        ("-Infinity", "too_large"),
    ],
)
def test_prices_that_are_none(value: str, code: str) -> None:
    found = asked("commitment", Decimal(value))
    assert found.bound is None
    assert [finding.code for finding in found.findings] == [code]


@pytest.mark.parametrize("value", ["0.5", "0.5000000000000000", "5E-1", "0.50", "0E-400", "0", "1E+3", "0E+99999"])
def test_the_same_price_may_be_written_in_several_ways(value: str) -> None:
    assert asked("commitment", Decimal(value)).bound == asked("commitment", Decimal(value) + 0).bound is not None


def test_a_row_is_priced_once() -> None:
    one = price("commitment", Decimal(1))
    found = certificate.recompute(QUESTION, (one, one), 0)
    assert [(finding.code, finding.row) for finding in found.findings] == [("priced_twice", "commitment")]


def test_only_hard_rows_prove_how_many_stay_unmet() -> None:
    for row, code in (
        ("person_capacity/E/2027-01", None),
        ("requires/P/Q", None),
        ("commitment", "unknown_row"),
        ("target_coverage/T", "unknown_row"),
        ("hunger_band/east/project_manager/2027-01", "unknown_row"),
        ("goal_coverage/G/projects", "unknown_row"),
    ):
        found = certificate.recompute_unmet(QUESTION, (price(row, Decimal(0)),))
        assert [finding.code for finding in found.findings] == ([] if code is None else [code])
        assert (found.at_least is None) is (code is not None)


def test_sentences_are_there_in_both_languages() -> None:
    prices = [price("commitment", Decimal(value)) for value in ("1", "1", "-1", "NaN", "1E-13")] + [
        price("no/such/row", Decimal(1)),
        price("target_coverage/T", Decimal(1)),
    ]
    findings = certificate.recompute(QUESTION, prices, 0).findings
    assert {finding.code for finding in findings} == {
        "unknown_row", "priced_twice", "too_many_decimals", "too_large", "outside_slopes",
    }  # fmt: skip
    sentences = {finding.text(language) for finding in findings for language in ("zh", "en")}
    expected = (
        "The price of row target_coverage/T, 1, is outside the marginal costs of the row (-0.25 … 0); no bound follows."
    )
    assert expected in sentences
    assert "情景中没有可定价的行 no/such/row。" in sentences


def test_the_conjugate_of_a_row_with_many_hinges() -> None:
    row = single(("x",), COUNT, Hinge(BELOW, 5, 2), Hinge(ABOVE, 3, 1), Hinge(ABOVE, 8, None))
    # Below 3 a unit saves 2, between 3 and 5 one, beyond it costs one; nothing lies above 8.
    part = 10**12
    assert [conjugate(row, slope * part) for slope in (-2, 0, 1)] == [-10 * part, -2 * part, 3 * part]
    assert conjugate(row, 5 * part) == (40 - 5) * part
    assert conjugate(row, -2 * part - 1) is None
    assert row.name(RuleId.REQUIRES) == "requires/x"
