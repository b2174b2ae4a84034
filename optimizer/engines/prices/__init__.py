"""Prices of rows: the dual of a program, found fast and at every size."""

from optimizer.engines.engine import Prices
from optimizer.engines.prices.find import QUICK, Schedule, find_prices
from optimizer.engines.prices.tighten import tighten

__all__ = ["QUICK", "Prices", "Schedule", "find_prices", "tighten"]
