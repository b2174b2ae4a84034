"""When to stop."""

import threading
import time
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Deadline:
    """Stops at an instant of the monotonic clock, or on request from another thread."""

    at: float
    asked: threading.Event = field(default_factory=threading.Event)

    @classmethod
    def after(cls, seconds: float) -> "Deadline":
        """The deadline so many seconds from now."""
        return cls(time.monotonic() + seconds)

    def requested(self) -> bool:
        """Whether somebody asked to stop."""
        return self.asked.is_set()

    def seconds_left(self) -> float:
        """Wall seconds until the deadline, possibly negative."""
        return self.at - time.monotonic()
