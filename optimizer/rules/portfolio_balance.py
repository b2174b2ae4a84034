"""The share of a kind of project in the portfolio lies within its limits; each unit outside costs its price."""

import numpy as np

from models.policy import Balance
from models.quantities import EFFORT_SCALE, MONEY_SCALE, SHARE_SCALE
from models.rules import RuleId, row_name
from optimizer.draft import Draft
from optimizer.facts.attributes import matches
from optimizer.facts.projects import expected_orders
from optimizer.program import ABOVE, Ints

NAME = RuleId.PORTFOLIO_BALANCE

_SCALES = {"effort": EFFORT_SCALE, "count": 1, "pursuit_cost": MONEY_SCALE, "expected_orders": MONEY_SCALE}


def apply(draft: Draft) -> None:
    """Two rows per policy row, in hundredths of the measure: what is missing, and what is too much."""
    for place, balance in enumerate(draft.facts.scenario.policy.balance):
        part = np.array([matches(project, balance.attribute, balance.equals) for project in draft.facts.projects], bool)
        missing = balance.min_share - SHARE_SCALE * part
        surplus = SHARE_SCALE * part - balance.max_share
        for edge, factor in (("min", missing), ("max", surplus)):
            name = row_name(NAME, balance.attribute, str(balance.equals), balance.measure, str(place), edge)
            row = draft.builder.row(name, scale=SHARE_SCALE * _SCALES[balance.measure])
            draft.builder.hinge(row, ABOVE, 0, _price(balance))
            _add_measure(draft, balance.measure, row, factor)


def _price(balance: Balance) -> int:
    """10^-6 money units per hundredth of a permille, 0.01 unit or count; on effort the price has one decimal only."""
    if balance.measure == "effort":
        return balance.price // 10
    return balance.price * (100 if balance.measure == "count" else 1)


def _add_measure(draft: Draft, measure: str, row: int, factor: Ints) -> None:
    table, projects = draft.table, draft.facts.projects
    if measure == "effort":
        owners = np.arange(len(table.offer))
        draft.builder.candidate_terms.add(owners, np.full(len(owners), row), table.effort * factor[table.project])
        return
    if measure == "count":
        of_project = np.ones(len(projects), np.int64)
    elif measure == "pursuit_cost":
        of_project = np.array([project.value.pursuit_cost for project in projects], np.int64)
    else:
        of_project = np.array([expected_orders(project) for project in projects], np.int64)
    owners = np.arange(len(table.start_project))
    draft.builder.start_terms.add(owners, np.full(len(owners), row), (of_project * factor)[table.start_project])
