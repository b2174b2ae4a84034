"""Who watches a solve, and how what an engine tells becomes what a watcher hears."""

import time
from typing import Protocol

from models.plan import Price
from optimizer.compile import Compiled
from optimizer.engines.engine import Priced
from optimizer.found import Found
from optimizer.price_list import price_list
from optimizer.program import Score, Selection, Size

_PAUSE, _LEAST_PAUSE = 20.0, 1.0
"""Between two lists of prices: in times of what one takes, and in seconds."""


class Watcher(Protocol):
    """Who watches a solve. Called from any thread; must not raise."""

    def compiled(self, size: Size, seconds: float) -> None:
        """The program stands."""

    def incumbent(self, found: Found) -> None:
        """A better answer was found; it is not checked yet."""

    def priced(self, unmet: int, prices: tuple[Price, ...]) -> None:
        """Prices from which follows a bound on plans with at most `unmet` unmet commitments."""

    def bound(self, unmet: int, money: int) -> None:
        """The engine claims that no answer with at most `unmet` unmet commitments brings more money."""


class Unwatched:
    """A watcher that looks away."""

    def compiled(self, size: Size, seconds: float) -> None:
        """Ignore it."""

    def incumbent(self, found: Found) -> None:
        """Ignore it."""

    def priced(self, unmet: int, prices: tuple[Price, ...]) -> None:
        """Ignore it."""

    def bound(self, unmet: int, money: int) -> None:
        """Ignore it."""


class Relay:
    """Tells a watcher in business terms what an engine tells its observer; only what is better than before."""

    def __init__(self, compiled: Compiled, watcher: Watcher) -> None:
        self.compiled, self.watcher = compiled, watcher
        self.best: tuple[int, int] | None = None
        self._names_again = 0.0

    def incumbent(self, selection: Selection, score: Score) -> None:
        """Pass a better selection on."""
        if score.excess or (self.best is not None and (score.met, score.money) <= self.best):
            return
        self.best = (score.met, score.money)
        choices = self.compiled.choices(selection)
        self.watcher.incumbent(Found(choices, -score.met, score.money, None, "running"))

    def bound(self, unmet: int, money: int) -> None:
        """Pass a bound on."""
        self.watcher.bound(unmet, money)

    def priced(self, priced: Priced) -> None:
        """Pass on the bound at once, and the prices now and then: naming all rows takes its time."""
        self.watcher.bound(priced.unmet, priced.prices.ceiling())
        began = time.monotonic()
        if began >= self._names_again:
            self.watcher.priced(priced.unmet, price_list(priced.program, priced.prices.row))
            self._names_again = time.monotonic() + _PAUSE * (time.monotonic() - began) + _LEAST_PAUSE
