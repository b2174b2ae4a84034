"""The register of ingredients."""

from collections.abc import Callable

from scenarios.generator.draft import Draft

Ingredient = Callable[[Draft], None]

REGISTER: dict[str, Ingredient] = {}


def ingredient(function: Ingredient) -> Ingredient:
    """Enter a function in the register under its name, which is that of the rule or line of fine print it plays."""
    name = function.__name__
    if name in REGISTER:
        raise ValueError(f"two ingredients named {name}")
    REGISTER[name] = function
    return function
