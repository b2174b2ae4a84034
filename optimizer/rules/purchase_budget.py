"""What a unit buys, mark-up included, stays within its purchase budget."""

import numpy as np

from models.quantities import MONEY_SCALE
from models.rules import RuleId, row_name
from optimizer.bought import Bought
from optimizer.draft import Draft
from optimizer.facts.standing import Standing
from optimizer.program import ABOVE, Ints

NAME = RuleId.PURCHASE_BUDGET


def apply(draft: Draft) -> None:
    """A row per budget over the horizon, and per period that a budget names."""
    facts, bought, standing = draft.facts, Bought(draft.table), Standing(draft.facts).spent
    candidates = draft.table.bought
    buyer = draft.table.buyer[candidates]
    for trader in facts.traders:
        unit = facts.organisation.units[trader]
        spent = standing.get(trader, np.zeros(facts.periods, np.int64))
        own = np.flatnonzero(buyer == trader)
        if isinstance(unit.purchase_budget, int):
            row = _row(draft, row_name(NAME, unit.id), max(unit.purchase_budget, int(spent.sum())))
            _add(draft, row, candidates[own], bought.amount[own])
        for label, limit in unit.purchase_budget.items() if isinstance(unit.purchase_budget, dict) else ():
            period = facts.scenario.horizon.index(label)
            if 0 <= period < facts.periods:
                row = _row(draft, row_name(NAME, unit.id, label), max(limit, int(spent[period])))
                _add(draft, row, candidates[own], _in_period(bought, own, period))


def _row(draft: Draft, name: str, limit: int) -> int:
    row = draft.builder.row(name, scale=MONEY_SCALE)
    draft.builder.limit(row, ABOVE, limit)
    return row


def _add(draft: Draft, row: int, candidates: Ints, amounts: Ints) -> None:
    draft.builder.candidate_terms.add(candidates, np.full(len(candidates), row), amounts)


def _in_period(bought: Bought, own: Ints, period: int) -> Ints:
    """The amounts of these purchases in one period, 0 where they are not busy in it."""
    age = period - bought.table.first[bought.table.bought[own]]
    busy = (age >= 0) & (age < bought.span[own])
    age = np.where(busy, age, 0)
    pair = bought.pair[own]
    return np.where(busy, bought.amount_sums[pair, age + 1] - bought.amount_sums[pair, age], 0)
