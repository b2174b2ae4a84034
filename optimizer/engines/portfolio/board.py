"""What contestants share: the best selection, the best prices, and whether it is time to end. Safe from any thread."""

import math
import threading
import time

from optimizer.engines.engine import REAL_ROUNDING, Claim, Limits, Observer, Priced, Result, Stop, StoppedBy
from optimizer.engines.prices import Prices
from optimizer.program import Program, Score, Selection

_POLL_SECONDS = 0.1
_LEAST_GAIN = 1e-4
"""Of the bound, which creeps: less is no news to whoever waits."""


class Board:
    """The best of everything so far. A selection counts only as the program itself scores it."""

    def __init__(self, program: Program, limits: Limits, stop: Stop, observer: Observer) -> None:
        self.program, self.limits, self.observer = program, limits, observer
        self._stop = stop
        self._lock = threading.RLock()
        self._changed = threading.Condition(self._lock)
        self._began_with = stop.seconds_left()
        nothing = program.nothing()
        self.selection, self.score = nothing, program.score(nothing)
        self._claim: Claim | None = None
        self._given_up = False
        self._news_at = time.monotonic()
        self._told_bound: float | None = None
        self._priced: Priced | None = None
        self.guide: Prices | None = None
        """The best prices of the program's own rows, and of the limit on what is unmet: what to search by."""
        self._at_least: Priced | None = None

    def give_up(self) -> None:
        """Let everybody end: one of them failed."""
        self._given_up = True

    def claimed(self, claim: Claim) -> None:
        """What the exact engine says in the end."""
        self._claim = claim

    @property
    def unmet(self) -> int:
        """How many commitments the best selection leaves unmet."""
        return -self.score.met

    @property
    def prices(self) -> Prices | None:
        """The best prices for selections that leave no more unmet than the best one."""
        with self._lock:
            return self._priced.prices if self._priced is not None and self._priced.unmet == self.unmet else None

    def know(self, selection: Selection) -> None:
        """A selection that whoever asks knows already; it counts like any other."""
        self._take(selection)

    def offer(self, selection: Selection) -> None:
        """A selection; it counts if it is complete, feasible and better than the best."""
        with self._lock:
            if self._take(selection):
                self.observer.incumbent(self.selection, self.score)

    def _take(self, selection: Selection) -> bool:
        score = self.program.score(selection)
        if score.excess or not self.program.is_complete(selection):
            return False
        with self._lock:
            if score[:2] <= self.score[:2]:
                return False
            self.selection, self.score = selection, score
            self._news_at = time.monotonic()
            self._changed.notify_all()
            return True

    def found(self, selection: Selection, _score: Score) -> None:
        """The same, for those who bring a score along."""
        self.offer(selection)

    def wait_for_fewer_unmet(self) -> None:
        """Until the best prices no longer speak of the best selection, or it is time to end."""
        with self._changed:
            while self.prices is not None and not self.halted():
                self._changed.wait(_POLL_SECONDS)

    def price(self, priced: Priced) -> None:
        """Prices that hold for selections that leave no more unmet than they say; kept when they bound closer."""
        with self._lock:
            known = self._priced
            if known is None or known.unmet != priced.unmet or priced.prices.bound < known.prices.bound:
                self._priced = priced
                self._note(priced.prices.bound)
                if priced.program.rows == self.program.rows + 1:
                    self.guide = priced.prices
                if priced.unmet == self.unmet:
                    self.observer.priced(self._priced)

    def _note(self, bound: float) -> None:
        told = self._told_bound
        if told is None or abs(told - bound) > _LEAST_GAIN * abs(told):
            self._told_bound, self._news_at = bound, time.monotonic()

    def price_unmet(self, prices: Prices, program: Program) -> None:
        """Prices of the first count: they show how many must stay unmet."""
        with self._lock:
            self._at_least = Priced(max(0, -math.floor(prices.bound + REAL_ROUNDING)), prices, program)

    def progress(self) -> float:
        """The share of the time that is over."""
        return 1.0 - self._stop.seconds_left() / max(self._began_with, 1e-9)

    def halted(self) -> bool:
        """Whether to end: asked to, out of time, or close enough."""
        return self.requested() or self.out_of_time()

    def requested(self) -> bool:
        """Whether somebody asked to stop, or nothing is left to find: what an engine inside is told."""
        ended = self._given_up or self._stop.requested()
        return ended or self.close_enough() or self.settled() or self.stagnated()

    def seconds_left(self) -> float:
        """Until the deadline."""
        return self._stop.seconds_left()

    def out_of_time(self) -> bool:
        """Whether the clock ends it. Where work is counted, it does so only as a last resort."""
        return self._stop.seconds_left() <= 0

    def close_enough(self) -> bool:
        """Whether the bound lies within the gap asked for, and no selection can leave fewer unmet."""
        bound = self.bound()
        if bound is None or self.limits.gap <= 0 or not self.unmet_proved():
            return False
        return bound - self.score.money <= self.limits.gap * abs(self.score.money)

    def settled(self) -> bool:
        """Whether the exact engine claims that nothing better exists."""
        claim = self._claim
        return claim is not None and claim.unmet_proved and claim.bound == self.score.money

    def stagnated(self) -> bool:
        """Whether nothing new was found for as long as the caller cares to wait."""
        patience = self.limits.patience
        return patience is not None and time.monotonic() - self._news_at > patience

    def unmet_proved(self) -> bool:
        """Whether no selection leaves fewer unmet, as far as prices show."""
        return self.unmet <= (0 if self._at_least is None else self._at_least.unmet)

    def bound(self) -> int | None:
        """The upper limit that the best prices give, in 10^-6 money."""
        prices = self.prices
        return None if prices is None else prices.ceiling()

    def result(self) -> Result:
        """What to give back."""
        with self._lock:
            priced = self._priced if self._priced is not None and self._priced.unmet == self.unmet else None
            claim = self._claim or Claim("", self.bound(), self.unmet_proved())
            return Result(self.selection, self.score, claim, self._stopped_by(), priced, self._at_least)

    def _stopped_by(self) -> StoppedBy:
        if self._stop.requested():
            return StoppedBy.REQUEST
        if self.settled():
            return StoppedBy.OPTIMAL
        if self.close_enough():
            return StoppedBy.GAP
        if self.stagnated():
            return StoppedBy.STAGNATION
        return StoppedBy.TIME
