"""The table, line by line as results come."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from benchmarks.figures import Figures
from models.quantities import MICRO_SCALE


class _Column(NamedTuple):
    title: str
    width: int
    text: Callable[[Figures], str]


def _money(value: int | None) -> str:
    return "-" if value is None else f"{value / MICRO_SCALE:,.2f}"


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3%}"


def _seconds(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"


_COLUMNS: Sequence[_Column] = (
    _Column("instance", -18, lambda one: one.instance),
    _Column("solver", -12, lambda one: one.contestant),
    _Column("unmet", 5, lambda one: "-" if one.unmet is None else str(one.unmet)),
    _Column("objective", 15, lambda one: _money(one.objective)),
    _Column("bound", 15, lambda one: _money(one.bound)),
    _Column("by", -9, lambda one: one.bound_source or "-"),
    _Column("gap", 9, lambda one: _share(one.gap)),
    _Column("decided", 9, lambda one: _share(one.gap_of_decided)),
    _Column("first", 7, lambda one: _seconds(one.first)),
    _Column("to 5 %", 7, lambda one: _seconds(one.to_5_percent)),
    _Column("to 1 %", 7, lambda one: _seconds(one.to_1_percent)),
    _Column("GB", 6, lambda one: f"{one.gigabytes:.2f}"),
    _Column("own bound", 15, lambda one: _money(one.own_bound)),
    _Column("seconds", 7, lambda one: _seconds(one.seconds)),
    _Column("status", -1, lambda one: one.status),
)

LEGEND = (
    "gap: (bound - objective) / |objective|; decided: the same over (bound - the plan that starts nothing new);\n"
    "first, to 5 %, to 1 %: seconds until the first answer and until that gap; by: who proves the bound"
)


def heading() -> str:
    """The names of the columns."""
    return "  ".join(_placed(column.title, column.width) for column in _COLUMNS)


def line(one: Figures) -> str:
    """A line of the table."""
    return "  ".join(_placed(column.text(one), column.width) for column in _COLUMNS).rstrip()


def _placed(text: str, width: int) -> str:
    return text.ljust(-width) if width < 0 else text.rjust(width)


def record(one: Figures) -> dict[str, Any]:
    """The same for JSON."""
    return {name: getattr(one, name) for name in Figures.__slots__}
