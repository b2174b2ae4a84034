"""Units form a tree with exactly one root."""

from collections.abc import Iterator

from models.findings import Finding
from models.validation.places import Path
from models.validation.report import found
from models.validation.subject import Subject


def one_tree(subject: Subject) -> Iterator[Finding]:
    """Circles of parents, several roots, no root."""
    units: dict[str, tuple[Path, str | None]] = {}
    for path, unit in subject.placed(("units",), subject.scenario.units):
        units.setdefault(unit.id, (path, unit.parent))
    circles = list(_circles(units))
    for first, length in circles:
        yield found("unit_circle", (*units[first][0], "parent"), id=first, units=length)
    parentless = [(place, name) for name, (place, parent) in units.items() if parent is None]
    roots = [(place, name) for place, name in parentless if subject.sure(*place, "parent")]
    for path, name in roots[1:]:
        yield found("two_roots", path, id=name, first=roots[0][1])
    dangling = any(parent is not None and parent not in units for _, parent in units.values())
    if not roots and not circles and not dangling and subject.sure("units"):
        yield found("no_root", ("units",))


def _circles(units: dict[str, tuple[Path, str | None]]) -> Iterator[tuple[str, int]]:
    """The first unit of every circle of parents, in order, with the number of units in it."""
    seen: dict[str, int] = {}
    for turn, start in enumerate(units):
        name: str | None = start
        while name is not None and name in units and name not in seen:
            seen[name] = turn
            name = units[name][1]
        if name is not None and seen.get(name) == turn:
            circle = [name]
            while (following := units[circle[-1]][1]) is not None and following != name:
                circle.append(following)
            yield min(circle, key=lambda each: units[each][0][1]), len(circle)
