"""Operations of a JSON patch, in short."""

from typing import Any

Patch = list[dict[str, Any]]

NEED = "/projects/0/staffing/0"


def put(path: str, value: Any) -> dict[str, Any]:
    return {"op": "add", "path": path, "value": value}


def to(path: str, value: Any) -> dict[str, Any]:
    return {"op": "replace", "path": path, "value": value}


def drop(path: str) -> dict[str, Any]:
    return {"op": "remove", "path": path}


def pin(**fields: Any) -> dict[str, Any]:
    return put("/pins/-", fields)
