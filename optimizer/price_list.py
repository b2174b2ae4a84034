"""The prices of rows as a plan publishes them: decimals by row name, within the slopes of each row's cost."""

from decimal import Decimal

import numpy as np
import numpy.typing as npt

from models.plan import Price
from models.quantities import MICRO_SCALE
from optimizer.program import ABOVE, Ints, Program

DECIMALS = 9
"""Of a published price. More would not move a bound by a millionth of a money unit at any size that is met."""

Reals = npt.NDArray[np.float64]


def price_list(program: Program, prices: Reals, unit: int = MICRO_SCALE) -> tuple[Price, ...]:
    """The rows with a price, by name, in row order.

    `prices` [rows]: profit units per row unit, of which `unit` make one published (10^-6 money: a million; commitments:
    one). A price outside the slopes of its row's cost is moved to the nearest end.
    """
    whole = 10**DECIMALS
    scales = program.names.scales()
    least, most = slopes(program)
    published = []
    for row in np.flatnonzero(prices).tolist():
        per_unit = int(scales[row]) * whole
        number = round(float(prices[row]) * per_unit / unit)
        low, high = least[row], most[row]
        number = number if low is None else max(number, -(-low * per_unit // unit))
        number = number if high is None else min(number, high * per_unit // unit)
        if number:
            price = Decimal(number).scaleb(-DECIMALS)
            published.append(Price.model_construct(row=program.names.row(row), price=price))
    return tuple(published)


def slopes(program: Program) -> tuple[list[int | None], list[int | None]]:
    """The least and the most that one more unit of each row can cost [rows]; None: without limit."""
    hinges = program.hinges
    soft: dict[int, Ints] = {}
    hard: dict[int, Ints] = {}
    for side in (-ABOVE, ABOVE):
        of_side = hinges.side == side
        sums = np.zeros(program.rows, np.int64)
        np.add.at(sums, hinges.row[of_side & ~hinges.hard], hinges.price[of_side & ~hinges.hard])
        soft[side] = sums * side
        hard[side] = np.bincount(hinges.row[of_side & hinges.hard], minlength=program.rows)
    least, most = (
        [None if is_hard else slope for slope, is_hard in zip(soft[side].tolist(), hard[side].tolist(), strict=True)]
        for side in (-ABOVE, ABOVE)
    )
    return least, most
