"""What parts are given adds up, and what they bring together is never less than what each thinks."""

import numpy as np
import pytest

from optimizer.engines.distributed.bundles import bundles
from optimizer.engines.distributed.rounds import Effort, Rounds
from optimizer.engines.distributed.shares import Shares
from optimizer.engines.search import construct
from tests.optimizer.engines.distributed.here import Here, limited_in_parts
from tests.optimizer.engines.random_programs import hard_program, random_program

EFFORT = Effort(0.0, 0.0, 200)


@pytest.mark.parametrize("parts", [1, 2, 3])
@pytest.mark.parametrize("seed", range(20))
def test_shares_of_room_add_up_to_the_room(seed: int, parts: int) -> None:
    program = random_program(seed, groups=6)
    limited, pieces = limited_in_parts(program, parts)
    levels = limited.levels(construct(program, None))
    seen = Shares(limited, pieces).edges(program.hinges, levels, np.random.default_rng(seed))
    at = levels[program.hinges.row]
    assert (seen - at).sum(axis=0).tolist() == (program.hinges.edge - at).tolist()
    hard, side = program.hinges.hard, program.hinges.side
    # Nobody begins beyond a hard edge.
    assert (((seen - at) * side)[:, hard] >= 0).all()


@pytest.mark.parametrize("parts", [2, 3])
@pytest.mark.parametrize("seed", range(20))
def test_a_round_is_complete_feasible_and_no_worse(seed: int, parts: int) -> None:
    program = random_program(seed, groups=6)
    limited, pieces = limited_in_parts(program, parts)
    begin = construct(program, None)
    rounds = Rounds(limited, program.hinges, Here(pieces.pieces), pieces, seed)
    selection = rounds.round(begin, np.zeros(limited.rows), EFFORT, lambda: False)
    assert program.is_complete(selection)
    assert program.score(selection).excess == 0
    assert program.score(selection)[:2] >= program.score(begin)[:2]


def test_a_round_from_nothing_finds_something_in_every_part() -> None:
    # There is room for more than ten of the largest choices, so that it is divided.
    program = hard_program(1, groups=120)
    limited, pieces = limited_in_parts(program, 2)
    rounds = Rounds(limited, program.hinges, Here(pieces.pieces), pieces, 1)
    selection = rounds.round(program.nothing(), np.zeros(limited.rows), EFFORT, lambda: False)
    assert all(len(place.own(selection).starts) for place in pieces.places)
    assert program.score(selection).excess == 0


def test_the_part_of_a_lost_worker_stays_as_it_is() -> None:
    program = hard_program(1)
    limited, pieces = limited_in_parts(program, 2)
    begin = construct(program, None)
    rounds = Rounds(limited, program.hinges, Here(pieces.pieces, {0}), pieces, 1)
    selection = rounds.round(begin, np.zeros(limited.rows), EFFORT, lambda: False)
    mine, before = pieces.places[0].own(selection), pieces.places[0].own(begin)
    assert mine.candidates.tolist() == before.candidates.tolist()


def test_rows_that_the_same_candidates_take_are_a_bundle() -> None:
    # All candidates take all 25 rows of a hard program; nobody takes that of the commitments.
    limited, _ = limited_in_parts(hard_program(1), 2)
    assert bundles(limited).tolist() == [0] * 25 + [25]
