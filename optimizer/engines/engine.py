"""What every engine is given and gives back."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol

import numpy as np
import numpy.typing as npt

from optimizer.program import Program, Score, Selection

REAL_ROUNDING = 1e-9
"""Of a bound that was computed in reals; a certificate computes it again in integers."""


class StoppedBy(StrEnum):
    """Why a search ended."""

    OPTIMAL = "optimal"
    GAP = "gap"
    STAGNATION = "stagnation"
    TIME = "time"
    REQUEST = "request"
    FAULT = "fault"


class Claim(NamedTuple):
    """What the engine says it has shown: an upper limit on money among selections that leave no more unmet.

    `status` is the engine's own word, empty where what it shows follows from the prices beside. `unmet_proved` says
    that it claims no selection leaves fewer unmet.
    """

    status: str
    bound: int | None
    unmet_proved: bool


@dataclass(frozen=True, slots=True)
class Prices:
    """Prices of rows [rows] in 10^-6 money a unit, and the bound they give, both as reals: good to search by."""

    row: npt.NDArray[np.float64]
    bound: float

    def ceiling(self) -> int:
        """A whole number that is no less than the exact bound."""
        return math.ceil(self.bound + REAL_ROUNDING * abs(self.bound))


class Priced(NamedTuple):
    """Prices of the rows of a program, and the number of unmet commitments they speak of: most allowed, or fewest.

    `program` is the one searched with that limit as a row, or its first count alone, and perhaps with rows that follow
    from others.
    """

    unmet: int
    prices: Prices
    program: Program


@dataclass(frozen=True, slots=True)
class Result:
    """The best selection found, scored by the program itself, and what the engine claims of it.

    `priced`: prices of the program limited to as many unmet as the selection leaves, from which its bound follows.
    `priced_unmet`: prices of the first count, from which follows how many must stay unmet.
    """

    selection: Selection
    score: Score
    claim: Claim
    stopped_by: StoppedBy
    priced: Priced | None = None
    priced_unmet: Priced | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How an engine may work. `gap` is relative to |money|; with `deterministic_time` the clock decides nothing.

    `patience`: seconds without a better selection or bound after which to end; None: until the deadline.

    `workers` None: as many as the engine thinks right. With `deterministic_time` that is so in any case.
    `cluster`: the address of the cluster to work on, for engines that can; None: this machine.
    """

    workers: int | None = None
    seed: int = 1
    gap: float = 0.0
    deterministic_time: float | None = None
    patience: float | None = None
    cluster: str | None = None


class Stop(Protocol):
    """When to stop: asked often, from any thread."""

    def requested(self) -> bool:
        """Whether somebody asked to stop."""

    def seconds_left(self) -> float:
        """Wall seconds until the deadline, possibly negative."""


class Observer(Protocol):
    """Who watches a search. Called from any thread; must not raise."""

    def incumbent(self, selection: Selection, score: Score) -> None:
        """A better selection was found."""

    def bound(self, unmet: int, money: int) -> None:
        """The engine claims that no selection with at most `unmet` unmet commitments brings more money."""

    def priced(self, priced: Priced) -> None:
        """Prices that show the same, for anybody to recompute."""


class Engine(Protocol):
    """One way to search."""

    name: str

    def __call__(
        self, program: Program, warm: Sequence[Selection], limits: Limits, stop: Stop, observer: Observer
    ) -> Result:
        """Search for the most met, then the most money.

        `warm` holds selections to start from, which may leave slots open or pass hard edges; choosing nothing is always
        one more. The result is never worse than the best of those that do not. Raises SolverFault when a solver
        contradicts what is known.
        """
