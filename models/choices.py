"""The bare answer to a scenario: which projects run, from when, with whom. The rest of a plan follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Choice:
    """One running project: the index of its first period (0 = first of the horizon) and its person per role."""

    start: int
    people: Mapping[str, str] = field(default_factory=dict)


Choices = Mapping[str, Choice]
"""Running projects by id; a project that is not a key does not run."""
