"""Why a project runs or does not, at the prices of a plan: typed records.

A project that is worth more than the prices of what it takes belongs into the plan, one that is worth less does not;
what lies between the plan and its bound may still turn a close one. Where not even that could, the decision is settled.
"""

from dataclasses import dataclass

from models.horizon import Horizon
from models.plan import Plan
from models.quantities import MICRO_PER_CENT, half_up
from models.rules import RuleId
from models.scenario import Scenario
from optimizer.certificate import Account, Charge, Quote, accounts, relaxation
from optimizer.checker import Auditor

PARTS = 10**12
"""Charges are in 10^-12 of 10^-6 money unit."""
MOST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """What one rule charges a project in all, in 0.01 money unit; below 0 it gives."""

    rule: RuleId
    amount: int


@dataclass(frozen=True, slots=True)
class Why:
    """One project: money in 0.01 money unit, rounded for reading; the ledger of the certificate is exact.

    `start` is a label, None where the project has no start. `costs` are charges by rule, the largest first; `rows` the
    rows with the largest charges. `best` is the net worth of the best start with the best people, None where there is
    no start. `other_at_most`, in 10^-6: no plan that decides the other way is worth more (None:
    there is no such plan); `objective`, in the same, is what this plan is worth.
    """

    project: str
    runs: bool
    start: str | None
    people: tuple[tuple[str, str], ...]
    brings: int
    costs: tuple[Cost, ...]
    net: int
    best: int | None
    rows: tuple[Charge, ...]
    other_at_most: int | None
    objective: int

    @property
    def is_settled(self) -> bool:
        """Whether every plan that decides the other way, and leaves no more unmet, is proved to be worth less."""
        return self.other_at_most is not None and self.other_at_most < self.objective

    @property
    def takes(self) -> int:
        """What all rows that charge the project charge it."""
        return self.brings - self.net if self._only_takes else sum(max(0, cost.amount) for cost in self.costs)

    @property
    def helps(self) -> int:
        """What all rows that pay for the project pay; brings - takes + helps = net, to the last digit."""
        return self.net - self.brings + self.takes

    @property
    def _only_takes(self) -> bool:
        return all(cost.amount >= 0 for cost in self.costs)


def why(scenario: Scenario | Auditor, plan: Plan) -> tuple[Why, ...]:
    """Every project of an accepted plan with prices. Raises certificate.Unproved."""
    auditor = scenario if isinstance(scenario, Auditor) else Auditor(scenario)
    relaxed = relaxation(auditor, plan)
    bound, objective, horizon = relaxed.bound, plan.objective.total, auditor.scenario.horizon
    return tuple(
        why_of(account, quote, bound, objective, horizon)
        for account, quote in zip(accounts(auditor, plan), relaxed.quotes, strict=False)
    )


def binding(scenario: Scenario | Auditor, plan: Plan) -> tuple[Charge, ...]:
    """The rows with a price, by what they charge all running projects together: the largest charge first."""
    charged: dict[str, Charge] = {}
    for account in accounts(scenario, plan):
        for charge in account.charges if account.runs else ():
            before = charged[charge.row].amount if charge.row in charged else 0
            charged[charge.row] = Charge(charge.rule, charge.row, before + charge.amount)
    return tuple(sorted(charged.values(), key=lambda charge: (-abs(charge.amount), charge.row)))


def cents(parts: int) -> int:
    """An amount of the certificate in 0.01 money unit, half up."""
    return half_up(parts, PARTS * MICRO_PER_CENT)


def _other_at_most(account: Account, quote: Quote, bound: int) -> int | None:
    """The bound with one group restricted to the other decision; everything else stays as it is in the bound."""
    other = 0 if account.runs else quote.best(must_run=True)
    return None if other is None else (bound - quote.worth + other) // PARTS


def why_of(account: Account, quote: Quote, bound: int, objective: int, horizon: Horizon) -> Why:
    """One project from its account and its quote; `bound` is in parts, `objective` in 10^-6."""
    best = quote.best(must_run=True)
    by_rule: dict[RuleId, int] = {}
    for charge in account.charges:
        by_rule[charge.rule] = by_rule.get(charge.rule, 0) + charge.amount
    costs = [Cost(rule, cents(amount)) for rule, amount in by_rule.items()]
    largest = sorted(account.charges, key=lambda charge: (-charge.amount, charge.row))
    return Why(
        project=account.project,
        runs=account.runs,
        start=None if account.start is None else horizon.label(account.start),
        people=account.people,
        brings=cents(account.brings),
        costs=tuple(sorted(costs, key=lambda cost: -cost.amount)),
        net=cents(account.net),
        best=None if best is None else cents(best),
        rows=tuple(charge for charge in largest[:MOST_ROWS] if charge.amount > 0),
        other_at_most=_other_at_most(account, quote, bound),
        objective=objective,
    )
