"""Looks for a tiny scenario that catches a fault: one of which the oracle, comparing (unmet, money), would complain."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from tests.mutants.mutation import Mutant
from tests.mutants.trial import (
    CHECKING,
    CHECKING_WITH_MODELS,
    Change,
    change_in_checker,
    change_in_compiler,
    checker_of,
    checker_with,
    compiler_with,
)
from tests.oracle.brute import TooMany

SEEDS = range(80)
"""All are tried before a fault counts as not caught; most are caught by the first."""

Trial = Callable[[str, int], Change]
"""What a fault, or none, changes on the tiny scenario of this focus and seed. Raises TooMany."""


@dataclass(frozen=True, slots=True)
class Catch:
    """A scenario on which a fault shows."""

    focus: str
    seed: int
    change: Change


def catch(mutant: Mutant) -> Catch | None:
    """The first scenario that catches a fault, seed by seed over its ingredients. Raises MutantOutdated."""
    trial = _trial_of(mutant)
    for seed in SEEDS:
        for focus in mutant.focus:
            try:
                change = trial(focus, seed)
            except TooMany:
                continue  # the fault admits more answers than can be tried: this scenario says nothing of it
            if change is not Change.NONE:
                return Catch(focus, seed, change)
    return None


@lru_cache(maxsize=20_000)
def change_by_nothing(copied_too: str, focus: str, seed: int) -> Change:
    """What a copy without a fault changes: of the `compiler`, the `checker`, or the checker with the `models`."""
    return _faultless(copied_too)(focus, seed)


def where(mutant: Mutant) -> str:
    """Which copy a fault is in."""
    if mutant.module.startswith("models."):
        return "models"
    return "checker" if mutant.module.startswith("optimizer.checker.") else "compiler"


def _trial_of(mutant: Mutant) -> Trial:
    if where(mutant) == "compiler":
        compiler = compiler_with(mutant)
        return lambda focus, seed: change_in_compiler(compiler, focus, seed)
    checker = checker_with(mutant)
    return lambda focus, seed: change_in_checker(checker, focus, seed)


@lru_cache
def _faultless(copied_too: str) -> Trial:
    if copied_too == "compiler":
        compiler = compiler_with(None)
        return lambda focus, seed: change_in_compiler(compiler, focus, seed)
    checker = checker_of(CHECKING_WITH_MODELS if copied_too == "models" else CHECKING, None)
    return lambda focus, seed: change_in_checker(checker, focus, seed)
