"""A scenario under validation: its records with the places they came from, and what several checks ask."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from models.horizon import PeriodKind
from models.people import Efforts, Person
from models.project import Project, ProjectTraits, StaffingNeed
from models.record import folded
from models.scenario import Scenario
from models.validation.nearest import Names
from models.validation.places import Path
from models.validation.pruning import Pruned
from models.validation.units import UnitTree

Item = TypeVar("Item")

LAST_YEAR = 9998
_LAST_NUMBER = {
    PeriodKind.MONTH: LAST_YEAR * 12 + 11,
    PeriodKind.QUARTER: LAST_YEAR * 4 + 3,
    PeriodKind.WEEK: date(LAST_YEAR, 12, 31).toordinal() // 7 - 1,
}

ID_LISTS = ("units", "roles", "people", "projects", "goals", "targets")


@dataclass(frozen=True, slots=True)
class PlacedProject:
    """A project as it was given and as its tier completes it."""

    path: Path
    own: Project
    filled: Project

    @property
    def in_flight(self) -> bool:
        """Whether it runs already."""
        return self.filled.in_flight


@dataclass(frozen=True, slots=True)
class Window:
    """The start periods a candidate asks for, as indices from the first period of the horizon."""

    earliest: int
    preferred: int
    latest: int


class Subject:
    """What the checks read. In a scenario that was pruned, `sure` says what is still known."""

    def __init__(self, scenario: Scenario, values: dict[str, Any], pruned: Pruned) -> None:
        self.scenario = scenario
        self.values = values
        self._pruned = pruned
        self._asked_roles: dict[int, dict[str, None]] = {}

    def sure(self, *path: str | int) -> bool:
        """Whether what stands at a place, or that nothing stands there, is what was given."""
        return self._pruned.sure(path)

    def placed(self, path: Path, items: Iterable[Item]) -> Iterator[tuple[Path, Item]]:
        """The items of a list, each with the path it had in the document."""
        origin = self._pruned.origin
        for index, item in enumerate(items):
            yield (*path, origin(path, index)), item

    @cached_property
    def projects(self) -> tuple[PlacedProject, ...]:
        """The projects in order."""
        filled = self.scenario.filled_projects
        placed = self.placed(("projects",), self.scenario.projects)
        return tuple(PlacedProject(path, own, whole) for (path, own), whole in zip(placed, filled, strict=True))

    @cached_property
    def project_by_id(self) -> dict[str, PlacedProject]:
        """The first project of each id."""
        return {project.own.id: project for project in reversed(self.projects)}

    @cached_property
    def person_by_id(self) -> dict[str, Person]:
        """The first person of each id."""
        return {person.id: person for person in reversed(self.scenario.people)}

    @cached_property
    def traits(self) -> tuple[tuple[Path, ProjectTraits], ...]:
        """Every project as it was given, and every tier: each field just once, where it stands."""
        tiers = self.scenario.policy.tiers.items()
        return (
            *((project.path, project.own) for project in self.projects),
            *((("policy", "tiers", name), tier) for name, tier in tiers),
        )

    def needs(self, project: PlacedProject) -> Iterator[tuple[Path, StaffingNeed]]:
        """What a project asks for, each with its place in the project or its tier."""
        return self.placed((*self.field_path(project, "staffing"), "staffing"), project.filled.staffing)

    def field_path(self, project: PlacedProject, *fields: str) -> Path:
        """The path of the project; or that of its tier, if the tier gives all of these fields."""
        tier = project.own.tier
        given = self.scenario.policy.tiers.get(tier) if tier is not None else None
        if given is not None and all(
            name in given.model_fields_set and name not in project.own.model_fields_set for name in fields
        ):
            return ("policy", "tiers", tier or "")
        return project.path

    def knows_field(self, project: PlacedProject, field: str) -> bool:
        """Whether a field of a completed project is what was given, in the project and in its tier."""
        tier = project.own.tier
        if not (self.sure(*project.path, field) and self.sure(*project.path, "tier")):
            return False
        if field in project.own.model_fields_set or tier is None:
            return True
        return tier in self.scenario.policy.tiers and self.sure("policy", "tiers", tier, field)

    def asked_roles(self, project: PlacedProject) -> dict[str, None]:
        """The roles a project asks for, in order."""
        roles = self._asked_roles.get(id(project))
        if roles is None:
            roles = self._asked_roles[id(project)] = dict.fromkeys(need.role for need in project.filled.staffing)
        return roles

    def knows_roles_asked(self, project: PlacedProject) -> bool:
        """Whether a role that a project does not ask for is not asked for, rather than misspelt or unread."""
        known = all(self.is_known("roles", role) for role in self.asked_roles(project))
        return known and self.knows_field(project, "staffing")

    # --- ids -------------------------------------------------------------------------------------------------------

    @cached_property
    def ids(self) -> dict[str, tuple[tuple[Path, str], ...]]:
        """For each list its ids with their places, those of unreadable items too."""
        return {name: tuple(_ids_in(name, self.values.get(name))) for name in ID_LISTS}

    @cached_property
    def _known(self) -> dict[str, frozenset[str]]:
        known = {name: frozenset(identifier for _, identifier in placed) for name, placed in self.ids.items()}
        tiers = self.values.get("policy", {}).get("tiers") if isinstance(self.values.get("policy"), dict) else None
        return {**known, "tiers": frozenset(tiers if isinstance(tiers, dict) else ())}

    @cached_property
    def _names(self) -> dict[str, Names]:
        return {name: Names(known) for name, known in self._known.items()}

    @cached_property
    def _complete(self) -> dict[str, bool]:
        complete = {
            name: not self._pruned.removed((name,)) and len(self.ids[name]) == len(self.values.get(name, ()))
            for name in ID_LISTS
        }
        return {
            **complete,
            "tiers": not (self._pruned.removed(("policy",)) or self._pruned.removed(("policy", "tiers"))),
        }

    def is_known(self, kind: str, identifier: str) -> bool:
        """Whether the list has the id; also true where not every id of the list could be read."""
        return identifier in self._known[kind] or not self._complete[kind]

    def nearest(self, kind: str, identifier: str) -> str | None:
        """The id of the list that was probably meant."""
        return self._names[kind].nearest(identifier)

    # --- organisation ----------------------------------------------------------------------------------------------

    @cached_property
    def tree(self) -> UnitTree:
        """The organisation."""
        return UnitTree(self.scenario.units)

    @cached_property
    def traders(self) -> frozenset[str]:
        """The trading units: those that trade, and the root where a person or project has no other."""
        tree = self.tree
        homes = {unit.id for unit in self.scenario.units if unit.trades}
        homes.update(person.unit for person in self.scenario.people)
        homes.update(project.own.unit for project in self.projects)
        return frozenset(trader for home in homes if (trader := tree.trading_unit(home)) is not None)

    @cached_property
    def _trader_places(self) -> list[int]:
        return sorted(place for trader in self.traders if (place := self.tree.place(trader)) is not None)

    def covers_trader(self, unit: str) -> bool:
        """Whether a policy row that names this unit (or `*`) covers any trading unit."""
        first, last = self.tree.span(unit)
        places = self._trader_places
        return unit == "*" or bisect_left(places, first) < bisect_left(places, last)

    # --- time ------------------------------------------------------------------------------------------------------

    def index(self, label: str | None) -> int | None:
        """Periods after the first of the horizon; None for an absent label or one of another kind of period."""
        horizon = self.scenario.horizon
        if label is None or not is_of_kind(label, horizon.start):
            return None
        return horizon.index(label)

    def window(self, project: PlacedProject) -> Window | None:
        """The window of a candidate; None when it has none that could be read."""
        start = project.filled.start
        if start is None:
            return None
        preferred = self.index(start.preferred)
        earliest = preferred if start.earliest is None else self.index(start.earliest)
        latest = preferred if start.latest is None else self.index(start.latest)
        if preferred is None or earliest is None or latest is None:
            return None
        return Window(earliest, preferred, latest)

    def starts(self, project: PlacedProject) -> range | None:
        """The period indices at which a project can start; None when that is not known."""
        if project.in_flight:
            return range(1)
        window = self.window(project)
        if window is None:
            return None
        return range(max(window.earliest, 0), max(min(window.latest, self.scenario.horizon.periods - 1) + 1, 0))

    @cached_property
    def horizon_in_calendar(self) -> bool:
        """Whether the last period of the horizon has a label."""
        horizon = self.scenario.horizon
        return horizon.first.number + horizon.periods - 1 <= _LAST_NUMBER[horizon.kind]

    def occupied(self, project: PlacedProject) -> int:
        """The most periods of the horizon that a project can occupy."""
        return min(project.filled.duration, self.scenario.horizon.periods)


def is_of_kind(label: str, other: str) -> bool:
    """Whether two labels name periods of the same length: the sign after the hyphen tells."""
    return kind_sign(label) == kind_sign(other)


def kind_sign(label: str) -> str:
    """Q for a quarter, W for a week, nothing for a month."""
    return label[5] if label[5] in "QW" else ""


def _ids_in(name: str, rows: Any) -> Iterator[tuple[Path, str]]:
    if isinstance(rows, (list, tuple)):
        for index, row in enumerate(rows):
            if isinstance(row, dict) and isinstance(row.get("id"), str):
                yield (name, index), row["id"]


def total_effort(effort: Efforts | None, periods: int) -> int:
    """Permille-periods of a profile over its first `periods` periods."""
    if effort is None:
        return 0
    return effort * periods if isinstance(effort, int) else sum(effort[:periods])


def same_fold(identifiers: Sequence[tuple[Path, str]]) -> Iterator[tuple[Path, str, Path, str]]:
    """Ids that are equal after folding: each with the first one it equals."""
    first: dict[str, tuple[Path, str]] = {}
    for path, identifier in identifiers:
        original_path, original = first.setdefault(folded(identifier), (path, identifier))
        if original_path != path:
            yield path, identifier, original_path, original
