"""Many encounters, until every line of the contract has been in play often enough."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context

from scenarios.generator.tiny import INGREDIENTS
from tests.mutants.mutation import Mutant
from tests.mutants.trial import Change
from tests.oracle.encounter import Encounter, encounter
from tests.oracle.lines import EDGES, LINES

ENOUGH = 50
"""Scenarios in which a line is in play."""

ENOUGH_OF_EDGES = 5
SEEDS_AT_A_TIME = 4

Told = Callable[["Census"], None]


@dataclass
class Census:
    """What was seen: scenarios, how many had unmet commitments or wide rows, and lines in play."""

    scenarios: int = 0
    unmet: int = 0
    wide: int = 0
    wrong: list[Encounter] = field(default_factory=list)
    in_play: Counter[str] = field(default_factory=Counter)
    moved: Counter[str] = field(default_factory=Counter)
    """The part of `in_play` where no answer that is best without the line is best with it."""

    def add(self, seen: Encounter) -> None:
        """Count one encounter."""
        self.scenarios += 1
        self.unmet += seen.unmet > 0
        self.wide += seen.wide
        if seen.wrong is not None:
            self.wrong.append(seen)
        for name, change in seen.changes.items():
            self.in_play[name] += change is not Change.NONE
            self.moved[name] += change is Change.ANSWER

    def lacking(self) -> list[Mutant]:
        """Faults whose lines have not been in play often enough."""
        wanted = ((LINES, ENOUGH), (EDGES, ENOUGH_OF_EDGES))
        return [fault for faults, enough in wanted for fault in faults if self.in_play[fault.name] < enough]

    @property
    def sound(self) -> bool:
        """Whether every answer was right and every line was in play often enough."""
        return not self.wrong and not self.lacking()


def census(first_seed: int, base_seeds: int, most_seeds: int, jobs: int, focuses: Iterable[str], told: Told) -> Census:
    """Go through `base_seeds` seeds of every ingredient, and up to `most_seeds` of those whose lines need more."""
    count, asked = Census(), sorted(focuses)
    # Processes are spawned: the solver's threads do not survive a fork.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for offset in range(0, most_seeds, SEEDS_AT_A_TIME):
            tasks = list(_tasks(count, asked, is_base=offset < base_seeds))
            if not tasks:
                break
            seeds = range(first_seed + offset, first_seed + offset + SEEDS_AT_A_TIME)
            runs = [pool.submit(_run, focus, list(seeds), faults) for focus, faults in tasks]
            for run in runs:
                for seen in run.result():
                    count.add(seen)
                told(count)
    return count


def _tasks(count: Census, focuses: list[str], *, is_base: bool) -> Iterator[tuple[str, list[str]]]:
    """Ingredients to go through, each with the faults to try on it."""
    lacking = count.lacking()
    for focus in focuses:
        faults = [fault.name for fault in lacking if focus in fault.focus]
        if faults or is_base:
            yield focus, faults


def _run(focus: str, seeds: list[int], faults: list[str]) -> list[Encounter]:
    return [encounter(focus, seed, faults) for seed in seeds]


EVERYTHING = tuple(INGREDIENTS)
