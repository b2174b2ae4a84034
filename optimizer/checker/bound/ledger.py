"""What lies between a plan and its bound, entry by entry: no entry but the rounding is below 0, and all sum exactly."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from models.choices import Choice
from models.plan import Plan
from models.rules import RuleId
from optimizer.checker.book import Book, ProjectFacts
from optimizer.checker.bound.conjugate import conjugate
from optimizer.checker.bound.levels import chosen, claims_that_hold, levels_of
from optimizer.checker.bound.price import PARTS
from optimizer.checker.bound.quote import Quote
from optimizer.checker.bound.recompute import Relaxation
from optimizer.checker.case import Case
from optimizer.checker.row import Row


@dataclass(frozen=True, slots=True)
class Entry:
    """What one choice or row leaves on the table, in 10^-12 of 10^-6 money unit.

    `project` and `claim`: the group's best start (or staying away) against the start chosen with its best people.
    `candidate` (project, role): the best person against the one chosen. `row`: the row may be worth more at its price
    than at the level that the plan has. `rounding`: what the bound drops below 10^-6.
    """

    kind: Literal["project", "claim", "candidate", "row", "rounding"]
    ids: tuple[str, ...]
    amount: int
    rule: RuleId | None = None


def ledger(book: Book, plan: Plan, relaxed: Relaxation) -> tuple[Entry, ...]:
    """The entries that are not 0, for an accepted plan and the relaxation at its prices."""
    case = Case(book, plan.choices(book.horizon))
    rows = (*_rows(case, relaxed), *_rounded(case, relaxed))
    entries = (*_choices(case, relaxed), *_claims(case, relaxed), *rows, _rounding(relaxed))
    return tuple(entry for entry in entries if entry.amount)


def _choices(case: Case, relaxed: Relaxation) -> Iterator[Entry]:
    for project, quote in zip(case.book.projects.values(), relaxed.quotes, strict=False):
        choice = case.choices.get(project.id)
        if choice is None:
            yield Entry("project", (project.id,), quote.worth)
        else:
            yield from _of_running(case.book, project, choice, quote, relaxed)


def _of_running(
    book: Book, project: ProjectFacts, choice: Choice, quote: Quote, relaxed: Relaxation
) -> Iterator[Entry]:
    chosen = quote.at(choice.start)
    yield Entry("project", (project.id,), quote.worth - chosen.value)
    for best in chosen.roles:
        person = book.people[choice.people[best.role]]
        value = relaxed.quoter.of_candidate(book.engagement(project, best.role, person, choice.start))
        yield Entry("candidate", (project.id, best.role), best.value - value)


def _claims(case: Case, relaxed: Relaxation) -> Iterator[Entry]:
    held = {claim.name for _, claim in claims_that_hold(case)}
    for quote in relaxed.quotes[len(case.book.projects) :]:
        chosen = quote.starts[0].value if quote.group in held else 0
        yield Entry("claim", (quote.group,), quote.worth - chosen)


def _rows(case: Case, relaxed: Relaxation) -> Iterator[Entry]:
    levels = levels_of(case)
    for rule, row in relaxed.quoter.aim.rows(case.book):
        yield Entry(
            "row", (row.name(rule),), _slack(row, relaxed.quoter.tariff.price(rule, row), levels(rule, row)), rule
        )


def _rounded(case: Case, relaxed: Relaxation) -> Iterator[Entry]:
    """Rounded rows: their levels are sums of what is rounded choice by choice, so these are added up in charges."""
    charged: dict[str, int] = {}
    for rule, terms in chosen(case) if relaxed.quoter.tariff.rounded.rows else ():
        for name, charge in relaxed.quoter.tariff.rounded.by_row(rule, terms):
            charged[name] = charged.get(name, 0) + charge
    for rounded in relaxed.quoter.tariff.rounded.rows:
        won = conjugate(rounded.row, rounded.slope)
        assert won is not None, "a relaxation has prices inside the slopes only"
        yield Entry("row", (rounded.name,), won - charged.get(rounded.name, 0), rounded.rule)


def _slack(row: Row, price: int, level: int) -> int:
    won = conjugate(row, price)
    assert won is not None, "a relaxation has prices inside the slopes only"
    return won - (price * level - row.cost(level) * PARTS)


def _rounding(relaxed: Relaxation) -> Entry:
    return Entry("rounding", (), -(relaxed.bound % PARTS))
