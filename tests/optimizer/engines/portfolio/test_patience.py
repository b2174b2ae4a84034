"""Patience: without anything new for so long, the race ends and says so."""

from optimizer.engines.engine import Limits, StoppedBy
from optimizer.engines.portfolio.board import Board
from optimizer.engines.registry import ENGINES
from optimizer.stops import Deadline
from tests.optimizer.engines.random_programs import random_program
from tests.optimizer.engines.watching import Recorder

FAR_AWAY = 600.0


def board(patience: float | None) -> Board:
    program = random_program(1)
    return Board(program, Limits(workers=1, patience=patience), Deadline.after(FAR_AWAY), Recorder(program))


def test_nothing_new_and_no_patience_is_stagnation() -> None:
    assert board(0.0).stagnated()
    assert board(0.0).halted()
    assert board(0.0).result().stopped_by is StoppedBy.STAGNATION


def test_with_patience_left_the_race_goes_on() -> None:
    assert not board(FAR_AWAY).halted()


def test_without_a_limit_on_patience_only_the_clock_counts() -> None:
    assert not board(None).halted()


def test_a_better_selection_is_news() -> None:
    patient = board(FAR_AWAY)
    patient._news_at -= 2 * FAR_AWAY
    assert patient.stagnated()
    best = ENGINES["exact"](patient.program, [], Limits(workers=1), Deadline.after(FAR_AWAY), Recorder(patient.program))
    assert best.score > patient.score, "the program of this seed has something to choose"
    patient.offer(best.selection)
    assert not patient.stagnated()


def test_an_engine_that_stagnates_long_before_its_deadline_says_so() -> None:
    program = random_program(1)
    result = ENGINES["portfolio"](
        program, [], Limits(workers=1, patience=0.0), Deadline.after(FAR_AWAY), Recorder(program)
    )
    assert result.stopped_by is StoppedBy.STAGNATION
    assert program.score(result.selection).excess == 0
