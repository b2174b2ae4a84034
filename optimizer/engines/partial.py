"""A selection under construction: what each group has chosen, and how far every hinge is passed."""

from typing import NamedTuple

import numpy as np

from optimizer.program import Ints, Program, Selection, ranges


class Choice(NamedTuple):
    """A start and the candidate of each of its slots."""

    start: int
    candidates: Ints


class Change(NamedTuple):
    """What a step changes: both counts, and how far hard edges are passed in sum."""

    met: int
    money: int
    excess: int


class Offers(NamedTuple):
    """What each candidate of a range would bring if it alone were added.

    `blocked`: how much further hard edges would be passed. `load`: how much of the room left under hard edges it takes.
    """

    met: Ints
    money: Ints
    blocked: Ints
    load: Ints
