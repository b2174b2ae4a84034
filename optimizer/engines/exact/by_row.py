"""The terms of a program by row, over variables: the starts first, then the candidates."""

from typing import NamedTuple

import numpy as np

from optimizer.program import Ints, Program


class ByRow(NamedTuple):
    """The terms of row r lie at pointer[r]:pointer[r + 1], each variable once."""

    pointer: Ints
    variable: Ints
    coefficient: Ints

    def of(self, row: int) -> tuple[Ints, Ints]:
        """The variables and coefficients of one row."""
        span = slice(self.pointer[row], self.pointer[row + 1])
        return self.variable[span], self.coefficient[span]


def by_row(program: Program) -> ByRow:
    """The terms of all rows."""
    starts, candidates = program.start_terms, program.candidate_terms
    counts = np.concatenate([np.diff(starts.pointer), np.diff(candidates.pointer)])
    variable = np.repeat(np.arange(len(counts)), counts)
    row = np.concatenate([starts.row, candidates.row])
    order = np.argsort(row, kind="stable")  # variables are ascending, and stay so within a row
    variable, row = variable[order], row[order]
    coefficient = np.concatenate([starts.coefficient, candidates.coefficient])[order]
    again = np.zeros(len(row), bool)
    again[1:] = (row[1:] == row[:-1]) & (variable[1:] == variable[:-1])
    if again.any():
        first = np.flatnonzero(~again)
        variable, row, coefficient = variable[first], row[first], np.add.reduceat(coefficient, first)
    pointer = np.concatenate([[0], np.cumsum(np.bincount(row, minlength=program.rows))])
    return ByRow(pointer, variable, coefficient)
