"""One contestant on one instance, in a process group of its own: watched, measured, and ended when it overstays."""

import os
import signal
import threading
import time
import traceback
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import NamedTuple

from benchmarks import memory
from benchmarks.contestants.contestant import Outcome, Task
from benchmarks.contestants.registry import CONTESTANTS

GRACE = 0.5
"""Share of its time that a contestant may overstay, and `LEAST_GRACE` seconds in any case, before it is killed."""
LEAST_GRACE = 20.0
_LOOK = 0.05
_KILOBYTE = 1024


class Incumbent(NamedTuple):
    """An answer as it was found: seconds since the clock started, both counts."""

    seconds: float
    unmet: int
    money: int


@dataclass(slots=True)
class Run:
    """What came of one run. `outcome` is None where the contestant fell or was killed; `words` say why."""

    contestant: str
    incumbents: list[Incumbent] = field(default_factory=list)
    outcome: Outcome | None = None
    words: str = ""
    seconds: float = 0.0
    bytes: int = 0

    def best(self) -> tuple[int, int] | None:
        """Unmet commitments and money of the answer; of the last one stamped where the run had no end."""
        if self.outcome is not None and self.outcome.unmet is not None and self.outcome.money is not None:
            return self.outcome.unmet, self.outcome.money
        last = self.incumbents[-1] if self.incumbents and self.outcome is None else None
        return None if last is None else (last.unmet, last.money)


def race(contestant: str, task: Task) -> Run:
    """Run it."""
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_play, args=(contestant, task, sender))
    run = Run(contestant)
    process.start()
    sender.close()
    assert process.pid is not None
    try:
        _watch(run, receiver, process.pid, task.seconds)
    finally:
        _end(process.pid)
        process.kill()
        process.join()
        receiver.close()
    return run


def _watch(run: Run, receiver: Connection, process: int, seconds: float) -> None:
    began: float | None = None
    latest: float | None = None
    while True:
        run.bytes = max(run.bytes, memory.held(process))
        now = time.monotonic()
        if began is not None and latest is not None and now > latest:
            run.words, run.seconds = "killed: overstayed", now - began
            return
        if not receiver.poll(_LOOK):
            continue
        try:
            word, content = receiver.recv()
        except EOFError:
            run.words = run.words or "died"
            return
        if word == "began":
            began = content
            latest = began + seconds + max(LEAST_GRACE, GRACE * seconds)
        elif word == "incumbent":
            stamp, unmet, money = content
            run.incumbents.append(Incumbent(stamp - (began or stamp), unmet, money))
        elif word == "ended":
            stamp, run.outcome, peak = content
            run.seconds, run.bytes = stamp - (began or stamp), max(run.bytes, peak)
            run.words = run.outcome.status
            _stamp_last(run)
            return
        else:
            run.words = content
            return


def _stamp_last(run: Run) -> None:
    """An answer that was never told before the end was found at the end."""
    best, told = run.best(), run.incumbents[-1] if run.incumbents else None
    if best is not None and (told is None or (-told.unmet, told.money) < (-best[0], best[1])):
        run.incumbents.append(Incumbent(run.seconds, *best))


def _end(process: int) -> None:
    """End what is left of the process group."""
    try:
        if os.getpgid(process) == process:
            os.killpg(process, signal.SIGKILL)
    except ProcessLookupError:
        return


class _Stamps:
    """Stamps and sends. CLOCK_MONOTONIC is the same in all processes of a machine."""

    def __init__(self, sender: Connection) -> None:
        self._sender = sender
        self._one_at_a_time = threading.Lock()
        self._best: tuple[int, int] | None = None

    def began(self) -> None:
        """The clock starts."""
        self._sender.send(("began", time.monotonic()))

    def incumbent(self, unmet: int, money: int) -> None:
        """Pass on what is better than before."""
        with self._one_at_a_time:
            if self._best is None or (-unmet, money) > self._best:
                self._best = (-unmet, money)
                self._sender.send(("incumbent", (time.monotonic(), unmet, money)))

    def last(self, word: str, content: object) -> None:
        """Say how it ended."""
        with self._one_at_a_time:
            self._sender.send((word, content))


def _play(contestant: str, task: Task, sender: Connection) -> None:
    os.setpgid(0, 0)
    stamps = _Stamps(sender)
    try:
        outcome = CONTESTANTS[contestant](task, stamps)
        stamps.last("ended", (time.monotonic(), outcome, _peak()))
    except BaseException as error:
        traceback.print_exc()
        stamps.last("fell", f"{type(error).__name__}: {error}"[:200])


def _peak() -> int:
    return max(getrusage(who).ru_maxrss for who in (RUSAGE_SELF, RUSAGE_CHILDREN)) * _KILOBYTE
