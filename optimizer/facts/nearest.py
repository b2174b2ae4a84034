"""Which rows of a policy hold for a trading unit: those naming it or its nearest ancestor, else those for `*`."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

from models.policy import EVERY_TRADING_UNIT
from optimizer.facts.organisation import Organisation


class _PolicyRow(Protocol):
    @property
    def unit(self) -> str: ...

    @property
    def role(self) -> str: ...


Row = TypeVar("Row", bound=_PolicyRow)


def rows_in_force(rows: Iterable[Row], organisation: Organisation, trader: int) -> dict[str, list[Row]]:
    """By role the rows that hold for a trading unit. Rows equally near all hold."""
    by_unit: dict[str, dict[str, list[Row]]] = {}
    for row in rows:
        by_unit.setdefault(row.unit, {}).setdefault(row.role, []).append(row)
    in_force: dict[str, list[Row]] = {}
    for unit in (*(organisation.units[node].id for node in organisation.paths[trader]), EVERY_TRADING_UNIT):
        for role, found in by_unit.get(unit, {}).items():
            in_force.setdefault(role, found)
    return in_force
