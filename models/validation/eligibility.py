"""Who could fill a role at all, asked for thousands of needs: sets of people as bits of integers.

People are indexed once by role, grade, skill and language; needs that ask the same share one answer.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from models.project import StaffingNeed
from models.quantities import RATIO_SCALE, half_up
from models.validation.subject import PlacedProject, Subject

Key = TypeVar("Key", bound=Hashable)
Signature = tuple[str, int, tuple[tuple[str, int], ...], tuple[str, ...]]


_MOST_BYTES = 256 * 2**20
"""Room for all sets of people that are kept; a scenario in which every person is a kind of their own may need more."""

_MOST_KEPT = 4_096
"""Answers of the size of a set that are kept at a time."""


class TooManyKinds(Exception):
    """The people are so many and so different that their sets do not fit in the room allowed."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """The requirement that keeps most people from a role: `excluded` of `people` who have the role."""

    requirement: str
    name: str
    excluded: int
    people: int


class Pools:
    """The people of a scenario by what they bring; a set of people is an integer with their bits set."""

    def __init__(self, subject: Subject) -> None:
        self._subject = subject
        self._people = subject.scenario.people
        self._room = _MOST_BYTES
        self._qualified: dict[Signature, int] = {}
        self._scope: dict[str, int] = {}
        self._rated: dict[tuple[str | None, str], int] = {}
        self._answers: dict[tuple[Signature, str | None, bool], Obstacle | None] = {}
        self._forbidden: dict[tuple[str, str], int] = {}
        self._admitted: dict[tuple[str, str], int] = {}
        self._listed: dict[tuple[str, str], int] = {}
        self._sized: dict[tuple[str, str], int] = {}
        self._read_fit()

    def _read_fit(self) -> None:
        bit = self.bit_of
        for fit in self._subject.scenario.fit:
            key, person = (fit.project, fit.role), bit.get(fit.person, 0)
            self._listed[key] = self._listed.get(key, 0) | person
            if fit.eligible is not None:
                side = self._admitted if fit.eligible else self._forbidden
                side[key] = side.get(key, 0) | person
            if fit.effort is not None:
                self._sized[key] = self._sized.get(key, 0) | person

    @cached_property
    def bit_of(self) -> dict[str, int]:
        """The bit of each person."""
        return {person.id: 1 << place for place, person in enumerate(self._people)}

    @cached_property
    def everybody(self) -> int:
        """All people."""
        return (1 << len(self._people)) - 1

    def _gather(self, keys: Iterable[tuple[int, Key]]) -> dict[Key, int]:
        """People by key, from pairs of place and key; whole bytes at a time, since there may be many people."""
        places: dict[Key, bytearray] = {}
        size = len(self._people) // 8 + 1
        for place, key in keys:
            row = places.get(key)
            if row is None:
                self._room -= size
                if self._room < 0:
                    raise TooManyKinds
                row = places[key] = bytearray(size)
            row[place >> 3] |= 1 << (place & 7)
        return {key: int.from_bytes(row, "little") for key, row in places.items()}

    @cached_property
    def _by_role(self) -> dict[str, int]:
        return self._gather((place, role) for place, person in enumerate(self._people) for role in person.roles)

    @cached_property
    def _by_language(self) -> dict[str, int]:
        return self._gather((place, word) for place, person in enumerate(self._people) for word in person.languages)

    @cached_property
    def _by_grade(self) -> dict[int, int]:
        return self._gather((place, person.grade) for place, person in enumerate(self._people))

    @cached_property
    def _by_skill(self) -> dict[str, dict[int, int]]:
        by_pair = self._gather(
            (place, pair) for place, person in enumerate(self._people) for pair in person.skills.items()
        )
        by_skill: dict[str, dict[int, int]] = {}
        for (skill, level), people in by_pair.items():
            by_skill.setdefault(skill, {})[level] = people
        return by_skill

    @cached_property
    def _by_trader(self) -> dict[str | None, int]:
        trading_unit = self._subject.tree.trading_unit
        return self._gather((place, trading_unit(person.unit)) for place, person in enumerate(self._people))

    @cached_property
    def _lendable(self) -> int:
        return self._gather((place, person.lendable) for place, person in enumerate(self._people)).get(True, 0)

    @cached_property
    def _groups(self) -> dict[tuple[str | None, int], int]:
        """People by trading unit and grade: what a rate depends on, besides role and buyer."""
        trading_unit = self._subject.tree.trading_unit
        return self._gather(
            (place, (trading_unit(person.unit), person.grade)) for place, person in enumerate(self._people)
        )

    @cached_property
    def _rates(self) -> dict[tuple[str | None, str | None], list[tuple[int | None, str | None]]]:
        """Grade and seller of the rates for each role and buyer."""
        market = self._subject.scenario.market
        rates: dict[tuple[str | None, str | None], list[tuple[int | None, str | None]]] = {}
        for rate in () if market is None else market.rates:
            rates.setdefault((rate.role, rate.buyer), []).append((rate.grade, rate.seller))
        return rates

    def _at_least(self, levels: dict[int, int], asked: int) -> int:
        people = 0
        for level, holders in levels.items():
            if level >= asked:
                people |= holders
        return people

    def _with_grade(self, grade: int) -> int:
        return self._at_least(self._by_grade, grade)

    def _with_skill(self, skill: str, level: int) -> int:
        return self.everybody if level == 0 else self._at_least(self._by_skill.get(skill, {}), level)

    def _qualified_for(self, signature: Signature) -> int:
        """Those with the grade, skills and languages asked."""
        people = self._qualified.get(signature)
        if people is None:
            people = self.everybody
            for _, _, holders in self._requirements(signature):
                people &= holders
            if len(self._qualified) >= _MOST_KEPT:
                self._qualified.clear()
            self._qualified[signature] = people
        return people

    def _requirements(self, signature: Signature) -> Iterable[tuple[str, str, int]]:
        _, grade, skills, languages = signature
        if grade:
            yield "grade", str(grade), self._with_grade(grade)
        for skill, level in skills:
            yield "skill", f"{skill} ≥ {level}", self._with_skill(skill, level)
        for language in languages:
            yield "language", language, self._by_language.get(language, 0)

    def _in_scope(self, buyer: str) -> int:
        """Those whom the market lets this trading unit look for elsewhere."""
        if buyer not in self._scope:
            if len(self._scope) >= _MOST_KEPT:
                self._scope.clear()
            self._scope[buyer] = self._find_in_scope(buyer)
        return self._scope[buyer]

    def _find_in_scope(self, buyer: str) -> int:
        market, tree = self._subject.scenario.market, self._subject.tree
        if market is None or market.scope == "none":
            return 0
        if market.scope == "company":
            return self.everybody
        region, people = tree.region(buyer), 0
        for trader, holders in self._by_trader.items():
            if trader is None or tree.region(trader) == region:
                people |= holders
        return people

    def _with_rate(self, buyer: str | None, role: str) -> int:
        """Those for whom this buyer (or, for None, any buyer) knows a rate in this role."""
        if (buyer, role) not in self._rated:
            people = self._find_with_rate(buyer, role)
            if len(self._rated) >= _MOST_KEPT:
                self._rated.clear()
            self._rated[buyer, role] = people
        return self._rated[buyer, role]

    def _find_with_rate(self, buyer: str | None, role: str) -> int:
        people = self._by_trader.get(None, 0) if buyer is None else self._with_rate(None, role)
        for named in (role, None):
            for grade, seller in self._rates.get((named, buyer), ()):
                people |= self._sold_as(grade, seller)
        return people

    def _sold_as(self, grade: int | None, seller: str | None) -> int:
        """Those whom a rate of this grade and seller is for."""
        if grade is None:
            return self.everybody if seller is None else self._by_trader.get(seller, 0)
        return self._by_grade.get(grade, 0) if seller is None else self._groups.get((seller, grade), 0)

    def obstacle(self, project: PlacedProject, need: StaffingNeed) -> Obstacle | None:
        """None if somebody could fill the role; else what keeps most people from it."""
        buyer = self._subject.tree.trading_unit(project.own.unit)
        large, signature = self._large_enough(project, need), signature_of(need)
        key = (project.own.id, need.role)
        if key in self._listed or self._subject.scenario.fit_is_complete:
            return self._find_obstacle(signature, buyer, large, key)
        question = (signature, buyer, large)
        if question not in self._answers:
            self._answers[question] = self._find_obstacle(signature, buyer, large, key)
        return self._answers[question]

    def _find_obstacle(
        self, signature: Signature, buyer: str | None, large: bool, key: tuple[str, str]
    ) -> Obstacle | None:
        role = signature[0]
        held, admitted = self._by_role.get(role, 0), self._admitted.get(key, 0)
        listed = self._listed.get(key, 0) if self._subject.scenario.fit_is_complete else self.everybody
        allowed = listed & ~self._forbidden.get(key, 0)
        people = held & allowed & (self._qualified_for(signature) | admitted)
        # Of people outside the tree nothing is known, so nothing is held against them.
        near = self.everybody if buyer is None else self._by_trader.get(buyer, 0) | self._by_trader.get(None, 0)
        if people & near:
            return None
        sized = self.everybody if large else self._sized.get(key, 0)
        if buyer is not None and people:
            people &= sized & self._lendable & self._in_scope(buyer)
            if people and people & self._with_rate(buyer, role):
                return None
        if not held:
            return Obstacle("role", "", len(self._people), 0)
        reasons = [(name, label, ~holders & ~admitted) for name, label, holders in self._requirements(signature)]
        reasons += [("listed", "", ~listed), ("forbidden", "", listed & ~allowed)]
        if buyer is not None:
            reasons += [
                ("scope", "", ~near & ~self._in_scope(buyer)),
                ("lendable", "", ~near & ~self._lendable),
                ("rate", "", ~near & ~self._with_rate(buyer, role)),
                ("smallest_purchase", "", ~near & ~sized),
            ]
        name, label, excluded = max(reasons, key=lambda reason: (held & reason[2]).bit_count())
        return Obstacle(name, label, (held & excluded).bit_count(), held.bit_count())

    def _large_enough(self, project: PlacedProject, need: StaffingNeed) -> bool:
        """Whether at some start the profile reaches the smallest purchase."""
        market = self._subject.scenario.market
        if market is None or (market.min_effort == 0 and market.min_periods <= 1):
            return True
        starts, most = self._subject.starts(project), self._subject.occupied(project)
        if not starts:
            return True  # unknown, or found already by the check of windows
        effort = permille_of(need, self._subject.scenario.policy.hours_per_fte)
        periods = self._subject.scenario.horizon.periods
        fewest = max(min(most, periods - starts[-1]), market.min_periods, 1)
        most = min(most, periods - starts[0])
        if isinstance(effort, int):
            return fewest <= most and effort >= market.min_effort
        total = sum(effort[: fewest - 1])
        for occupied in range(fewest, min(most, len(effort)) + 1):
            total += effort[occupied - 1]
            if total >= market.min_effort * occupied:
                return True
        return False


def signature_of(need: StaffingNeed) -> Signature:
    """What a need asks of a person."""
    return need.role, need.min_grade, tuple(sorted(need.skills.items())), need.languages


def permille_of(need: StaffingNeed, hours_per_fte: int) -> int | tuple[int, ...]:
    """The effort a need asks for, from reviews where it states those: reviews × hours / hours per FTE."""
    if need.effort is not None:
        return need.effort
    if need.reviews_per_period is None or need.hours_per_review is None or hours_per_fte == 0:
        return 0
    hours = need.reviews_per_period * need.hours_per_review * 1000
    return half_up(hours, hours_per_fte * RATIO_SCALE)
