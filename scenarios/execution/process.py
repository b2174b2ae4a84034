"""The parent's side of one child process: its pipes, its group, its end."""

import os
import pickle
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Self

from scenarios.execution.protocol import STOP, Message, Request, decode

CHILD = (sys.executable, "-X", "faulthandler", "-P", "-m", "scenarios.execution.child")
"""`-P`: what lies in the directory one happens to work in is never imported."""

_CHUNK = 1 << 18
_TAIL = 8_192
_DRAIN_SECONDS = 2.0


class Child:
    """One child in a session of its own. A context manager: whatever happens, nothing of it is left behind.

    `read` raises ProtocolError when the child sends what is no message.
    """

    def __init__(self, request: Request, memory: int, command: Sequence[str] = CHILD) -> None:
        self._ended = False
        self._partial = b""
        self._tail = b""
        self._unsent = memoryview(pickle.dumps(request, pickle.HIGHEST_PROTOCOL))
        self._events, events = os.pipe2(os.O_CLOEXEC)
        control, self._control = os.pipe2(os.O_CLOEXEC)
        try:
            self.process = subprocess.Popen(
                [
                    *command,
                    *("--parent", str(os.getpid()), "--events", str(events), "--control", str(control)),
                    *("--memory", str(memory)),
                ],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                pass_fds=(events, control),
                start_new_session=True,
                bufsize=0,
            )
        except BaseException:
            os.close(self._events)
            os.close(self._control)
            raise
        finally:
            os.close(events)
            os.close(control)
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self._input, self._output = self.process.stdin, self.process.stdout
        for descriptor in (self._events, self._input.fileno(), self._output.fileno()):
            os.set_blocking(descriptor, False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._events, selectors.EVENT_READ)
        self._selector.register(self._output, selectors.EVENT_READ)
        self._selector.register(self._input, selectors.EVENT_WRITE)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.kill()
        self.process.wait()
        self._selector.close()
        self._input.close()
        self._output.close()
        os.close(self._events)
        os.close(self._control)

    @property
    def ended(self) -> bool:
        """Whether the child has closed its event pipe: it will say no more."""
        return self._ended

    @property
    def tail(self) -> str:
        """The end of what the child wrote to its standard output and error."""
        return self._tail.decode(errors="replace").strip()

    def ask_to_stop(self) -> None:
        """Ask the search to answer with the best it has."""
        with suppress(OSError):  # it is gone already
            os.write(self._control, STOP)

    def kill(self) -> None:
        """Kill the child and whatever it started, at once. Harmless when they have ended."""
        if self.process.returncode is None:  # not reaped yet, so the number of the group is still its own
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)

    def status(self, seconds: float) -> int | None:
        """The exit status, negative for a signal; None when the child still runs after this time. Reaps nothing."""
        deadline = time.monotonic() + seconds
        while (end := os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT)) is None:
            if time.monotonic() > deadline:
                return None
            time.sleep(0.01)
        return end.si_status if end.si_code == os.CLD_EXITED else -end.si_status

    def read(self, seconds: float) -> Iterator[Message]:
        """The messages that arrive within this time; returns at once when some have."""
        for key, _ in self._selector.select(max(0.0, seconds)):
            if key.fileobj is self._input:
                self._feed()
            elif key.fileobj is self._output:
                self._listen()
            else:
                yield from self._receive()

    def drain(self) -> Iterator[Message]:
        """What a child that ended or was killed has still left in its pipes."""
        deadline = time.monotonic() + _DRAIN_SECONDS
        while not self._ended and time.monotonic() < deadline:
            yield from self.read(0.1)
        self._listen()

    def _feed(self) -> None:
        try:
            self._unsent = self._unsent[os.write(self._input.fileno(), self._unsent[:_CHUNK]) :]
        except BlockingIOError:
            return
        except OSError:  # it ended before it had read everything; its exit says why
            self._unsent = self._unsent[:0]
        if not self._unsent:
            self._selector.unregister(self._input)
            self._input.close()

    def _listen(self) -> None:
        try:
            while said := os.read(self._output.fileno(), _CHUNK):
                self._tail = (self._tail + said)[-_TAIL:]
        except BlockingIOError:
            return
        with suppress(KeyError):
            self._selector.unregister(self._output)

    def _receive(self) -> Iterator[Message]:
        said = os.read(self._events, _CHUNK)
        if not said:  # what follows the last line end was cut off by the end of the child
            self._ended = True
            self._selector.unregister(self._events)
            return
        *lines, self._partial = (self._partial + said).split(b"\n")
        for line in lines:
            yield decode(line)
