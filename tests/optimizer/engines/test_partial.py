"""A selection under construction keeps the counts of its program at every step."""

import random

import numpy as np
import pytest

from optimizer.builder import Builder
from optimizer.engines.partial import Choice, Partial, opposite
from optimizer.program import ABOVE, BELOW, Ints, Program, Selection
from tests.optimizer.engines.random_programs import random_program

SEEDS = range(40)


def ints(*values: int) -> Ints:
    return np.array(values, np.int64)


def any_choice(program: Program, group: int, rng: random.Random) -> Choice:
    start = rng.randrange(*program.start_pointer[group : group + 2].tolist())
    slots = range(*program.slot_pointer[start : start + 2].tolist())
    pointer = program.candidate_pointer
    return Choice(start, ints(*(rng.randrange(*pointer[slot : slot + 2].tolist()) for slot in slots)))


def agrees(partial: Partial) -> bool:
    """Whether counts and levels are those that the program finds from scratch."""
    program, selection = partial.program, partial.selection()
    order = np.argsort(program.hinges.row, kind="stable")
    level = (program.levels(selection)[program.hinges.row] - program.hinges.edge) * program.hinges.side
    return (
        program.is_complete(selection)
        and (partial.met, partial.money, partial.excess) == program.score(selection)
        and partial.level.tolist() == level[order].tolist()
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_counts_and_levels_stay_those_of_the_program(seed: int) -> None:
    program, rng = random_program(seed, groups=6), random.Random(seed)
    partial = Partial(program)
    assert agrees(partial)
    for _ in range(25):
        group = rng.randrange(program.groups)
        if group in partial.chosen:
            partial.remove(group)
        else:
            choice = any_choice(program, group, rng)
            foretold = partial.change(partial.footprint(*choice))
            before = (partial.met, partial.money, partial.excess)
            partial.add(group, choice)
            after = (partial.met, partial.money, partial.excess)
            assert tuple(foretold) == tuple(b - a for a, b in zip(before, after, strict=True))
        assert agrees(partial)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_removed_leaves_no_trace(seed: int) -> None:
    program, rng = random_program(seed), random.Random(seed)
    partial, untouched = Partial(program), Partial(program)
    for group in range(program.groups):
        choice = any_choice(program, group, rng)
        partial.add(group, choice)
        assert partial.footprint_of(group).hinge.tolist() == partial.footprint(*choice).hinge.tolist()
    for group in rng.sample(range(program.groups), program.groups):
        partial.remove(group)
    assert partial.chosen == {}
    assert partial.level.tolist() == untouched.level.tolist()
    assert (partial.worth(), partial.excess) == (untouched.worth(), untouched.excess)
    assert [part.tolist() for part in partial.selection()] == [[], []]


@pytest.mark.parametrize("seed", SEEDS)
def test_offers_say_what_each_candidate_alone_would_change(seed: int) -> None:
    program, rng = random_program(seed), random.Random(seed)
    partial = Partial(program)
    for group in range(0, program.groups, 2):
        partial.add(group, any_choice(program, group, rng))
    wall = partial.hard & np.array([rng.random() < 0.5 for _ in partial.hard], bool)
    offers = partial.offers(0, program.candidates, wall)
    for candidate in range(program.candidates):
        hinge, amount, met, _ = footprint = partial.footprint(None, ints(candidate))
        assert offers.met[candidate] == met
        # Several terms in one row are looked at one by one here; whoever takes an offer looks again.
        if _one_term_a_row(program, candidate):
            further = np.maximum(np.maximum(partial.level[hinge] + amount, 0) - np.maximum(partial.level[hinge], 0), 0)
            assert offers.money[candidate] == partial.change(footprint).money
            # Relief is room for others, and nothing to set off against an edge that is passed.
            assert offers.excess[candidate] == further[partial.hard[hinge]].sum()
            assert offers.walled[candidate] == further[wall[hinge]].sum()
            assert (offers.walled[candidate] > 0) == partial.passes(footprint, wall)
            assert offers.load[candidate] == pytest.approx(partial.load(footprint))


def _one_term_a_row(program: Program, candidate: int) -> bool:
    rows = program.candidate_terms.of(ints(candidate))[1]
    return len(np.unique(rows)) == len(rows)


def shared() -> Partial:
    """A takes 3 and B gives 2 of a row that may not pass 4, costs 5 a unit above 1, and 7 a unit below -1."""
    builder = Builder(ints(0, 1, 2), ints(0, 0, 0), ints(0))
    row = builder.row("row")
    builder.start_terms.add(ints(0, 1), ints(row, row), ints(3, -2))
    builder.start_money[:] = (100, 50)
    builder.limit(row, ABOVE, 4)
    builder.hinge(row, ABOVE, 1, 5)
    builder.hinge(row, BELOW, -1, 7)
    return Partial(builder.program(["A", "B"]))


def test_a_step_pays_for_what_it_passes_further_and_gets_back_what_it_relieves() -> None:
    partial = shared()
    a, b = (partial.footprint(start, ints()) for start in (0, 1))
    # Three above 0 is two above 1; two below 0 is one below -1; together one above 0, which is free.
    assert partial.change(a) == (0, 100 - 10, 0)
    assert partial.change(b) == (0, 50 - 7, 0)
    partial.add(0, Choice(0, ints()))
    assert partial.change(b) == (0, 50 + 10, 0)
    assert partial.change(opposite(a)) == (0, -100 + 10, 0)
    # A second of its kind would pass the hard edge by two.
    assert partial.change(a) == (0, 100 - 15, 2)
    assert partial.passes(a, partial.hard)
    assert not partial.passes(b, partial.hard)


def test_load_is_the_share_of_the_room_that_is_left() -> None:
    # Room is counted one larger than it is, so that it is never 0: 3 of 5, then 3 of 2; what gives room takes none.
    partial = shared()
    a, b = (partial.footprint(start, ints()) for start in (0, 1))
    assert partial.load(a) == pytest.approx(3 / 5)
    partial.add(0, Choice(0, ints()))
    assert partial.load(a) == pytest.approx(3 / 2)
    assert partial.load(b) == 0


def test_relief_knows_who_makes_room() -> None:
    partial = shared()
    hard = int(np.flatnonzero(partial.hard)[0])
    assert partial.relief.possible.tolist() == partial.hard.tolist()
    assert partial.relief.groups(hard) == [1]
    assert partial.relief.starts.tolist() == [False, True]


def test_the_first_start_of_each_group_is_listed_in_order() -> None:
    program = random_program(7)
    partial, rng = Partial(program), random.Random(7)
    for group in reversed(range(program.groups)):
        partial.add(group, any_choice(program, group, rng))
    selection = partial.selection()
    assert isinstance(selection, Selection)
    assert program.start_group[selection.starts].tolist() == list(range(program.groups))
    assert selection.candidates.dtype == np.int64


def test_a_program_without_groups() -> None:
    builder = Builder(ints(0), ints(0), ints(0))
    builder.limit(builder.row("row", 5), ABOVE, 3)
    partial = Partial(builder.program([]))
    # Choosing nothing passes the edge by two, and there is nobody to make room.
    assert partial.excess == 2
    assert partial.relief.possible.tolist() == [False]
    assert partial.relief.groups(0) == []
