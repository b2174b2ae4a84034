"""What every engine in the register must do. A new engine is taken up by itself."""

import random
from collections.abc import Callable
from dataclasses import fields

import numpy as np
import pytest

from optimizer.engines.construct import construct
from optimizer.engines.engine import Engine, Limits, Result, Stop, StoppedBy
from optimizer.engines.registry import ENGINES
from optimizer.program import Program, Selection
from optimizer.stops import Deadline
from tests.optimizer.engines.random_programs import hard_program, random_program, selections
from tests.optimizer.engines.tiny_programs import TINY
from tests.optimizer.engines.truth import best, best_score, most_money
from tests.optimizer.engines.watching import Asked, Recorder

# The engine's own count of work ends a search that would go on for as long as it may.
LIMITS = Limits(workers=1, deterministic_time=1.0)


@pytest.fixture(params=list(ENGINES.values()), ids=list(ENGINES))
def engine(request: pytest.FixtureRequest) -> Engine:
    found: Engine = request.param
    return found


def searched(
    engine: Engine,
    program: Program,
    warm: list[Selection],
    limits: Limits = LIMITS,
    stop: Stop | None = None,
    recorder: Recorder | None = None,
) -> Result:
    """The result, after checking all that can be checked of it without knowing the truth."""
    recorder = recorder or Recorder(program)
    result = engine(program, warm, limits, stop or Deadline.after(60), recorder)
    assert program.is_complete(result.selection)
    assert result.score == program.score(result.selection)
    assert result.score.excess == 0
    known = [program.score(selection)[:2] for selection in (program.nothing(), *warm)]
    # Nothing that was given or told is lost, and nothing is found without being told.
    assert result.score[:2] == max(known + recorder.incumbents)
    assert recorder.wrong == []
    assert result.stopped_by is not StoppedBy.FAULT
    return result


def assert_not_refuted(program: Program, result: Result, recorder: Recorder) -> None:
    """What the engine claims and told is true of all selections, by trying them."""
    bound, optimum = result.claim.bound, best_score(program)
    truth = {unmet: most_money(program, unmet) for unmet in {-result.score.met, *(u for u, _ in recorder.bounds)}}
    assert bound is None or bound >= truth[-result.score.met]
    assert all(money >= truth[unmet] for unmet, money in recorder.bounds)
    assert not result.claim.unmet_proved or result.score.met == optimum.met
    assert result.stopped_by is not StoppedBy.OPTIMAL or result.score == optimum
    assert result.score <= optimum


def some_feasible(program: Program, count: int) -> list[Selection]:
    every = [selection for selection in selections(program) if program.score(selection).excess == 0]
    return random.Random(count).sample(every, min(count, len(every)))


def contents(program: Program) -> list[object]:
    """Everything that a program holds, by value."""
    held: list[object] = []
    for field in fields(program):
        value = getattr(program, field.name)
        parts = value if isinstance(value, tuple) else (value,)
        held.extend((part.dtype, part.tolist()) if isinstance(part, np.ndarray) else part for part in parts)
    return held


@pytest.mark.parametrize("seed", range(24))
def test_random_programs_from_nothing(engine: Engine, seed: int) -> None:
    program = random_program(seed, groups=3)
    recorder = Recorder(program)
    assert_not_refuted(program, searched(engine, program, [], recorder=recorder), recorder)


@pytest.mark.parametrize("seed", range(100, 112))
def test_random_programs_from_warm_starts(engine: Engine, seed: int) -> None:
    program = random_program(seed, groups=2)
    recorder = Recorder(program)
    result = searched(engine, program, some_feasible(program, 3), recorder=recorder)
    assert_not_refuted(program, result, recorder)


@pytest.mark.parametrize("seed", range(200, 206))
def test_from_the_best_it_gives_the_best(engine: Engine, seed: int) -> None:
    program = random_program(seed, groups=3)
    known = best(program)
    assert searched(engine, program, [program.nothing(), known]).score == program.score(known)


@pytest.mark.parametrize("make", TINY, ids=lambda make: make.__name__)
def test_programs_at_the_edge(engine: Engine, make: Callable[[], tuple[Program, tuple[int, int]]]) -> None:
    program, optimum = make()
    assert best_score(program) == (*optimum, 0)
    recorder = Recorder(program)
    assert_not_refuted(program, searched(engine, program, [], recorder=recorder), recorder)


@pytest.mark.parametrize("seed", range(6))
def test_the_program_is_left_as_it_was(engine: Engine, seed: int) -> None:
    program = random_program(seed, groups=3)
    warm = some_feasible(program, 2)
    before, warm_before = contents(program), [[part.tolist() for part in selection] for selection in warm]
    searched(engine, program, warm)
    assert contents(program) == before
    assert [[part.tolist() for part in selection] for selection in warm] == warm_before


@pytest.mark.parametrize("stop", [Asked(), Asked(is_set=False, left=0.0)], ids=["asked", "late"])
@pytest.mark.parametrize("deterministic", [None, 1.0])
def test_a_stop_before_the_search_gives_the_best_of_what_was_known(
    engine: Engine, stop: Asked, deterministic: float | None
) -> None:
    program = hard_program(1)
    warm = [program.nothing(), construct(program), construct(program, range(program.groups))]
    recorder = Recorder(program)
    limits = Limits(workers=1, deterministic_time=deterministic)
    result = searched(engine, program, warm, limits, stop, recorder)
    assert result.score == max(program.score(selection) for selection in warm)
    assert recorder.incumbents == []
    assert result.stopped_by is (StoppedBy.REQUEST if stop.is_set else StoppedBy.TIME)


def test_a_stop_in_mid_search_gives_what_was_found_by_then(engine: Engine) -> None:
    program = hard_program(2)
    stop = Asked(is_set=False)
    recorder = Recorder(program, on_incumbent=lambda: setattr(stop, "is_set", True))
    result = searched(engine, program, [], Limits(workers=1, deterministic_time=20.0), stop, recorder)
    assert recorder.incumbents
    assert result.stopped_by is StoppedBy.REQUEST


@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_question_has_the_same_answer(engine: Engine, seed: int) -> None:
    # Far too large to be solved in so little work: where it stops is where it would differ.
    program = hard_program(seed, groups=20, rows=8)
    limits = Limits(workers=1, seed=seed, deterministic_time=0.02)
    first, second = (searched(engine, program, [construct(program)], limits) for _ in range(2))
    assert first.stopped_by is StoppedBy.TIME
    assert [part.tolist() for part in first.selection] == [part.tolist() for part in second.selection]
    assert (first.score, first.claim, first.stopped_by) == (second.score, second.claim, second.stopped_by)


@pytest.mark.parametrize("seed", range(300, 308))
def test_a_gap_that_is_allowed_is_kept(engine: Engine, seed: int) -> None:
    program = random_program(seed, groups=3)
    recorder = Recorder(program)
    result = searched(engine, program, [], Limits(workers=1, gap=0.5, deterministic_time=1.0), recorder=recorder)
    assert_not_refuted(program, result, recorder)
    if result.stopped_by is StoppedBy.GAP:
        # A commitment is never within a gap; of the money that can be had with as many, half of what is had may lack.
        assert result.score.met == best_score(program).met
        assert most_money(program, -result.score.met) - result.score.money <= abs(result.score.money) / 2 + 1
