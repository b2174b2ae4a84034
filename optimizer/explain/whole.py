"""A whole plan at its prices: the pieces of its gap, and the rows by what they charge and what one unit is worth."""

from dataclasses import dataclass
from decimal import Decimal

from models.plan import Plan
from models.rules import RuleId
from models.scenario import Scenario
from optimizer.certificate import Entry, ledger
from optimizer.checker import Auditor
from optimizer.explain.why import binding


@dataclass(frozen=True, slots=True)
class PricedRow:
    """A row with a price: what one more unit costs, and what it charges all running projects, in parts of 10^-6.

    Above 0 what the row counts is scarce, below 0 it is wanted.
    """

    rule: RuleId
    row: str
    price: Decimal
    charged: int


@dataclass(frozen=True, slots=True)
class Whole:
    """`entries`: what lies between plan and bound, the largest first, in parts of 10^-6; they sum to `gap` exactly.

    `rows`: the largest charge first.
    """

    entries: tuple[Entry, ...]
    gap: int
    rows: tuple[PricedRow, ...]


def explained(scenario: Scenario | Auditor, plan: Plan) -> Whole:
    """An accepted plan with prices. Raises certificate.Unproved."""
    auditor = scenario if isinstance(scenario, Auditor) else Auditor(scenario)
    entries = sorted(ledger(auditor, plan), key=lambda entry: (-entry.amount, entry.ids))
    prices = {price.row: price.price for price in plan.prices}
    return Whole(
        entries=tuple(entries),
        gap=sum(entry.amount for entry in entries),
        rows=tuple(
            PricedRow(charge.rule, charge.row, prices[charge.row], charge.amount)
            for charge in binding(auditor, plan)
            if prices[charge.row]
        ),
    )
