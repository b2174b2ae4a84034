"""The draft of a program: what the rules have decided so far about starts, slots and candidates, and its builder.

Rules run in one order. The first three make the tree (`starts`, `needs`, `offers`, then `table`); the rest add profits
and rows through `builder`, which exists once the tree stands.
"""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt

from optimizer.builder import Builder
from optimizer.facts import Facts
from optimizer.facts.market import Terms
from optimizer.program import Flags, Indices, Ints, ranges

Matrix = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Starts:
    """Every way to start a project: its project and first period (indices), ordered by project."""

    project: Ints
    period: Ints


@dataclass(frozen=True, slots=True)
class Needs:
    """Every role that a project asks for; those of project p lie at pointer[p]:pointer[p + 1]."""

    pointer: Ints
    project: Ints
    place: Ints
    """The place of the role in the project's staffing."""


@dataclass(frozen=True, slots=True)
class Offers:
    """Everybody who may fill a need; those of need n lie at pointer[n]:pointer[n + 1], people ascending.

    `terms` numbers the terms of trade in `terms_list` (0: the project's own people). `exempt`: the standing incumbent,
    free of the smallest purchase.
    """

    pointer: Ints
    person: Indices
    profile: Indices
    terms: Indices
    value: Ints
    exempt: Flags
    profiles: tuple[tuple[int, ...], ...]
    terms_list: tuple[Terms | None, ...]


@dataclass(frozen=True)
class Occupancy:
    """Each period in which a candidate would be busy: candidate (ascending), period, effort in permille."""

    candidate: Indices
    period: Indices
    effort: Ints


@dataclass(frozen=True)
class Table:
    """The tree laid out: what each start, slot and candidate stands for. All indices into the scenario's lists."""

    facts: Facts
    needs: Needs
    offers: Offers
    start_pointer: Ints
    start_project: Ints
    start_period: Ints
    slot_pointer: Ints
    slot_need: Ints
    candidate_pointer: Ints
    offer: Ints

    @cached_property
    def slot_start(self) -> Ints:
        """The start of each slot."""
        return np.repeat(np.arange(len(self.start_project)), np.diff(self.slot_pointer))

    @cached_property
    def candidate_start(self) -> Ints:
        """The start of each candidate."""
        return np.repeat(self.slot_start, np.diff(self.candidate_pointer))

    @cached_property
    def candidate_need(self) -> Ints:
        """The need of each candidate."""
        return np.repeat(self.slot_need, np.diff(self.candidate_pointer))

    @cached_property
    def person(self) -> Indices:
        """The person of each candidate."""
        return self.offers.person[self.offer]

    @cached_property
    def project(self) -> Ints:
        """The project of each candidate."""
        return self.start_project[self.candidate_start]

    @cached_property
    def first(self) -> Ints:
        """The first period of each candidate."""
        return self.start_period[self.candidate_start]

    @cached_property
    def span(self) -> Ints:
        """How many periods inside the horizon each candidate would be busy."""
        duration = np.array([project.duration for project in self.facts.projects], np.int64)
        return np.minimum(duration[self.project], self.facts.periods - self.first)

    @cached_property
    def profile_sums(self) -> Matrix:
        """Σ of the first n efforts of each profile [profiles, periods + 1], permille."""
        return prefix_sums(self.offers.profiles, self.facts.periods)

    @cached_property
    def effort(self) -> Ints:
        """The effort of each candidate inside the horizon, permille."""
        return self.profile_sums[self.offers.profile[self.offer], self.span]

    @cached_property
    def bought(self) -> Ints:
        """The candidates that would be purchases, ascending."""
        return np.flatnonzero(self.offers.terms[self.offer])

    @cached_property
    def role(self) -> Indices:
        """The role (index) that each candidate would hold."""
        needs, facts = self.needs, self.facts
        of_need = np.array(
            [
                facts.role_index[facts.projects[project].staffing[place].role]
                for project, place in zip(needs.project.tolist(), needs.place.tolist(), strict=True)
            ],
            np.int32,
        )
        return of_need[self.candidate_need]

    @cached_property
    def buyer(self) -> Ints:
        """The trading unit (unit index) of each candidate's project."""
        return np.array(self.facts.project_trader, np.int64)[self.project]

    @cached_property
    def seller(self) -> Ints:
        """The trading unit (unit index) of each candidate's person."""
        return np.array(self.facts.person_trader, np.int64)[self.person]

    @cached_property
    def occupancy(self) -> Occupancy:
        """Every busy period of every candidate."""
        return self.occupancy_of(np.arange(len(self.offer)))

    def occupancy_of(self, candidates: Ints) -> Occupancy:
        """Every busy period of these candidates (ascending)."""
        span = self.span[candidates]
        owner = np.repeat(candidates.astype(np.int32), span)
        age = ranges(np.zeros(len(span), np.int64), span)
        profile = np.repeat(self.offers.profile[self.offer[candidates]], span)
        effort = np.diff(self.profile_sums, axis=1)[profile, age] if len(owner) else age
        return Occupancy(owner, (np.repeat(self.first[candidates], span) + age).astype(np.int32), effort)


def prefix_sums(lists: "tuple[tuple[int, ...], ...] | list[list[int]]", periods: int) -> Matrix:
    """Σ of the first n numbers of each list, for n = 0 … periods [lists, periods + 1]; short lists end in zeros."""
    matrix = np.zeros((len(lists), periods + 1), np.int64)
    for place, numbers in enumerate(lists):
        kept = numbers[:periods]
        matrix[place, 1 : len(kept) + 1] = kept
    return np.cumsum(matrix, axis=1)


@dataclass
class Draft:
    """What the rules read and write. Later stages may not be read before the rule that makes them has run."""

    facts: Facts
    starts: Starts = field(init=False)
    needs: Needs = field(init=False)
    offers: Offers = field(init=False)
    table: Table = field(init=False)

    @cached_property
    def builder(self) -> Builder:
        """The builder over the finished tree."""
        table = self.table
        return Builder(table.start_pointer, table.slot_pointer, table.candidate_pointer)

    def add_running(self, row: int, project: int, coefficient: int) -> None:
        """Add `coefficient` to a row when the project runs, whatever its start."""
        starts = np.arange(*self.table.start_pointer[project : project + 2])
        count = len(starts)
        self.builder.start_terms.add(starts, np.full(count, row), np.full(count, coefficient))

    def running(self, project: int) -> slice:
        """The starts of a project."""
        first, last = self.table.start_pointer[project : project + 2]
        return slice(int(first), int(last))
