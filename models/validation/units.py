"""The tree of units: who trades, and in which region. Tolerant of trees that are none."""

from collections.abc import Iterable

from models.organisation import Unit

_REGION = "region"


class UnitTree:
    """What follows from the tree for each unit that hangs on a root; nothing is said of the others."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._trades: dict[str, str] = {}
        self._region: dict[str, str] = {}
        self._span: dict[str, tuple[int, int]] = {}
        self.roots: list[str] = []
        by_id: dict[str, Unit] = {}
        children: dict[str, list[str]] = {}
        for unit in units:
            if unit.id not in by_id:
                by_id[unit.id] = unit
                if unit.parent is None:
                    self.roots.append(unit.id)
                else:
                    children.setdefault(unit.parent, []).append(unit.id)
        for root in self.roots:
            self._descend(root, by_id, children)

    def _descend(self, root: str, by_id: dict[str, Unit], children: dict[str, list[str]]) -> None:
        """Depth first without recursion, so that a chain of any length is no danger."""
        self._trades[root] = self._region[root] = root
        nearest_region: dict[str, str] = {}
        open_units: list[tuple[str, bool]] = [(root, False)]
        while open_units:
            name, leaving = open_units.pop()
            if leaving:
                self._span[name] = (self._span[name][0], len(self._span))
                continue
            unit, parent = by_id[name], by_id[name].parent
            self._span[name] = (len(self._span), 0)
            if parent is not None:
                self._trades[name] = name if unit.trades else self._trades[parent]
                self._region[name] = name if parent == root else self._region[parent]
            if unit.level == _REGION:
                nearest_region[name] = name
            elif parent in nearest_region:
                nearest_region[name] = nearest_region[parent]
            open_units.append((name, True))
            open_units.extend((child, False) for child in children.get(name, ()))
        self._region.update(nearest_region)

    def trading_unit(self, unit: str) -> str | None:
        """The nearest self-or-ancestor that trades, else the root; None for a unit outside the tree."""
        return self._trades.get(unit)

    def region(self, unit: str) -> str | None:
        """The region of a unit; None for a unit outside the tree."""
        return self._region.get(unit)

    def place(self, unit: str) -> int | None:
        """The place of a unit in an order in which what is below it follows it; None outside the tree."""
        return self._span[unit][0] if unit in self._span else None

    def span(self, top: str) -> tuple[int, int]:
        """The places that the unit and what is below it take: from the first up to the second, exclusive."""
        return self._span.get(top, (0, 0))

    def within(self, unit: str, top: str) -> bool:
        """Whether a unit is the other or below it."""
        if unit not in self._span or top not in self._span:
            return False
        first, last = self._span[top]
        return first <= self._span[unit][0] < last
