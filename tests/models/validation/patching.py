"""Applying a JSON patch (RFC 6902: add, remove, replace, move) to a copy of a document."""

import copy
from typing import Any


def patched(document: Any, operations: Any) -> Any:
    """The document after the operations; the original is left alone."""
    result = copy.deepcopy(document)
    for operation in operations:
        if operation["op"] == "move":
            _set(result, operation["path"], _take(result, operation["from"]), insert=True)
        elif operation["op"] == "remove":
            _take(result, operation["path"])
        else:
            _set(result, operation["path"], copy.deepcopy(operation["value"]), insert=operation["op"] == "add")
    return result


def at(document: Any, pointer: str) -> Any:
    """The value a JSON pointer leads to. Raises LookupError when it leads nowhere."""
    for part in _parts(pointer):
        document = document[int(part)] if isinstance(document, list) else document[part]
    return document


def _parts(pointer: str) -> list[str]:
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def _holder(document: Any, pointer: str) -> tuple[Any, str]:
    head, _, last = pointer.rpartition("/")
    return at(document, head), _parts("/" + last)[0]


def _take(document: Any, pointer: str) -> Any:
    holder, last = _holder(document, pointer)
    return holder.pop(int(last) if isinstance(holder, list) else last)


def _set(document: Any, pointer: str, value: Any, *, insert: bool) -> None:
    holder, last = _holder(document, pointer)
    if not isinstance(holder, list):
        holder[last] = value
    elif last == "-":
        holder.append(value)
    elif insert:
        holder.insert(int(last), value)
    else:
        holder[int(last)] = value
