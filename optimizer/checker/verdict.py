"""The check of a whole plan: every rule, every table and every figure, from scenario and plan alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.plan import Plan
from models.scenario import Scenario
from optimizer.checker import claims, comparison
from optimizer.checker.case import Case
from optimizer.checker.comparison import compare
from optimizer.checker.reading import Reading, read
from optimizer.checker.score import Auditor, Score
from optimizer.checker.statement import PlanTables, tables_of
from optimizer.checker.violation import Violation


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the plan is accepted, all that speaks against it, and what its choices are worth in truth."""

    accepted: bool
    violations: tuple[Violation, ...]
    score: Score


def check(scenario: Scenario | Auditor, plan: Plan, *, scenario_hash: str | None = None) -> Verdict:
    """Check a plan against the scenario it claims to answer.

    `scenario_hash` is the hash of the document the scenario was read from, where the caller knows it; else the
    scenario's own. Rows may come in any order. A hard rule that is broken is reported under its own name, and the
    tables are held against what follows from the choices, broken rules or not, so one fault makes one complaint.
    """
    auditor = scenario if isinstance(scenario, Auditor) else Auditor(scenario)
    reading = read(auditor.book, plan)
    tables = tables_of(Case(auditor.book, reading.choices))
    expected_hash = auditor.scenario.content_hash if scenario_hash is None else scenario_hash
    violations = (
        *claims.of_scenario(plan, auditor.scenario.name, expected_hash),
        *reading.violations,
        *tables.score.violations,
        *_tables(plan, reading, tables),
        *claims.of_objective(plan, tables.terms),
        *claims.of_outcome(plan, tables.score),
        *claims.of_evidence(auditor.book, plan, tables.score),
        *claims.of_prices(plan),
    )
    return Verdict(not violations, violations, tables.score)


def _tables(plan: Plan, reading: Reading, tables: PlanTables) -> Iterator[Violation]:
    """Each table stated against the same table recomputed."""
    yield from compare(comparison.DECISIONS, plan.decisions, tables.decisions)
    yield from compare(comparison.ASSIGNMENTS, reading.comparable, tables.assignments)
    yield from compare(comparison.PURCHASES, plan.purchases, tables.purchases)
    yield from compare(comparison.HUNGER, plan.hunger, tables.hunger)
    yield from compare(comparison.BUDGETS, plan.budgets, tables.budgets)
    yield from compare(comparison.RAISED, plan.raised, tables.raised)
    yield from compare(comparison.INITIATION, plan.initiation, tables.initiation)
    yield from compare(comparison.GOALS, plan.goals, tables.goals)
    yield from compare(comparison.TARGETS, plan.targets, tables.targets)
    yield from compare(comparison.BALANCE, plan.balance, tables.balance)
    yield from compare(comparison.UNMET, plan.unmet, tables.unmet)
