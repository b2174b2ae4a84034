"""Faults in the compiler, one at a time: every rule disabled, every edge moved by one, every line of the fine print."""

from tests.mutants.of_compiler import eligibility, market, people, projects, silent

MUTANTS = (
    *silent.MUTANTS,
    *projects.MUTANTS,
    *eligibility.MUTANTS,
    *people.MUTANTS,
    *market.MUTANTS,
)
