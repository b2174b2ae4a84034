"""The tree of units: who trades for whom, and how far apart units are."""

from collections.abc import Iterable, Sequence
from typing import Literal, Protocol, TypeVar

from models.organisation import Unit
from models.policy import EVERY_TRADING_UNIT

Distance = Literal["own", "same_region", "cross_region"]


class NamesUnit(Protocol):
    """A policy row: it names a unit, or `*` for every trading unit."""

    @property
    def unit(self) -> str: ...


Row = TypeVar("Row", bound=NamesUnit)


class Organisation:
    """What follows from the units alone.

    `line` gives each unit's self-and-ancestors, nearest first. `trading` gives each unit's trading unit: the nearest
    self-or-ancestor that trades, or the root. `trading_units` are those, in the order of the scenario; the root is
    one of them even when it is not marked, because it trades for whatever hangs on no other.
    """

    def __init__(self, units: Iterable[Unit]) -> None:
        by_id = {unit.id: unit for unit in units}
        self.line = {unit_id: self._line(by_id, unit_id) for unit_id in by_id}
        self.trading = {
            unit_id: next((above for above in line if by_id[above].trades), line[-1])
            for unit_id, line in self.line.items()
        }
        self.trading_units = tuple(unit_id for unit_id in by_id if self.trading[unit_id] == unit_id)
        self.region = {unit_id: self._region(by_id, line) for unit_id, line in self.line.items()}

    @staticmethod
    def _line(by_id: dict[str, Unit], unit_id: str) -> tuple[str, ...]:
        line = [unit_id]
        while (parent := by_id[line[-1]].parent) is not None:
            line.append(parent)
        return tuple(line)

    @staticmethod
    def _region(by_id: dict[str, Unit], line: tuple[str, ...]) -> str:
        marked = next((above for above in line if by_id[above].level == "region"), None)
        # Without a marked region the branch below the root is one; the root is its own.
        return marked if marked is not None else line[-2] if len(line) > 1 else line[-1]

    def distance(self, one: str, other: str) -> Distance:
        """How far apart two trading units are."""
        if one == other:
            return "own"
        return "same_region" if self.region[one] == self.region[other] else "cross_region"

    def nearest(self, rows: Sequence[Row], unit_id: str) -> tuple[Row, ...]:
        """The rows that hold for a unit: those naming it, else its nearest ancestor named, else `*`."""
        for name in (*self.line[unit_id], EVERY_TRADING_UNIT):
            if found := tuple(row for row in rows if row.unit == name):
                return found
        return ()
