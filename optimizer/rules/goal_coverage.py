"""Projects and expected orders missing from a goal cost their price; a goal without a price is a commitment."""

import numpy as np

from models.quantities import MICRO_PER_CENT, MONEY_SCALE
from models.rules import RuleId, row_name
from models.target import Goal
from optimizer.draft import Draft
from optimizer.facts.projects import expected_orders
from optimizer.program import BELOW

NAME = RuleId.GOAL_COVERAGE

MICRO_PER_CENT_OF_ORDERS = 1
"""10^-6 money units for 0.01 unit of orders at a price of 0.0001."""


def apply(draft: Draft) -> None:
    """Two rows per goal: its projects and their expected orders."""
    serving: dict[str, list[int]] = {}
    for place, project in enumerate(draft.facts.projects):
        for served in dict.fromkeys(project.goals):
            serving.setdefault(served, []).append(place)
    for goal in draft.facts.scenario.goals:
        orders = {place: expected_orders(draft.facts.projects[place]) for place in serving.get(goal.id, [])}
        if goal.shortfall_price is None:
            _claim(draft, goal, orders)
        else:
            _priced(draft, goal, goal.shortfall_price, orders)


def _priced(draft: Draft, goal: Goal, price: int, orders: dict[int, int]) -> None:
    builder = draft.builder
    projects = builder.row(row_name(NAME, goal.id, "projects"))
    builder.hinge(projects, BELOW, goal.min_projects, price * MICRO_PER_CENT)
    money = builder.row(row_name(NAME, goal.id, "expected_orders"), scale=MONEY_SCALE)
    builder.hinge(money, BELOW, goal.min_expected_orders, goal.orders_price * MICRO_PER_CENT_OF_ORDERS)
    for place, amount in orders.items():
        draft.add_running(projects, place, 1)
        draft.add_running(money, place, amount)


def _claim(draft: Draft, goal: Goal, orders: dict[int, int]) -> None:
    """The claim that the goal is met: it may be made only when both rows reach what the goal asks."""
    if goal.min_projects == 0 and goal.min_expected_orders <= sum(min(amount, 0) for amount in orders.values()):
        return
    claim = draft.builder.claim(f"claim/goal/{goal.id}")
    if goal.min_projects:
        _claim_row(draft, claim, (goal.id, "projects"), 1, goal.min_projects, dict.fromkeys(orders, 1))
    _claim_row(draft, claim, (goal.id, "expected_orders"), MONEY_SCALE, goal.min_expected_orders, orders)


def _claim_row(draft: Draft, claim: int, name: tuple[str, str], scale: int, need: int, given: dict[int, int]) -> None:
    """What is given reaches `need` when the claim is made, and is free otherwise. Coefficients are the smallest exact
    ones: without negative amounts nothing above the need counts; with them the row starts at the least possible sum."""
    least = sum(min(amount, 0) for amount in given.values())
    if need <= least:
        return
    row = draft.builder.row(row_name(NAME, *name), scale=scale)
    draft.builder.limit(row, BELOW, least)
    for place, amount in given.items():
        draft.add_running(row, place, amount if least else min(amount, need))
    draft.builder.start_terms.add(np.array([claim]), np.array([row]), np.array([least - need]))
