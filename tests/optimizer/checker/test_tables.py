"""Every figure stated is held against the one recomputed; rows may come in any order, but each exactly once."""

from typing import Any

import pytest

from models.plan import Plan
from models.record import Record
from optimizer.checker import check
from optimizer.checker.comparison import (
    ASSIGNMENTS,
    BALANCE,
    BUDGETS,
    DECISIONS,
    GOALS,
    HUNGER,
    INITIATION,
    PURCHASES,
    RAISED,
    TARGETS,
    UNMET,
    Table,
)
from tests.optimizer.checker.plans import plan_of
from tests.optimizer.checker.rich import CHOSEN, RICH
from tests.scenario_builder import scenario

TABLES = [ASSIGNMENTS, BALANCE, BUDGETS, DECISIONS, GOALS, HUNGER, INITIATION, PURCHASES, RAISED, TARGETS, UNMET]
PLAN = plan_of(RICH, CHOSEN)


def stated(table: Table, plan: Plan = PLAN) -> tuple[Record, ...]:
    rows: tuple[Record, ...] = getattr(plan, table.name)
    return rows


def names(plan: Plan) -> set[str]:
    return {str(violation.rule) for violation in check(RICH, plan).violations}


def other(value: Any) -> Any:
    """Another value of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, str):
        swaps = {"2027-01": "2027-02", "in_band": "overfed", "starving": "overfed", "defer": "initiate", "stop": "drop"}
        return swaps.get(value, {"no_demand": "in_band", "continue": "initiate", "drop": "stop"}.get(value, "2027-01"))
    if isinstance(value, tuple):
        return (value[0] + 1, *value[1:])
    return 1 if value is None else value + 1


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_rows_in_another_order_are_the_same(table: Table) -> None:
    assert names(PLAN.replace(**{table.name: stated(table)[::-1]})) == set()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_row_missing_or_twice_is_refused(table: Table) -> None:
    rows = stated(table)
    assert rows
    for place in range(len(rows)):
        # Without its assignment a role is vacant, which is what is told.
        missing = "staffing" if table is ASSIGNMENTS else table.name
        assert missing in names(PLAN.replace(**{table.name: (*rows[:place], *rows[place + 1 :])}))
        assert table.name in names(PLAN.replace(**{table.name: (*rows, rows[place])}))


@pytest.mark.parametrize("table", [table for table in TABLES if table is not DECISIONS], ids=lambda table: table.name)
def test_each_figure_of_each_row_counts_and_only_that_table_is_named(table: Table) -> None:
    rows = stated(table)
    for place, row in enumerate(rows):
        for field in table.figures:
            changed = row.replace(**{field: other(getattr(row, field))})
            plan = PLAN.replace(**{table.name: (*rows[:place], changed, *rows[place + 1 :])})
            assert names(plan) == {table.name}, field


@pytest.mark.parametrize("place", range(len(PLAN.decisions)))
def test_a_decision_word_or_start_that_does_not_fit_is_refused(place: int) -> None:
    row = PLAN.decisions[place]
    start = "2027-01" if row.start is None else other(row.start)
    for changed in (row.replace(decision=other(row.decision)), row.replace(start=start)):
        decisions = (*PLAN.decisions[:place], changed, *PLAN.decisions[place + 1 :])
        assert not check(RICH, PLAN.replace(decisions=decisions)).accepted


def test_a_wrong_figure_is_told_as_the_documents_would_state_it() -> None:
    wrong = PLAN.purchases[1].replace(effort=499, amount=549)
    (violation,) = check(RICH, PLAN.replace(purchases=(PLAN.purchases[0], wrong, PLAN.purchases[2]))).violations
    assert (violation.rule, violation.subjects) == ("purchases", ("P", "project_manager", "north-pm"))
    assert (violation.period, violation.stated) == ("2027-02", "effort 0.499, amount 5.49")
    assert violation.text("en") == (
        "In purchases, the row P/project_manager/north-pm/2027-02 states effort 0.499, amount 5.49; "
        "recomputed it is effort 0.5, amount 5.5."
    )
    assert violation.text("zh") == (
        "计划“purchases”中 P/project_manager/north-pm/2027-02 一行写的是 effort 0.499, amount 5.49,"
        "重新计算应为 effort 0.5, amount 5.5。"
    )


def test_ids_with_braces_are_told_as_they_are() -> None:
    question = scenario(goals=[{"id": "{0} {period}", "shortfall_price": 1}])
    plan = plan_of(question, {})
    (violation,) = check(question, plan.replace(goals=())).violations
    assert violation.text("en").startswith("In goals, the row {0} {period} is missing")


def test_true_is_not_one() -> None:
    question = scenario(policy={"balance": [{"attribute": "mandated", "equals": True, "measure": "count"}]})
    plan = plan_of(question, {})
    assert check(question, plan).accepted
    rows = (plan.balance[0].replace(equals=1),)
    assert {violation.rule for violation in check(question, plan.replace(balance=rows)).violations} == {"balance"}


def test_equal_rows_are_counted() -> None:
    pins = [{"project": "P", "decision": "initiate"}] * 2
    question = scenario(
        projects=[{"id": "P", "unit": "east", "start": {"preferred": "2027-01"}, "duration": 1}], pins=pins
    )
    plan = plan_of(question, {})
    assert [row.id for row in plan.unmet] == ["P", "P"]
    assert check(question, plan).accepted
    assert not check(question, plan.replace(unmet=plan.unmet[:1])).accepted


def test_an_unmet_commitment_needs_a_reason_with_a_code() -> None:
    for reason in (None, {}, {"code": ""}, {"code": 3}, {"text": "no"}):
        rows = (PLAN.unmet[0].replace(reason=reason), *PLAN.unmet[1:])
        assert names(PLAN.replace(unmet=rows)) == {"unmet"}
    free = (PLAN.unmet[0].replace(reason={"code": "whatever", "person": "E"}), *PLAN.unmet[1:])
    assert names(PLAN.replace(unmet=free)) == set()
