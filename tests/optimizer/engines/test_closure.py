"""Groups that need others are added together with them, if all together bring more."""

import numpy as np
import pytest

from optimizer.builder import Builder
from optimizer.engines.closure import MOST_GROUPS, Closures
from optimizer.engines.construct import construct
from optimizer.engines.partial import Partial
from optimizer.program import ABOVE, Ints, Program
from tests.optimizer.engines.random_programs import random_program
from tests.optimizer.engines.tiny_programs import limited_sum, yes_or_no


def ints(*values: int) -> Ints:
    return np.array(values, np.int64)


def needs(builder: Builder, group: int, *others: int) -> None:
    """The group needs one of the others: what it takes of a row that may not pass 0, each of them gives back."""
    row = builder.row(f"{group} needs {others}")
    owners = sorted((group, *others))
    builder.start_terms.add(
        ints(*owners), np.full(len(owners), row), ints(*(1 if owner == group else -1 for owner in owners))
    )
    builder.limit(row, ABOVE, 0)


def chain(*money: int) -> Program:
    """Each group needs the next; the last needs nobody."""
    builder = yes_or_no(*money)
    for group in range(len(money) - 1):
        needs(builder, group, group + 1)
    return builder.program([f"group{number}" for number in range(len(money))])


def tried(program: Program, group: int = 0) -> tuple[bool, Partial]:
    partial = Partial(program)
    return Closures(partial).add(group), partial


@pytest.mark.parametrize(
    ("money", "chosen"),
    [
        # 10 - 3 - 4 is more than nothing.
        ((10, -3, -4), [0, 1, 2]),
        # 10 - 6 - 4 is not.
        ((10, -6, -4), []),
        ((10, -6, -5), []),
    ],
)
def test_a_chain_is_added_whole_or_not_at_all(money: tuple[int, ...], chosen: list[int]) -> None:
    added, partial = tried(chain(*money))
    assert added == bool(chosen)
    assert sorted(partial.chosen) == chosen
    assert partial.excess == 0
    assert partial.worth() == (0, sum(money[group] for group in chosen))


def test_construction_adds_chains() -> None:
    assert construct(chain(10, -3, -4)).starts.tolist() == [0, 1, 2]
    assert construct(chain(10, -6, -4)).starts.tolist() == []
    # The second by itself is worth its chain, the first is not: -4 + 9 - 3.
    assert construct(chain(-4, 9, -3)).starts.tolist() == [1, 2]


def test_what_stands_already_is_not_added_again() -> None:
    program = chain(10, 5, -4)
    partial = Partial(program)
    closures = Closures(partial)
    assert closures.add(1)
    assert sorted(partial.chosen) == [1, 2]
    assert closures.add(0)
    assert partial.worth() == (0, 11)


def test_of_several_helpers_one_that_meets_something_comes_first_then_the_cheapest() -> None:
    for met, helper in (((0, 0, 0, 0), 2), ((0, 0, 0, 1), 3)):
        builder = yes_or_no(10, -5, -2, -4)
        needs(builder, 0, 1, 2, 3)
        builder.met_constant = -1
        builder.start_met[:] = met
        added, partial = tried(builder.program(["A", "B", "C", "D"]))
        assert added
        assert sorted(partial.chosen) == [0, helper]


def test_a_helper_that_needs_no_help_comes_before_one_that_is_cheaper() -> None:
    # B costs 1 and needs D, which costs 100; C costs 5.
    builder = yes_or_no(10, -1, -5, -100)
    needs(builder, 0, 1, 2)
    needs(builder, 1, 3)
    added, partial = tried(builder.program(["A", "B", "C", "D"]))
    assert added
    assert sorted(partial.chosen) == [0, 2]


def test_a_group_may_need_two() -> None:
    builder = yes_or_no(10, -2, -3)
    needs(builder, 0, 1)
    needs(builder, 0, 2)
    added, partial = tried(builder.program(["A", "B", "C"]))
    assert added
    assert partial.worth() == (0, 5)


def test_a_claim_is_met_by_what_it_needs_though_that_loses_money() -> None:
    builder = yes_or_no(-5, -6)
    claimed = builder.claim("claim")
    needs(builder, claimed, 0)
    needs(builder, claimed, 1)
    program = builder.program(["A", "B"])
    added, partial = tried(program, claimed)
    assert added
    assert partial.worth() == (0, -11)
    assert program.score(construct(program)) == (0, -11, 0)


def test_what_it_needs_and_has_no_room_for_is_not_added() -> None:
    # A needs B, and together they would take 3 of 2.
    builder = yes_or_no(10, -1)
    needs(builder, 0, 1)
    limited_sum(builder, [2, 1], 2)
    added, partial = tried(builder.program(["A", "B"]))
    assert not added
    assert (partial.chosen, partial.worth(), partial.excess) == ({}, (0, 0), 0)


@pytest.mark.parametrize("first", [0, 1])
def test_two_that_need_each_other_are_added_together(first: int) -> None:
    builder = yes_or_no(10, -3)
    needs(builder, 0, 1)
    needs(builder, 1, 0)
    added, partial = tried(builder.program(["A", "B"]), first)
    assert added
    assert partial.worth() == (0, 7)


@pytest.mark.parametrize(("length", "added"), [(MOST_GROUPS, True), (MOST_GROUPS + 1, False)])
def test_chains_are_followed_so_far_and_no_farther(length: int, added: bool) -> None:
    # The first brings a thousand and each of the others costs one.
    found, partial = tried(chain(1_000, *([-1] * (length - 1))))
    assert found is added
    assert partial.worth() == ((0, 1_001 - length) if added else (0, 0))
    assert partial.excess == 0


@pytest.mark.parametrize("seed", range(40))
def test_adding_never_makes_anything_worse(seed: int) -> None:
    program = random_program(seed, groups=6)
    partial = Partial(program)
    closures = Closures(partial)
    for group in range(program.groups):
        if group in partial.chosen:
            continue
        before, chosen = partial.worth(), set(partial.chosen)
        added = closures.add(group)
        assert added == (partial.worth() > before)
        assert added == (set(partial.chosen) > chosen)
        assert partial.excess == 0
        assert (*partial.worth(), 0) == program.score(partial.selection())
