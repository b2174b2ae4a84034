"""The rules of the contract, one module each, in the order in which they are compiled."""

from collections.abc import Callable
from types import ModuleType
from typing import Protocol, cast

from models.rules import RuleId
from optimizer.draft import Draft
from optimizer.rules import (
    commitment,
    concurrency,
    distinct_people,
    eligibility,
    excludes,
    friction,
    goal_coverage,
    hunger_band,
    initiation_limits,
    one_start,
    person_capacity,
    person_fit,
    portfolio_balance,
    project_value,
    purchase_budget,
    requires,
    seller_cap,
    stability,
    staffing,
    stop_cost,
    target_coverage,
    utilisation_floor,
)


class Rule(Protocol):
    """A rule removes candidates, adds profit, or adds rows."""

    NAME: RuleId
    apply: Callable[[Draft], None]


_IN_ORDER: tuple[ModuleType, ...] = (
    one_start,
    staffing,
    eligibility,
    distinct_people,
    person_capacity,
    concurrency,
    purchase_budget,
    seller_cap,
    requires,
    excludes,
    initiation_limits,
    commitment,
    project_value,
    person_fit,
    friction,
    stop_cost,
    stability,
    hunger_band,
    utilisation_floor,
    goal_coverage,
    portfolio_balance,
    target_coverage,
)

RULES: tuple[Rule, ...] = tuple(cast(Rule, module) for module in _IN_ORDER)
