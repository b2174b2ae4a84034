"""Faults in the checker, one at a time: every rule deleted, every edge moved by one, every line of the fine print."""

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
