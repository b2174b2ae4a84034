"""What a bound is about: money under a limit on unmet commitments, or the number of commitments met.

Both are asked of the same choices and rows; profits differ, and the count of commitments knows hard rows only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from models.quantities import MICRO_SCALE
from models.rules import RuleId
from optimizer.checker import commitment
from optimizer.checker.book import Book, ProjectFacts
from optimizer.checker.bound import rules
from optimizer.checker.engagement import Engagement
from optimizer.checker.row import Row


class Aim(Protocol):
    """Rows and profits of one question; profits in 10^-6 of its unit."""

    def rows(self, book: Book) -> Iterator[tuple[RuleId, Row]]:
        """All rows there are."""

    def of_nothing(self, book: Book) -> int:
        """The profit of choosing nothing."""

    def of_start(self, book: Book, project: ProjectFacts, start: int) -> int:
        """What a start adds."""

    def of_candidate(self, book: Book, engagement: Engagement) -> int:
        """What a person in a role adds."""

    def of_claim(self) -> int:
        """What a claim adds."""


@dataclass(frozen=True, slots=True)
class Money:
    """The objective of plans that leave at most `unmet_limit` commitments unmet."""

    unmet_limit: int

    def rows(self, book: Book) -> Iterator[tuple[RuleId, Row]]:
        """The rows of all rules, and the limit on unmet commitments."""
        for rule in rules.ROWS:
            for row in rule.rows(book):
                yield rule.RULE, row
        yield commitment.RULE, commitment.limit(book, self.unmet_limit)

    def of_nothing(self, book: Book) -> int:
        """What doing nothing costs."""
        return sum(rule.profit_of_nothing(book) for rule in rules.OF_NOTHING)

    def of_start(self, book: Book, project: ProjectFacts, start: int) -> int:
        """The money that a start brings."""
        return sum([rule.profit_of_start(book, project, start) for rule in rules.OF_STARTS])

    def of_candidate(self, book: Book, engagement: Engagement) -> int:
        """The money that a person in a role brings."""
        return sum([rule.profit_of_candidate(book, engagement) for rule in rules.OF_CANDIDATES])

    def of_claim(self) -> int:
        """Claims bring no money."""
        return 0


@dataclass(frozen=True, slots=True)
class CommitmentsMet:
    """The number of commitments met, less all there are: never above 0."""

    def rows(self, book: Book) -> Iterator[tuple[RuleId, Row]]:
        """The rows that may not be passed."""
        for rule in rules.ROWS:
            for row in rule.rows(book):
                if any(hinge.price is None for hinge in row.hinges):
                    yield rule.RULE, row

    def of_nothing(self, book: Book) -> int:
        """Minus what doing nothing leaves unmet."""
        return commitment.met_of_nothing(book) * MICRO_SCALE

    def of_start(self, book: Book, project: ProjectFacts, start: int) -> int:
        """What a start meets."""
        return commitment.met_of_start(book, project, start) * MICRO_SCALE

    def of_candidate(self, book: Book, engagement: Engagement) -> int:
        """What a person in a role breaks."""
        return commitment.met_of_candidate(book, engagement) * MICRO_SCALE

    def of_claim(self) -> int:
        """A claim is one commitment met."""
        return MICRO_SCALE
