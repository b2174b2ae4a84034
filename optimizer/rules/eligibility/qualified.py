"""Who has what a need asks for: role, grade, skills, languages. Answers are kept per distinct need."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from models.people import Person
from models.project import StaffingNeed
from optimizer.program import Indices, Ints

Asked = tuple[str, int, tuple[tuple[str, int], ...], tuple[str, ...]]

_NOBODY = np.zeros(0, np.int32)
_NO_LEVELS = np.zeros(0, np.int64)


@dataclass
class Qualified:
    """An index over people that answers who meets a need."""

    people: tuple[Person, ...]
    _answers: dict[Asked, Indices] = field(default_factory=dict)

    @cached_property
    def _grade(self) -> Ints:
        return np.array([person.grade for person in self.people], np.int64)

    @cached_property
    def _holders(self) -> dict[str, list[int]]:
        holders: dict[str, list[int]] = {}
        for place, person in enumerate(self.people):
            for role in dict.fromkeys(person.roles):
                holders.setdefault(role, []).append(place)
        return holders

    @cached_property
    def _skills(self) -> dict[str, tuple[Indices, Ints]]:
        """By skill those who have it (ascending), and their levels."""
        skills: dict[str, tuple[list[int], list[int]]] = {}
        for place, person in enumerate(self.people):
            for skill, level in person.skills.items():
                places, levels = skills.setdefault(skill, ([], []))
                places.append(place)
                levels.append(level)
        return {
            skill: (np.array(places, np.int32), np.array(levels, np.int64))
            for skill, (places, levels) in skills.items()
        }

    @cached_property
    def _speakers(self) -> dict[str, Indices]:
        speakers: dict[str, list[int]] = {}
        for place, person in enumerate(self.people):
            for language in dict.fromkeys(person.languages):
                speakers.setdefault(language, []).append(place)
        return {language: np.array(places, np.int32) for language, places in speakers.items()}

    def holds(self, person: int, role: str) -> bool:
        """Whether a person has a role."""
        return role in self.people[person].roles

    def for_need(self, need: StaffingNeed) -> Indices:
        """The people (indices, ascending) who have role, grade, skills and languages."""
        asked = (need.role, need.min_grade, tuple(sorted(need.skills.items())), tuple(sorted(need.languages)))
        if asked not in self._answers:
            self._answers[asked] = self._look_up(need)
        return self._answers[asked]

    def _look_up(self, need: StaffingNeed) -> Indices:
        people = np.array(self._holders.get(need.role, []), np.int32)
        people = people[self._grade[people] >= need.min_grade]
        for skill, least in need.skills.items():
            if least > 0:
                places, levels = self._skills.get(skill, (_NOBODY, _NO_LEVELS))
                people = _both(people, places[levels >= least])
        for language in need.languages:
            people = _both(people, self._speakers.get(language, _NOBODY))
        return people


def _both(people: Indices, others: Indices) -> Indices:
    """Those in both, ascending; each is listed once on either side."""
    return np.intersect1d(people, others, assume_unique=True)
