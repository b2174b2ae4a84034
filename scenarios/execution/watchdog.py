"""The watch over one child: what it found, why it ended, and that it does end."""

import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from models.errors import DeadlineBeforeCompiled, ResourceExhausted, SolverFault
from optimizer.engines.engine import StoppedBy
from optimizer.found import Found
from scenarios.execution import limits
from scenarios.execution.process import CHILD, Child
from scenarios.execution.protocol import (
    Answer,
    Bound,
    Compiled,
    Event,
    Failed,
    Incumbent,
    Message,
    Priced,
    ProtocolError,
    Request,
    Started,
)
from scenarios.execution.stopping import Stopping

TICK = 0.1
"""Seconds between two looks at the clock and the stop button."""

_EXIT_SECONDS = 2.0
_LOST = ("can't start new thread", "bad_alloc", "memoryerror", "cannot allocate memory", "out of memory")


class Mishap(StrEnum):
    """Why a search ended that did not end by itself."""

    CRASH = "crash"
    MEMORY = "memory"
    KILLED = "killed"
    HUNG = "hung"


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds: how long after the deadline a child is asked to stop, and killed; and after a request, killed."""

    ask: float
    kill: float
    request: float

    @classmethod
    def for_limit(cls, seconds: float) -> "Patience":
        """All in all a solve may end this much after its limit: 10 %, at least 2 s, half of it for finishing."""
        overshoot = max(2.0, 0.1 * seconds)
        return cls(ask=0.15 * overshoot, kill=0.5 * overshoot, request=3.0)


@dataclass(frozen=True, slots=True)
class Ending:
    """What is left of a search. `code` and `detail` are those of the error where it failed."""

    best: Found | None
    compiled: bool
    stopped_by: str
    code: str = ""
    detail: str = ""


class _Ledger:
    """Everything the child said so far."""

    def __init__(self, on_event: Callable[[Event], None]) -> None:
        self._on_event = on_event
        self._best: Found | None = None
        self._priced: Priced | None = None
        self.answer: Found | None = None
        self.failure: Failed | None = None
        self.compiled = False

    @property
    def best(self) -> Found | None:
        """The best answer, with the latest prices where it came without any."""
        best, priced = self._best, self._priced
        if best is None or priced is None or best.prices is not None or best.unmet != priced.unmet:
            return best
        return replace(best, prices=priced.prices)

    @property
    def closed(self) -> bool:
        """Whether the child has said its last word."""
        return self.answer is not None or self.failure is not None

    def take(self, message: Message) -> None:
        """Note a message, and pass on what concerns whoever watches."""
        match message:
            case Answer(found):
                self.answer = found
                self._keep(found)
            case Failed():
                self.failure = message
            case Compiled():
                self.compiled = True
                self._on_event(message)
            case Incumbent(found):
                if self._keep(found):
                    self._on_event(message)
            case Bound():
                self._on_event(message)
            case Priced():
                self._priced = message

    def _keep(self, found: Found) -> bool:
        """Keep the better answer; of equals the later one, which may carry a claim."""
        if self._best is not None and (found.unmet, -found.money) > (self._best.unmet, -self._best.money):
            return False
        self._best = found
        return True


def supervise(
    request: Request,
    stop: Stopping,
    on_event: Callable[[Event], None],
    *,
    memory: int,
    patience: Patience,
    command: Sequence[str] = CHILD,
) -> Ending:
    """Run the search in a child until it ends or has to; never raises for what the child does."""
    ledger = _Ledger(on_event)
    killed_before = limits.kills_for_memory()
    with Child(request, memory, command) as child:
        on_event(Started(child.process.pid))
        overdue = False
        try:
            overdue = _watch(child, ledger, stop, patience)
            for message in child.drain() if not ledger.closed else ():
                ledger.take(message)
        except ProtocolError as error:
            ledger.failure = Failed(SolverFault.code, str(error))
        status, tail = None if ledger.closed else child.status(_EXIT_SECONDS), child.tail
    if ledger.answer is not None:
        return Ending(ledger.best, True, _reason(ledger.answer, stop))
    if ledger.failure is not None:
        return _failed(ledger, stop, tail)
    if overdue:
        return Ending(ledger.best, ledger.compiled, StoppedBy.REQUEST if stop.requested() else Mishap.HUNG)
    return _died(ledger, status, tail, out_of_memory=limits.kills_for_memory() > killed_before)


def _watch(child: Child, ledger: _Ledger, stop: Stopping, patience: Patience) -> bool:
    """Read until the last word; ask when the time has come. Whether it had to be killed, asking being of no use."""
    ask_at, kill_at = stop.deadline + patience.ask, stop.deadline + patience.kill
    asked = pressed = False
    while not (ledger.closed or child.ended):
        now = time.monotonic()
        if stop.requested() and not pressed:
            pressed, ask_at, kill_at = True, now, min(kill_at, now + patience.request)
        if stop.insisted() or now >= kill_at:
            child.kill()
            return True
        if now >= ask_at and not asked:
            asked = True
            child.ask_to_stop()
        for message in child.read(min(TICK, kill_at - now)):
            ledger.take(message)
    return False


def _reason(answer: Found, stop: Stopping) -> str:
    """Why the search ended. A child asked to stop because its time is over cannot know that nobody else asked."""
    if answer.stopped_by == StoppedBy.REQUEST and not stop.requested():
        return StoppedBy.TIME
    return answer.stopped_by


def _failed(ledger: _Ledger, stop: Stopping, tail: str) -> Ending:
    """The child says itself that it failed."""
    assert ledger.failure is not None
    code, detail = ledger.failure.code, ledger.failure.message or tail
    if code == ResourceExhausted.code:
        return Ending(ledger.best, ledger.compiled, Mishap.MEMORY, code, detail)
    if code == DeadlineBeforeCompiled.code:
        stopped_by = StoppedBy.REQUEST if stop.requested() else StoppedBy.TIME
        return Ending(ledger.best, False, stopped_by, code, detail)
    return Ending(ledger.best, ledger.compiled, Mishap.CRASH, code, detail)


def _died(ledger: _Ledger, status: int | None, tail: str, *, out_of_memory: bool) -> Ending:
    """The child ended without a word; `status` is negative for a signal."""
    if status is None:
        return Ending(ledger.best, ledger.compiled, Mishap.CRASH, SolverFault.code, "it fell silent")
    if limits.speaks_of_memory(tail) or (status == -signal.SIGKILL and out_of_memory):
        return Ending(ledger.best, ledger.compiled, Mishap.MEMORY, ResourceExhausted.code, _last_line(tail))
    if status in (-signal.SIGKILL, -signal.SIGTERM):
        return Ending(ledger.best, ledger.compiled, Mishap.KILLED, SolverFault.code, signal.Signals(-status).name)
    how = signal.Signals(-status).name if status < 0 else f"exit {status}"
    return Ending(ledger.best, ledger.compiled, Mishap.CRASH, SolverFault.code, f"{how}: {_last_line(tail)}")


def _last_line(tail: str) -> str:
    return tail.splitlines()[-1] if tail else ""
