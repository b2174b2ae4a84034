"""The convex conjugate of what a row costs: phi*(slope) = sup over levels of slope * level - phi(level)."""

from optimizer.checker.bound.price import PARTS
from optimizer.checker.row import ABOVE, BELOW, Row


def slopes(row: Row) -> tuple[int | None, int | None]:
    """The least and the greatest marginal cost of a row, in parts of 10^-6 money unit; None: without end."""
    return _steepest(row, BELOW, -1), _steepest(row, ABOVE, 1)


def _steepest(row: Row, side: int, sign: int) -> int | None:
    total = 0
    for hinge in row.hinges:
        if hinge.side == side:
            if hinge.price is None:
                return None
            total += hinge.price
    return sign * total * PARTS


def conjugate(row: Row, slope: int) -> int | None:
    """phi*(slope) in parts of 10^-6 money unit; None where it is infinite.

    phi is convex and bends at edges only, so inside its slopes the supremum is attained at an edge that no hard hinge
    forbids.
    """
    least, greatest = slopes(row)
    if (least is not None and slope < least) or (greatest is not None and slope > greatest):
        return None
    return max(slope * hinge.edge - row.cost(hinge.edge) * PARTS for hinge in row.hinges if _allowed(row, hinge.edge))


def _allowed(row: Row, level: int) -> bool:
    return all(hinge.price is not None or (level - hinge.edge) * hinge.side <= 0 for hinge in row.hinges)
