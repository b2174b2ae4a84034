"""What the catalogue holds of each finding."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from models.findings import Severity

Patch = tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """How to bring a finding about: where it is found, and by what.

    `patch` (RFC 6902) changes the document EXAMPLE; or `text` is a whole document; or `file` names a file with `text`
    as its content (a file that is not there, where `text` is None). Both are made when asked for: some are large.
    """

    pointer: str
    made: Callable[[], Patch | bytes | None]
    file: str | None = None

    @property
    def patch(self) -> Patch | None:
        """The change to EXAMPLE; None where the example is a text."""
        made = self.made()
        return made if isinstance(made, tuple) else None

    @property
    def text(self) -> bytes | None:
        """The whole text; None where the example is a change to EXAMPLE, or a file that is not there."""
        made = self.made()
        return made if isinstance(made, bytes) else None


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding: how grave it is, what is wrong and how to mend it in one or two sentences, and an example.

    Sentences name the `params` of the finding in braces.
    """

    severity: Severity
    zh: str
    en: str
    example: Example


def error(zh: str, en: str, example: Example) -> Entry:
    """An entry for what makes the meaning of a document unclear."""
    return Entry(Severity.ERROR, zh, en, example)


def warning(zh: str, en: str, example: Example) -> Entry:
    """An entry for what is clear and surprising."""
    return Entry(Severity.WARNING, zh, en, example)


def hint(zh: str, en: str, example: Example) -> Entry:
    """An entry for what is worth a look."""
    return Entry(Severity.HINT, zh, en, example)


def changed(pointer: str, *patch: dict[str, Any]) -> Example:
    """The document EXAMPLE after a patch, and where the finding is then."""
    return Example(pointer, lambda: patch)


def changed_much(pointer: str, operation: Callable[[], dict[str, Any]]) -> Example:
    """The same with a large operation, made when asked for."""
    return Example(pointer, lambda: (operation(),))


def written(text: bytes, pointer: str = "") -> Example:
    """A whole JSON text."""
    return Example(pointer, lambda: text)


def filed(name: str, text: bytes | None, pointer: str = "") -> Example:
    """A file of this name and content."""
    return Example(pointer, lambda: text, name)


def put(path: str, value: Any) -> dict[str, Any]:
    """Add or set a field; insert before a list item, or at the end with `-`."""
    return {"op": "add", "path": path, "value": value}


def drop(path: str) -> dict[str, Any]:
    """Take a field or list item away."""
    return {"op": "remove", "path": path}
