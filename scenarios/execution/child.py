"""The child process: reads a request, searches, streams what it finds, and is gone when its parent is."""

import argparse
import os
import pickle
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from typing import NoReturn

from models.errors import HilltopError, ResourceExhausted, SolverFault
from models.plan import Price
from models.scenario import Scenario
from optimizer.engines.engine import Stop
from optimizer.found import Found
from optimizer.program import Size
from optimizer.settings import SolveSettings
from optimizer.solve import search
from optimizer.watching import Watcher
from scenarios.execution import limits
from scenarios.execution.protocol import Answer, Bound, Compiled, Failed, Incumbent, Priced, Request
from scenarios.execution.stream import Stream

Search = Callable[[Scenario, SolveSettings, Stop, Watcher], Found]


class _Ordered:
    """Stops at the deadline, or when the parent says so."""

    def __init__(self, deadline: float, asked: threading.Event) -> None:
        self._deadline = deadline
        self._asked = asked

    def requested(self) -> bool:
        return self._asked.is_set()

    def seconds_left(self) -> float:
        return self._deadline - time.monotonic()


class _Reporter:
    """The watcher that tells the parent."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream

    def compiled(self, size: Size, seconds: float) -> None:
        self._stream.send(Compiled(size, seconds))

    def incumbent(self, found: Found) -> None:
        self._stream.offer(Incumbent(found))

    def priced(self, unmet: int, prices: tuple[Price, ...]) -> None:
        self._stream.offer(Priced(unmet, prices))

    def bound(self, unmet: int, money: int) -> None:
        self._stream.offer(Bound(unmet, money))


def _obey(control: int, asked: threading.Event) -> None:
    """Read the control pipe to its end, which is the parent's end: then nobody is left to answer to."""
    while os.read(control, 64):
        asked.set()
    _end_all()


def _end_all() -> None:
    """End this process, and with it whatever it started, if the group is its own."""
    if os.getpgrp() == os.getpid():
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


def _lacks_memory(error: BaseException) -> bool:
    looks_like_it = isinstance(error, (ImportError, OSError, RuntimeError)) and limits.speaks_of_memory(str(error))
    return looks_like_it or isinstance(error, MemoryError)


def _failure(error: BaseException) -> Failed:
    if isinstance(error, HilltopError):
        return Failed(error.code, str(error))
    if _lacks_memory(error):
        return Failed(ResourceExhausted.code, "")
    traceback.print_exc()
    return Failed(SolverFault.code, f"{type(error).__name__}: {error}")


def serve(search: Search) -> NoReturn:
    """Be the child that the command line describes, with this search."""
    parser = argparse.ArgumentParser(prog="scenarios.execution.child")
    parser.add_argument("--parent", type=int, required=True)
    parser.add_argument("--events", type=int, required=True)
    parser.add_argument("--control", type=int, required=True)
    parser.add_argument("--memory", type=int, required=True)
    arguments = parser.parse_args()
    limits.die_with_parent(arguments.parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # interrupts are the parent's business
    limits.yield_to_others()
    limits.limit_memory(arguments.memory)  # the solver is loaded later, by the search
    stream, asked = Stream(arguments.events), threading.Event()
    threading.Thread(target=_obey, args=(arguments.control, asked), daemon=True).start()
    try:
        request = pickle.load(sys.stdin.buffer)
        if not isinstance(request, Request):
            raise TypeError("the parent sent no request")
        stop = _Ordered(request.deadline, asked)
        found = search(request.scenario, request.settings, stop, _Reporter(stream))
        stream.close()
        stream.send(Answer(found))
    except BaseException as error:
        failure = _failure(error)
        error.__traceback__ = None  # lets go of what the search held, so that the report itself finds room
        stream.close()
        stream.send(failure)
    sys.stderr.flush()
    os._exit(0)  # no solver destructors, no joining of threads: everything has been said


if __name__ == "__main__":
    serve(search)
