"""Stated tables against recomputed ones: row by row, in whatever order, none missing and none to spare."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Any, TypeVar

from models.plan import (
    Assignment,
    BalanceRow,
    BudgetRow,
    Decision,
    GoalRow,
    HungerRow,
    InitiationRow,
    Purchase,
    Raised,
    TargetRow,
    Unmet,
)
from models.record import Record
from optimizer.checker.violation import Violation, Wording

Row = TypeVar("Row", bound=Record)

DIFFERS = Wording(
    "计划“{table}”中 {row} 一行写的是 {{stated}},重新计算应为 {{expected}}。",
    "In {table}, the row {row} states {{stated}}; recomputed it is {{expected}}.",
)
MISSING = Wording(
    "计划“{table}”缺少 {row} 一行({{expected}})。", "In {table}, the row {row} is missing ({{expected}})."
)
SURPLUS = Wording(
    "计划“{table}”多出 {row} 一行({{stated}})。", "In {table}, the row {row} should not be there ({{stated}})."
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a plan: its name, the fields that say which row it is, and those that say what is so."""

    name: str
    record: type[Record]
    key: tuple[str, ...]
    figures: tuple[str, ...]


DECISIONS = Table("decisions", Decision, ("project",), ("decision", "start"))
ASSIGNMENTS = Table("assignments", Assignment, ("project", "role", "person"), ("first", "last", "effort", "purchased"))
PURCHASES = Table(
    "purchases", Purchase, ("project", "role", "person", "period"), ("buyer", "seller", "effort", "rate", "amount")
)
HUNGER = Table(
    "hunger",
    HungerRow,
    ("unit", "role", "period"),
    ("demand", "own", "bought", "sold", "shortage", "ratio", "state", "load", "utilisation"),
)
BUDGETS = Table("budgets", BudgetRow, ("unit", "period"), ("limit", "spent"))
RAISED = Table("raised", Raised, ("rule", "id", "role", "period"), ("limit", "level"))
INITIATION = Table("initiation", InitiationRow, ("unit", "kind", "period"), ("limit", "used"))
GOALS = Table("goals", GoalRow, ("id",), ("projects", "expected_orders", "shortfall", "orders_shortfall"))
TARGETS = Table("targets", TargetRow, ("id",), ("need", "expected", "shortfall"))
BALANCE = Table("balance", BalanceRow, ("attribute", "equals", "measure"), ("part", "total", "share"))
UNMET = Table("unmet", Unmet, ("kind", "id", "role"), ())


def compare(table: Table, stated: Iterable[Row], expected: Iterable[Row]) -> Iterator[Violation]:
    """Rows of the plan that differ from the recomputed ones, are missing, or are there without need.

    Rows equal in every field may repeat (two pins on one project), so tables are compared as multisets.
    """
    values = _values_of(table)
    theirs = _counted(stated, values)
    ours = _counted(expected, values)
    if theirs.counts == ours.counts:
        return
    surplus = _by_key(table, theirs.rows, theirs.counts - ours.counts)
    missing = _by_key(table, ours.rows, ours.counts - theirs.counts)
    for key in dict.fromkeys((*surplus, *missing)):
        wrong, right = surplus.get(key, []), missing.get(key, [])
        for one, other in zip(wrong, right, strict=False):
            fields = [name for name in table.figures if getattr(one, name) != getattr(other, name)]
            yield _violation(table, one, DIFFERS, _figures(one, fields), _figures(other, fields))
        for row in wrong[len(right) :]:
            yield _violation(table, row, SURPLUS, _figures(row, table.figures), "")
        for row in right[len(wrong) :]:
            yield _violation(table, row, MISSING, "", _figures(row, table.figures))


@dataclass(frozen=True, slots=True)
class _Counted:
    counts: Counter[tuple[Any, ...]]
    rows: dict[tuple[Any, ...], Record]


def _counted(rows: Iterable[Record], values: Callable[[Record], tuple[Any, ...]]) -> _Counted:
    by_values = [(values(row), row) for row in rows]
    return _Counted(Counter(value for value, _ in by_values), dict(by_values))


def _values_of(table: Table) -> Callable[[Record], tuple[Any, ...]]:
    fields = attrgetter(*table.key, *table.figures)
    if table is BALANCE:
        # Python takes True for 1; the contract does not.
        return lambda row: (isinstance(row.equals, bool), *fields(row))  # type: ignore[attr-defined]
    return fields


def _by_key(
    table: Table, rows: dict[tuple[Any, ...], Record], counts: Counter[tuple[Any, ...]]
) -> dict[tuple[str, ...], list[Record]]:
    grouped: dict[tuple[str, ...], list[Record]] = {}
    for values, count in counts.items():
        row = rows[values]
        grouped.setdefault(tuple(_figure(getattr(row, name)) for name in table.key), []).extend([row] * count)
    return grouped


def _violation(table: Table, row: Record, wording: Wording, stated: str, expected: str) -> Violation:
    ids = [getattr(row, name) for name in table.key if name != "period"]
    subjects = tuple(_figure(identifier) for identifier in ids if identifier is not None)
    period = getattr(row, "period", None)
    place = "/".join([*(f"{{{number}}}" for number in range(len(subjects))), *(["{period}"] if period else [])])
    sentence = Wording(wording.zh.format(table=table.name, row=place), wording.en.format(table=table.name, row=place))
    return Violation(table.name, subjects, sentence, period, stated, expected)


def _figures(row: Record, names: Iterable[str]) -> str:
    """The figures of a row as a document would state them."""
    document = row.model_dump(include=set(names), warnings=False)
    return ", ".join(f"{name} {_figure(document[name])}" for name in names)


def _figure(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_figure, value)) + "]"
    return "null" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
