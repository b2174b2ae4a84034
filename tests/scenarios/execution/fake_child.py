"""A child process whose search is made up: `fake_child.py BEHAVIOUR …` serves the protocol, then misbehaves as named.

Run as a script by the tests of `scenarios.execution`, with what the parent adds to the command line of a child.
"""

import os
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Callable

from models.choices import Choice
from models.errors import DeadlineBeforeCompiled
from models.evidence import SolverClaim
from models.scenario import Scenario
from optimizer.engines.engine import Stop
from optimizer.found import Found
from optimizer.program import Size
from optimizer.settings import SolveSettings
from optimizer.watching import Watcher
from scenarios.execution.child import serve

SIZE = Size(groups=2, starts=2, slots=2, candidates=4, rows=8, non_zeros=16)
NOTHING = Found({}, 0, 0, None, "running")
BETTER = Found({"P": Choice(0, {"project_manager": "east-pm"})}, 0, 100_000_000, None, "running")
CLAIM = SolverClaim(engine="fake", status="OPTIMAL").replace(bound=100_000_000, gap=0)


def _wait(stop: Stop) -> None:
    """Search on until somebody says stop."""
    while not stop.requested():
        threading.Event().wait(0.01)


def _answer(stop: Stop, watcher: Watcher) -> Found:
    watcher.incumbent(NOTHING)
    watcher.bound(0, 100_000_000)
    return Found(BETTER.choices, 0, BETTER.money, CLAIM, "optimal")


def _worse_answer(stop: Stop, watcher: Watcher) -> Found:
    _streamed(watcher)
    return Found({}, 0, 0, CLAIM, "optimal")


def _streamed(watcher: Watcher) -> None:
    """Have both incumbents on their way: the message sent at once comes after those that were waiting."""
    watcher.incumbent(NOTHING)
    watcher.incumbent(BETTER)
    threading.Event().wait(0.6)  # two intervals of the stream


def _until_asked(stop: Stop, watcher: Watcher) -> Found:
    watcher.incumbent(BETTER)
    _wait(stop)
    return Found(BETTER.choices, 0, BETTER.money, None, "request")


def _deaf(stop: Stop, watcher: Watcher) -> Found:
    _streamed(watcher)
    threading.Event().wait()
    raise AssertionError


def _frozen(stop: Stop, watcher: Watcher) -> Found:
    _streamed(watcher)
    os.kill(os.getpid(), signal.SIGSTOP)
    raise AssertionError


def _frozen_at_once(stop: Stop, watcher: Watcher) -> Found:
    os.kill(os.getpid(), signal.SIGSTOP)
    raise AssertionError


def _killed(stop: Stop, watcher: Watcher) -> Found:
    _streamed(watcher)
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def _aborted(stop: Stop, watcher: Watcher) -> Found:
    _streamed(watcher)
    os.abort()


def _aborted_for_memory(stop: Stop, watcher: Watcher) -> Found:
    _streamed(watcher)
    os.write(2, b"terminate called after throwing an instance of 'std::bad_alloc'\n")
    os.abort()


def _raises(stop: Stop, watcher: Watcher) -> Found:
    _streamed(watcher)
    raise ZeroDivisionError("made up")


def _greedy(stop: Stop, watcher: Watcher) -> Found:
    _streamed(watcher)
    bytearray(resource.getrlimit(resource.RLIMIT_AS)[0])
    raise AssertionError


def _greedy_at_once(stop: Stop, watcher: Watcher) -> Found:
    bytearray(resource.getrlimit(resource.RLIMIT_AS)[0])
    raise AssertionError


def _too_late(stop: Stop, watcher: Watcher) -> Found:
    raise DeadlineBeforeCompiled("made up")


def _exits(stop: Stop, watcher: Watcher) -> Found:
    os._exit(7)


def _talkative(stop: Stop, watcher: Watcher) -> Found:
    for stream in (1, 2):
        os.write(stream, b"what a solver prints\n" * 50_000)
    return _answer(stop, watcher)


def _babbling(stop: Stop, watcher: Watcher) -> Found:
    _streamed(watcher)
    events = int(sys.argv[sys.argv.index("--events") + 1])
    os.write(events, b'{"type": "incumbent", "choices": 5}\n')
    threading.Event().wait()
    raise AssertionError


def _torn(stop: Stop, watcher: Watcher) -> Found:
    _streamed(watcher)
    events = int(sys.argv[sys.argv.index("--events") + 1])
    os.write(events, b'{"type": "incumbent", "choi')
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def _fertile(stop: Stop, watcher: Watcher) -> Found:
    subprocess.Popen([sys.executable, "-c", "import threading; threading.Event().wait()"])
    return _deaf(stop, watcher)


BEHAVIOURS: dict[str, Callable[[Stop, Watcher], Found]] = {
    behaviour.__name__.removeprefix("_"): behaviour
    for behaviour in (
        *(_answer, _worse_answer, _until_asked, _talkative),
        *(_deaf, _frozen, _frozen_at_once, _fertile),
        *(_killed, _aborted, _aborted_for_memory, _raises, _greedy, _greedy_at_once, _too_late, _exits),
        *(_babbling, _torn),
    )
}


def _search(scenario: Scenario, settings: SolveSettings, stop: Stop, watcher: Watcher) -> Found:
    if behaviour not in (_too_late, _frozen_at_once, _exits):
        watcher.compiled(SIZE, 0.5)
    return behaviour(stop, watcher)


if __name__ == "__main__":
    behaviour = BEHAVIOURS[sys.argv.pop(1)]
    serve(_search)
