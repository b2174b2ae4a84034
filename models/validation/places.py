"""Where something stands in a document, and how it is named without repeating what may be hostile."""

from typing import Any

from models.findings import pointer

Path = tuple[str | int, ...]
"""Keys and list indices from the root of the document as it was given."""

Fix = tuple[dict[str, Any], ...]

_SHOWN_WHOLE = 80
_SHOWN_CUT = 40


def showable(text: str) -> bool:
    """Whether a text may be repeated as it is: short, and without characters that nobody sees."""
    return len(text) <= _SHOWN_WHOLE and text.isprintable()


def shown(text: str) -> str:
    """The text itself when it is showable; else its beginning, with invisible characters escaped."""
    if showable(text):
        return text
    cut = "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text[:_SHOWN_CUT])
    return cut + ("…" if len(text) > _SHOWN_CUT else "")


def reachable(path: Path) -> Path:
    """The path as far as its keys may be shown: a place inside a hostile key is named by what holds it."""
    for depth, part in enumerate(path):
        if isinstance(part, str) and not showable(part):
            return path[:depth]
    return path


def address(path: Path) -> str:
    """The JSON pointer to a place, or to the nearest place around it that can be shown."""
    return pointer(*reachable(path))


def parts_of(address: str) -> list[str]:
    """The unescaped parts of a JSON pointer."""
    return [part.replace("~1", "/").replace("~0", "~") for part in address.split("/")[1:]]


def _patch(path: Path, **operation: Any) -> Fix | None:
    texts = (text for text in operation.values() if isinstance(text, str))
    if reachable(path) != path or not all(map(showable, texts)):
        return None
    return ({**operation, "path": pointer(*path)},)


def replacing(path: Path, value: Any) -> Fix | None:
    """The patch that puts another value there; None when it could not be shown."""
    return _patch(path, op="replace", value=value)


def exchanging(first: Path, second: Path, values: tuple[Any, Any]) -> Fix | None:
    """The patch that puts the first of two values into the second place, and the second into the first."""
    one, two = replacing(first, values[1]), replacing(second, values[0])
    return None if one is None or two is None else (*one, *two)


def adding(path: Path, value: Any) -> Fix | None:
    """The patch that adds a field."""
    return _patch(path, op="add", value=value)


def removing(path: Path) -> Fix | None:
    """The patch that removes a field or a list item."""
    return _patch(path, op="remove")


def renaming(path: Path, name: str) -> Fix | None:
    """The patch that gives a field another name."""
    if reachable(path) != path or not showable(name):
        return None
    return ({"op": "move", "from": pointer(*path), "path": pointer(*path[:-1], name)},)
