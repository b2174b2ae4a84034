"""Who holds what: the running projects of an answer, with everybody's effort period by period."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from models.choices import Choices
from models.project import Project
from optimizer.facts import Facts
from optimizer.facts.market import Terms
from optimizer.program import Ints


@dataclass(frozen=True, slots=True)
class Holding:
    """One person in one role of a running project; `effort` in permille per busy period inside the horizon."""

    project: int
    role: str
    person: int
    start: int
    effort: tuple[int, ...]
    terms: Terms | None
    """The terms of a purchase; None for the project's own people."""


@dataclass(frozen=True)
class Running:
    """The running projects of an answer."""

    facts: Facts
    choices: Choices

    @cached_property
    def projects(self) -> dict[int, int]:
        """The start (period index) of every running project, by project index in the scenario's order."""
        return {
            place: self.choices[project.id].start
            for place, project in enumerate(self.facts.projects)
            if project.id in self.choices
        }

    def runs(self) -> Iterator[tuple[int, Project]]:
        """The running projects in order."""
        return ((place, self.facts.projects[place]) for place in self.projects)

    @cached_property
    def holdings(self) -> tuple[Holding, ...]:
        """All holdings, by project and staffing order."""
        return tuple(self._holdings())

    def _holdings(self) -> Iterator[Holding]:
        facts = self.facts
        for place, start in self.projects.items():
            project = facts.projects[place]
            people = self.choices[project.id].people
            for need_place, need in enumerate(project.staffing):
                person = facts.person_index[people[need.role]]
                profile = facts.profile(place, need_place, people[need.role])
                effort = profile[: min(project.duration, facts.periods - start)]
                yield Holding(place, need.role, person, start, effort, facts.trade(place, need.role, person))

    @cached_property
    def load(self) -> Ints:
        """All effort of every person, bookings included, in permille [people, periods]."""
        load = self.facts.bookings.copy()
        for holding in self.holdings:
            load[holding.person, holding.start : holding.start + len(holding.effort)] += holding.effort
        return load

    @cached_property
    def bought(self) -> dict[tuple[int, str], Ints]:
        """Effort bought in permille [periods] by buyer and role."""
        return self._traded(self.facts.project_trader, by_project=True)

    @cached_property
    def sold(self) -> dict[tuple[int, str], Ints]:
        """Effort sold in permille [periods] by seller and role."""
        return self._traded(self.facts.person_trader, by_project=False)

    def _traded(self, trader: tuple[int, ...], *, by_project: bool) -> dict[tuple[int, str], Ints]:
        traded: dict[tuple[int, str], Ints] = {}
        for holding in self.holdings:
            if holding.terms is not None:
                pool = (trader[holding.project if by_project else holding.person], holding.role)
                periods = traded.setdefault(pool, np.zeros(self.facts.periods, np.int64))
                periods[holding.start : holding.start + len(holding.effort)] += holding.effort
        return traded
