"""A unit's pursuit cost and the number of projects starting in a period stay within their limits."""

import numpy as np

from models.quantities import MONEY_SCALE
from models.rules import RuleId, row_name
from optimizer.draft import Draft
from optimizer.facts.initiation import InitiationLimit, limits_in_force
from optimizer.program import ABOVE, Ints

NAME = RuleId.INITIATION_LIMITS


def apply(draft: Draft) -> None:
    """A row per pursuit budget, and per period for a limit on starts; limits that name one unit share its rows."""
    facts = draft.facts
    budgets: dict[str, int] = {}
    counts: dict[str, int] = {}
    for limit in limits_in_force(facts):
        if limit.pursuit_budget is not None:
            if limit.unit not in budgets:
                budgets[limit.unit] = _budget_row(draft, limit)
            draft.builder.limit(budgets[limit.unit], ABOVE, limit.pursuit_budget)
        if limit.max_per_period is not None:
            if limit.unit not in counts:
                counts[limit.unit] = _count_rows(draft, limit)
            draft.builder.limit(counts[limit.unit] + np.arange(facts.periods), ABOVE, limit.max_per_period)


def _budget_row(draft: Draft, limit: InitiationLimit) -> int:
    pursuit_cost = np.array([project.value.pursuit_cost for project in draft.facts.projects], np.int64)
    row = draft.builder.row(row_name(NAME, limit.unit, "pursuit_budget"), scale=MONEY_SCALE)
    starts = _starts(draft, limit)
    draft.builder.start_terms.add(starts, np.full(len(starts), row), pursuit_cost[draft.table.start_project[starts]])
    return row


def _count_rows(draft: Draft, limit: InitiationLimit) -> int:
    names = [row_name(NAME, limit.unit, "max_per_period", label) for label in draft.facts.labels]
    first = draft.builder.rows(len(names), names.__getitem__)
    starts = _starts(draft, limit)
    draft.builder.start_terms.add(starts, first + draft.table.start_period[starts], np.ones(len(starts), np.int64))
    return first


def _starts(draft: Draft, limit: InitiationLimit) -> Ints:
    """The starts of the candidates that a limit counts."""
    counted = np.zeros(len(draft.facts.projects), bool)
    counted[list(limit.candidates)] = True
    return np.flatnonzero(counted[draft.table.start_project])
