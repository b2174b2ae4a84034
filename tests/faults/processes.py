"""Processes as /proc shows them: those that descend from one command, however they are related to it now."""

import os
import signal
from contextlib import suppress
from pathlib import Path

MARK = "HILLTOP_FAULTS_RUN"
"""An environment variable that tells the processes of one run from all others: whoever descends inherits it."""


def living(mark: str) -> list[int]:
    """The processes with this mark that have not ended."""
    wanted = f"{MARK}={mark}".encode()
    found = []
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            with suppress(OSError):  # gone since, or somebody else's
                if wanted in Path("/proc", entry, "environ").read_bytes().split(b"\0"):
                    found.append(int(entry))
    return found


def solver_of(command: int, mark: str) -> int | None:
    """The solving process of a command: the one that leads a session of its own, once it is a program of its own."""
    for process in living(mark):
        if process != command:
            with suppress(OSError):
                _, parent, _, session = _stat(process)
                if parent == command and session == process and b"scenarios.execution.child" in _words(process):
                    return process
    return None


def is_loading(command: int) -> bool:
    """Whether a command has begun to load its libraries."""
    try:
        return "pydantic_core" in Path("/proc", str(command), "maps").read_text()
    except OSError:
        return False


def end(processes: list[int]) -> None:
    """Kill what should not be there."""
    for process in processes:
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)


def _words(process: int) -> list[bytes]:
    return Path("/proc", str(process), "cmdline").read_bytes().split(b"\0")


def _stat(process: int) -> tuple[str, int, int, int]:
    """State, parent, group, session."""
    fields = Path("/proc", str(process), "stat").read_text().rpartition(")")[2].split()
    return fields[0], int(fields[1]), int(fields[2]), int(fields[3])
