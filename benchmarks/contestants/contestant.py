"""What a contestant is given and what it says."""

from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from benchmarks.instance import Problem, read_problem


@dataclass(frozen=True, slots=True)
class Task:
    """One run: the file of the instance, wall seconds from reading it on, cores, seed.

    `unmet` is how many commitments peers may leave unmet, and means nothing to Hilltop.
    """

    path: Path
    is_scenario: bool
    seconds: float
    workers: int
    seed: int = 1
    engine: str = ""
    unmet: int = 0

    def problem(self) -> Problem:
        """Read the file."""
        return read_problem(self.path, is_scenario=self.is_scenario)


class Outcome(NamedTuple):
    """How a run ended: both counts of its answer (None without one), bounds on money in 10^-6 unit, its own word."""

    unmet: int | None
    money: int | None
    checked_bound: int | None
    claimed_bound: int | None
    status: str


class Report(Protocol):
    """Takes what a contestant finds, and stamps it. Called from any thread."""

    def began(self) -> None:
        """The clock starts: nothing of the instance has been read."""

    def incumbent(self, unmet: int, money: int) -> None:
        """A better answer was found."""


class Contestant(Protocol):
    """One way to solve."""

    name: str

    def available(self) -> bool:
        """Whether what it needs is installed."""

    def __call__(self, task: Task, report: Report) -> Outcome:
        """Solve, in this process."""
