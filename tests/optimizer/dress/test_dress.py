"""The whole plan of an answer."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.choices import Choice, Choices
from models.plan import Plan, Versions
from models.scenario import Scenario
from optimizer.dress.dress import dressed
from scenarios.generator.tiny import tiny
from tests.optimizer.agreement import Judges, plan_for, random_selection
from tests.scenario_builder import MARKET, candidate, document, in_flight, scenario

VERSIONS = Versions(engine="exact", solver="solver 1", seed=7)
LED: Choices = {"P": Choice(0, {"project_manager": "north-pm"})}


def bought() -> Scenario:
    """P of east brings 100 and can be led from north: 0.5 x 10, with 20 % friction."""
    project = candidate("P", needs={"project_manager": 0.5}, value={"amount": 100})
    return scenario(projects=[project, in_flight("F", stop_cost=2)], market=MARKET)


def test_the_objective_is_the_sum_of_its_terms() -> None:
    objective = dressed(bought(), LED, VERSIONS).objective
    assert objective.total == 97_000_000
    stated = objective.terms.model_dump()
    assert {term: money for term, money in stated.items() if money} == {
        "project_value": 100,
        "friction": -1,
        "stop_cost": -2,
    }


def test_nobody_has_checked_it_yet() -> None:
    evidence = dressed(bought(), LED, VERSIONS).evidence
    assert not evidence.plan_checked
    assert (evidence.objective, evidence.bound, evidence.gap, evidence.status) == (97_000_000, None, None, "feasible")
    assert (evidence.bound_checked, evidence.bound_source, evidence.solver_claim) == (False, None, None)


def test_the_plan_names_the_scenario_and_what_made_it() -> None:
    whole = document(projects=[candidate("P"), {**candidate("Q"), "tier": None}])
    question = scenario(projects=[candidate("P"), candidate("Q")]).read_from(whole)
    plan = dressed(question, {}, VERSIONS)
    assert (plan.scenario, plan.scenario_hash) == ("tiny", question.content_hash)
    assert plan.versions == VERSIONS
    assert plan.schema_ == "plan/1"


@pytest.mark.parametrize(
    "choices",
    [{"P": Choice(0)}, {"P": Choice(0, {"project_manager": "ghost"})}, {"P": Choice(0, {"sponsor": "east-pm"})}],
)
def test_an_answer_that_leaves_a_role_open_or_names_strangers_is_refused(choices: Choices) -> None:
    with pytest.raises(KeyError):
        dressed(bought(), choices, VERSIONS)


def test_projects_come_in_the_order_of_the_scenario() -> None:
    question = scenario(projects=[candidate(name) for name in "CAB"])
    plan = plan_for(question, {name: Choice(0) for name in "ABC"})
    assert [row.project for row in plan.decisions] == ["C", "A", "B"]


@given(st.integers(0, 9_999), st.randoms(use_true_random=False))
def test_a_plan_reads_back_as_it_was_written(seed: int, dice: Random) -> None:
    judges = Judges(Scenario.model_validate(tiny(seed)))
    choices = judges.compiled.choices(random_selection(judges.compiled, dice))
    plan = plan_for(judges.question, choices)
    again = Plan.model_validate(plan.model_dump(by_alias=True))
    assert again == plan
    # And says what was chosen.
    assert again.choices(judges.question.horizon) == choices
