"""Planted plans are the best: proven by their prices, and found by the exact engine where it can."""

import pytest

from benchmarks.families.planted import planted_year
from benchmarks.families.planted_proof import prove, proven_best
from models.findings import errors_in
from models.scenario import Scenario
from models.validation import validate
from optimizer.compile import compile_scenario
from optimizer.engines.construct import construct
from optimizer.engines.engine import Limits
from optimizer.engines.registry import ENGINES
from optimizer.stops import Deadline
from tests.differential.compare import Silent


@pytest.mark.parametrize(("projects", "seed"), [(1, 1), (12, 5), (24, 1), (130, 2), (240, 1)])
def test_plan_and_prices_prove_each_other(projects: int, seed: int) -> None:
    assert prove(planted_year(projects, seed)).holds


def test_the_exact_engine_finds_nothing_better() -> None:
    year = planted_year(8, 3)
    program = compile_scenario(Scenario.model_validate(year.document)).program
    result = ENGINES["exact"](program, [construct(program)], Limits(workers=1), Deadline.after(60), Silent())
    assert result.claim.status == "OPTIMAL"
    assert result.score == prove(year).score


def test_a_greedy_construction_stays_away_from_the_best() -> None:
    year = planted_year(240, 1)
    program = compile_scenario(Scenario.model_validate(year.document)).program
    best = proven_best(year)
    assert program.score(construct(program)).money <= best.money - abs(best.money) // 100


def test_a_plan_that_is_not_the_planted_one_is_no_proof() -> None:
    year = planted_year(24, 1)
    fewer = dict(list(year.plan.items())[1:])
    assert not prove(year._replace(plan=fewer)).holds
    with pytest.raises(ValueError, match="the prices prove"):
        proven_best(year._replace(plan=fewer))


def test_a_price_of_no_row_is_an_error() -> None:
    year = planted_year(24, 1)
    with pytest.raises(KeyError, match="nowhere"):
        prove(year._replace(prices=year.prices | {"nowhere": 1}))


def test_the_document_is_without_errors() -> None:
    assert not errors_in(validate(planted_year(24, 1).document).findings)
