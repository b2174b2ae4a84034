"""Faults in the compiler, one at a time: every rule disabled, every edge moved by one, every line of the fine print."""

from models.rules import RuleId
from tests.mutants.of_compiler import (
    commitments,
    coverage,
    eligibility,
    initiation,
    market,
    people,
    policy,
    projects,
    silent,
)

MUTANTS = (
    *silent.MUTANTS,
    *projects.MUTANTS,
    *eligibility.MUTANTS,
    *people.MUTANTS,
    *market.MUTANTS,
    *commitments.MUTANTS,
    *policy.MUTANTS,
    *initiation.MUTANTS,
    *coverage.MUTANTS,
)

OFF_BY_ONE: dict[RuleId, str] = {
    RuleId.ONE_START: "ends one period late",
    RuleId.STAFFING: "one role fewer",
    RuleId.ELIGIBILITY: "a grade above what is asked",
    RuleId.DISTINCT_PEOPLE: "two roles of one project",
    RuleId.PERSON_CAPACITY: "a permille more",
    RuleId.CONCURRENCY: "a project more",
    RuleId.PURCHASE_BUDGET: "a cent more",
    RuleId.SELLER_CAP: "a permille more",
    RuleId.REQUIRES: "one may be missing",
    RuleId.EXCLUDES: "both may run",
    RuleId.INITIATION_LIMITS: "a start more",
    RuleId.COMMITMENT: "each counts two",
    RuleId.PROJECT_VALUE: "a cent more",
    RuleId.PERSON_FIT: "a cent more",
    RuleId.FRICTION: "a cent more",
    RuleId.STOP_COST: "a cent more",
    RuleId.STABILITY: "a cent more",
    RuleId.HUNGER_BAND: "the low edge a permille lower",
    RuleId.UTILISATION_FLOOR: "a permille less",
    RuleId.GOAL_COVERAGE: "a project less",
    RuleId.PORTFOLIO_BALANCE: "a hundredth less",
    RuleId.TARGET_COVERAGE: "a cent less",
}
"""For every rule one of its faults that moves an edge by the least amount there is."""
