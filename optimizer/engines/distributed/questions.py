"""What workers are asked, and what they answer. Rows, hinges, starts and candidates are numbered as in the piece."""

from typing import NamedTuple

from optimizer.engines.prices.sweep import Reals
from optimizer.program import Ints, Score, Selection


class Look(NamedTuple):
    """What do the groups bring at these prices [rows], in 10^-6 money a unit?

    With `counted` the first count takes the place of money, in this and all other questions of prices.
    """

    prices: Reals
    counted: bool


class Looked(NamedTuple):
    """The sum of what the best choice of each group brings; and how much is at stake in a group, in the mean."""

    value: float
    typical: float


class Smooth(NamedTuple):
    """The same at a temperature. `reach`: how far below the best a start and a candidate may lie, at the prices of the
    last look, to have a say from now on; None: as before."""

    prices: Reals
    counted: bool
    temperature: float
    reach: tuple[float, float] | None


class Smoothed(NamedTuple):
    """The smoothed sum, and what the choices, each with its weight, use of every row [rows]."""

    value: float
    used: Reals


class Sizes(NamedTuple):
    """How large are the coefficients of each row?"""


class Sized(NamedTuple):
    """A typical sum of their squares [rows]."""

    squares: Reals


class Improve(NamedTuple):
    """Which choice is better than `begin`, others kept as they are?

    `base` [rows]: what the others take. `edges` [hinges]: how far the part may go. `prices` [rows]: what to search by.
    `progress`: how cool it is when the search begins, 0 … 1; it ends at 1. It takes `steps`, or else so many `seconds`.
    """

    begin: Selection
    base: Ints
    edges: Ints
    prices: Reals
    seed: int
    progress: float
    seconds: float
    steps: int | None


class Improved(NamedTuple):
    """The best selection found, and its score as the part sees it."""

    selection: Selection
    score: Score


Question = Look | Smooth | Sizes | Improve
Answer = Looked | Smoothed | Sized | Improved
