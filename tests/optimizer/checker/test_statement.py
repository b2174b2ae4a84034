"""The tables recomputed for a plan in which every table has rows, each figure worked out by hand."""

from typing import Any

from models.record import Record
from optimizer.checker import Auditor, check, statement
from tests.optimizer.checker.plans import plan_of, read_back
from tests.optimizer.checker.rich import CHOSEN, PM, RICH

TABLES = statement(RICH, CHOSEN)


def rows(table: tuple[Record, ...], *fields: str) -> list[tuple[Any, ...]]:
    return [tuple(getattr(row, field) for field in fields) for row in table]


def test_no_hard_rule_is_broken_and_the_plan_is_accepted_as_read_back() -> None:
    assert TABLES.score.violations == ()
    verdict = check(RICH, read_back(plan_of(RICH, CHOSEN)))
    assert verdict.violations == ()
    assert verdict.accepted
    assert verdict.score == TABLES.score


def test_decisions_in_the_order_of_projects() -> None:
    assert rows(TABLES.decisions, "project", "decision", "start") == [
        ("F", "continue", "2027-01"),
        ("G", "stop", None),
        ("H", "continue", "2027-01"),
        ("P", "defer", "2027-02"),
        ("Q", "drop", None),
    ]


def test_assignments_in_the_order_of_projects_and_staffing() -> None:
    assert rows(TABLES.assignments, "project", "role", "person", "first", "last", "effort", "purchased") == [
        ("F", PM, "east-pm", "2027-01", "2027-02", (600, 600), False),
        ("H", "sponsor", "east-sponsor", "2027-01", "2027-01", (200,), True),
        ("P", PM, "north-pm", "2027-02", "2027-03", (500, 500), True),
        ("P", "sponsor", "east-sponsor", "2027-02", "2027-03", (100, 100), False),
    ]


def test_purchases() -> None:
    # A sponsor costs 20 x 1.1 = 22, 0.2 of it 4.40; a manager 10 x 1.1 = 11, 0.5 of it 5.50.
    assert rows(TABLES.purchases, "buyer", "seller", "project", "period", "effort", "rate", "amount") == [
        ("north", "east", "H", "2027-01", 200, 22_000_000, 440),
        ("east", "north", "P", "2027-02", 500, 11_000_000, 550),
        ("east", "north", "P", "2027-03", 500, 11_000_000, 550),
    ]


def test_hunger() -> None:
    # The company trades for what hangs on no other, so a row for every trading unit rules it too, in vain.
    # East's managers: asked F 0.6 + G 0.4 + P 0.5 in January and F 0.6 + P 0.5 in February.
    # North's: Q asks for 0.2 in January; one manager is sold from February on. Sponsors are not ruled, only asked for.
    manager_rows = [row for row in TABLES.hunger if row.role == PM]
    figures = ("unit", "demand", "own", "bought", "sold", "shortage", "ratio", "state", "load", "utilisation")
    assert rows(tuple(manager_rows), *figures) == [
        *[("hq", 0, 0, 0, 0, 0, None, "no_demand", 0, None)] * 4,
        ("east", 1500, 1000, 0, 0, 500, 3333, "starving", 900, 9000),
        ("east", 1100, 1000, 500, 0, -400, -3636, "overfed", 900, 9000),
        ("east", 0, 1000, 500, 0, -1500, None, "no_demand", 0, 0),
        ("east", 0, 1000, 0, 0, -1000, None, "no_demand", 0, 0),
        ("north", 200, 1000, 0, 0, -800, -40_000, "overfed", 0, 0),
        ("north", 0, 1000, 0, 500, -500, None, "no_demand", 500, 5000),
        ("north", 0, 1000, 0, 500, -500, None, "no_demand", 500, 5000),
        ("north", 0, 1000, 0, 0, -1000, None, "no_demand", 0, 0),
    ]
    sponsor_rows = tuple(row for row in TABLES.hunger if row.role == "sponsor")
    assert rows(sponsor_rows, "unit", "period", "demand", "bought", "sold", "shortage", "state", "load") == [
        ("east", "2027-01", 100, 0, 200, -700, None, 200),
        ("east", "2027-02", 100, 0, 0, -900, None, 100),
        ("north", "2027-01", 200, 200, 0, -1000, None, 0),
    ]


def test_budgets_with_the_level_in_force() -> None:
    assert rows(TABLES.budgets, "unit", "period", "limit", "spent") == [
        ("east", "2027-01", 2000, 0),
        ("east", "2027-02", 3000, 550),
        ("north", None, 440, 440),
    ]


def test_raised_limits() -> None:
    # 0.3 booked + 0.6 + 0.4 = 1.3 in January (0.9 in February); two projects; 4.40 of 0.50; 0.2 of 0.5 sold is allowed.
    stated = [(row.rule, row.id, row.role, row.period, f"{row.limit}", f"{row.level}") for row in TABLES.raised]
    assert stated == [
        ("person_capacity", "east-pm", None, "2027-01", "1", "1.3"),
        ("concurrency", "east-pm", None, "2027-01", "1", "2"),
        ("purchase_budget", "north", None, None, "0.5", "4.4"),
    ]


def test_initiation_goals_targets_balance_and_unmet() -> None:
    assert rows(TABLES.initiation, "unit", "kind", "period", "limit", "used") == [
        ("east", "pursuit_budget", None, 10, 2),
        ("east", "max_per_period", "2027-02", 2, 1),
    ]
    assert rows(TABLES.goals, "id", "projects", "expected_orders", "shortfall", "orders_shortfall") == [
        ("new-region", 1, 5000, 1, 0)
    ]
    # F brings 30, P 50.
    assert rows(TABLES.targets, "id", "need", "expected", "shortfall") == [("east", 10_000, 8000, 2000)]
    # Long: F 1.2 + P 1.0 + 0.2; H 0.2 besides.
    (row,) = TABLES.balance
    assert (f"{row.part}", f"{row.total}", row.share) == ("2.4", "2.6", 9231)
    assert rows(TABLES.unmet, "kind", "id", "role") == [
        ("mandated", "Q", None),
        ("pin", "P", "sponsor"),
        ("pin", "P", None),
    ]


def test_terms() -> None:
    terms = TABLES.terms
    # F 30; P 100 x 0.3 x 0.5 x 0.9 = 13.5 - 2 = 11.5.
    assert terms.project_value == 41_500_000
    assert terms.person_fit == 1_500_000
    # H 0.2 x 20 x 0.2 = 0.8; P 0.5 x 10 x 0.2 = 1 twice.
    assert terms.friction == -2_800_000
    assert terms.stop_cost == -1_000_000
    assert terms.changes == -2_000_000
    # East: 0.5 - 0.15 x 1.5 = 0.275 x 4; 0.05 x 1.1 + 0.4 = 0.455 x 8. North: 0.05 x 0.2 + 0.8 = 0.81 x 8.
    assert terms.hunger == -(1_100_000 + 3_640_000 + 6_480_000)
    # Below 0.8: east 0.8 twice (0.9 in the first two months), north 0.8 twice and 0.3 twice: 3.8 x 3.
    assert terms.idle == -11_400_000
    assert terms.goals == -5_000_000
    # 2.4 - 0.5 x 2.6 = 1.1 x 20.
    assert terms.balance == -22_000_000
    assert terms.targets == -1_000_000
    # 41.5 + 1.5 - 2.8 - 1 - 2 - 11.22 - 11.4 - 5 - 22 - 1 = -13.42.
    assert TABLES.score.money == terms.total() == -13_420_000


def test_the_precomputed_book_gives_the_same() -> None:
    auditor = Auditor(RICH)
    assert auditor.score(CHOSEN) == auditor.score(CHOSEN) == TABLES.score
    assert statement(auditor, CHOSEN) == TABLES
