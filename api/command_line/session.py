"""What every command is given: where to write, in which language, and how to be interrupted."""

from dataclasses import dataclass

from api.command_line.interrupts import Interrupts
from api.command_line.terminal import Terminal


@dataclass(frozen=True, slots=True)
class Session:
    """One run of the command line. `began` is an instant of CLOCK_MONOTONIC: when the command started."""

    terminal: Terminal
    interrupts: Interrupts
    began: float
