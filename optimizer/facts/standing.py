"""What bookings and the in-flight work of incumbents alone take up: the levels that raise a limit.

They count whether or not the plan continues the project, each incumbent at their own effort.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from optimizer.facts.facts import Facts
from optimizer.program import Ints


@dataclass(frozen=True)
class Standing:
    """Standing work by person, by seller and by buyer."""

    facts: Facts

    def _profile(self, project: int, need: int, person: int) -> tuple[int, ...]:
        return self.facts.profile(project, need, self.facts.people[person].id)[: self.facts.periods]

    @cached_property
    def load(self) -> Ints:
        """Bookings and standing effort in permille [people, periods]."""
        load = self.facts.bookings.copy()
        for project, need, person in self.facts.standing:
            profile = self._profile(project, need, person)
            load[person, : len(profile)] += profile
        return load

    @cached_property
    def held(self) -> Ints:
        """Projects held at the same time [people, periods]; periods without effort count."""
        held = np.zeros((len(self.facts.people), self.facts.periods), np.int64)
        for project, _, person in self.facts.standing:
            held[person, : self.facts.projects[project].duration] += 1
        return held

    @cached_property
    def sold(self) -> dict[tuple[int, str], Ints]:
        """Effort sold in permille [periods] by seller and role."""
        sold: dict[tuple[int, str], Ints] = {}
        for project, need, person in self.facts.standing:
            seller = self.facts.person_trader[person]
            if seller != self.facts.project_trader[project]:
                pool = (seller, self.facts.projects[project].staffing[need].role)
                profile = self._profile(project, need, person)
                sold.setdefault(pool, np.zeros(self.facts.periods, np.int64))[: len(profile)] += profile
        return sold

    @cached_property
    def spent(self) -> dict[int, Ints]:
        """Money spent on purchases in 0.01 unit [periods] by buyer."""
        spent: dict[int, Ints] = {}
        for project, need, person in self.facts.standing:
            terms = self.facts.trade(project, self.facts.projects[project].staffing[need].role, person)
            if terms is not None:
                amounts = terms.amounts(self._profile(project, need, person))
                buyer = self.facts.project_trader[project]
                spent.setdefault(buyer, np.zeros(self.facts.periods, np.int64))[: len(amounts)] += amounts
        return spent
