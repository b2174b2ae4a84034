"""A line of the contract that can move an optimum, and how to delete it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """What the contract says, in its own words or shorter, and the fault in the checker that no longer says it.

    `deletion` names a mutant. Where a line takes the place of another reading, deleting it leaves the other reading:
    "the nearest row holds" without its "nearest" is "all rows hold". `focus` are the ingredients of tiny scenarios
    that have the line in play, if others than those of the mutant serve better.
    """

    words: str
    deletion: str
    focus: tuple[str, ...] = ()
