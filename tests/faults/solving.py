"""One real `hilltop solve` in a session of its own, watched line by line, with a fault planted in it."""

import os
import selectors
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex

from tests.faults import kinds, processes
from tests.faults.kinds import Fault

OVERDUE = 20.0
"""Seconds after the time limit when a command is taken to hang itself."""

_LOOK = 0.02
_LINGER = 2.0


@dataclass(slots=True)
class Outcome:
    """What was seen of one run. `code` is None for a command that did not end."""

    planted: bool
    code: int | None
    lines: list[str]
    """Standard error."""

    lines_before: list[str]
    """Those of them that stood there when the fault struck."""

    said: str
    """Standard output."""

    seconds: float
    orphans: list[int] = field(default_factory=list)


class Solve:
    """A command under way."""

    def __init__(self, arguments: list[str], folder: Path, said: Path, environment: Mapping[str, str]) -> None:
        self.mark, self.began = token_hex(8), time.monotonic()
        self.lines: list[str] = []
        self._partial = b""
        self._said = said
        kept = {name: value for name, value in os.environ.items() if not name.startswith("HILLTOP_")}
        with said.open("wb") as output:
            self.process = subprocess.Popen(
                [str(Path(sys.executable).with_name("hilltop")), "solve", *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.PIPE,
                cwd=folder,
                env={**kept, "TMPDIR": str(folder), "COLUMNS": "1000", processes.MARK: self.mark, **environment},
                start_new_session=True,
                bufsize=0,
            )
        assert self.process.stderr is not None
        self._errors = self.process.stderr
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._errors, selectors.EVENT_READ)

    def plant(self, fault: Fault, limit: float) -> bool:
        """Wait until it is time for the fault, and have it strike; False when the command ended before."""
        if fault.number is None:
            return True
        if not self._wait(lambda: self._is_time(fault.when, limit), limit + OVERDUE):
            return False
        target = self.process.pid if fault.at_parent else processes.solver_of(self.process.pid, self.mark)
        if target is None:
            return False
        try:
            os.kill(target, fault.number)
        except ProcessLookupError:
            return False
        return True

    def finish(self, limit: float) -> tuple[int | None, float]:
        """The exit code and the seconds it took all in all; None for a command that did not end and was killed."""
        ended = self._wait(lambda: False, limit + OVERDUE) or not self._selector.get_map()
        seconds = time.monotonic() - self.began
        if not ended:
            self.process.kill()
        code = self.process.wait()
        return (code if ended else None), seconds

    def orphans(self) -> list[int]:
        """What lives on after the command, and does so for more than a moment. It is ended."""
        left, until = processes.living(self.mark), time.monotonic() + _LINGER
        while left and time.monotonic() < until:
            with selectors.DefaultSelector() as nothing:
                nothing.select(_LOOK)
            left = processes.living(self.mark)
        processes.end(left)
        return left

    def said(self) -> str:
        """Standard output."""
        return self._said.read_text("utf-8")

    def close(self) -> None:
        """Let go of the pipe."""
        self._selector.close()
        self._errors.close()

    def _is_time(self, when: float | str, limit: float) -> bool:
        if when == kinds.LOADING:
            return processes.is_loading(self.process.pid)
        if when == kinds.COMPILED:
            return any("compiled (" in line for line in self.lines)
        if when == kinds.FOUND:
            return any("objective" in line for line in self.lines)
        due = when == kinds.STARTED or time.monotonic() >= self.began + float(when) * limit
        return due and processes.solver_of(self.process.pid, self.mark) is not None

    def _wait(self, happened: Callable[[], bool], seconds: float) -> bool:
        """Read on until it has happened, the command ends, or so many seconds have passed since it began."""
        while self._selector.get_map() and time.monotonic() < self.began + seconds:
            if happened():
                return True
            if self._selector.select(_LOOK):
                read = os.read(self._errors.fileno(), 1 << 16)
                *lines, self._partial = (self._partial + read).split(b"\n")
                self.lines += [line.decode() for line in lines]
                if not read:
                    self._selector.unregister(self._errors)
        return False


def solve(fault: Fault, arguments: list[str], limit: float, folder: Path, said: Path) -> Outcome:
    """Run the command with the fault planted in it, in this folder, and wait for its end."""
    memory = {} if fault.megabytes is None else {"HILLTOP_MEMORY_MB": str(fault.megabytes)}
    running = Solve([*arguments, "--time-limit", str(limit)], folder, said, memory)
    try:
        planted = running.plant(fault, limit)
        before = list(running.lines)
        code, seconds = running.finish(limit)
    finally:
        if running.process.poll() is None:
            running.process.kill()
            running.process.wait()
        orphans = running.orphans()
        running.close()
    return Outcome(planted, code, running.lines, before, running.said(), seconds, orphans)


def seconds_to_a_plan(arguments: list[str], folder: Path, most: float) -> float:
    """How long the command takes here until it announces a plan; `most` when it takes longer. It is interrupted."""
    running = Solve([*arguments, "--time-limit", str(most)], folder, folder / "said", {})
    try:
        running.plant(kinds.interrupted(kinds.FOUND), most)
        seconds = time.monotonic() - running.began
        running.finish(most)
        return min(seconds, most)
    finally:
        running.orphans()
        running.close()
