"""Whether a project has an attribute that the portfolio is balanced by."""

from decimal import Decimal
from typing import Any

from models.project import Project
from models.quantities import MONEY_SCALE, as_decimal

_MONEY_FIELDS = frozenset({"stop_cost"})


def matches(project: Project, attribute: str, equals: str | bool | int | Decimal) -> bool:
    """Whether a field of the project has this value; a list matches when it contains it. Types are told apart."""
    if attribute not in Project.model_fields:
        return False
    value: Any = getattr(project, attribute)
    if attribute in _MONEY_FIELDS:
        value = as_decimal(value, MONEY_SCALE)
    return any(_same(item, equals) for item in (value if isinstance(value, tuple) else (value,)))


def _same(value: Any, equals: str | bool | int | Decimal) -> bool:
    number = (int, Decimal)
    if isinstance(value, bool) or isinstance(equals, bool):
        return value is equals
    if isinstance(value, number) and isinstance(equals, number):
        return value == equals
    return isinstance(value, str) and value == equals
