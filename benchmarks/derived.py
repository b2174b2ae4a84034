"""Whether rows that an engine added to a program follow from the program: rounded rows, by their names.

From a hard row Σ a·z ≤ b with a ≥ 0 follows Σ ⌊m·a/v⌋·z ≤ ⌊m·b/v⌋ for selections (Gomory 1958). Such a row is named
`<row>/rounded/<m>/<v>`. Everything is built again here from the name alone and compared.
"""

import re

import numpy as np

from optimizer.program import ABOVE, Program, Terms

_ROUNDED = re.compile(r"(?P<row>.*)/rounded/(?P<multiple>\d+)/(?P<divisor>\d+)")


class Foreign(ValueError):
    """A row that does not follow from the program."""


def check_derived(program: Program, extended: Program) -> None:
    """Raises Foreign where `extended` is not `program` with rows at its end that follow from it."""
    same = (
        np.array_equal(program.start_money, extended.start_money)
        and np.array_equal(program.candidate_money, extended.candidate_money)
        and np.array_equal(program.row_base, extended.row_base[: program.rows])
    )
    if not same:
        raise Foreign("the profits or the rows differ")
    number = {program.names.row(row): row for row in range(program.rows)} if extended.rows > program.rows else {}
    limits = _limits(program)
    for row in range(program.rows, extended.rows):
        parts = _ROUNDED.fullmatch(extended.names.row(row))
        origin = number.get(parts["row"]) if parts else None
        if parts is None or origin is None or origin not in limits:
            raise Foreign(extended.names.row(row))
        multiple, divisor = int(parts["multiple"]), int(parts["divisor"])
        if min(multiple, divisor) < 1 or not _follows(program, extended, row, origin, multiple, divisor):
            raise Foreign(extended.names.row(row))
        hinges = np.flatnonzero(extended.hinges.row == row)
        edge = limits[origin] * multiple // divisor
        if not all(
            extended.hinges.hard[hinge] and extended.hinges.side[hinge] == ABOVE and extended.hinges.edge[hinge] >= edge
            for hinge in hinges
        ):
            raise Foreign(extended.names.row(row))


def _limits(program: Program) -> dict[int, int]:
    """By hard row the least that its terms may sum to at the most."""
    limits: dict[int, int] = {}
    for row, side, edge, _, hard in zip(*(column.tolist() for column in program.hinges), strict=True):
        if hard and side == ABOVE:
            room = edge - int(program.row_base[row])
            limits[row] = min(room, limits.get(row, room))
    return limits


def _follows(program: Program, extended: Program, row: int, origin: int, multiple: int, divisor: int) -> bool:
    for whole, more in (
        (program.start_terms, extended.start_terms),
        (program.candidate_terms, extended.candidate_terms),
    ):
        coefficients, derived = _column(whole, origin), _column(more, row)
        if (coefficients < 0).any() or (derived > coefficients * multiple // divisor).any():
            return False
    return True


def _column(terms: Terms, row: int) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """The coefficient of every owner in a row."""
    places = np.flatnonzero(terms.row == row)
    column = np.zeros(len(terms.pointer) - 1, np.int64)
    np.add.at(column, np.searchsorted(terms.pointer, places, side="right") - 1, terms.coefficient[places])
    return column
