"""How a solve is to be run."""

from dataclasses import dataclass
from importlib.metadata import version
from typing import Literal

from optimizer.engines.engine import Limits

Profile = Literal["interactive", "thorough", "reproducible"]

DETERMINISTIC_UNITS_PER_SECOND = 1.0
"""Work units of the solver that a second of the time limit stands for under the reproducible profile."""


@dataclass(frozen=True, slots=True)
class SolveSettings:
    """All that a caller may choose. `time_limit` is in wall seconds and counts from reading to the last incumbent.

    `workers` None leaves their number to the engine. Profile `reproducible` searches under a deterministic limit in
    place of the clock, so that equal input and seed give equal plans; `workers` and `patience` mean nothing there.
    `patience` is in seconds: without a better plan or bound for so long, the default engine ends.
    `cluster`: the address of a Ray cluster for the engine `distributed`; `local` for one of this machine alone.
    """

    engine: str = "portfolio"
    time_limit: float = 60.0
    gap: float = 0.0
    workers: int | None = None
    seed: int = 1
    profile: Profile = "interactive"
    patience: float | None = None
    cluster: str | None = None

    def limits(self) -> Limits:
        """The same for an engine."""
        if self.profile == "reproducible":
            return Limits(
                None, self.seed, self.gap, self.time_limit * DETERMINISTIC_UNITS_PER_SECOND, cluster=self.cluster
            )
        return Limits(self.workers, self.seed, self.gap, patience=self.patience, cluster=self.cluster)

    @staticmethod
    def solver_version() -> str:
        """The version of the solver library, read without importing it."""
        return f"ortools {version('ortools')}"
