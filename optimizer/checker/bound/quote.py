"""What each project is worth at given prices: every start, and the best person in each role.

People and starts that cannot be in any plan are left out. A bound is made of these quotes; whoever restricts a project
(to some starts, to run, not to run) asks the same quote.
"""

from collections.abc import Container
from dataclasses import dataclass

from models.rules import RuleId
from optimizer.checker import commitment
from optimizer.checker.book import Book, ProjectFacts
from optimizer.checker.bound.aim import Aim
from optimizer.checker.bound.price import PARTS
from optimizer.checker.bound.room import Room
from optimizer.checker.bound.rules import CLAIMS
from optimizer.checker.bound.tariff import Tariff
from optimizer.checker.engagement import Engagement
from optimizer.checker.roster import Option, Roster
from optimizer.checker.row import Claim


@dataclass(frozen=True, slots=True)
class RoleQuote:
    """The best person in a role, and what that person adds: profit less charges, in parts of 10^-6."""

    role: str
    person: str
    value: int


@dataclass(frozen=True, slots=True)
class StartQuote:
    """A start: what it adds by itself, in parts of 10^-6, and the best person in each role."""

    start: int
    own: int
    roles: tuple[RoleQuote, ...]

    @property
    def value(self) -> int:
        """What the start is worth with the best people."""
        return self.own + sum(role.value for role in self.roles)


@dataclass(frozen=True, slots=True)
class Quote:
    """A group, that is a project or a claim, with every start it has."""

    group: str
    starts: tuple[StartQuote, ...]

    def best(self, starts: Container[int] | None = None, *, must_run: bool = False) -> int | None:
        """The most the group can be worth, in parts of 10^-6: of the starts allowed (None: all), or of staying away.

        None where it must run and cannot.
        """
        values = [each.value for each in self.starts if starts is None or each.start in starts]
        return max(values if must_run else [0, *values], default=None)

    def at(self, start: int) -> StartQuote:
        """The start in a period. Raises KeyError when the group has none there."""
        for each in self.starts:
            if each.start == start:
                return each
        raise KeyError(self.group, start)

    @property
    def worth(self) -> int:
        """The most the group can be worth without restriction."""
        return max([0, *(each.value for each in self.starts)])


class Quoter:
    """Asks what projects, people and claims are worth at the prices of a tariff."""

    def __init__(self, book: Book, aim: Aim, tariff: Tariff) -> None:
        self.book, self.aim, self.tariff = book, aim, tariff
        self._room = book.once(Room)

    def quotes(self) -> tuple[Quote, ...]:
        """All projects in the order of the scenario, then all claims."""
        return (*map(self.of_project, self.book.projects.values()), *self.of_claims())

    def of_project(self, project: ProjectFacts) -> Quote:
        """One project."""
        options = self.book.once(Roster).options(project)
        starts = (self._of_start(project, option) for option in options if self._room.has_start(project, option.start))
        return Quote(project.id, tuple(start for start in starts if start is not None))

    def of_claims(self) -> tuple[Quote, ...]:
        """The claims that commitments are met."""
        return tuple(
            Quote(claim.name, (StartQuote(0, self._of_claim(rule.RULE, claim), ()),))
            for rule in CLAIMS
            for claim in rule.claims(self.book)
        )

    def _of_claim(self, rule: RuleId, claim: Claim) -> int:
        charge = self.tariff.of_terms(rule, claim.terms) + self.tariff.of_terms(commitment.RULE, commitment.OF_CLAIM)
        return self.aim.of_claim() * PARTS - charge

    def of_candidate(self, engagement: Engagement) -> int:
        """One person in one role."""
        return self.aim.of_candidate(self.book, engagement) * PARTS - self.tariff.of_candidate(engagement)

    def _of_start(self, project: ProjectFacts, option: Option) -> StartQuote | None:
        """The start, with the best of those who fit; None where there is nobody for a role."""
        has_room, start = self._room.has, option.start
        slots = [(role, [each for each in people if has_room(each)]) for role, people in option.slots]
        if not all(people for _, people in slots):
            return None
        own = self.aim.of_start(self.book, project, start) * PARTS - self.tariff.of_start(project, start)
        return StartQuote(start, own, tuple(self._best(role, people) for role, people in slots))

    def _best(self, role: str, people: list[Engagement]) -> RoleQuote:
        """The best of these people; of equals the first."""
        values = [self.of_candidate(engagement) for engagement in people]
        value = max(values)
        return RoleQuote(role, people[values.index(value)].person.id, value)
