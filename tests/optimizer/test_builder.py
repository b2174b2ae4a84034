"""Rows, terms and profits are collected in any order and laid out by owner."""

from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from optimizer.builder import Builder
from optimizer.program import ABOVE, BELOW, Ints, Selection


def ints(*values: int) -> Ints:
    return np.array(values, np.int64)


def two_starts() -> Builder:
    """One group with two starts: the first has a slot with candidates 0 and 1, the second one with candidate 2."""
    return Builder(ints(0, 2), ints(0, 1, 2), ints(0, 2, 3))


def test_an_untouched_tree_makes_a_program_without_rows() -> None:
    program = two_starts().program(["A"])
    assert (program.groups, program.starts, program.slots, program.candidates, program.rows) == (1, 2, 2, 3, 0)
    assert program.score(Selection(ints(0), ints(1))) == (0, 0, 0)
    assert program.size().non_zeros == 0


def test_a_program_of_nothing() -> None:
    program = Builder(ints(0), ints(0), ints(0)).program([])
    assert program.score(program.nothing()) == (0, 0, 0)
    assert program.size().groups == 0


def test_rows_follow_one_another_and_keep_base_and_name() -> None:
    builder = two_starts()
    assert builder.row("one", 7) == 0
    assert builder.rows(2, lambda place: f"many/{place}", [1, 2]) == 1
    assert builder.rows(0, str) == 3
    assert builder.rows(2, lambda place: f"same/{place}", 5) == 3
    program = builder.program(["A"])
    assert program.row_base.tolist() == [7, 1, 2, 5, 5]
    assert [program.names.row(row) for row in range(5)] == ["one", "many/0", "many/1", "same/0", "same/1"]


def test_terms_of_several_pieces_are_gathered_by_owner_in_the_order_added() -> None:
    builder = two_starts()
    builder.rows(3, str)
    builder.candidate_terms.add(ints(0, 2), ints(0, 0), ints(5, 6))
    builder.candidate_terms.add(ints(0, 0, 1, 2), ints(1, 2, 1, 2), ints(7, 8, 9, 10))
    builder.start_terms.add(ints(1), ints(2), ints(-1))
    program = builder.program(["A"])
    assert program.candidate_terms.pointer.tolist() == [0, 3, 4, 6]
    assert program.candidate_terms.row.tolist() == [0, 1, 2, 1, 0, 2]
    assert program.candidate_terms.coefficient.tolist() == [5, 7, 8, 9, 6, 10]
    assert program.start_terms.pointer.tolist() == [0, 0, 1]


def test_terms_of_one_owner_keep_their_order_among_pieces_large_and_small() -> None:
    people = 5_000
    builder = Builder(ints(0, 1), ints(0, 1), ints(0, people))
    everybody = np.arange(people)
    builder.rows(5, str)
    builder.candidate_terms.add(ints(7, 9), ints(0, 0), ints(1, 1))
    builder.candidate_terms.add(ints(4, 7), ints(1, 1), ints(2, 2))
    builder.candidate_terms.add(everybody, np.full(people, 2), np.full(people, 3))
    builder.candidate_terms.add(ints(7), ints(3), ints(4))
    builder.candidate_terms.add(ints(4), ints(4), ints(5))
    terms = builder.program(["A"]).candidate_terms
    assert terms.pointer[-1] == people + 6
    for owner, rows in ((4, [1, 2, 4]), (7, [0, 1, 2, 3]), (9, [0, 2]), (people - 1, [2])):
        assert terms.row[terms.pointer[owner] : terms.pointer[owner + 1]].tolist() == rows
        assert terms.of(ints(owner))[2].tolist() == [row + 1 for row in rows]


def test_coefficients_of_zero_are_left_out() -> None:
    builder = two_starts()
    builder.row("one")
    builder.candidate_terms.add(ints(0, 1, 2), ints(0, 0, 0), ints(0, 4, 0))
    builder.start_terms.add(ints(0), ints(0), ints(0))
    program = builder.program(["A"])
    assert program.size().non_zeros == 1
    assert program.candidate_terms.pointer.tolist() == [0, 0, 1, 1]


def test_hinges_are_sorted_by_row_and_keep_their_order_on_one() -> None:
    builder = two_starts()
    rows = builder.rows(2, str) + np.arange(2)
    builder.hinge(rows[1], BELOW, 3, 10)
    builder.limit(rows, ABOVE, [8, 9])
    builder.hinge(rows, ABOVE, 5, [20, 30])
    hinges = builder.program(["A"]).hinges
    assert hinges.row.tolist() == [0, 0, 1, 1, 1]
    assert hinges.side.tolist() == [ABOVE, ABOVE, BELOW, ABOVE, ABOVE]
    assert hinges.edge.tolist() == [8, 5, 3, 9, 5]
    assert hinges.price.tolist() == [0, 20, 10, 0, 30]
    assert hinges.hard.tolist() == [True, False, False, True, False]


def test_a_claim_is_a_group_without_slots_worth_one_met_commitment() -> None:
    builder = two_starts()
    builder.start_money += ints(100, 200)
    row = builder.row("goal")
    builder.limit(row, BELOW, 0)
    builder.start_terms.add(ints(0, 1), ints(row, row), ints(1, 2))
    assert builder.claim("claim/a") == 2
    claim = builder.claim("claim/b")
    builder.start_terms.add(ints(claim), ints(row), ints(-2))
    program = builder.program(["A"])
    assert list(program.names.groups) == ["A", "claim/a", "claim/b"]
    assert program.start_pointer.tolist() == [0, 2, 3, 4]
    assert program.slot_pointer.tolist() == [0, 1, 2, 2, 2]
    assert program.score(program.nothing()) == (-2, 0, 0)
    # The second start reaches what claim b asks for, the first one does not.
    assert program.score(Selection(ints(1, 2, 3), ints(2))) == (0, 200, 0)
    assert program.score(Selection(ints(0, 3), ints(0))) == (-1, 100, 1)


@given(st.lists(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 6), st.integers(-3, 3)), max_size=8), max_size=5))
def test_the_layout_holds_just_what_was_added(pieces: list[list[tuple[int, int, int]]]) -> None:
    builder = Builder(ints(0, 1), ints(0, 1), ints(0, 5))
    builder.rows(7, str)
    expected: dict[tuple[int, int], int] = {}
    for piece in pieces:
        ordered = sorted(piece, key=lambda term: term[0])
        owner, row, coefficient = (ints(*column) for column in (zip(*ordered, strict=True) if piece else ((), (), ())))
        builder.candidate_terms.add(owner, row, coefficient)
        for one, at, amount in piece:
            expected[one, at] = expected.get((one, at), 0) + amount
    program: Any = builder.program(["A"])
    assert (np.diff(program.candidate_terms.pointer) >= 0).all()
    assert program.candidate_terms.pointer[-1] == sum(term[2] != 0 for piece in pieces for term in piece)
    for candidate in range(5):
        levels = program.levels(Selection(ints(), ints(candidate)))
        assert levels.tolist() == [expected.get((candidate, row), 0) for row in range(7)]
