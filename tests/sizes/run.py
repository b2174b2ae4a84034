"""All stages for one number of projects, and what they may take."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.sizes.stages import STAGES, Measured

WITHOUT_PLAN = 20_000
"""From so many projects on no plan is constructed: it takes too long for a greedy construction."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one number of projects may take: seconds by stage, and the peak of memory of any stage in gigabytes."""

    seconds: dict[str, float]
    gigabytes: float


LIMITS = {
    5_000: Limits({"read and validate": 5, "compile": 8, "check": 5}, 2.5),
    50_000: Limits({"compile": 120}, 12),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A stage at a number of projects, with the limits that hold there, if any."""

    projects: int
    stage: str
    measured: Measured
    most_seconds: float | None = None
    most_gigabytes: float | None = None

    @property
    def too_slow(self) -> bool:
        """Whether it took more time than it may."""
        return self.most_seconds is not None and self.measured.seconds > self.most_seconds

    @property
    def too_large(self) -> bool:
        """Whether it took more memory than it may."""
        return self.most_gigabytes is not None and self.measured.gigabytes > self.most_gigabytes

    @property
    def wrong(self) -> bool:
        """Whether the stage did not do what it should: a document with errors, a plan that fails the check."""
        return bool(self.measured.facts.get("errors") or self.measured.facts.get("violations"))


def stages_for(projects: int) -> list[str]:
    """The names of the stages, in order."""
    return list(STAGES)[: list(STAGES).index("construct and dress") if projects >= WITHOUT_PLAN else None]


def measure(projects: int) -> Iterator[Figure]:
    """Each stage in a process of its own, one after another."""
    limits = LIMITS.get(projects)
    with TemporaryDirectory() as folder:
        for stage in stages_for(projects):
            measured = alone(stage, Path(folder), projects)
            yield Figure(
                projects,
                stage,
                measured,
                limits.seconds.get(stage) if limits else None,
                limits.gigabytes if limits else None,
            )


def alone(stage: str, folder: Path, projects: int) -> Measured:
    """One stage in a fresh interpreter, so that its peak of memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(_run, stage, folder, projects).result()


def _run(stage: str, folder: Path, projects: int) -> Measured:
    return STAGES[stage](folder, projects)
