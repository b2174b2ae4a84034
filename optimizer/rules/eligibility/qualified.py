"""Who has what a need asks for: role, grade, skills, languages. Answers are kept per distinct need."""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from models.people import Person
from models.project import StaffingNeed
from optimizer.program import Flags, Indices, Ints

Asked = tuple[str, int, tuple[tuple[str, int], ...], tuple[str, ...]]


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
    def _skills(self) -> dict[str, dict[int, int]]:
        skills: dict[str, dict[int, int]] = {}
        for place, person in enumerate(self.people):
            for skill, level in person.skills.items():
                skills.setdefault(skill, {})[place] = level
        return skills

    @cached_property
    def _speakers(self) -> dict[str, Flags]:
        speakers: dict[str, Flags] = {}
        for place, person in enumerate(self.people):
            for language in person.languages:
                speakers.setdefault(language, np.zeros(len(self.people), bool))[place] = True
        return speakers

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
            levels = self._skills.get(skill, {})
            people = people[[levels.get(person, 0) >= least for person in people.tolist()]]
        nobody = np.zeros(len(self.people), bool)
        for language in need.languages:
            people = people[self._speakers.get(language, nobody)[people]]
        return people
