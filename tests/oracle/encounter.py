"""One tiny scenario before both: the product, and every answer tried and judged by the checker alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np

from models.scenario import Scenario
from optimizer.checker import check
from optimizer.compile import compile_scenario
from optimizer.settings import SolveSettings
from optimizer.solve import solve
from tests.mutants.checker_mutants import MUTANTS
from tests.mutants.trial import Change, FaultyChecker, change_in_checker, checker_with, read, truth
from tests.oracle.brute import TooMany

WIDE = 1 << 31
"""Above this a row's terms no longer sum in 32 bits, where solvers have gone wrong."""

SECONDS = 120.0
"""For one solve; a tiny scenario takes a small part of one."""

_BY_NAME = {fault.name: fault for fault in MUTANTS}


@dataclass(frozen=True, slots=True)
class Encounter:
    """What came of one scenario. `wrong` says what is wrong with the product's answer, if anything is."""

    focus: str
    seed: int
    unmet: int
    wide: bool
    wrong: str | None
    changes: dict[str, Change] = field(default_factory=dict)
    """For each fault that was tried: what it does to the answer."""


def encounter(focus: str, seed: int, faults: Sequence[str]) -> Encounter:
    """Solve a scenario, compare with the truth, and try the faults named on it."""
    scenario, real = read(focus, seed), truth(focus, seed)
    return Encounter(
        focus,
        seed,
        real.unmet,
        _is_wide(scenario),
        _wrong(scenario, real.unmet, real.money),
        _tried(focus, seed, faults),
    )


def _wrong(scenario: Scenario, unmet: int, money: int) -> str | None:
    plan = solve(scenario, SolveSettings(workers=1, time_limit=SECONDS))
    if not check(scenario, plan).accepted:
        return "the plan is rejected"
    found = (plan.evidence.unmet.count, plan.objective.total)
    if found != (unmet, money):
        return f"(unmet, money) are {found}, the best are {(unmet, money)}"
    claim = plan.evidence.solver_claim
    if claim is None or claim.status != "OPTIMAL" or claim.bound != money:
        return "the engine does not claim the optimum it found"
    return None


def _is_wide(scenario: Scenario) -> bool:
    """Whether the terms of some row with a cost sum past 2^31."""
    program = compile_scenario(scenario).program
    sums = np.abs(program.row_base)
    for terms in (program.start_terms, program.candidate_terms):
        np.add.at(sums, terms.row, np.abs(terms.coefficient))
    return bool((sums[program.hinges.row] > WIDE).any())


def _tried(focus: str, seed: int, faults: Sequence[str]) -> dict[str, Change]:
    changes = {}
    for name in faults:
        try:
            changes[name] = change_in_checker(_faulty(name), focus, seed)
        except TooMany:
            continue  # the fault admits more answers than can be tried: this scenario says nothing of it
    return changes


@cache
def _faulty(name: str) -> FaultyChecker:
    return checker_with(_BY_NAME[name])
