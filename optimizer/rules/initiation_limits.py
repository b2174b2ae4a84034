"""A unit's pursuit cost and the number of projects starting in a period stay within their limits."""

import numpy as np

from models.rules import RuleId, row_name
from optimizer.draft import Draft
from optimizer.facts.initiation import limits_in_force
from optimizer.program import ABOVE

NAME = RuleId.INITIATION_LIMITS


def apply(draft: Draft) -> None:
    """A row per pursuit budget, and per period for a limit on the number of starts."""
    facts, table = draft.facts, draft.table
    pursuit_cost = np.array([project.value.pursuit_cost for project in facts.projects], np.int64)
    for limit in limits_in_force(facts):
        counted = np.zeros(len(facts.projects), bool)
        counted[list(limit.candidates)] = True
        starts = np.flatnonzero(counted[table.start_project])
        if limit.pursuit_budget is not None:
            row = draft.builder.row(row_name(NAME, limit.unit, "pursuit_budget"))
            draft.builder.limit(row, ABOVE, limit.pursuit_budget)
            draft.builder.start_terms.add(starts, np.full(len(starts), row), pursuit_cost[table.start_project[starts]])
        if limit.max_per_period is not None:
            names = [row_name(NAME, limit.unit, "max_per_period", label) for label in facts.labels]
            first = draft.builder.rows(facts.periods, names.__getitem__)
            draft.builder.limit(first + np.arange(facts.periods), ABOVE, limit.max_per_period)
            draft.builder.start_terms.add(starts, first + table.start_period[starts], np.ones(len(starts), np.int64))
