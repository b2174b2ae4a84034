"""The certificate of a plan: the bound that its published prices prove, from scenario and plan alone.

Everything is recomputed by the independent checker in exact integers; no solver is believed, none is needed. What a row
is called, what its price means and why the bound holds stands in docs/certificate.md.

Whoever asks more than once hands over an `Auditor`: what follows from the scenario, and bounds already recomputed from
the very same prices, are kept there.
"""

from collections.abc import Iterator, Sequence

from models.plan import Plan, Price
from models.scenario import Scenario
from optimizer.checker.book import Book
from optimizer.checker.bound import ledger as ledgers
from optimizer.checker.bound import recompute as bounds
from optimizer.checker.bound.account import Account, Charge, Profit
from optimizer.checker.bound.account import accounts as accounts_of
from optimizer.checker.bound.aim import Money
from optimizer.checker.bound.finding import PriceFinding
from optimizer.checker.bound.ledger import Entry
from optimizer.checker.bound.quote import Quote, RoleQuote, StartQuote
from optimizer.checker.bound.recompute import Kind, Recomputed, RecomputedUnmet, Relaxation, relax
from optimizer.checker.bound.rounded import is_rounded
from optimizer.checker.bound.verify import kind_of
from optimizer.checker.bound.verify import verify as verify_claims
from optimizer.checker.case import Case
from optimizer.checker.reading import read
from optimizer.checker.score import Auditor, score_of
from optimizer.checker.violation import Violation

__all__ = [
    "Account",
    "Charge",
    "Entry",
    "Kind",
    "PriceFinding",
    "Profit",
    "Quote",
    "Recomputed",
    "RecomputedUnmet",
    "Relaxation",
    "RoleQuote",
    "StartQuote",
    "Unproved",
    "accounts",
    "kind_needed",
    "ledger",
    "recompute",
    "recompute_unmet",
    "relaxation",
    "verify",
]


class Unproved(Exception):
    """The prices of a plan prove no bound; `findings` say why."""

    def __init__(self, findings: tuple[PriceFinding, ...]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


def kind_needed(*prices: Sequence[Price]) -> Kind:
    """The kind that the certificate of a plan with these prices has to state: `rounded` if any row is a rounded one."""
    return "rounded" if any(is_rounded(price.row) for each in prices for price in each) else "rows"


def recompute(
    scenario: Scenario | Auditor, prices: Sequence[Price], unmet_limit: int, kind: Kind = "rows"
) -> Recomputed:
    """The upper bound on the objective of every plan that leaves at most `unmet_limit` commitments unmet.

    Rounded rows exist for the kind `rounded` only.
    """
    return bounds.recompute(_book(scenario), prices, unmet_limit, kind)


def recompute_unmet(
    scenario: Scenario | Auditor, prices_unmet: Sequence[Price], kind: Kind = "rows"
) -> RecomputedUnmet:
    """How many commitments every plan leaves unmet, at least."""
    return bounds.recompute_unmet(_book(scenario), prices_unmet, kind)


def verify(scenario: Scenario | Auditor, plan: Plan) -> Iterator[Violation]:
    """What the plan claims of bound, gap, status and unmet commitments and its prices do not prove; nothing when all
    of it holds. The check of a whole plan (`optimizer.checker.check`) asks this and much more."""
    book = _book(scenario)
    score = score_of(Case(book, read(book, plan).choices))
    return verify_claims(book, plan, score)


def relaxation(scenario: Scenario | Auditor, plan: Plan) -> Relaxation:
    """What every project, start and person is worth at the prices of a plan. Raises Unproved."""
    relaxed = relax(_book(scenario), Money(plan.evidence.unmet.count), plan.prices, kind_of(plan) or "rows")
    if isinstance(relaxed, Relaxation):
        return relaxed
    raise Unproved(relaxed)


def ledger(scenario: Scenario | Auditor, plan: Plan) -> tuple[Entry, ...]:
    """What lies between an accepted plan and its bound, in 10^-12 of 10^-6 money unit. Raises Unproved."""
    relaxed = relaxation(scenario, plan)
    return ledgers.ledger(relaxed.quoter.book, plan, relaxed)


def accounts(scenario: Scenario | Auditor, plan: Plan) -> tuple[Account, ...]:
    """What each project brings, and what the rows charge it, at the prices of an accepted plan. Raises Unproved."""
    relaxed = relaxation(scenario, plan)
    return tuple(accounts_of(relaxed, plan.choices(relaxed.quoter.book.horizon)))


def _book(scenario: Scenario | Auditor) -> Book:
    return scenario.book if isinstance(scenario, Auditor) else Book(scenario)
