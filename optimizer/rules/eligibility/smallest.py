"""The smallest purchase: both measures count every occupied period inside the horizon."""

import numpy as np

from models.market import Market
from optimizer.program import Flags, Ints


def too_small(market: Market, span: Ints | int, effort: Ints | int) -> Flags:
    """Whether a purchase over so many periods, of so much effort in all (permille), is below the smallest."""
    return np.asarray((span < market.min_periods) | (effort < market.min_effort * span), bool)
