"""When a solve has to end: at its deadline, when somebody asks, at once when somebody insists."""

import threading
import time
from typing import Self


class Stopping:
    """The one clock and the one stop button of a solve. Safe to press from a signal handler or another thread.

    `deadline` is an instant of CLOCK_MONOTONIC, fixed when the work began: reading and compiling count.
    """

    def __init__(self, deadline: float) -> None:
        self.deadline = deadline
        self._asked = threading.Event()
        self._insisted = threading.Event()

    @classmethod
    def after(cls, seconds: float) -> Self:
        """A deadline this many wall seconds from now."""
        return cls(time.monotonic() + seconds)

    def ask(self) -> None:
        """Ask once to stop and keep the best plan; ask again to stop at once, still keeping what is known."""
        if self._asked.is_set():
            self._insisted.set()
        self._asked.set()

    def requested(self) -> bool:
        """Whether somebody asked to stop."""
        return self._asked.is_set()

    def insisted(self) -> bool:
        """Whether somebody asked twice."""
        return self._insisted.is_set()

    def seconds_left(self) -> float:
        """Wall seconds until the deadline, possibly negative."""
        return self.deadline - time.monotonic()
