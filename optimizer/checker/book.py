"""Everything that follows from the scenario alone, computed once.

Efforts are permille of an FTE, money is 0.01 money unit, periods count from 0.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from models.horizon import Horizon, parse_period
from models.market import Market
from models.people import Efforts, Person
from models.project import Project, StaffingNeed
from models.quantities import EFFORT_SCALE, RATIO_SCALE, half_up
from models.scenario import Scenario
from optimizer.checker.engagement import Engagement, engage
from optimizer.checker.organisation import Organisation
from optimizer.checker.rates import RateCard

Derived = TypeVar("Derived")
Pool = tuple[str, str]
"""A trading unit and a role."""


@dataclass(eq=False, slots=True)
class ProjectFacts:
    """A project, its tier's defaults filled in. `profiles`: effort asked by role, one entry per project period."""

    id: str
    project: Project
    buyer: str
    in_flight: bool
    duration: int
    preferred: int
    starts: range
    profiles: dict[str, tuple[int, ...]]
    needs: dict[str, StaffingNeed]
    incumbents: dict[str, str]
    expected_orders: int
    goals: tuple[str, ...]


@dataclass(eq=False, slots=True)
class PersonFacts:
    """A person. `pool` is the trading unit and first role; `capacity` and `booked` have one entry per period."""

    id: str
    person: Person
    unit: str
    pool: Pool | None
    capacity: tuple[int, ...]
    booked: tuple[int, ...]


class Book:
    """A scenario, opened: lookups and derivations that more than one rule needs.

    The scenario must be free of input errors (references resolve, profiles have one entry per period).
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.horizon: Horizon = scenario.horizon
        self.periods = scenario.horizon.periods
        self.labels = tuple(scenario.horizon.labels())
        self.nothing = (0,) * self.periods
        self.organisation = Organisation(scenario.units)
        self.market = scenario.market if scenario.market is not None else Market(scope="none")
        self.rates = RateCard(self.market.rates)
        self.fit = {(row.project, row.role, row.person): row for row in scenario.fit}
        self.people = {person.id: self._person(person) for person in scenario.people}
        self.projects = {project.id: self._project(project) for project in scenario.filled_projects}
        self.supply = self._supply()
        self.booked = self._booked()
        self._engagements: dict[tuple[str, str, str, int], Engagement] = {}
        self._derived: dict[Callable[[Book], Any], Any] = {}

    def once(self, derive: Callable[["Book"], Derived]) -> Derived:
        """What a rule derives from the book, derived the first time it is asked for."""
        if derive not in self._derived:
            self._derived[derive] = derive(self)
        found: Derived = self._derived[derive]
        return found

    def engagement(self, project: ProjectFacts, role: str, person: PersonFacts, start: int) -> Engagement:
        """One person in one role of one project that starts in a certain period."""
        key = (project.id, role, person.id, start)
        known = self._engagements.get(key)
        if known is None:
            known = self._engagements[key] = engage(self, project, role, person, start)
        return known

    def incumbents(self) -> tuple[Engagement, ...]:
        """The in-flight work of incumbents, in roles their projects ask for: what may raise a limit."""
        return self.once(_in_flight_work)

    def label(self, period: int) -> str:
        """The label of a period, inside the horizon or not; of one that no calendar has, its number."""
        try:
            return self.horizon.label(period)
        except (OverflowError, ValueError):
            return str(period)

    def inside(self, start: int, duration: int) -> range:
        """The periods a project occupies from a start on, cut by the horizon."""
        return range(min(max(start, 0), self.periods), max(0, min(start + duration, self.periods)))

    def _person(self, person: Person) -> PersonFacts:
        unit = self.organisation.trading[person.unit]
        booked = list(self.nothing)
        for booking in person.bookings:
            first, last = self.horizon.index(booking.first), self.horizon.index(booking.last)
            for period in self.inside(first, last - first + 1):
                booked[period] += booking.effort
        return PersonFacts(
            id=person.id,
            person=person,
            unit=unit,
            pool=(unit, person.first_role) if person.first_role is not None else None,
            capacity=person.capacity_by_period(self.periods),
            booked=tuple(booked),
        )

    def _project(self, project: Project) -> ProjectFacts:
        preferred, starts = 0, range(1)
        if not project.in_flight:
            preferred, starts = self._window(project)
        return ProjectFacts(
            id=project.id,
            project=project,
            buyer=self.organisation.trading[project.unit],
            in_flight=project.in_flight,
            duration=project.duration,
            preferred=preferred,
            starts=starts,
            profiles={need.role: self._profile(need, project.duration) for need in project.staffing},
            needs={need.role: need for need in project.staffing},
            incumbents=project.incumbents if project.in_flight else {},
            expected_orders=half_up(project.value.amount * project.value.win_probability, RATIO_SCALE),
            goals=tuple(dict.fromkeys(project.goals)),
        )

    def _window(self, project: Project) -> tuple[int, range]:
        """The preferred start and the starts allowed: the window cut by the horizon."""
        window = project.start
        if window is None:
            return 0, range(0)
        index = self.horizon.index
        preferred = index(window.preferred)
        earliest = index(window.earliest) if window.earliest is not None else preferred
        latest = index(window.latest) if window.latest is not None else preferred
        return preferred, range(max(earliest, 0), min(latest + 1, self.periods))

    def _profile(self, need: StaffingNeed, duration: int) -> tuple[int, ...]:
        if need.effort is not None:
            return by_project_period(need.effort, duration)
        reviews, hours = need.reviews_per_period or 0, need.hours_per_review or 0
        if reviews == 0 or hours == 0:
            return (0,) * duration
        # Reviews and hours are in 10^-4, so is hours_per_fte: permille = reviews·hours·10^-8·10^3 / (per_fte·10^-4).
        per_fte = self.scenario.policy.hours_per_fte
        return (half_up(reviews * hours * EFFORT_SCALE, per_fte * RATIO_SCALE),) * duration

    def _supply(self) -> dict[Pool, tuple[int, ...]]:
        """Own supply of each pool: the capacity of its people."""
        return self._by_pool(lambda person: person.capacity)

    def _booked(self) -> dict[Pool, tuple[int, ...]]:
        """The bookings of each pool's people."""
        return self._by_pool(lambda person: person.booked)

    def _by_pool(self, of: Callable[[PersonFacts], tuple[int, ...]]) -> dict[Pool, tuple[int, ...]]:
        sums: dict[Pool, list[int]] = {}
        for person in self.people.values():
            if person.pool is not None:
                row = sums.setdefault(person.pool, list(self.nothing))
                for period, amount in enumerate(of(person)):
                    row[period] += amount
        return {pool: tuple(row) for pool, row in sums.items()}


def by_project_period(effort: Efforts, duration: int) -> tuple[int, ...]:
    """One entry per project period of an effort that may be one number for all."""
    return (effort,) * duration if isinstance(effort, int) else effort


def same_kind(horizon: Horizon, label: str) -> bool:
    """Whether a label counts the same kind of period as the horizon."""
    return parse_period(label).kind is horizon.kind


def _in_flight_work(book: Book) -> tuple[Engagement, ...]:
    return tuple(
        book.engagement(project, role, book.people[project.incumbents[role]], 0)
        for project in book.projects.values()
        if project.in_flight
        for role in project.profiles
        if role in project.incumbents
    )
