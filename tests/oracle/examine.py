"""One tiny scenario: solved by the product, answered by trying everything, and again without lines of the contract."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from models.errors import PlanRejected, SolverFault
from models.plan import Plan
from models.scenario import Scenario
from optimizer.checker import check
from optimizer.compile import compile_scenario
from optimizer.settings import SolveSettings
from optimizer.solve import finish, search
from optimizer.stops import Deadline
from optimizer.watching import Unwatched
from scenarios.generator.tiny import tiny
from tests.mutants.trial import Change, FaultyChecker, checker_with
from tests.oracle.brute import Best, TooMany, best
from tests.oracle.lines.faults import FAULTS

SETTINGS = SolveSettings(workers=1, time_limit=600)
"""Time enough that an answer without a proof is a fault and no matter of speed."""

MOST = 2_500
"""Combinations to try without a line; a scenario that has more without it says nothing about that line."""

LARGE = 2**31
"""Where 32 bits end, in which a solver may sum the terms of a row."""


@dataclass(frozen=True, slots=True)
class Examined:
    """What a scenario showed. `difference` says where the product is wrong; `changes` what a deleted line
    changes, None where there is too much to try without it."""

    focus: str | None
    seed: int
    difference: str | None
    unmet: int
    is_large: bool
    changes: dict[str, Change | None]


def examine(focus: str | None, seed: int, deletions: Sequence[str] = ()) -> Examined:
    """Solve a tiny scenario, compare, and delete each of these lines from the checker."""
    document = tiny(seed, focus)
    scenario = Scenario.model_validate(document)
    real = best(scenario)
    changes = {name: _change(name, document, real) for name in deletions}
    return Examined(focus, seed, difference(scenario, real), real.unmet, is_large(scenario), changes)


def difference(scenario: Scenario, real: Best) -> str | None:
    """Where the product differs from the best answers; None where it finds one and claims that it is the best."""
    try:
        found = search(scenario, SETTINGS, Deadline.after(SETTINGS.time_limit), Unwatched())
        plan = finish(scenario, found, SETTINGS)
    except (PlanRejected, SolverFault) as error:
        return repr(error)
    if not check(scenario, plan).accepted:
        return "the checker rejects the plan"
    if _figures(plan) != (real.unmet, real.money):
        return f"(unmet, money) is {_figures(plan)}, the best is {(real.unmet, real.money)}"
    if found.claim is None or (found.claim.status, found.claim.bound) != ("OPTIMAL", real.money):
        return f"optimal, but the engine claims {found.claim}"
    return None


def is_large(scenario: Scenario) -> bool:
    """Whether the terms of some row of the program, in integers as they are compiled, sum to more than 2^31."""
    program = compile_scenario(scenario).program
    sums = np.abs(program.row_base)
    for terms in (program.start_terms, program.candidate_terms):
        np.add.at(sums, terms.row, np.abs(terms.coefficient))
    return bool((sums[program.hinges.row] > LARGE).any())


def _figures(plan: Plan) -> tuple[int, int]:
    return plan.evidence.unmet.count, plan.objective.total


def _change(name: str, document: object, real: Best) -> Change | None:
    """What deleting a line does to the best answers; None where there are too many to try."""
    faulty = _without(name)
    scenario = faulty.read(document)
    try:
        found = best(scenario, faulty.auditor(scenario), MOST)
    except TooMany:
        return None
    if not any(choices in real.choices for choices in found.choices):
        return Change.ANSWER
    return Change.NONE if (found.unmet, found.money) == (real.unmet, real.money) else Change.FIGURES


@cache
def _without(name: str) -> FaultyChecker:
    return checker_with(FAULTS[name])
