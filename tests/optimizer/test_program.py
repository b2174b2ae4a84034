"""The program: a tree of groups, starts, slots and candidates over rows with hinged costs."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from optimizer.program import ABOVE, BELOW, Hinges, Ints, Names, Program, RowBlock, Selection, Size, Terms, ranges


def ints(*values: int) -> Ints:
    return np.array(values, np.int64)


def terms(*of_owner: dict[int, int]) -> Terms:
    """Terms given as {row: coefficient} for each owner."""
    pairs = [pair for owner in of_owner for pair in owner.items()]
    return Terms(
        np.cumsum([0, *(len(owner) for owner in of_owner)]),
        np.array([row for row, _ in pairs], np.int32),
        ints(*(coefficient for _, coefficient in pairs)),
    )


def hinges(*rows: tuple[int, int, int, int, bool]) -> Hinges:
    """Hinges given as row, side, edge, price, hard."""
    row, side, edge, price, hard = zip(*rows, strict=True)
    return Hinges(np.array(row, np.int32), np.array(side, np.int8), ints(*edge), ints(*price), np.array(hard))


def two_groups() -> Program:
    """Group A has start 0 (slots 0 and 1, with candidates 0, 1 and 2) and start 1 (no slot); B has start 2 (slot 2,
    candidates 3 and 4). Row 0 may not pass 5; row 1 begins at 10 and costs 3 a unit below 8 and 2 above 12."""
    return Program(
        start_pointer=ints(0, 2, 3),
        slot_pointer=ints(0, 2, 2, 3),
        candidate_pointer=ints(0, 2, 3, 5),
        start_met=ints(1, 1, 0),
        start_money=ints(100, 70, 40),
        candidate_met=ints(0, 0, -1, 0, 0),
        candidate_money=ints(1, 2, 3, 4, 5),
        met_constant=-2,
        money_constant=-10,
        start_terms=terms({1: -1}, {}, {0: 1, 1: 4}),
        candidate_terms=terms({0: 2}, {0: 3, 1: -2}, {}, {0: 2}, {1: -1}),
        row_base=ints(0, 10),
        hinges=hinges((0, ABOVE, 5, 0, True), (1, BELOW, 8, 3, False), (1, ABOVE, 12, 2, False)),
        names=Names(["A", "B"], (RowBlock(0, 1, lambda _: "load"), RowBlock(1, 1, lambda place: f"band/{place}"))),
    )


def chosen(starts: list[int], candidates: list[int]) -> Selection:
    return Selection(ints(*starts), ints(*candidates))


def test_the_tree_knows_its_parents() -> None:
    program = two_groups()
    assert program.start_group.tolist() == [0, 0, 1]
    assert program.slot_start.tolist() == [0, 0, 2]
    assert program.candidate_slot.tolist() == [0, 0, 1, 2, 2]


def test_the_size_report_counts_what_there_is() -> None:
    # Non-zeros: 1 + 0 + 2 of starts, 1 + 2 + 0 + 1 + 1 of candidates.
    assert two_groups().size() == Size(groups=2, starts=3, slots=3, candidates=5, rows=2, non_zeros=8)


@pytest.mark.parametrize(
    ("starts", "candidates", "levels", "score"),
    [
        ([], [], [0, 10], (-2, -10, 0)),
        # Start 1 of A: 70 money, one met, no row.
        ([1], [], [0, 10], (-1, 60, 0)),
        # Start 0 with candidates 1 and 2: row 0 at 3, row 1 at 10 - 1 - 2 = 7, one below 8. 100 + 2 + 3 - 10 - 3.
        ([0], [1, 2], [3, 7], (-2, 92, 0)),
        # Start 2 with candidate 3: row 0 at 3, row 1 at 14, two above 12. 40 + 4 - 10 - 4.
        ([2], [3], [3, 14], (-2, 30, 0)),
        # All together: row 0 at 3 + 3 = 6, one too many; row 1 at 11. 100 + 2 + 3 + 40 + 4 - 10.
        ([0, 2], [1, 2, 3], [6, 11], (-2, 139, 1)),
        ([0, 2], [0, 2, 3], [5, 13], (-2, 136, 0)),
    ],
)
def test_levels_and_score(starts: list[int], candidates: list[int], levels: list[int], score: tuple[int, ...]) -> None:
    program, selection = two_groups(), chosen(starts, candidates)
    assert program.levels(selection).tolist() == levels
    assert program.score(selection) == score


def test_how_far_each_hinge_is_passed() -> None:
    program = two_groups()
    assert program.passed(ints(5, 8)).tolist() == [0, 0, 0]
    assert program.passed(ints(7, 5)).tolist() == [2, 3, 0]
    assert program.passed(ints(-9, 15)).tolist() == [0, 0, 3]


def test_scores_are_python_ints() -> None:
    score = two_groups().score(two_groups().nothing())
    assert [type(part) for part in score] == [int, int, int]


@pytest.mark.parametrize(
    ("starts", "candidates", "complete"),
    [
        ([], [], True),
        ([1], [], True),
        ([0], [0, 2], True),
        ([0, 2], [1, 2, 4], True),
        ([0, 1], [0, 2], False),  # two starts of one group
        ([0], [0], False),  # a slot stays empty
        ([0], [0, 1, 2], False),  # two in one slot
        ([1], [3], False),  # a candidate of a start that is not chosen
        ([2], [], False),
    ],
)
def test_a_complete_selection_fills_every_slot_of_one_start_a_group(
    starts: list[int], candidates: list[int], complete: bool
) -> None:
    assert two_groups().is_complete(chosen(starts, candidates)) is complete


@pytest.mark.parametrize("unmet", [0, 1, 2])
def test_a_limited_program_has_one_more_row_at_the_first_count(unmet: int) -> None:
    program = two_groups()
    limited = program.limited("commitment", unmet)
    assert (limited.rows, limited.names.row(2)) == (3, "commitment")
    for starts, candidates, met in (([], [], -2), ([1], [], -1), ([0], [1, 2], -2), ([1, 2], [4], -1)):
        selection = chosen(starts, candidates)
        before = program.score(selection)
        assert before.met == met
        assert limited.levels(selection).tolist() == [*program.levels(selection), -met]
        # One passed hinge more for every commitment that stays unmet beyond the limit; nothing else changes.
        assert limited.score(selection) == (*before[:2], before.excess + max(0, -met - unmet))
    assert limited.start_terms.pointer.tolist() == [0, 2, 3, 5]
    assert limited.candidate_terms.row.tolist() == [0, 0, 1, 2, 0, 1]
    assert program.rows == 2
    assert program.size().non_zeros == 8


def test_terms_of_some_owners_tell_whose_they_are() -> None:
    place, row, coefficient = two_groups().candidate_terms.of(ints(3, 1, 2))
    assert list(zip(place.tolist(), row.tolist(), coefficient.tolist(), strict=True)) == [
        (0, 0, 2),
        (1, 0, 3),
        (1, 1, -2),
    ]
    assert [part.tolist() for part in two_groups().candidate_terms.of(ints())] == [[], [], []]


def test_rows_are_named_by_their_place_in_a_block() -> None:
    names = Names([], (RowBlock(0, 2, lambda place: f"a{place}"), RowBlock(2, 0, str), RowBlock(2, 3, "b{}".format)))
    assert [names.row(index) for index in range(5)] == ["a0", "a1", "b0", "b1", "b2"]
    for index in (-1, 5):
        with pytest.raises(IndexError):
            names.row(index)


@given(st.lists(st.tuples(st.integers(0, 1_000), st.integers(0, 6)), max_size=12))
def test_ranges_are_those_of_python_one_after_another(pieces: list[tuple[int, int]]) -> None:
    first, counts = ints(*(piece[0] for piece in pieces)), ints(*(piece[1] for piece in pieces))
    expected = [number for start, count in pieces for number in range(start, start + count)]
    assert ranges(first, counts).tolist() == expected


@given(st.data())
def test_levels_are_linear_in_what_is_chosen(data: Any) -> None:
    program = two_groups()
    starts = data.draw(st.lists(st.integers(0, 2), unique=True))
    candidates = data.draw(st.lists(st.integers(0, 4), unique=True))
    alone = [program.levels(chosen([start], [])) - program.row_base for start in starts]
    alone += [program.levels(chosen([], [candidate])) - program.row_base for candidate in candidates]
    together = program.levels(chosen(starts, candidates))
    assert together.tolist() == (program.row_base + sum(alone, ints(0, 0))).tolist()
