"""What a document leaves out: the tier's fields, whole and never merged, then the defaults of the contract."""

from typing import Any

import pytest

from models.market import Market
from models.people import Person
from models.policy import Policy
from models.project import Project, Tier
from models.target import Goal, Target
from tests.scenario_builder import candidate, scenario

TIER: dict[str, Any] = {
    "kind": "hilltop",
    "mandated": True,
    "duration": 3,
    "value": {"amount": 100, "margin_rate": 0.5, "pursuit_cost": 4},
    "staffing": [{"role": "project_manager", "effort": 0.5, "min_grade": 3, "skills": {"cloud": 2}}],
    "tags": ["benchmark"],
}


def filled(**fields: Any) -> Project:
    """Project P of tier T1 with these fields, filled in."""
    project = {"id": "P", "unit": "east", "tier": "T1", "start": {"preferred": "2027-01"}, **fields}
    (result,) = scenario(projects=[project], policy={"tiers": {"T1": TIER, "T2": {"kind": "regular"}}}).filled_projects
    return result


def test_the_tier_gives_the_fields_that_are_left_out() -> None:
    project = filled()
    assert (project.kind, project.mandated, project.duration, project.tags) == ("hilltop", True, 3, ("benchmark",))
    assert (project.value.amount, project.value.margin_rate, project.value.pursuit_cost) == (10_000, 5_000, 400)
    (need,) = project.staffing
    assert (need.role, need.effort, need.min_grade, need.skills) == ("project_manager", 500, 3, {"cloud": 2})


def test_a_field_of_its_own_replaces_the_tiers_whole() -> None:
    # Of value only the amount is stated: margin rate and pursuit cost are the defaults, not the tier's.
    value = filled(value={"amount": 80}).value
    assert (value.amount, value.margin_rate, value.pursuit_cost) == (8_000, 10_000, 0)
    (need,) = filled(staffing=[{"role": "project_manager", "effort": 0.25}]).staffing
    assert (need.effort, need.min_grade, need.skills) == (250, 0, {})
    assert filled(tags=["east"]).tags == ("east",)


@pytest.mark.parametrize(
    ("field", "stated", "kept"),
    [("mandated", False, False), ("staffing", [], ()), ("tags", [], ()), ("duration", 1, 1)],
)
def test_a_field_that_states_the_default_is_stated(field: str, stated: Any, kept: Any) -> None:
    assert getattr(filled(**{field: stated}), field) == kept


def test_projects_of_another_tier_or_none_are_left_alone() -> None:
    assert filled(tier="T2").kind == "regular"
    assert filled(tier="T2").duration == 0
    plain = scenario(projects=[candidate("P")], policy={"tiers": {"T1": TIER}})
    assert plain.filled_projects == plain.projects


def test_the_project_as_stated_is_kept_beside() -> None:
    project = {"id": "P", "unit": "east", "tier": "T1", "start": {"preferred": "2027-01"}}
    whole = scenario(projects=[project], policy={"tiers": {"T1": TIER}})
    assert whole.projects[0].kind is None
    assert whole.filled_projects[0].kind == "hilltop"
    # Filled in, a field counts as given.
    assert whole.filled_projects[0].filled_from(Tier.model_validate({"kind": "regular"})).kind == "hilltop"


def test_a_changed_policy_fills_anew() -> None:
    whole = scenario(projects=[{"id": "P", "unit": "east", "tier": "T1"}], policy={"tiers": {"T1": TIER}})
    assert whole.filled_projects[0].duration == 3
    longer = Policy.model_validate({"tiers": {"T1": {**TIER, "duration": 5}}})
    assert whole.replace(policy=longer).filled_projects[0].duration == 5


def test_the_defaults_of_the_contract() -> None:
    project = Project.model_validate({"id": "P", "unit": "east"})
    assert (project.status, project.origin, project.qualified, project.mandated) == ("candidate", "sales", True, False)
    assert (project.stoppable, project.stop_cost) == (False, 0)
    value = project.value
    assert (value.margin_rate, value.win_probability) == (10_000, 10_000)
    assert (value.amount, value.strategic, value.pursuit_cost, value.delay_loss) == (0, 0, 0, 0)
    person = Person.model_validate({"id": "E", "unit": "east"})
    assert (person.capacity, person.lendable, person.grade, person.max_projects) == (1000, True, 0, None)
    assert (person.first_role, person.capacity_by_period(3)) == (None, (1000, 1000, 1000))
    market = Market.model_validate({})
    assert (market.scope, market.max_sold_share, market.min_effort) == ("company", None, 0)
    policy = Policy.model_validate({})
    assert policy.load_cap == 10_000
    assert Target.model_validate({"id": "T"}).coverage == 10_000
    assert Goal.model_validate({"id": "G"}).shortfall_price is None


def test_capacity_may_differ_by_period() -> None:
    person = Person.model_validate({"id": "E", "unit": "east", "roles": ["b", "a"], "capacity": [1, 0.5, 0]})
    assert person.capacity_by_period(3) == (1000, 500, 0)
    assert person.first_role == "b"
