"""Rows that are taken together: bundles, such as the periods of one and the same thing.

Two rows belong together when much the same candidates take both: by the index of Jaccard (1901), of those that take
either. Rows that follow each other in the terms of some candidate are looked at.
"""

import numpy as np

from optimizer.program import Ints, Program

_ALIKE = 0.3
_SAMPLE = 100_000
"""Candidates that are looked at: enough to tell, at every size."""


def bundles(program: Program) -> Ints:
    """The bundle of each row [rows]: the least row of those that belong together, directly or by way of others."""
    step = max(1, program.candidates // _SAMPLE)
    place, row, _ = program.candidate_terms.of(np.arange(0, program.candidates, step))
    taken = np.bincount(row, minlength=program.rows)
    of_one = place[1:] == place[:-1]
    first, second = row[:-1][of_one].astype(np.int64), row[1:][of_one].astype(np.int64)
    pairs, both = np.unique(np.minimum(first, second) * program.rows + np.maximum(first, second), return_counts=True)
    first, second = np.divmod(pairs, max(program.rows, 1))
    alike = both > _ALIKE * (taken[first] + taken[second] - both)
    return _joined(program.rows, first[alike], second[alike])


def _joined(rows: int, first: Ints, second: Ints) -> Ints:
    """The least row that each is joined to by these pairs."""
    least = np.arange(rows)
    while True:
        before = least.copy()
        lesser = np.minimum(least[first], least[second])
        np.minimum.at(least, first, lesser)
        np.minimum.at(least, second, lesser)
        least = least[least]
        if np.array_equal(least, before):
            return least
