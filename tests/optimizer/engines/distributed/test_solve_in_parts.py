"""The whole engine, in parts as small as one group: nothing infeasible, nothing refuted by trying everything."""

import pytest

from optimizer.engines.distributed.divide import solve_in_parts
from optimizer.engines.engine import Limits
from optimizer.stops import Deadline
from tests.optimizer.engines.distributed.here import Here
from tests.optimizer.engines.random_programs import random_program
from tests.optimizer.engines.test_conformance import assert_not_refuted, some_feasible
from tests.optimizer.engines.watching import Asked, Recorder


@pytest.mark.parametrize("parts", [2, 3])
@pytest.mark.parametrize("seed", range(24))
def test_random_programs(seed: int, parts: int) -> None:
    program = random_program(seed, groups=3)
    recorder, warm = Recorder(program), some_feasible(program, 2)
    limits = Limits(seed=seed, deterministic_time=0.1)
    result = solve_in_parts(program, warm, limits, Deadline.after(60), recorder, parts, Here)
    assert program.is_complete(result.selection)
    assert result.score == program.score(result.selection)
    assert result.score[:2] >= max(program.score(selection)[:2] for selection in (program.nothing(), *warm))
    assert recorder.wrong == []
    assert_not_refuted(program, result, recorder)


def test_the_clock_ends_it_too() -> None:
    program = random_program(7, groups=6)
    recorder = Recorder(program)
    result = solve_in_parts(program, [], Limits(), Deadline.after(0.5), recorder, 2, Here)
    assert recorder.wrong == []
    assert result.score.excess == 0


@pytest.mark.parametrize("stop", [Asked(), Asked(is_set=False, left=0.0)], ids=["asked", "late"])
def test_a_stop_before_the_search_starts_no_worker(stop: Asked) -> None:
    program = random_program(1)

    def none_is_made(_: object) -> Here:
        raise AssertionError

    result = solve_in_parts(program, [], Limits(), stop, Recorder(program), 2, none_is_made)
    assert result.score == program.score(program.nothing())
