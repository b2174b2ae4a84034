"""Both bounds on random tiny scenarios: equal to those of the program, never below what can be had."""

from fractions import Fraction
from math import ceil, floor
from random import Random

import pytest

from models.scenario import Scenario
from optimizer import certificate
from optimizer.compile import compile_scenario
from scenarios.generator.tiny import INGREDIENTS, small, tiny
from tests.optimizer.certificate.reference import Reference
from tests.oracle.brute import best

CASES = [*((None, seed) for seed in range(20)), *((focus, 0) for focus in INGREDIENTS)]


@pytest.mark.parametrize(("focus", "seed"), CASES)
def test_bounds_are_those_of_the_program(focus: str | None, seed: int) -> None:
    scenario = Scenario.model_validate(tiny(seed, focus))
    agree(scenario, Random(f"{focus}/{seed}"))


@pytest.mark.parametrize("seed", range(10))
def test_bounds_of_small_scenarios_are_those_of_the_program(seed: int) -> None:
    agree(Scenario.model_validate(small(seed)), Random(seed))


def agree(scenario: Scenario, rng: Random) -> None:
    program = compile_scenario(scenario).program
    limit = rng.randint(0, 3)
    money = Reference(program, money=True, unmet_limit=limit)
    for share in (0, 0.3, 1):
        prices = money.random_prices(rng, share)
        found = certificate.recompute(scenario, prices, limit)
        assert found.findings == ()
        assert found.bound == floor(money.bound(prices))
    met = Reference(program, money=False)
    for share in (0, 0.3, 1):
        prices = met.random_prices(rng, share)
        unmet = certificate.recompute_unmet(scenario, prices)
        assert unmet.findings == ()
        assert unmet.at_least == max(0, ceil(-met.bound(prices) / Fraction(1_000_000)))


@pytest.mark.parametrize("focus", [None, *INGREDIENTS])
def test_bounds_hold(focus: str | None) -> None:
    scenario = Scenario.model_validate(tiny(1_000, focus))
    truth, rng = best(scenario), Random(focus or "")
    program = compile_scenario(scenario).program
    money, met = Reference(program, money=True, unmet_limit=truth.unmet), Reference(program, money=False)
    for share in (0, 0.3, 0.6, 1):
        bound = certificate.recompute(scenario, money.random_prices(rng, share), truth.unmet).bound
        assert bound is not None
        assert bound >= truth.money
        at_least = certificate.recompute_unmet(scenario, met.random_prices(rng, share)).at_least
        assert at_least is not None
        assert at_least <= truth.unmet
