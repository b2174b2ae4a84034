"""The nearest name: what one slip of the keyboard explains, and no guess among equals."""

import pytest

from models.validation.nearest import Names, nearest_word


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("east", "east"),
        ("EAST", "east"),
        ("eats", "east"),
        ("est", None),  # so are they here
        ("eaast", "east"),
        ("wast", None),  # west and east are equally near
        ("eas", "east"),
        ("north bj", "north-bj"),
        ("North_BJ", "north-bj"),
        ("norht-bj", "north-bj"),
        ("P-017", None),
        ("somewhere", None),
        ("x" * 100, None),
    ],
)
def test_ids(typed: str, meant: str | None) -> None:
    assert Names(["east", "west", "north-bj", "P-016", "P-018", "P-027"]).nearest(typed) == meant


def test_no_names_no_guess() -> None:
    assert Names([]).nearest("a") is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("maxProjects", "max_projects"),
        ("max-project", "max_projects"),
        ("langauges", "languages"),
        ("colour", None),
        ("x" * 1000, None),
    ],
)
def test_fields(typed: str, meant: str | None) -> None:
    assert nearest_word(typed, ("id", "languages", "max_projects", "lendable")) == meant
