"""Compile the loops of the engines now, so that the first solve need not: python -m optimizer.engines.warm_up."""

import numpy as np

from optimizer.builder import Builder
from optimizer.engines.engine import Limits, Priced
from optimizer.engines.registry import ENGINES
from optimizer.program import ABOVE, Program, Score, Selection
from optimizer.stops import Deadline

_UNITS = 0.05
"""Of counted work: every loop runs once, none runs long."""
_AT_MOST_SECONDS = 600.0


def warm_up() -> None:
    """Let the default engine work on a program of two groups; everything it compiles is kept for later processes."""
    limits = Limits(workers=1, deterministic_time=_UNITS)
    ENGINES["portfolio"](_program(), [_program().nothing()], limits, Deadline.after(_AT_MOST_SECONDS), _Nobody())


def _program() -> Program:
    """Two groups of one start, one slot and two candidates each; one row that admits one of them."""
    builder = Builder(np.arange(3), np.arange(3), 2 * np.arange(3))
    builder.start_money[:] = 10
    row = builder.row("row")
    builder.limit(row, ABOVE, 3)
    builder.candidate_terms.add(np.arange(4), np.full(4, row), np.array([2, 3, 2, 3]))
    return builder.program(["one", "other"])


class _Nobody:
    """An observer that looks away."""

    def incumbent(self, selection: Selection, score: Score) -> None:
        """Ignore it."""

    def bound(self, unmet: int, money: int) -> None:
        """Ignore it."""

    def priced(self, priced: Priced) -> None:
        """Ignore it."""


if __name__ == "__main__":
    warm_up()
