"""The facts: one frozen record that every rule reads."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from models.market import Market
from models.people import Person
from models.project import Fit, Project
from models.scenario import Scenario
from optimizer.facts.market import NO_MARKET, Rates, Terms, terms_of_trade
from optimizer.facts.organisation import Organisation
from optimizer.facts.projects import asked_profile, preferred_start, profile_of
from optimizer.program import Ints

FitKey = tuple[str, str, str]
"""Project, role, person."""


@dataclass(frozen=True)
class Facts:
    """What follows from a scenario before anything is decided. Indices follow the scenario's lists."""

    scenario: Scenario
    organisation: Organisation
    market: Market
    rates: Rates
    projects: tuple[Project, ...]
    people: tuple[Person, ...]

    @property
    def periods(self) -> int:
        """The number of periods in the horizon."""
        return self.scenario.horizon.periods

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """The label of each period."""
        return tuple(self.scenario.horizon.labels())

    @cached_property
    def project_index(self) -> dict[str, int]:
        """Project index by id."""
        return {project.id: place for place, project in enumerate(self.projects)}

    @cached_property
    def person_index(self) -> dict[str, int]:
        """Person index by id."""
        return {person.id: place for place, person in enumerate(self.people)}

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """The roles, in the scenario's order."""
        return tuple(role.id for role in self.scenario.roles)

    @cached_property
    def role_index(self) -> dict[str, int]:
        """Role index by id."""
        return {role: place for place, role in enumerate(self.roles)}

    @cached_property
    def project_trader(self) -> tuple[int, ...]:
        """The trading unit (as a unit index) of each project: the buyer."""
        organisation = self.organisation
        return tuple(organisation.trading_unit[organisation.index[project.unit]] for project in self.projects)

    @cached_property
    def person_trader(self) -> tuple[int, ...]:
        """The trading unit (as a unit index) of each person: the seller."""
        organisation = self.organisation
        return tuple(organisation.trading_unit[organisation.index[person.unit]] for person in self.people)

    @cached_property
    def traders(self) -> tuple[int, ...]:
        """The trading units in order: those that trade, and the root, which trades for whatever hangs on no other."""
        return tuple(sorted(set(self.organisation.trading_unit)))

    @cached_property
    def capacity(self) -> Ints:
        """Capacity in permille [people, periods]."""
        rows = [person.capacity_by_period(self.periods) for person in self.people]
        return np.array(rows, np.int64).reshape(len(rows), self.periods)

    @cached_property
    def bookings(self) -> Ints:
        """Booked effort in permille [people, periods]."""
        booked = np.zeros((len(self.people), self.periods), np.int64)
        index = self.scenario.horizon.index
        for place, person in enumerate(self.people):
            for booking in person.bookings:
                booked[place, max(index(booking.first), 0) : max(index(booking.last) + 1, 0)] += booking.effort
        return booked

    @cached_property
    def supply(self) -> dict[tuple[int, str], Ints]:
        """Own supply in permille [periods] by trading unit and first role."""
        return self._by_pool(self.capacity)

    @cached_property
    def booked_load(self) -> dict[tuple[int, str], Ints]:
        """Booked effort in permille [periods] by trading unit and first role."""
        return self._by_pool(self.bookings)

    def _by_pool(self, of_person: Ints) -> dict[tuple[int, str], Ints]:
        pools: dict[tuple[int, str], Ints] = {}
        for place, person in enumerate(self.people):
            if person.first_role is not None:
                pool = (self.person_trader[place], person.first_role)
                pools[pool] = pools.get(pool, 0) + of_person[place]
        return pools

    @cached_property
    def asked(self) -> tuple[tuple[tuple[int, ...], ...], ...]:
        """For each project and each role it asks for, the profile in permille per project period."""
        hours = self.scenario.policy.hours_per_fte
        return tuple(
            tuple(asked_profile(need, project.duration, hours) for need in project.staffing)
            for project in self.projects
        )

    @cached_property
    def demand(self) -> dict[tuple[int, str], Ints]:
        """Demand D in permille [periods] by trading unit and role: qualified candidates at their preferred start,
        and all projects in flight, initiated or not."""
        demand: dict[tuple[int, str], Ints] = {}
        for place, project in enumerate(self.projects):
            if not (project.in_flight or project.qualified):
                continue
            start = preferred_start(project, self.scenario.horizon)
            first, last = max(start, 0), min(start + project.duration, self.periods)
            for need, profile in zip(project.staffing, self.asked[place], strict=True):
                pool = demand.setdefault((self.project_trader[place], need.role), np.zeros(self.periods, np.int64))
                if first < last:
                    pool[first:last] += profile[first - start : last - start]
        return demand

    @cached_property
    def fit(self) -> dict[FitKey, Fit]:
        """What particular people change, by project, role and person."""
        return {(row.project, row.role, row.person): row for row in self.scenario.fit}

    @cached_property
    def fit_by_need(self) -> dict[tuple[str, str], tuple[Fit, ...]]:
        """The same by project and role."""
        rows: dict[tuple[str, str], list[Fit]] = {}
        for row in self.scenario.fit:
            rows.setdefault((row.project, row.role), []).append(row)
        return {key: tuple(group) for key, group in rows.items()}

    def profile(self, project: int, need: int, person: str) -> tuple[int, ...]:
        """The effort this person would spend per project period: fit.effort where given, else what is asked."""
        asked_of = self.projects[project]
        row = self.fit.get((asked_of.id, asked_of.staffing[need].role, person))
        if row is None or row.effort is None:
            return self.asked[project][need]
        return profile_of(row.effort, asked_of.duration)

    def trade(self, project: int, role: str, person: int) -> Terms | None:
        """The terms at which the project's unit buys this person; None when it is the person's own unit."""
        buyer, seller = self.project_trader[project], self.person_trader[person]
        if buyer == seller:
            return None
        units = self.organisation.units
        rate = self.rates.rate(role, self.people[person].grade, units[seller].id, units[buyer].id)
        return terms_of_trade(self.market, rate, self.organisation.distance(seller, buyer))

    @cached_property
    def standing(self) -> tuple[tuple[int, int, int], ...]:
        """The in-flight work of incumbents: project, place in its staffing, person (all as indices)."""
        return tuple(
            (place, need_place, self.person_index[project.incumbents[need.role]])
            for place, project in enumerate(self.projects)
            if project.in_flight
            for need_place, need in enumerate(project.staffing)
            if need.role in project.incumbents
        )


def read_facts(scenario: Scenario) -> Facts:
    """The facts of a scenario without errors."""
    market = scenario.market or NO_MARKET
    return Facts(
        scenario=scenario,
        organisation=Organisation(scenario.units),
        market=market,
        rates=Rates(market.rates),
        projects=scenario.filled_projects,
        people=scenario.people,
    )
