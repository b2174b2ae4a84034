"""What a fault changes on one tiny scenario."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from models.choices import Choices
from models.scenario import Scenario
from optimizer.checker import Auditor
from optimizer.compile import Compiled
from scenarios.generator.tiny import tiny
from tests.mutants.mutation import Mutant, copied
from tests.oracle.brute import Best, best
from tests.oracle.exhaustive import best_selection

MOST = 40_000
"""Combinations that a trial may try; a fault may admit many more than the scenario has."""

COMPILING = tuple(f"optimizer.{part}" for part in ("facts", "rules", "draft", "bought", "pools", "builder", "compile"))
"""What makes a program of a scenario. The program itself is shared: engines and search know no other."""


CHECKING: tuple[str, ...] = ("optimizer.checker",)
CHECKING_WITH_MODELS = ("models", *CHECKING)


class Change(StrEnum):
    """What a fault does to the answer of a scenario."""

    NONE = "none"
    FIGURES = "figures"
    """The best answers stay among the best, but are worth something else."""
    ANSWER = "answer"
    """No answer that is best with the fault is best in truth."""


@dataclass(frozen=True, slots=True)
class FaultyChecker:
    """A checker with a fault, and the reader of scenarios that goes with it."""

    read: Callable[[object], Scenario]
    auditor: type[Auditor]


def checker_with(mutant: Mutant) -> FaultyChecker:
    """The checker, and if the fault is in the models these too, with one fault. Raises MutantOutdated."""
    return checker_of(CHECKING_WITH_MODELS if mutant.module.startswith("models.") else CHECKING, mutant)


def checker_of(packages: tuple[str, ...], mutant: Mutant | None) -> FaultyChecker:
    """A copied checker. Raises MutantOutdated."""
    with copied(packages, mutant) as copy:
        auditor = copy.module("optimizer.checker").Auditor
        reader = copy.module("models.scenario").Scenario if "models" in packages else Scenario
        return FaultyChecker(reader.model_validate, auditor)


def compiler_with(mutant: Mutant | None) -> Callable[[Scenario], Compiled]:
    """`compile_scenario` with one fault, or none. Raises MutantOutdated."""
    with copied(COMPILING, mutant) as copy:
        compiler: Callable[[Scenario], Compiled] = copy.module("optimizer.compile").compile_scenario
        return compiler


@lru_cache(maxsize=20_000)
def truth(focus: str | None, seed: int) -> Best:
    """The best answers to a tiny scenario."""
    return best(read(focus, seed))


def read(focus: str | None, seed: int) -> Scenario:
    """A tiny scenario."""
    return Scenario.model_validate(tiny(seed, focus))


def change_in_checker(faulty: FaultyChecker, focus: str | None, seed: int) -> Change:
    """What the fault does to the best answers, by the checker's own judgement. Raises TooMany."""
    real = truth(focus, seed)
    scenario = faulty.read(tiny(seed, focus))
    found = best(scenario, faulty.auditor(scenario), MOST)
    if not any(choices in real.choices for choices in found.choices):
        return Change.ANSWER
    return Change.NONE if (found.unmet, found.money) == (real.unmet, real.money) else Change.FIGURES


def change_in_compiler(compiler: Callable[[Scenario], Compiled], focus: str | None, seed: int) -> Change:
    """What the fault does to the answer of the product, judged by the checker. Raises TooMany."""
    real, scenario = truth(focus, seed), read(focus, seed)
    compiled = compiler(scenario)
    selection = best_selection(compiled.program, MOST)
    claimed = compiled.program.score(selection)
    if not right(real, scenario, compiled.choices(selection)):
        return Change.ANSWER
    return Change.NONE if (-claimed.met, claimed.money) == (real.unmet, real.money) else Change.FIGURES


def right(real: Best, scenario: Scenario, choices: Choices) -> bool:
    """Whether an answer breaks no rule and is as good as the best."""
    score = Auditor(scenario).score(choices)
    return not score.violations and (score.unmet_count, score.money) == (real.unmet, real.money)
