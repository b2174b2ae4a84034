"""The band of slight hunger, and the floor of use, in whole permille: rounded once, as derived data is."""

from collections.abc import Iterable

import numpy as np

from models.policy import Hunger
from models.quantities import RATIO_SCALE, half_up
from optimizer.program import Ints


def share_of(levels: Ints, ratio: int) -> Ints:
    """Each level (permille) times a ratio (10^-4), rounded half up once."""
    return np.array([half_up(int(level) * ratio, RATIO_SCALE) for level in levels], np.int64)


def stretch_edge(supply: Ints, ratio: int) -> Ints:
    """(1 + ratio) × supply, rounded half up once."""
    return share_of(supply, RATIO_SCALE + ratio)


def edges(row: Hunger, of: Ints, *, high: bool) -> Ints | None:
    """One edge of the band over demand (unmet_demand) or supply (stretch_load) [periods]; None where there is none."""
    ratio = row.high if high else row.low
    if ratio is None:
        return None
    return share_of(of, ratio) if row.measure == "unmet_demand" else stretch_edge(of, ratio)


def of_measure(rows: Iterable[Hunger], measure: str) -> list[Hunger]:
    """The rows of one measure."""
    return [row for row in rows if row.measure == measure]
