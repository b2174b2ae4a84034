"""The command line: `hilltop solve`, `check`, `validate`, `generate`, `diff`, `catalog`, `version`."""

import os
import signal
import sys
import time
from types import FrameType

BEGAN = time.monotonic()
"""When the command started, before anything heavy was loaded: time limits count from here."""


def main() -> None:
    """Run the command that `sys.argv` asks for, and exit with its code."""
    signal.signal(signal.SIGINT, _leave)
    _open_what_is_closed()
    from api.command_line.application import run  # noqa: PLC0415  (loading it counts into the time limit)

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # what holds after the command: nothing can change its outcome then
    run()


def _open_what_is_closed() -> None:
    """Lead streams that the caller closed nowhere, so that reading and writing them is no error. In their order."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  (open to the end)


def _leave(number: int, frame: FrameType | None) -> None:
    """End at once: while libraries are loading there is nothing to lose, and nothing to say a traceback with."""
    del number, frame
    os.write(2, b"Error [interrupted]: Interrupted; there is no plan.\n")
    os._exit(130)
