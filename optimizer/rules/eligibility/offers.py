"""Everybody who may fill a need, with what fit and incumbency change."""

from dataclasses import dataclass, field

import numpy as np

from models.project import Fit
from optimizer.draft import Needs, Offers
from optimizer.facts import Facts
from optimizer.facts.projects import Profiles
from optimizer.program import Indices
from optimizer.rules.eligibility.purchasable import Purchasable
from optimizer.rules.eligibility.qualified import Qualified


@dataclass
class _Gathering:
    """Offers as they are gathered, need by need."""

    facts: Facts
    qualified: Qualified
    purchasable: Purchasable
    profiles: Profiles = field(default_factory=Profiles)
    people: list[Indices] = field(default_factory=list)
    terms: list[Indices] = field(default_factory=list)
    asked: list[int] = field(default_factory=list)
    changed: list[tuple[int, int, int]] = field(default_factory=list)
    """Where fit changes an offer: its place, its profile number, its value."""
    exempt: list[int] = field(default_factory=list)
    count: int = 0
    _usable: dict[tuple[int, str, int], tuple[Indices, Indices]] = field(default_factory=dict)

    def add(self, project: int, need: int) -> None:
        """Gather the offers for one role of one project."""
        facts, asked_of = self.facts, self.facts.projects[project]
        asked = asked_of.staffing[need]
        buyer = facts.project_trader[project]
        people, terms = self._unchanged(self.qualified.for_need(asked), asked.role, buyer)
        incumbent = (
            facts.person_index[asked_of.incumbents[asked.role]]
            if (asked_of.in_flight and asked.role in asked_of.incumbents)
            else None
        )
        rows = facts.fit_by_need.get((asked_of.id, asked.role), ())
        if rows or facts.scenario.fit_is_complete or incumbent is not None:
            people = self._with_fit(people, rows, asked.role, buyer, incumbent)
            terms = self.purchasable.by(asked.role, buyer)[1][people]
            place_of = {person: self.count + place for place, person in enumerate(people.tolist())}
            self._note_changes(project, need, rows, place_of)
            if incumbent is not None:
                self.exempt.append(place_of[incumbent])
        self.people.append(people)
        self.terms.append(terms)
        self.asked.append(self.profiles.intern(facts.asked[project][need]))
        self.count += len(people)

    def _unchanged(self, qualified: Indices, role: str, buyer: int) -> tuple[Indices, Indices]:
        # `qualified` is kept by its index, so its identity names the distinct need.
        key = (id(qualified), role, buyer)
        if key not in self._usable:
            allowed, numbers = self.purchasable.by(role, buyer)
            people = qualified[allowed[qualified]]
            self._usable[key] = (people, numbers[people])
        return self._usable[key]

    def _with_fit(
        self, people: Indices, rows: tuple[Fit, ...], role: str, buyer: int, incumbent: int | None
    ) -> Indices:
        index, allowed = self.facts.person_index, self.purchasable.by(role, buyer)[0]
        chosen = set(people.tolist())
        if self.facts.scenario.fit_is_complete:
            chosen &= {index[row.person] for row in rows}
        for row in rows:
            person = index[row.person]
            if row.eligible is False:
                chosen.discard(person)
            elif row.eligible and self.qualified.holds(person, role) and allowed[person]:
                chosen.add(person)
        if incumbent is not None:
            chosen.add(incumbent)
        return np.array(sorted(chosen), np.int32)

    def _note_changes(self, project: int, need: int, rows: tuple[Fit, ...], place_of: dict[int, int]) -> None:
        for row in rows:
            place = place_of.get(self.facts.person_index[row.person])
            if place is not None:
                profile = self.facts.profile(project, need, row.person)
                self.changed.append((place, self.profiles.intern(profile), row.value))

    def finished(self) -> Offers:
        """The offers of all needs."""
        counts = np.array([len(people) for people in self.people], np.int64)
        profile = np.repeat(np.array(self.asked, np.int32), counts)
        value = np.zeros(self.count, np.int64)
        for place, number, money in self.changed:
            profile[place], value[place] = number, money
        exempt = np.zeros(self.count, bool)
        exempt[self.exempt] = True
        nobody = np.zeros(0, np.int32)
        return Offers(
            pointer=np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)]),
            person=np.concatenate([*self.people, nobody]),
            profile=profile,
            terms=np.concatenate([*self.terms, nobody]),
            value=value,
            exempt=exempt,
            profiles=tuple(self.profiles),
            terms_list=tuple(self.purchasable.terms),
        )


def offers_of(facts: Facts, needs: Needs) -> Offers:
    """Everybody who may fill each need, at any start of the project."""
    gathering = _Gathering(facts, Qualified(facts.people), Purchasable(facts))
    for project, need in zip(needs.project.tolist(), needs.place.tolist(), strict=True):
        gathering.add(project, need)
    return gathering.finished()
