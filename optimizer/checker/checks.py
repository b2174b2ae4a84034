"""The rules in the order of the contract: what the checker asks of every plan."""

from collections.abc import Iterator
from typing import Protocol

from models.rules import RuleId
from optimizer.checker import (
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
from optimizer.checker.case import Case
from optimizer.checker.commitment import UnmetCommitment
from optimizer.checker.violation import Violation


class HardRule(Protocol):
    """A rule that no plan may break."""

    @property
    def RULE(self) -> RuleId: ...  # noqa: N802  # the protocol of a module names its constant

    def violations(self, case: Case) -> Iterator[Violation]: ...


class Commitments(Protocol):
    """What comes before money."""

    @property
    def RULE(self) -> RuleId: ...  # noqa: N802

    def unmet(self, case: Case) -> Iterator[UnmetCommitment]: ...


class MoneyRule(Protocol):
    """A rule that adds one signed term to the objective, in 10^-6 money unit."""

    @property
    def RULE(self) -> RuleId: ...  # noqa: N802

    @property
    def TERM(self) -> str: ...  # noqa: N802

    def money(self, case: Case) -> int: ...


HARD: tuple[HardRule, ...] = (
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
)
FIRST: Commitments = commitment
MONEY: tuple[MoneyRule, ...] = (
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

CHECKS: tuple[HardRule | Commitments | MoneyRule, ...] = (*HARD, FIRST, *MONEY)
