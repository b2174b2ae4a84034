"""One project in full at the prices of a plan: its starts, and for each role the best people against the chosen one.

Everything is by prices: what a start or a person is worth counts what the prices charge for all that they take, as if
that could be bought and sold at these prices. Whether it fits together is another matter, and why the bound is a bound.
"""

from dataclasses import dataclass

from models.plan import Plan
from models.scenario import Scenario
from optimizer.certificate import Charge, Relaxation, StartQuote, accounts, relaxation
from optimizer.checker import Auditor
from optimizer.checker.book import ProjectFacts
from optimizer.checker.roster import Roster
from optimizer.explain.why import Why, cents, why_of


@dataclass(frozen=True, slots=True)
class StartAt:
    """A start with its best people: a label, and its net worth in 0.01 money unit."""

    start: str
    net: int


@dataclass(frozen=True, slots=True)
class Seat:
    """A person for a role: what they add at these prices (fit less friction less all charges), in 0.01 money unit."""

    role: str
    person: str
    adds: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Alternatives:
    """A project, and what else could be done with it.

    `starts`: all of them, the best first. `seats`: by role in the order of the staffing, people at the start of `why`,
    the best first. `charges`: by row, as in the certificate, the largest first. `to_flip`: by how much the worth of
    the project would have to change, in 0.01 money unit, before these prices speak for the other decision; at or
    below 0 they do so already, None where it has no start.
    """

    why: Why
    starts: tuple[StartAt, ...]
    seats: tuple[Seat, ...]
    charges: tuple[Charge, ...]
    to_flip: int | None


def alternatives(scenario: Scenario | Auditor, plan: Plan, project: str) -> Alternatives:
    """Those of one project of an accepted plan with prices. Raises certificate.Unproved; KeyError for no project."""
    auditor = scenario if isinstance(scenario, Auditor) else Auditor(scenario)
    relaxed = relaxation(auditor, plan)
    facts = auditor.book.projects[project]
    horizon, place = auditor.scenario.horizon, [*auditor.book.projects].index(project)
    account, quote = accounts(auditor, plan)[place], relaxed.quotes[place]
    record = why_of(account, quote, relaxed.bound, plan.objective.total, horizon)
    ranked = sorted(quote.starts, key=_worst_last)
    return Alternatives(
        why=record,
        starts=tuple(StartAt(horizon.label(start.start), cents(start.value)) for start in ranked),
        seats=() if account.start is None else _seats(relaxed, facts, account.start, record),
        charges=tuple(sorted(account.charges, key=_largest_first)),
        to_flip=None if record.best is None else record.best if record.runs else -record.best,
    )


def _worst_last(start: StartQuote) -> tuple[int, int]:
    return -start.value, start.start


def _seats(relaxed: Relaxation, project: ProjectFacts, start: int, record: Why) -> tuple[Seat, ...]:
    chosen = dict(record.people) if record.runs else {}
    book = relaxed.quoter.book
    option = next(option for option in book.once(Roster).options(project) if option.start == start)
    seats: list[Seat] = []
    for role, engagements in option.slots:
        of_role = [
            Seat(
                role,
                engagement.person.id,
                cents(relaxed.quoter.of_candidate(engagement)),
                chosen.get(role) == engagement.person.id,
            )
            for engagement in engagements
        ]
        seats.extend(sorted(of_role, key=_best_first))
    return tuple(seats)


def _largest_first(charge: Charge) -> tuple[int, str]:
    return -abs(charge.amount), charge.row


def _best_first(seat: Seat) -> tuple[int, bool]:
    return -seat.adds, not seat.is_chosen
