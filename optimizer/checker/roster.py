"""Who may fill each role of each project at each start: the choices there are.

Qualifications are looked up as sets of people, one bit each, kept by what is asked. Whoever is in is whoever the rule
`eligibility` has nothing against; the tests compare the two person by person.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from models.project import StaffingNeed
from optimizer.checker.book import Book, PersonFacts, ProjectFacts
from optimizer.checker.engagement import Engagement, engage

People = int
"""A set of people: bit n stands for the n-th person of the scenario."""


@dataclass(frozen=True, slots=True)
class Option:
    """A start that a project has, and for each role it asks for those who may fill it: never nobody."""

    start: int
    slots: tuple[tuple[str, list[Engagement]], ...]


class Roster:
    """Answers who may be chosen; to be had from the book, which keeps it."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._people = tuple(book.people.values())
        self._bit = {person.id: 1 << place for place, person in enumerate(self._people)}
        self._sets: dict[tuple[str | int, ...], People] = {}
        self._lists: dict[People, tuple[PersonFacts, ...]] = {}
        self._fit: dict[tuple[str, str], list[tuple[str, bool | None]]] = {}
        for row in book.scenario.fit:
            self._fit.setdefault((row.project, row.role), []).append((row.person, row.eligible))

    def options(self, project: ProjectFacts) -> Iterator[Option]:
        """The starts of a project at which every role can be filled."""
        eligible = [(role, self.eligible(project, role)) for role in project.profiles]
        for start in project.starts:
            slots = tuple((role, self._at(project, role, people, start)) for role, people in eligible)
            if all(engagements for _, engagements in slots):
                yield Option(start, slots)

    def eligible(self, project: ProjectFacts, role: str) -> tuple[PersonFacts, ...]:
        """Those who may fill a role at some start, as far as the smallest purchase lets them."""
        return self._listed(self._eligible(project, role))

    def in_two_roles(self, project: ProjectFacts) -> tuple[PersonFacts, ...]:
        """Those who are eligible for more than one role of a project."""
        once = twice = 0
        for role in project.profiles:
            people = self._eligible(project, role)
            twice |= once & people
            once |= people
        return self._listed(twice)

    def _at(self, project: ProjectFacts, role: str, people: Iterable[PersonFacts], start: int) -> list[Engagement]:
        """The engagements at a start; purchases below the smallest fall away, but for an incumbent's."""
        book, market = self._book, self._book.market
        occupied, profile = book.inside(start, project.duration), project.profiles[role]
        least = market.min_effort * len(occupied)
        too_little = sum(profile[occupied.start - start : occupied.stop - start]) < least
        if len(occupied) < market.min_periods or too_little:
            # Most purchases fall away before anything is computed; fit may ask another effort of a person.
            other = () if len(occupied) < market.min_periods else self._fit.get((project.id, role), ())
            may = {person for person, _ in other} | {project.incumbents.get(role)}
            people = [person for person in people if person.unit == project.buyer or person.id in may]
        return [
            engagement
            for person in people
            if (engagement := engage(book, project, role, person, start)).total >= least
            or not engagement.purchased
            or engagement.incumbent
        ]

    def _eligible(self, project: ProjectFacts, role: str) -> People:
        qualified, market = self._qualified(project.needs[role]), self._market(project.buyer, role)
        listed = self._fit.get((project.id, role), ())
        if self._book.scenario.fit_is_complete:
            qualified &= sum({self._bit[person] for person, _ in listed})
        for person, eligible in listed:
            if eligible is True:
                qualified |= self._bit[person] & self._with_role(role)
            elif eligible is False:
                qualified &= ~self._bit[person]
        incumbent = project.incumbents.get(role)
        return qualified & market | (0 if incumbent is None else self._bit[incumbent])

    def _qualified(self, need: StaffingNeed) -> People:
        found = self._with_role(need.role)
        found &= self._kept(("grade", need.min_grade), lambda person: person.person.grade >= need.min_grade)
        for skill, level in need.skills.items():
            found &= self._kept(("skill", skill, level), _has_skill(skill, level))
        for language in need.languages:
            found &= self._kept(("language", language), _speaks(language))
        return found

    def _with_role(self, role: str) -> People:
        return self._kept(("role", role), lambda person: role in person.person.roles)

    def _market(self, buyer: str, role: str) -> People:
        """The people whom a buyer has or may buy for a role."""
        return self._kept(
            ("market", buyer, role), lambda person: person.unit == buyer or self._on_sale(person, role, buyer)
        )

    def _on_sale(self, person: PersonFacts, role: str, buyer: str) -> bool:
        book, scope = self._book, self._book.market.scope
        if not person.person.lendable or scope == "none":
            return False
        if scope == "region" and book.organisation.distance(person.unit, buyer) != "same_region":
            return False
        return book.rates.rate(buyer, person.unit, person.person.grade, role) is not None

    def _kept(self, key: tuple[str | int, ...], test: Callable[[PersonFacts], bool]) -> People:
        """The people who pass a test, found once for each key."""
        found = self._sets.get(key)
        if found is None:
            found = self._sets[key] = sum(1 << place for place, person in enumerate(self._people) if test(person))
        return found

    def _listed(self, people: People) -> tuple[PersonFacts, ...]:
        """The people of a set, in the order of the scenario."""
        if people not in self._lists:
            bits = bin(people)[:1:-1]
            self._lists[people] = tuple(self._people[place] for place, bit in enumerate(bits) if bit == "1")
        return self._lists[people]


def _has_skill(skill: str, level: int) -> Callable[[PersonFacts], bool]:
    return lambda person: person.person.skills.get(skill, 0) >= level


def _speaks(language: str) -> Callable[[PersonFacts], bool]:
    return lambda person: language in person.person.languages
