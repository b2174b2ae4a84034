"""Which scenarios to try, until every line of the contract has been in play often enough.

A round asks for some seeds of some ingredients, each with the lines to delete; what a round shows decides the next one.
So the scenarios, and all counts, hang on the first seed alone and not on the number of processes.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

from scenarios.generator.tiny import INGREDIENTS
from tests.mutants.trial import Change
from tests.oracle.examine import Examined
from tests.oracle.lines import Line
from tests.oracle.lines.faults import FAULTS

ENOUGH = 50
"""Scenarios in which deleting a line has to change the answer."""

MOST = 600
"""Scenarios to try before a line is given up."""

FIRST = 4
"""Seeds of every ingredient in the first round."""

AT_ONCE = 24
"""The most seeds of an ingredient that a round asks for."""

PORTION = 6
"""Seeds that a process takes at a time."""


@dataclass(frozen=True, slots=True)
class Task:
    """Some seeds of one ingredient (None: a mix of any), and lines to delete, by the name of their fault."""

    focus: str | None
    seeds: tuple[int, ...]
    deletions: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """How often deleting a line changed the answer: to another plan, or only to other figures of the same plan."""

    line: Line
    focuses: tuple[str, ...]
    tried: Counter[str] = field(default_factory=Counter)
    plans: Counter[str] = field(default_factory=Counter)
    figures: Counter[str] = field(default_factory=Counter)

    @property
    def other_plans(self) -> int:
        """Scenarios in which no plan that is best without the line is best with it."""
        return self.plans.total()

    @property
    def count(self) -> int:
        """Scenarios in which deleting the line changes the best plan or what it is worth."""
        return self.plans.total() + self.figures.total()

    @property
    def is_open(self) -> bool:
        """Whether to try more scenarios."""
        return self.count < ENOUGH and self.tried.total() < MOST

    def best_focus(self) -> str:
        """The ingredient that promises most; of equals, the one where it is another plan most often."""
        return max(self.focuses, key=lambda focus: (self._rate(focus), self.plans[focus]))

    def wish(self) -> int:
        """How many more seeds of it to try."""
        expected = ceil((ENOUGH - self.count) / self._rate(self.best_focus()))
        return max(FIRST, min(expected, AT_ONCE))

    def take(self, focus: str, change: Change | None) -> None:
        """Count one scenario."""
        self.tried[focus] += 1
        self.plans[focus] += change is Change.ANSWER
        self.figures[focus] += change is Change.FIGURES

    def _rate(self, focus: str) -> float:
        return (self.plans[focus] + self.figures[focus] + 1) / (self.tried[focus] + 2)


class Campaign:
    """Asks for scenarios round by round and counts what they show."""

    def __init__(self, lines: Sequence[Line], count: int, seed: int = 0, only: str | None = None) -> None:
        self.count, self.only = count, only
        self.tallies = [Tally(line, line.focus or FAULTS[line.deletion].focus) for line in lines]
        if only is not None:
            self.tallies = [tally for tally in self.tallies if only in tally.focuses]
        self.by_name: dict[str, list[Tally]] = {}
        for tally in self.tallies:
            self.by_name.setdefault(tally.line.deletion, []).append(tally)
        self.next_seed: Counter[str | None] = Counter(dict.fromkeys((None, *INGREDIENTS), seed))
        self.scenarios = self.large = self.unmet = 0
        self.differences: list[Examined] = []
        self.has_begun = False

    def next_round(self) -> list[Task]:
        """What to examine next; nothing when it is enough."""
        if self.only is not None:
            wanted: Counter[str | None] = Counter({self.only: self.count - self.scenarios})
            return self._tasks(wanted, {self.only: self.tallies})
        if not self.has_begun:
            self.has_begun = True
            everywhere: dict[str | None, list[Tally]] = {focus: [] for focus in INGREDIENTS}
            for tally in self.tallies:
                for focus in tally.focuses:
                    everywhere[focus].append(tally)
            return self._tasks(Counter(dict.fromkeys((None, *INGREDIENTS), FIRST)), everywhere)
        chosen: dict[str | None, list[Tally]] = {}
        wanted = Counter()
        for tally in self.tallies:
            if tally.is_open:
                focus = tally.best_focus()
                wanted[focus] = max(wanted[focus], tally.wish())
                chosen.setdefault(focus, []).append(tally)
        if not wanted and self.scenarios < self.count:
            # Lines are done; the rest are mixes of any ingredients.
            wanted[None] = self.count - self.scenarios
        return self._tasks(wanted, chosen)

    def take(self, examined: Examined) -> None:
        """Count a scenario."""
        self.scenarios += 1
        self.large += examined.is_large
        self.unmet += examined.unmet > 0
        if examined.difference is not None:
            self.differences.append(examined)
        for name, change in examined.changes.items():
            for tally in self.by_name[name]:
                if examined.focus in tally.focuses:
                    tally.take(examined.focus, change)

    @property
    def short(self) -> list[Tally]:
        """Lines that have been in play too seldom."""
        return [tally for tally in self.tallies if tally.count < ENOUGH]

    def _tasks(self, wanted: "Counter[str | None]", chosen: "dict[str | None, list[Tally]]") -> list[Task]:
        tasks: list[Task] = []
        for focus, number in wanted.items():
            deletions = tuple(dict.fromkeys(tally.line.deletion for tally in chosen.get(focus, ())))
            first = self.next_seed[focus]
            self.next_seed[focus] = last = first + number
            tasks += [
                Task(focus, tuple(range(seed, min(seed + PORTION, last))), deletions)
                for seed in range(first, last, PORTION)
            ]
        return tasks
