"""What engines are held to: the best of all selections of a small program, by trying them."""

from dataclasses import replace

import numpy as np

from optimizer.program import Program, Score, Selection
from tests.oracle.exhaustive import best_selection

_ALL = 1 << 40


def best(program: Program) -> Selection:
    """A selection with the most met and then the most money."""
    # A limit that all keep, for the sake of programs without any row.
    return best_selection(program.limited("limit", _ALL))


def best_score(program: Program) -> Score:
    """The most met, and then the most money."""
    return program.score(best(program))


def most_money(program: Program, unmet: int) -> int:
    """The most money of all feasible selections with at most so many unmet."""
    limited = program.limited("limit", unmet)
    # Without a first count of its own, what is best is what brings most.
    silent = replace(
        limited,
        met_constant=0,
        start_met=np.zeros_like(limited.start_met),
        candidate_met=np.zeros_like(limited.candidate_met),
    )
    return silent.score(best_selection(silent)).money
