"""Search over small programs: sound, scored alike, no worse than where it began, repeatable, mostly the best."""

import os
import subprocess
import sys
from collections.abc import Sequence

import numpy as np
import pytest

from optimizer.builder import Builder
from optimizer.engines.search import construct, improve
from optimizer.program import ABOVE, BELOW, Program, Score, Selection
from tests.optimizer.engines.random_programs import hard_program, optimum, random_program
from tests.optimizer.engines.tiny_programs import TINY, begins_infeasible, ints, yes_or_no

SEEDS = range(60)
STEPS = 400


def is_sound(program: Program, selection: Selection) -> bool:
    return program.is_complete(selection) and program.score(selection).excess == 0


def search(
    program: Program, seed: int = 1, steps: int = STEPS, begin: Selection | None = None
) -> tuple[Selection, list[Score]]:
    told: list[Score] = []

    def found(selection: Selection, score: Score) -> None:
        assert program.score(selection) == score
        assert program.is_complete(selection)
        told.append(score)

    start = program.nothing() if begin is None else begin
    return improve(program, start, None, seed, lambda: False, lambda: 0.0, found, steps), told


@pytest.mark.parametrize("seed", SEEDS)
def test_a_construction_is_sound_and_no_worse_than_nothing(seed: int) -> None:
    program = random_program(seed, groups=6)
    selection = construct(program, None)
    assert is_sound(program, selection)
    assert program.score(selection) >= program.score(program.nothing())


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_found_is_sound_and_scored_as_the_program_scores_it(seed: int) -> None:
    program = random_program(seed, groups=6)
    selection, told = search(program)
    assert is_sound(program, selection)
    assert program.score(selection) == max([program.score(program.nothing()), *told])
    assert told == sorted(told)


def test_most_small_programs_are_solved() -> None:
    solved = 0
    for seed in SEEDS:
        program = random_program(seed)
        solved += program.score(search(program)[0])[:2] == optimum(program)
    assert solved >= len(SEEDS) * 9 // 10


@pytest.mark.parametrize("seed", range(20))
def test_it_is_no_worse_than_where_it_began(seed: int) -> None:
    program = random_program(seed, groups=6)
    begin, _ = search(program, seed=2)
    selection, _ = search(program, seed=3, steps=50, begin=begin)
    assert program.score(selection) >= program.score(begin)


@pytest.mark.parametrize("case", TINY)
def test_programs_at_the_edges(case: object) -> None:
    assert callable(case)
    program, best = case()
    selection, _ = search(program)
    assert program.score(selection)[:2] == best
    assert is_sound(program, construct(program, None))


def test_a_group_comes_with_the_groups_it_needs() -> None:
    # A needs B, B needs C; only A brings more than it costs, and more than the others cost.
    builder = yes_or_no(10, -2, -3)
    for needs, needed in ((0, 1), (1, 2)):
        row = builder.row(f"needs{needs}")
        builder.start_terms.add(ints(needs, needed), ints(row, row), ints(1, -1))
        builder.limit(row, ABOVE, 0)
    program = builder.program(["A", "B", "C"])
    assert program.score(construct(program, None)).money == 5
    assert program.score(search(program, begin=program.nothing())[0]).money == 5


def test_a_claim_is_made_with_what_it_needs() -> None:
    # The claim takes two of three that each lose money.
    builder = yes_or_no(-1, -2, -3)
    row = builder.row("at least two")
    builder.start_terms.add(ints(0, 1, 2), ints(row, row, row), ints(1, 1, 1))
    claim = builder.claim("claim")
    builder.start_terms.add(ints(claim), ints(row), ints(-2))
    builder.limit(row, BELOW, 0)
    program = builder.program(["A", "B", "C"])
    assert program.score(search(program)[0]) == Score(0, -3, 0)


def test_large_coefficients_do_not_overflow() -> None:
    # 2^62 in all: 4 groups of 2^60 under a limit that leaves room for three of them.
    builder = yes_or_no(5, 6, 7, 8)
    row = builder.row("row")
    builder.start_terms.add(np.arange(4), np.full(4, row), np.full(4, 2**60))
    builder.limit(row, ABOVE, 3 * 2**60)
    program = builder.program(["A", "B", "C", "D"])
    assert program.score(search(program)[0]).money == 21


def test_the_same_arguments_give_the_same_selection() -> None:
    program = hard_program(1)
    prices = np.linspace(0.0, 0.1, program.rows)

    def run(seed: int) -> Selection:
        begin = construct(program, prices, seed)
        return improve(program, begin, prices, seed, lambda: False, lambda: 0.5, lambda *_: None, 2_000)

    once, again = run(5), run(5)
    assert all(np.array_equal(a, b) for a, b in zip(once, again, strict=True))


def test_machine_code_and_plain_python_agree() -> None:
    seeds, steps = list(range(12)), 60
    plain = subprocess.run(
        [sys.executable, "-W", "error::RuntimeWarning", "-m", __name__, str(steps), *map(str, seeds)],
        env={**os.environ, "NUMBA_DISABLE_JIT": "1"},
        check=True,
        capture_output=True,
        text=True,
    )
    assert plain.stdout == "".join(f"{line}\n" for line in outcomes(steps, seeds))


def test_halted_at_once_it_gives_back_the_beginning() -> None:
    program = hard_program(1)
    begin = construct(program, None)
    selection = improve(program, begin, None, 1, lambda: True, lambda: 0.0, lambda *_: None)
    assert selection is begin
    assert len(construct(program, None, 1, lambda: True).starts) == 0


def test_by_the_clock_it_goes_on_until_halted_and_gets_better() -> None:
    program = hard_program(2)
    told: list[Score] = []
    left = iter(range(10))
    selection = improve(
        program,
        program.nothing(),
        None,
        1,
        lambda: next(left, None) is None,
        lambda: 0.5,
        lambda _, score: told.append(score),
    )
    assert told
    assert program.score(selection) == told[-1]


def test_an_infeasible_beginning_is_refused() -> None:
    program = begins_infeasible()
    with pytest.raises(ValueError, match="passes a hard edge"):
        construct(program, None)
    with pytest.raises(ValueError, match="passes a hard edge"):
        improve(program, program.nothing(), None, 1, lambda: False, lambda: 0.0, lambda *_: None)


def test_a_program_without_rows() -> None:
    program = Builder(ints(0, 1), ints(0, 1), ints(0, 2))
    program.candidate_money[:] = (3, 4)
    built = program.program(["A"])
    assert built.score(search(built)[0]).money == 4
    assert built.score(construct(built, np.zeros(0))).money == 4


def outcomes(steps: int, seeds: Sequence[int]) -> list[str]:
    lines = []
    for seed in seeds:
        program = random_program(seed, groups=6)
        for prices in (None, np.linspace(-0.5, 0.5, program.rows)):
            begin = construct(program, prices, seed)
            best = improve(program, begin, prices, seed, lambda: False, lambda: 0.0, lambda *_: None, steps)
            lines.append(f"{begin.starts.tolist()} {best.starts.tolist()} {best.candidates.tolist()}")
    return lines


if __name__ == "__main__":
    print("\n".join(outcomes(int(sys.argv[1]), [int(seed) for seed in sys.argv[2:]])))
