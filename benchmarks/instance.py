"""What is measured: an instance is a document, made anew by its name, and frozen by the hash of that document."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NamedTuple

from benchmarks.families import gap, mkp
from models.canonical import content_hash
from models.scenario import Scenario
from optimizer.compile import compile_scenario
from optimizer.program import Program
from scenarios.files import read_document, read_scenario

Document = dict[str, Any]
Scale = Literal["tiny", "usual", "large"]

_PROGRAMS: dict[str, Callable[[Document], Program]] = {"gap": gap.program, "mkp": mkp.program}
"""What documents that are no scenarios become, by their `problem`."""


class Missing(Exception):
    """An instance rests on a file that is not here."""


class Best(NamedTuple):
    """What is proven to be the best: unmet commitments and money in 10^-6 unit; and where that is known from."""

    unmet: int
    money: int
    source: str


@dataclass(frozen=True, slots=True)
class Instance:
    """One instance by name. `make` raises Missing; `best` may take as long as `make`."""

    name: str
    family: str
    make: Callable[[], Document]
    seed: int = 1
    scale: Scale = "usual"
    best: Callable[[], Best | None] = lambda: None

    def hash(self) -> str:
        """`sha256:` and the digest of its canonical document."""
        return content_hash(self.make())


class Problem(NamedTuple):
    """A document as read: the scenario where it is one, else the program."""

    scenario: Scenario | None
    table: Document | None

    def program(self) -> Program:
        """The program that every contestant is given, compiled now."""
        if self.scenario is not None:
            return compile_scenario(self.scenario).program
        assert self.table is not None
        return _PROGRAMS[self.table["problem"]](self.table)


def read_problem(path: Path, *, is_scenario: bool) -> Problem:
    """The problem in a file. Raises ValueError where a scenario has errors."""
    if not is_scenario:
        return Problem(None, read_document(path)[0])
    scenario = read_scenario(path).scenario
    if scenario is None:
        raise ValueError(f"{path.name}: the scenario has errors")
    return Problem(scenario, None)


def is_scenario(document: Document) -> bool:
    """Whether a document is a scenario of the contract."""
    return "schema" in document
