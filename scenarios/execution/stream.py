"""The child's side of the event pipe: nothing that matters is lost, and nothing floods the parent."""

import os
import threading

from scenarios.execution.protocol import Bound, Incumbent, Message, Priced, encode

INTERVAL = 0.25
"""Seconds between two incumbents, or two bounds, at least."""


class Stream:
    """Messages to the parent, from any thread. None of its methods waits for the parent except `send` and `close`."""

    def __init__(self, descriptor: int, interval: float = INTERVAL) -> None:
        self._descriptor = descriptor
        self._interval = interval
        self._latest: dict[type[Message], Message] = {}
        self._changed = threading.Condition()
        self._closing = False
        self._writing = threading.Lock()
        self._forwarder = threading.Thread(target=self._forward, daemon=True)
        self._forwarder.start()

    def send(self, message: Message) -> None:
        """Send now."""
        line = memoryview(encode(message))
        with self._writing:
            while line:
                line = line[os.write(self._descriptor, line) :]

    def offer(self, message: Incumbent | Bound | Priced) -> None:
        """Send soon, unless a later message of this kind comes first."""
        with self._changed:
            self._latest[type(message)] = message
            self._changed.notify_all()

    def close(self) -> None:
        """Send what is still waiting, and stop."""
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._forwarder.join()

    def _forward(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._latest or self._closing)
                waiting, self._latest = self._latest, {}
            for message in waiting.values():
                try:
                    self.send(message)
                except MemoryError:
                    continue  # the next one may fit; the parent has the one before
                except OSError:
                    return  # the parent is gone, and the control pipe says so too
            with self._changed:
                if self._closing and not self._latest:
                    return
                self._changed.wait_for(lambda: self._closing, timeout=self._interval)
