"""Faults in the checker, one at a time: every rule deleted, every edge moved by one, every line of the fine print."""

from models.rules import RuleId
from tests.mutants.of_checker import commitments, coverage, market, people, policy, projects, reading, silent

MUTANTS = (
    *silent.MUTANTS,
    *projects.MUTANTS,
    *people.MUTANTS,
    *market.MUTANTS,
    *commitments.MUTANTS,
    *policy.MUTANTS,
    *coverage.MUTANTS,
    *reading.MUTANTS,
)

OFF_BY_ONE: dict[RuleId, str] = {
    RuleId.ONE_START: "ends one period later",
    RuleId.STAFFING: "one role may stay open",
    RuleId.ELIGIBILITY: "one grade above what is asked",
    RuleId.DISTINCT_PEOPLE: "two roles of one project",
    RuleId.PERSON_CAPACITY: "a permille more",
    RuleId.CONCURRENCY: "one project more",
    RuleId.PURCHASE_BUDGET: "a cent more",
    RuleId.SELLER_CAP: "a permille more",
    RuleId.REQUIRES: "one may be missing",
    RuleId.EXCLUDES: "neither may run",
    RuleId.INITIATION_LIMITS: "one start more",
    RuleId.COMMITMENT: "one change more",
    RuleId.PROJECT_VALUE: "one period of delay is free",
    RuleId.PERSON_FIT: "a cent more",
    RuleId.FRICTION: "a cent more",
    RuleId.STOP_COST: "a cent more",
    RuleId.STABILITY: "a cent more",
    RuleId.HUNGER_BAND: "the low edge a permille lower",
    RuleId.UTILISATION_FLOOR: "a permille less",
    RuleId.GOAL_COVERAGE: "one project less",
    RuleId.PORTFOLIO_BALANCE: "a hundredth less",
    RuleId.TARGET_COVERAGE: "a cent less",
}
"""For every rule one of its faults that moves an edge by the least amount there is."""
