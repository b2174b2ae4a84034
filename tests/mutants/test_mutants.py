"""Every fault is caught: for each there is a tiny scenario on which the oracle's comparison would come out otherwise.

Caught means that the fewest unmet commitments or the most money are other numbers with the fault than without, or that
no answer that is best with the fault is best in truth. The scenarios are looked for anew each time, so that nothing
has to be kept up to date when an ingredient changes the dice.
"""

from collections import Counter
from dataclasses import replace
from types import ModuleType

import pytest

from models.rules import RuleId
from tests.mutants import checker_mutants, compiler_mutants
from tests.mutants.catching import catch, change_by_nothing, where
from tests.mutants.mutation import Mutant, MutantOutdated
from tests.mutants.trial import Change, checker_with, compiler_with

LISTS = {"checker": checker_mutants, "compiler": compiler_mutants}
PACKAGES = {"checker": "optimizer.checker", "compiler": "optimizer.rules"}

both_lists = pytest.mark.parametrize("side", LISTS)


def _named(side: str, mutants: tuple[Mutant, ...]) -> list[object]:
    return [pytest.param(mutant, id=f"{side}: {mutant.name}") for mutant in mutants]


@pytest.mark.parametrize("mutant", [case for side, table in LISTS.items() for case in _named(side, table.MUTANTS)])
def test_every_fault_is_caught_and_its_absence_is_not(mutant: Mutant) -> None:
    caught = catch(mutant)
    assert caught is not None, f"{mutant.name}: no scenario of {', '.join(mutant.focus)} shows it"
    assert change_by_nothing(where(mutant), caught.focus, caught.seed) is Change.NONE


@both_lists
def test_names_are_given_once(side: str) -> None:
    assert [name for name, count in Counter(m.name for m in LISTS[side].MUTANTS).items() if count > 1] == []


@both_lists
def test_every_rule_is_disabled_in_its_own_module(side: str) -> None:
    modules = {mutant.name: mutant.module for mutant in LISTS[side].MUTANTS}
    for rule in RuleId:
        own, module = f"{PACKAGES[side]}.{rule}", modules[f"{rule}/disabled"]
        assert module == own or module.startswith(f"{own}.")


@both_lists
def test_every_rule_is_off_by_one(side: str) -> None:
    table: ModuleType = LISTS[side]
    assert list(table.OFF_BY_ONE) == list(RuleId)
    names = {mutant.name for mutant in table.MUTANTS}
    assert [name for rule, what in table.OFF_BY_ONE.items() if (name := f"{rule}/{what}") not in names] == []


def test_a_fault_whose_text_is_gone_says_so() -> None:
    of_checker, of_compiler = (replace(table.MUTANTS[0], old="what nobody wrote") for table in LISTS.values())
    with pytest.raises(MutantOutdated, match=rf"{of_checker.name}: .* occurs 0 times in {of_checker.module}"):
        checker_with(of_checker)
    with pytest.raises(MutantOutdated, match=rf"{of_compiler.name}: .* occurs 0 times in {of_compiler.module}"):
        compiler_with(of_compiler)
