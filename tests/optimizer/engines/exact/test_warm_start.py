"""A warm start is handed over whole: one whole number per variable, once, and a solution by itself."""

import numpy as np
import pytest

from optimizer.engines.construct import construct
from optimizer.engines.engine import Limits, Stop, StoppedBy
from optimizer.engines.exact.budget import Budget
from optimizer.engines.exact.model import Aim, Model, build
from optimizer.engines.exact.phases import search
from optimizer.engines.exact.run import Answer, Watch, run
from optimizer.program import Program, Selection
from optimizer.stops import Deadline
from tests.optimizer.engines.exact.written import admits
from tests.optimizer.engines.random_programs import hard_program, random_program
from tests.optimizer.engines.watching import Recorder, unpolished


def hint_of(model: Model) -> tuple[list[int], list[int]]:
    hint = model.gateway.model.proto.solution_hint
    return list(hint.vars), list(hint.values)


def nothing_and_constructed(program: Program) -> list[Selection]:
    return [program.nothing(), construct(program)]


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("aim", list(Aim))
def test_a_hint_names_every_variable_once_and_is_a_solution(seed: int, aim: Aim) -> None:
    program = random_program(seed)
    model = build(program, aim)
    for selection in nothing_and_constructed(program):
        # The second takes the place of the first: a variable hinted twice makes a model invalid.
        model.gateway.hint(model.values(selection))
        variables, values = hint_of(model)
        assert variables == list(range(model.gateway.variables))
        assert len(model.gateway.model.proto.variables) == len(values) == len(variables)
        assert all(type(value) is int for value in values)
        assert admits(model.gateway, np.array(values, np.int64))
        assert model.objective.value(np.array(values, np.int64)) == -aim.of(program.score(selection))


def test_the_solver_starts_from_its_hint_and_finds_no_fault_with_it() -> None:
    program = hard_program(1, groups=20, rows=8)
    warm = construct(program)
    model = build(program, Aim.MONEY)
    model.gateway.hint(model.values(warm))
    recorder = Recorder(program)
    assert model.gateway.model.validate() == ""
    budget = Budget(wall=60.0, deterministic=0.05)
    run(model, Limits(workers=1), budget, Deadline.after(60), Watch(recorder.incumbent, lambda _: None))
    assert recorder.incumbents[0] >= program.score(warm)[:2]


@pytest.mark.parametrize("warm", [0, 1])
def test_each_phase_is_hinted_with_the_best_that_is_known(warm: int) -> None:
    program = random_program(3)
    recorder = Recorder(program)
    known = nothing_and_constructed(program)[: warm + 1]
    best = [max(program.score(selection) for selection in known)[:2]]
    hinted: list[bool] = []

    def solve(model: Model, limits: Limits, budget: Budget, stop: Stop, watch: Watch) -> Answer:
        _, values = hint_of(model)
        selection = model.selection(np.array(values, np.int64))
        hinted.append(program.score(selection)[:2] == max(best + recorder.incumbents))
        return run(model, limits, budget, stop, watch)

    search(program, known, Limits(workers=1), Deadline.after(60), recorder, solve)
    assert hinted
    assert all(hinted)


def test_a_run_that_is_over_before_it_begins_gives_the_warm_start() -> None:
    # CP-SAT says UNKNOWN to a complete hint when it has no time to load it.
    program = hard_program(2, groups=20, rows=8)
    warm = construct(program)
    limits, stop = Limits(workers=1, deterministic_time=1e-9), Deadline.after(60)
    result = search(program, [warm], limits, stop, Recorder(program), polish=unpolished)
    assert result.score == program.score(warm)
    assert result.stopped_by is StoppedBy.TIME
