"""Which fields a record at a certain place may have."""

from typing import Annotated, Any, Union, get_args, get_origin

from models.record import Record
from models.scenario import Scenario
from models.validation.places import Path


def _meanings(annotation: Any) -> list[Any]:
    """The plain types an annotation allows."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _meanings(get_args(annotation)[0])
    if origin is Union or type(annotation).__name__ == "UnionType":
        return [meaning for each in get_args(annotation) for meaning in _meanings(each)]
    return [annotation]


def _inside(meaning: Any, part: str | int) -> list[Any]:
    origin, arguments = get_origin(meaning), get_args(meaning)
    if origin is tuple and isinstance(part, int):
        return _meanings(arguments[0])
    if origin is dict and isinstance(part, str):
        return _meanings(arguments[1])
    if isinstance(meaning, type) and issubclass(meaning, Record):
        for name, field in meaning.model_fields.items():
            if (field.alias or name) == part:
                return _meanings(field.annotation)
    return []


def fields_at(path: Path) -> tuple[str, ...]:
    """The names, as documents write them, of the fields that the record at a place may have."""
    meanings: list[Any] = [Scenario]
    for part in path:
        meanings = [inner for meaning in meanings for inner in _inside(meaning, part)]
    return tuple(
        field.alias or name
        for meaning in meanings
        if isinstance(meaning, type) and issubclass(meaning, Record)
        for name, field in meaning.model_fields.items()
    )
