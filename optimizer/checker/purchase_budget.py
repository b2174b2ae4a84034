"""What a trading unit buys, mark-up included and friction not, stays within its purchase budget."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.plan import BudgetRow, Raised
from models.quantities import MONEY_SCALE, exact
from models.rules import RuleId
from optimizer.checker.book import Book
from optimizer.checker.case import Case
from optimizer.checker.engagement import Engagement
from optimizer.checker.row import ABOVE, MONEY, Hinge, Row, Term
from optimizer.checker.violation import Violation, Wording, money_text

RULE = RuleId.PURCHASE_BUDGET

OVER_HORIZON = Wording(
    "单元 {0} 的采购共 {stated},超过预算 {expected}。", "Unit {0} buys for {stated}; its budget is {expected}."
)
OVER_PERIOD = Wording(
    "单元 {0} 在 {period} 的采购为 {stated},超过当期预算 {expected}。",
    "Unit {0} buys for {stated} in {period}; its budget there is {expected}.",
)


@dataclass(frozen=True, slots=True)
class Budget:
    """One limit, in 0.01 money unit; `period` None is the whole horizon. `standing` is what incumbents cost."""

    unit: str
    period: int | None
    stated: int
    standing: int

    @property
    def in_force(self) -> int:
        """The budget, or what the in-flight work of incumbents costs where that is more."""
        return max(self.stated, self.standing)

    def spent(self, by_period: dict[str, list[int]]) -> int:
        """The part of purchases by unit and period that this budget limits."""
        row = by_period.get(self.unit)
        if row is None:
            return 0
        return sum(row) if self.period is None else row[self.period]


def violations(case: Case) -> Iterator[Violation]:
    """Budgets overspent."""
    for budget in case.book.once(budgets):
        spent = budget.spent(case.spent)
        if spent > budget.in_force:
            label = None if budget.period is None else case.book.labels[budget.period]
            wording = OVER_HORIZON if label is None else OVER_PERIOD
            yield Violation(RULE, (budget.unit,), wording, label, money_text(spent), money_text(budget.in_force))


def budgets(book: Book) -> tuple[Budget, ...]:
    """The budgets of trading units in the order of the scenario, then of periods."""
    standing: dict[str, list[int]] = {}
    for engagement in book.incumbents():
        if engagement.purchased:
            row = standing.setdefault(engagement.project.buyer, list(book.nothing))
            for period, amount in enumerate(engagement.amounts, engagement.first):
                row[period] += amount
    return tuple(
        Budget(unit, period, limit, Budget(unit, period, limit, 0).spent(standing))
        for unit, period, limit in _stated(book)
    )


def _stated(book: Book) -> Iterator[tuple[str, int | None, int]]:
    trading = set(book.organisation.trading_units)
    for unit in book.scenario.units:
        if unit.id not in trading or unit.purchase_budget is None:
            continue
        if isinstance(unit.purchase_budget, int):
            yield unit.id, None, unit.purchase_budget
            continue
        for period, label in enumerate(book.labels):
            if label in unit.purchase_budget:
                yield unit.id, period, unit.purchase_budget[label]


def raised(book: Book) -> Iterator[Raised]:
    """The budgets that the in-flight work of incumbents alone exceeds."""
    for budget in book.once(budgets):
        if budget.standing > budget.stated:
            yield Raised.model_construct(
                rule=RULE.value,
                id=budget.unit,
                role=None,
                period=None if budget.period is None else book.labels[budget.period],
                limit=exact(budget.stated, MONEY_SCALE),
                level=exact(budget.standing, MONEY_SCALE),
            )


def table(case: Case) -> Iterator[BudgetRow]:
    """One row for each budget: the level in force and what is spent."""
    for budget in case.book.once(budgets):
        yield BudgetRow.model_construct(
            unit=budget.unit,
            period=None if budget.period is None else case.book.labels[budget.period],
            limit=budget.in_force,
            spent=budget.spent(case.spent),
        )


def rows(book: Book) -> Iterator[Row]:
    """`u` over the horizon, or `u/t`: what a unit buys for, up to the budget in force."""
    for budget in book.once(budgets):
        limit = (Hinge(ABOVE, budget.in_force, None),)
        if budget.period is None:
            yield Row((budget.unit,), 0, None, MONEY, 0, limit)
        else:
            yield Row((budget.unit,), budget.period, book.labels[budget.period], MONEY, 0, limit)


def of_candidate(book: Book, engagement: Engagement) -> tuple[Term, ...]:
    """What a purchase costs in each period, mark-up included, or in all where the budget is for the horizon."""
    if not engagement.purchased:
        return ()
    buyer, whole = engagement.project.buyer, book.once(_whole_horizon)
    if buyer in whole:
        return (((buyer,), 0, (sum(engagement.amounts),)),)
    return (((buyer,), engagement.first, engagement.amounts),)


def _whole_horizon(book: Book) -> frozenset[str]:
    """The units whose budget is one for the whole horizon."""
    return frozenset(budget.unit for budget in book.once(budgets) if budget.period is None)
