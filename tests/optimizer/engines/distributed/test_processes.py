"""Real processes: the same answers, replaced when they are lost, and gone when they are not needed."""

import os
import signal
from collections.abc import Iterator

import numpy as np
import pytest

from models.errors import SolverFault
from optimizer.engines.distributed.divide import solve, solve_in_parts
from optimizer.engines.distributed.dual import SharedDual
from optimizer.engines.distributed.piece import Cut
from optimizer.engines.distributed.pool import REPLACEMENTS, OutOfTime, ask_until_all_answer
from optimizer.engines.distributed.processes import Processes
from optimizer.engines.distributed.questions import Improve, Improved, Sizes
from optimizer.engines.engine import Limits
from optimizer.engines.prices.dual import Dual
from optimizer.program import Program
from optimizer.stops import Deadline
from tests.optimizer.engines.distributed.here import Here, limited_in_parts, some_multipliers
from tests.optimizer.engines.random_programs import hard_program
from tests.optimizer.engines.watching import Recorder

PROGRAM = hard_program(1)


@pytest.fixture
def limited() -> Program:
    return limited_in_parts(PROGRAM, 2)[0]


@pytest.fixture
def pieces() -> Cut:
    return limited_in_parts(PROGRAM, 2)[1]


@pytest.fixture
def pool(pieces: Cut) -> Iterator[Processes]:
    processes = Processes(pieces.pieces)
    # They have started, and what they need is loaded.
    ask_until_all_answer(processes, [question._replace(steps=1) for question in endless(pieces)])
    yield processes
    processes.close()


def kill(pool: Processes, part: int) -> None:
    os.kill(pool.members[part].process.pid, signal.SIGKILL)


def endless(pieces: Cut) -> list[Improve]:
    """A search in every part that would take far longer than any test."""
    return [
        Improve(
            place.own(PROGRAM.nothing()),
            np.zeros(len(place.rows), np.int64),
            piece.costs.edge,
            np.zeros(len(place.rows)),
            seed=1,
            progress=0.0,
            seconds=1e6,
            steps=None,
        )
        for place, piece in zip(pieces.places, pieces.pieces, strict=True)
    ]


def test_the_bound_at_the_same_prices_is_that_of_one_process(limited: Program, pieces: Cut, pool: Processes) -> None:
    dual = SharedDual(limited, pool, pieces)
    point = dual.rounded(some_multipliers(dual.upper, 1, 5.0))
    assert dual.value(point) == Dual(limited).value(point)


def test_a_worker_that_is_killed_is_replaced(limited: Program, pieces: Cut, pool: Processes) -> None:
    dual = SharedDual(limited, pool, pieces)
    point = dual.rounded(some_multipliers(dual.upper, 2, 5.0))
    before = dual.value(point)
    kill(pool, 1)
    assert dual.value(point) == before


def test_a_worker_that_is_killed_in_mid_search_holds_up_nobody(pieces: Cut, pool: Processes) -> None:
    asked = 0

    def halted() -> bool:
        nonlocal asked
        asked += 1
        if asked == 1:
            kill(pool, 0)
        return asked > 1

    lost, answered = pool.ask(endless(pieces), halted)
    assert lost is None
    assert isinstance(answered, Improved)
    assert ask_until_all_answer(pool, [Sizes(), Sizes()])


def lose_again(pool: Processes) -> None:
    kill(pool, 0)
    pool.members[0].process.wait()
    pool.ask([Sizes(), Sizes()], lambda: False)


def test_workers_that_are_lost_again_and_again_are_a_fault(pool: Processes) -> None:
    for _ in range(REPLACEMENTS):
        lose_again(pool)
    with pytest.raises(SolverFault, match="the worker of part 0 was lost"):
        lose_again(pool)


def test_a_worker_that_fails_says_why(pieces: Cut, pool: Processes) -> None:
    first, second = endless(pieces)
    beyond = first._replace(base=first.base + 10**9)
    with pytest.raises(SolverFault, match="the worker of part 0 failed: ValueError"):
        pool.ask([beyond, second], lambda: False)


def test_a_worker_that_does_not_answer_holds_up_nobody(pool: Processes) -> None:
    os.kill(pool.members[1].process.pid, signal.SIGSTOP)
    with pytest.raises(OutOfTime):
        pool.ask([Sizes(), Sizes()], lambda: True)


def test_workers_end_with_their_connection(pieces: Cut) -> None:
    # That is how they learn that their parent is gone, whatever became of it.
    pool = Processes(pieces.pieces)
    member = pool.members[0]
    member.ask(endless(pieces)[0])
    member.connection.close()
    assert member.process.wait(60) == 0
    pool.close()


def test_no_worker_is_left(pieces: Cut) -> None:
    pool = Processes(pieces.pieces)
    pool.close()
    assert all(member.process.returncode is not None for member in pool.members)


def test_two_processes_and_none_find_the_same_where_work_is_counted() -> None:
    limits = Limits(seed=3, deterministic_time=0.3)
    found = []
    for make in (Processes, Here):
        recorder = Recorder(PROGRAM)
        result = solve_in_parts(PROGRAM, [], limits, Deadline.after(600), recorder, 2, make)
        assert recorder.wrong == []
        assert PROGRAM.is_complete(result.selection)
        assert result.score == PROGRAM.score(result.selection)
        assert result.priced is not None
        found.append((result.score, result.selection.candidates.tolist(), result.priced.prices.bound))
    assert found[0] == found[1]
    assert found[0][0].excess == 0


def test_what_is_too_small_is_not_divided() -> None:
    small = hard_program(1, groups=5, rows=3)
    result = solve(small, [], Limits(workers=4, deterministic_time=0.1), Deadline.after(60), Recorder(small))
    assert small.is_complete(result.selection)
