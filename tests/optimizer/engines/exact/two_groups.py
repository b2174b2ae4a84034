"""A program of two groups that is understood at a glance, and all its selections."""

from optimizer.builder import Builder
from optimizer.program import ABOVE, Program, Selection
from tests.optimizer.test_program import ints

NOTHING, A, B, BOTH = (Selection(ints(*starts), ints()) for starts in ((), (0,), (1,), (0, 1)))
A_TWICE = Selection(ints(0, 0), ints())


def two(limit: int = 2, base: int = 0) -> Program:
    """A meets the one commitment and brings 5; B brings 8. Each takes 1 of a row."""
    builder = Builder(ints(0, 1, 2), ints(0, 0, 0), ints(0))
    row = builder.row("row", base)
    builder.start_terms.add(ints(0, 1), ints(row, row), ints(1, 1))
    builder.limit(row, ABOVE, limit)
    builder.met_constant = -1
    builder.start_met[:] = (1, 0)
    builder.start_money[:] = (5, 8)
    return builder.program(["A", "B"])
