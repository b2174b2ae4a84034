"""Leaving out what cannot be read, so that the rest can still be checked, without losing where everything stood."""

from collections.abc import Iterable
from typing import Any

from models.validation.places import Path

_STAND_INS: dict[str, Any] = {
    "schema": "scenario/1",
    "name": "",
    "horizon": {"start": "2000-01", "periods": 1},
    "units": [],
}
"""What a scenario must have, for when its own cannot be read. Nothing is said about a stand-in."""


class Pruned:
    """A document without some of its places. Paths are always those of the document as it was given."""

    def __init__(self, values: dict[str, Any]) -> None:
        self._values = values
        self._cut: dict[str | int, Any] = {}
        self._removed: set[Path] = set()
        self._touched: set[Path] = set()
        self._origins: dict[Path, list[int]] = {}
        self.document: dict[str, Any] = values

    def remove(self, path: Path) -> None:
        """Leave a place out: a field, or a list item."""
        self.doubt(path)
        self.drop_unknown(path)

    def drop_unknown(self, path: Path) -> None:
        """Leave out a field that means nothing: what is around it keeps its meaning."""
        branch = self._cut
        for part in path[:-1]:
            branch = branch.setdefault(part, {})
            if branch is None:
                return
        branch[path[-1]] = None

    def doubt(self, path: Path) -> None:
        """Note that what stands there, or should stand there, is not known."""
        self._removed.add(path)
        self._touched.update(path[:depth] for depth in range(len(path)))

    def sure(self, path: Path) -> bool:
        """Whether what stands at a place (or that nothing stands there) is what was given, whole."""
        return not self._removed or (
            path not in self._touched and all(path[:depth] not in self._removed for depth in range(1, len(path) + 1))
        )

    def removed(self, path: Path) -> bool:
        """Whether exactly this place is left out or not known."""
        return path in self._removed

    def origin(self, path: Path, index: int) -> int:
        """The index that an item of a list had in the document as it was given."""
        indices = self._origins.get(path)
        return index if indices is None else indices[index]

    def rebuild(self) -> None:
        """Bring `document` up to date with what was removed."""
        self._origins = {}
        document: dict[str, Any] = self._without(self._values, self._cut, ())
        for name, value in _STAND_INS.items():
            if name not in document:
                document[name] = value
                self.doubt((name,))
        self.document = document

    def _without(self, value: Any, cut: dict[str | int, Any], path: Path) -> Any:
        if isinstance(value, dict):
            return {
                name: self._without(item, cut[name], (*path, name)) if name in cut else item
                for name, item in value.items()
                if cut.get(name, cut) is not None
            }
        if isinstance(value, (list, tuple)):
            kept = [place for place in range(len(value)) if cut.get(place, cut) is not None]
            self._origins[path] = kept
            return [
                self._without(value[place], cut[place], (*path, place)) if place in cut else value[place]
                for place in kept
            ]
        return value

    def resolve(self, location: Iterable[str | int]) -> Path:
        """The path that a location in `document`, as pydantic names it, has in the document as it was given.

        Between the keys and indices of the document such a location holds the tags of unions (they begin with NUL)
        and `[key]` for the key itself.
        """
        path: Path = ()
        value: Any = self.document
        for part in location:
            if isinstance(value, dict) and part in value:
                path, value = (*path, part), value[part]
            elif isinstance(value, (list, tuple)) and isinstance(part, int) and part < len(value):
                path, value = (*path, self.origin(path, part)), value[part]
            elif part == "[key]" or (isinstance(part, str) and part.startswith("\0")):
                continue
            else:
                path, value = (*path, part), None
        return path
