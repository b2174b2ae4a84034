"""Prices bound every selection, and come close to the best that prices can do: the linear relaxation."""

import numpy as np
import pytest

from models.scenario import Scenario
from optimizer.builder import Builder
from optimizer.compile import compile_scenario
from optimizer.engines.prices import Prices, find_prices
from optimizer.engines.search import construct
from optimizer.program import COMMITMENT, Program, counting
from scenarios.generator import GeneratorSettings, generate
from tests.optimizer.engines.prices.relaxation import relaxed_most
from tests.optimizer.engines.random_programs import hard_program, random_program
from tests.optimizer.engines.truth import best_score, most_money


def never() -> bool:
    return False


def year(projects: int, seed: int) -> Program:
    return compile_scenario(Scenario.model_validate(generate(GeneratorSettings(projects=projects, seed=seed)))).program


def bare(groups: int) -> Program:
    """Groups of one start each, worth 7, without slots or rows."""
    builder = Builder(np.arange(groups + 1), np.zeros(groups + 1, np.int64), np.zeros(1, np.int64))
    builder.start_money[:] = 7
    return builder.program([f"group{number}" for number in range(groups)])


@pytest.mark.parametrize("seed", range(40))
def test_no_selection_beats_the_bound(seed: int) -> None:
    program = random_program(seed)
    unmet = -best_score(program).met
    bound = find_prices(program.limited(COMMITMENT, unmet), never).bound
    truth = most_money(program, unmet)
    assert bound >= truth - 1e-9 * abs(truth) - 1


@pytest.mark.parametrize("seed", range(40))
def test_prices_of_the_first_count_bound_it(seed: int) -> None:
    program = random_program(seed)
    assert find_prices(counting(program), never).bound >= best_score(program).met - 1e-6


@pytest.mark.parametrize("seed", range(3))
def test_prices_of_knapsacks_reach_the_linear_relaxation(seed: int) -> None:
    program = hard_program(seed)
    most = relaxed_most(program)
    assert -1e-6 <= find_prices(program, never).bound / most - 1 <= 5e-4


@pytest.mark.parametrize("seed", [1, 2])
def test_prices_of_a_year_reach_the_linear_relaxation(seed: int) -> None:
    whole = year(30, seed)
    # Some made-up years promise more than can be kept.
    program = whole.limited(COMMITMENT, -whole.score(construct(whole, None)).met)
    most = relaxed_most(program)
    assert -1e-6 <= find_prices(program, never).bound / most - 1 <= 1e-3


@pytest.mark.parametrize("threads", [1, 2])
def test_threads_share_the_work(threads: int) -> None:
    program = hard_program(5)
    assert -1e-6 <= find_prices(program, never, threads=threads).bound / relaxed_most(program) - 1 <= 5e-4


def test_reports_only_get_better_and_end_with_the_result() -> None:
    heard: list[Prices] = []
    found = find_prices(year(30, 1), never, report=heard.append)
    bounds = [prices.bound for prices in heard]
    assert bounds == sorted(bounds, reverse=True)
    assert heard[-1] is found


def test_halting_at_once_still_gives_an_honest_bound() -> None:
    # Without prices every group takes its best: 60 groups of a most of 1000 each cannot bring more.
    program = hard_program(1)
    found = find_prices(program, lambda: True)
    assert not found.row.any()
    starts = np.maximum.reduceat(program.start_money, program.start_pointer[:-1])
    assert found.bound == starts.sum()


def test_known_prices_are_a_place_to_begin() -> None:
    program = year(30, 2)
    known = find_prices(program, never)
    calls: list[None] = []

    def soon() -> bool:
        calls.append(None)
        return len(calls) > 3

    assert find_prices(program, soon, warm=known.row).bound <= known.bound * (1 + 1e-9)


@pytest.mark.parametrize("groups", [0, 1])
def test_a_program_without_rows_or_groups(groups: int) -> None:
    # One group with one start of 7 and no slot brings 7; none brings nothing.
    assert find_prices(bare(groups), never).bound == 7 * groups
