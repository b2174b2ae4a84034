"""What one project brings and what it is charged at the prices of a plan, rule by rule and row by row."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from models.choices import Choices
from models.rules import RuleId
from optimizer.checker.book import Book, ProjectFacts
from optimizer.checker.bound import rules
from optimizer.checker.bound.price import PARTS
from optimizer.checker.bound.quote import Quote, StartQuote
from optimizer.checker.bound.recompute import Relaxation
from optimizer.checker.engagement import Engagement

Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Profit:
    """What a rule brings, in 10^-12 of 10^-6 money unit; below 0 it costs."""

    rule: RuleId
    amount: int


@dataclass(frozen=True, slots=True)
class Charge:
    """What the price of a row charges, in 10^-12 of 10^-6 money unit; below 0 the row gives, as a target does."""

    rule: RuleId
    row: str
    amount: int


@dataclass(frozen=True, slots=True)
class Account:
    """A project at one start with certain people: profits less charges is what it is worth at these prices.

    Of a project that runs it is the account of what was chosen, of any other that of its best start and people.
    `start` counts periods from 0; None where a project has no start at all.
    """

    project: str
    runs: bool
    start: int | None
    people: tuple[tuple[str, str], ...]
    profits: tuple[Profit, ...]
    charges: tuple[Charge, ...]

    @property
    def brings(self) -> int:
        """The sum of profits."""
        return sum(profit.amount for profit in self.profits)

    @property
    def pays(self) -> int:
        """The sum of charges."""
        return sum(charge.amount for charge in self.charges)

    @property
    def net(self) -> int:
        """What the project is worth at these prices."""
        return self.brings - self.pays


def accounts(relaxed: Relaxation, choices: Choices) -> Iterator[Account]:
    """The account of every project, in the order of the scenario."""
    for project, quote in zip(relaxed.quoter.book.projects.values(), relaxed.quotes, strict=False):
        choice = choices.get(project.id)
        if choice is not None:
            yield _account(relaxed, project, choice.start, choice.people, runs=True)
        elif quote.starts:
            best = _best(quote)
            people = {role.role: role.person for role in best.roles}
            yield _account(relaxed, project, best.start, people, runs=False)
        else:
            yield Account(project.id, False, None, (), (), ())


def _best(quote: Quote) -> StartQuote:
    return max(quote.starts, key=lambda start: start.value)


def _account(
    relaxed: Relaxation, project: ProjectFacts, start: int, people: Mapping[str, str], *, runs: bool
) -> Account:
    book = relaxed.quoter.book
    engaged = [book.engagement(project, role, book.people[people[role]], start) for role in project.profiles]
    return Account(
        project.id,
        runs,
        start,
        tuple((engagement.role, engagement.person.id) for engagement in engaged),
        tuple(_profits(book, project, start, engaged)),
        tuple(_charges(relaxed, project, start, engaged)),
    )


def _profits(book: Book, project: ProjectFacts, start: int, engaged: list[Engagement]) -> Iterator[Profit]:
    found = [(rule.RULE, rule.profit_of_start(book, project, start)) for rule in rules.OF_STARTS]
    found += [(rule.RULE, rule.profit_of_candidate(book, each)) for rule in rules.OF_CANDIDATES for each in engaged]
    for rule, amount in _summed(found).items():
        yield Profit(rule, amount * PARTS)


def _charges(relaxed: Relaxation, project: ProjectFacts, start: int, engaged: list[Engagement]) -> Iterator[Charge]:
    book, tariff = relaxed.quoter.book, relaxed.quoter.tariff
    terms = [*rules.terms_of_start(book, project, start)]
    for engagement in engaged:
        terms += rules.terms_of_candidate(book, engagement)
    by_row = [((rule, row), amount) for rule, of_rule in terms for row, amount in tariff.by_row(rule, of_rule)]
    for (rule, row), amount in _summed(by_row).items():
        yield Charge(rule, row, amount)


def _summed(amounts: Iterable[tuple[Key, int]]) -> dict[Key, int]:
    """The sums by key that are not 0."""
    sums: dict[Key, int] = {}
    for key, amount in amounts:
        sums[key] = sums.get(key, 0) + amount
    return {key: amount for key, amount in sums.items() if amount}
