"""Assignment and knapsack instances: how files are read, what recipes give, and that the program means the same."""

from itertools import product
from pathlib import Path

import pytest

from benchmarks.families import gap, gap_recipes, mkp
from benchmarks.families.gap_contract import scenario
from models.quantities import MICRO_SCALE
from models.scenario import Scenario
from optimizer.compile import compile_scenario
from tests.benchmarks.instances import BY_NAME, is_here
from tests.optimizer.engines.truth import best_score


def cheapest(document: gap.Tables) -> int:
    """The least cost of all assignments within capacity, by trying them."""
    cost, weight, capacity = document["cost"], document["weight"], document["capacity"]
    agents, jobs = range(len(cost)), range(len(cost[0]))
    least: int = min(
        sum(cost[agent][job] for job, agent in enumerate(chosen))
        for chosen in product(agents, repeat=len(jobs))
        if all(sum(weight[a][job] for job in jobs if chosen[job] == a) <= capacity[a] for a in agents)
    )
    return least


@pytest.mark.parametrize("recipe", [gap_recipes.type_d, gap_recipes.type_e])
def test_the_program_and_the_scenario_have_the_optimum_of_the_tables(recipe) -> None:  # type: ignore[no-untyped-def]
    document = recipe(3, 7, 1)
    least = cheapest(document)
    assert best_score(gap.program(document)) == (0, -least * MICRO_SCALE, 0)
    told = compile_scenario(Scenario.model_validate(scenario(document, "told"))).program
    assert best_score(told)[:2] == (0, -least * MICRO_SCALE)


def test_type_d_makes_dear_what_is_light() -> None:
    document = gap_recipes.type_d(4, 50, 1)
    for costs, weights, capacity in zip(document["cost"], document["weight"], document["capacity"], strict=True):
        assert all(
            1 <= weight <= 100 and 101 <= cost + weight <= 121 for cost, weight in zip(costs, weights, strict=True)
        )
        assert capacity == 8 * sum(weights) // 40


def test_type_e_lets_every_agent_carry_its_heaviest_job() -> None:
    document = gap_recipes.type_e(4, 10, 1)
    for costs, weights, capacity in zip(document["cost"], document["weight"], document["capacity"], strict=True):
        assert capacity == max(8 * sum(weights) // 40, *weights)
        for cost, weight in zip(costs, weights, strict=True):
            assert 1000 / weight - 10.5 <= cost <= max(1, 1000 / weight + 0.5)


def test_files_of_the_or_library_are_read(tmp_path: Path) -> None:
    file = tmp_path / "two"
    file.write_text(" 2 3\n 1 2 3\n 4 5 6\n 7 8 9\n 1 1 1\n 10 11\n", "utf-8")
    assert gap.read(file) == gap.tables([[1, 2, 3], [4, 5, 6]], [[7, 8, 9], [1, 1, 1]], [10, 11])
    file.write_text(" 3 2 0\n 1 2 3\n 4 5 6\n 7 8 9\n 10 11\n", "utf-8")
    assert mkp.read(file) == mkp.tables([1, 2, 3], [[4, 5, 6], [7, 8, 9]], [10, 11])


@pytest.mark.parametrize("read", [gap.read, mkp.read])
def test_a_file_that_is_cut_off_is_refused(read, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "cut"
    file.write_text("2 3 4 5 6", "utf-8")
    with pytest.raises(ValueError, match="cut: "):
        read(file)


def test_knapsacks_mean_what_their_tables_say() -> None:
    document = mkp.made_up(10, 3, 2)
    best = max(
        sum(profit for profit, taken in zip(document["profit"], chosen, strict=True) if taken)
        for chosen in product((False, True), repeat=10)
        if all(
            sum(weight for weight, taken in zip(row, chosen, strict=True) if taken) <= room
            for row, room in zip(document["weight"], document["capacity"], strict=True)
        )
    )
    assert best_score(mkp.program(document)) == (0, best * MICRO_SCALE, 0)


@pytest.mark.parametrize(("name", "best"), [("c05100", -1931), ("gap12-2", -941), ("OR5x100-0.25_1", 24381)])
def test_published_optima_stand_beside_published_instances(name: str, best: int) -> None:
    instance = BY_NAME[name]
    if not is_here(instance):
        pytest.skip("the published instances are not beside this checkout")
    known = instance.best()
    assert known is not None
    assert known == (0, best * MICRO_SCALE, "published")
