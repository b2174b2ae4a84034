"""One instance by everybody: the same file, cores and seconds, one after another."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import frozen
from benchmarks.contestants.contestant import Task
from benchmarks.contestants.registry import HILLTOP, PEERS, STANDING
from benchmarks.figures import Figures, figures, reference
from benchmarks.instance import Instance, is_scenario
from benchmarks.race import Run, race
from models.canonical import readable_json

_STANDING_SECONDS = 600.0


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0))


@dataclass(frozen=True, slots=True)
class Setting:
    """How to run: wall seconds and cores of each run, the solvers' seed, Hilltop's engine, which peers.

    Where none is named, all peers that are installed run.
    """

    seconds: float = 60.0
    workers: int = field(default_factory=cores)
    seed: int = 1
    engine: str = ""
    peers: bool = True
    named: tuple[str, ...] = ()


def measure(instance: Instance, setting: Setting) -> Iterator[Figures]:
    """A line of Hilltop, then one of each peer. Raises Missing, NotFrozen."""
    with TemporaryDirectory() as folder:
        task = written(instance, setting, Path(folder))
        standing = race(STANDING.name, replace(task, seconds=_STANDING_SECONDS)).best()
        best = instance.best()
        hilltop = race(HILLTOP.name, task)
        proven = reference(hilltop, best)
        money = None if standing is None else standing[1]
        yield figures(instance.name, hilltop, proven, money)
        task = replace(task, unmet=fewest_unmet(hilltop, None if best is None else best.unmet))
        for peer in PEERS:
            if setting.peers and peer.available() and (not setting.named or peer.name in setting.named):
                yield figures(instance.name, race(peer.name, task), proven, money)


def written(instance: Instance, setting: Setting, folder: Path) -> Task:
    """The task, with the frozen document in a file. Raises Missing, NotFrozen."""
    document = instance.make()
    frozen.verify(instance, document)
    path = folder / "instance.json"
    path.write_text(readable_json(document), "utf-8")
    return Task(path, is_scenario(document), setting.seconds, setting.workers, setting.seed, setting.engine)


def fewest_unmet(hilltop: Run, known: int | None) -> int:
    """The fewest unmet commitments that anybody knows to be possible."""
    found = hilltop.best()
    counts = [count for count in (known, None if found is None else found[0]) if count is not None]
    return min(counts, default=0)
