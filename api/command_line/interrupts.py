"""Ctrl-C and SIGTERM: end what can be ended at once, but never lose a plan that has been found."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType, TracebackType
from typing import Self

from models.errors import Interrupted
from scenarios.execution import Stopping

SIGNALS = (signal.SIGINT, signal.SIGTERM)
PATIENCE = 3
"""Within a solve the first asks it to stop, the second insists; the third ends the command, plan or no plan."""


class Interrupts:
    """Handles the signals of this process, main thread only. A context manager that puts the old handlers back."""

    def __init__(self) -> None:
        self._stop: Stopping | None = None
        self._count = 0
        self._before: dict[int, object] = {}

    def __enter__(self) -> Self:
        for number in SIGNALS:
            self._before[number] = signal.signal(number, self._handle)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)  # type: ignore[arg-type]  # what signal.signal gave back

    @contextmanager
    def asking(self, stop: Stopping) -> Iterator[None]:
        """While this lasts, a signal presses the stop button in place of ending the command."""
        self._stop, self._count = stop, 0
        try:
            yield
        finally:
            self._stop = None

    def _handle(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        self._count += 1
        if self._stop is None or self._count >= PATIENCE:
            raise Interrupted("interrupted")
        self._stop.ask()
