"""What each rule puts into the bound, in the order of the contract: rows, terms in them, profits, claims."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from models.rules import RuleId
from optimizer.checker import (
    commitment,
    concurrency,
    distinct_people,
    excludes,
    friction,
    goal_coverage,
    person_capacity,
    person_fit,
    project_value,
    purchase_budget,
    requires,
    seller_cap,
    stability,
    stop_cost,
    target_coverage,
    utilisation_floor,
)
from optimizer.checker.book import Book, ProjectFacts
from optimizer.checker.bound import hunger_band, initiation_limits, portfolio_balance
from optimizer.checker.engagement import Engagement
from optimizer.checker.row import Claim, EffortStrip, Row, Term


class Rule(Protocol):
    """A rule, by the name it has everywhere."""

    @property
    def RULE(self) -> RuleId: ...  # noqa: N802  # the protocol of a module names its constant


class RowRule(Rule, Protocol):
    """A rule that has rows."""

    def rows(self, book: Book) -> Iterator[Row]: ...


class StartRule(Rule, Protocol):
    """A rule in whose rows the start of a project has coefficients."""

    def of_start(self, book: Book, project: ProjectFacts, start: int, /) -> Iterable[Term]: ...


class EffortRule(Rule, Protocol):
    """A rule in whose rows a person in a role has the effort of each period as coefficients, or minus it.

    Which rows these are depends on person, role and buyer only.
    """

    def of_effort(self, book: Book, engagement: Engagement, /) -> tuple[EffortStrip, ...]: ...


class CandidateRule(Rule, Protocol):
    """A rule in whose rows a person in a role has other coefficients."""

    def of_candidate(self, book: Book, engagement: Engagement, /) -> Iterable[Term]: ...


class ClaimRule(Rule, Protocol):
    """A rule that makes claims, with terms in its own rows."""

    def claims(self, book: Book) -> tuple[Claim, ...]: ...


class ProfitOfNothing(Rule, Protocol):
    """A rule under which it costs something to do nothing, in 10^-6 money unit."""

    def profit_of_nothing(self, book: Book) -> int: ...


class ProfitOfStart(Rule, Protocol):
    """A rule that gives the start of a project a profit, in 10^-6 money unit."""

    def profit_of_start(self, book: Book, project: ProjectFacts, start: int, /) -> int: ...


class ProfitOfCandidate(Rule, Protocol):
    """A rule that gives a person in a role a profit, in 10^-6 money unit."""

    def profit_of_candidate(self, book: Book, engagement: Engagement, /) -> int: ...


ROWS: tuple[RowRule, ...] = (
    distinct_people,
    person_capacity,
    concurrency,
    purchase_budget,
    seller_cap,
    requires,
    excludes,
    initiation_limits,
    stability,
    hunger_band,
    utilisation_floor,
    goal_coverage,
    portfolio_balance,
    target_coverage,
)
ON_STARTS: tuple[StartRule, ...] = (
    requires,
    excludes,
    initiation_limits,
    commitment,
    stability,
    goal_coverage,
    portfolio_balance,
    target_coverage,
)
ON_EFFORT: tuple[EffortRule, ...] = (person_capacity, seller_cap, hunger_band, utilisation_floor)
ON_CANDIDATES: tuple[CandidateRule, ...] = (
    distinct_people,
    concurrency,
    purchase_budget,
    commitment,
    stability,
    portfolio_balance,
)
CLAIMS: tuple[ClaimRule, ...] = (goal_coverage, stability)

OF_NOTHING: tuple[ProfitOfNothing, ...] = (stop_cost, stability)
OF_STARTS: tuple[ProfitOfStart, ...] = (project_value, stop_cost, stability)
OF_CANDIDATES: tuple[ProfitOfCandidate, ...] = (person_fit, friction, stability)


def terms_of_start(book: Book, project: ProjectFacts, start: int) -> Iterator[tuple[RuleId, Iterable[Term]]]:
    """All terms of a start, by rule."""
    for rule in ON_STARTS:
        yield rule.RULE, rule.of_start(book, project, start)


def terms_of_candidate(book: Book, engagement: Engagement) -> Iterator[tuple[RuleId, Iterable[Term]]]:
    """All terms of a person in a role, by rule."""
    for of_effort in ON_EFFORT:
        yield (
            of_effort.RULE,
            [
                (ids, engagement.first, [sign * effort for effort in engagement.efforts])
                for ids, sign in of_effort.of_effort(book, engagement)
            ],
        )
    for rule in ON_CANDIDATES:
        yield rule.RULE, rule.of_candidate(book, engagement)
