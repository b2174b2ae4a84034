"""What plans prove of themselves, against brute force: bounds, optimality, and how many commitments must stay unmet."""

import pytest

from models.plan import Plan
from models.scenario import Scenario
from optimizer.settings import SolveSettings
from optimizer.solve import solve
from scenarios.generator.tiny import INGREDIENTS, tiny
from tests.oracle.brute import best

SETTINGS = SolveSettings(engine="portfolio", time_limit=60, workers=1, profile="reproducible")


def solved(focus: str | None, seed: int) -> tuple[Plan, tuple[int, int]]:
    """A plan, and the fewest unmet commitments with the most money of all answers."""
    scenario = Scenario.model_validate(tiny(seed, focus))
    real = best(scenario)
    return solve(scenario, SETTINGS), (real.unmet, real.money)


@pytest.mark.parametrize("focus", [None, *list(INGREDIENTS)[::5]])
def test_no_plan_claims_more_than_is_true(focus: str | None) -> None:
    plan, (unmet, money) = solved(focus, 1)
    evidence = plan.evidence
    assert evidence.status in ("certified", "optimal")
    assert evidence.unmet.count >= unmet >= evidence.unmet.at_least
    if evidence.unmet.count == unmet:
        assert evidence.bound is not None
        assert evidence.bound >= money >= evidence.objective
    if evidence.status == "optimal":
        assert (evidence.unmet.count, evidence.objective) == (unmet, money)
