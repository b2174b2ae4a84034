"""Everything a plan must state about a set of choices, recomputed."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.choices import Choices
from models.plan import (
    Assignment,
    BalanceRow,
    BudgetRow,
    Decision,
    DecisionWord,
    GoalRow,
    HungerRow,
    InitiationRow,
    Purchase,
    Raised,
    TargetRow,
    Terms,
    Unmet,
)
from models.scenario import Scenario
from optimizer.checker import (
    concurrency,
    goal_coverage,
    hunger_band,
    initiation_limits,
    person_capacity,
    portfolio_balance,
    purchase_budget,
    seller_cap,
    target_coverage,
)
from optimizer.checker.book import ProjectFacts
from optimizer.checker.case import Case
from optimizer.checker.score import Auditor, Score, score_of


@dataclass(frozen=True, slots=True)
class PlanTables:
    """The tables of a plan, rows in the order of the contract, with the score they belong to.

    Reasons (`why` of a decision, `reason` of an unmet commitment) are not the checker's to find: a decision has none,
    an unmet commitment only says so.
    """

    decisions: tuple[Decision, ...]
    assignments: tuple[Assignment, ...]
    purchases: tuple[Purchase, ...]
    hunger: tuple[HungerRow, ...]
    budgets: tuple[BudgetRow, ...]
    raised: tuple[Raised, ...]
    initiation: tuple[InitiationRow, ...]
    goals: tuple[GoalRow, ...]
    targets: tuple[TargetRow, ...]
    balance: tuple[BalanceRow, ...]
    unmet: tuple[Unmet, ...]
    terms: Terms
    score: Score


def statement(source: Scenario | Auditor, choices: Choices) -> PlanTables:
    """The tables that follow from choices. Unknown projects, roles and people appear in none."""
    auditor = source if isinstance(source, Auditor) else Auditor(source)
    return tables_of(Case(auditor.book, choices))


def tables_of(case: Case) -> PlanTables:
    """The tables of a case."""
    score = score_of(case)
    return PlanTables(
        decisions=tuple(_decision(case, project) for project in case.book.projects.values()),
        assignments=tuple(_assignments(case)),
        purchases=tuple(_purchases(case)),
        hunger=tuple(hunger_band.table(case)),
        budgets=tuple(purchase_budget.table(case)),
        raised=tuple(_raised(case)),
        initiation=tuple(initiation_limits.table(case)),
        goals=tuple(goal_coverage.table(case)),
        targets=tuple(target_coverage.table(case)),
        balance=tuple(portfolio_balance.table(case)),
        unmet=tuple(
            Unmet.model_construct(kind=row.kind, id=row.id, role=row.role, reason={"code": "unmet"})
            for row in score.unmet
        ),
        terms=score.terms,
        score=score,
    )


def _decision(case: Case, project: ProjectFacts) -> Decision:
    start = case.starts.get(project.id)
    word: DecisionWord
    if project.in_flight:
        word = "stop" if start is None else "continue"
    elif start is None:
        word = "drop"
    else:
        word = "initiate" if start <= project.preferred else "defer"
    label = None if start is None else case.book.label(start)
    return Decision.model_construct(project=project.id, decision=word, start=label, why=())


def _assignments(case: Case) -> Iterator[Assignment]:
    label = case.book.label
    for engagement in case.engagements:
        yield Assignment.model_construct(
            project=engagement.project.id,
            role=engagement.role,
            person=engagement.person.id,
            first=label(case.starts[engagement.project.id]),
            last=label(engagement.first + len(engagement.efforts) - 1),
            effort=engagement.efforts,
            purchased=engagement.purchased,
        )


def _purchases(case: Case) -> Iterator[Purchase]:
    """One row for each period in which a purchase has effort, whether or not a rate makes it cost something."""
    labels = case.book.labels
    for engagement in case.engagements:
        if not engagement.purchased:
            continue
        for place, (effort, amount) in enumerate(zip(engagement.efforts, engagement.amounts, strict=True)):
            if effort > 0:
                yield Purchase.model_construct(
                    buyer=engagement.project.buyer,
                    seller=engagement.person.unit,
                    person=engagement.person.id,
                    project=engagement.project.id,
                    role=engagement.role,
                    period=labels[engagement.first + place],
                    effort=effort,
                    rate=engagement.rate_with_markup,
                    amount=amount,
                )


def _raised(case: Case) -> Iterator[Raised]:
    for rule in (person_capacity, concurrency, purchase_budget, seller_cap):
        yield from rule.raised(case.book)
