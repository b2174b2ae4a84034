"""Whoever fills a role can: role, grade, skills, languages; a purchase also lendable, in scope, big enough, a rate."""

from typing import Any

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from optimizer.compile import compile_scenario
from tests.optimizer.agreement import judged
from tests.scenario_builder import MARKET, UNITS, Part, candidate, in_flight, person, scenario

LED: Choices = {"P": Choice(0, {"project_manager": "E"})}
REFUSED = {"eligibility"}


def asking(asked: Part, bringing: Part, **parts: Any) -> Scenario:
    """P of east asks something of its manager; E of east brings something."""
    needs = {"project_manager": {"effort": 0.5, **asked}}
    return scenario(people=[person("E", **bringing)], projects=[candidate("P", needs=needs)], **parts)


def buying(market: Part | None, fit: list[Part] | None = None, lendable: bool = True, **fields: Any) -> Scenario:
    """P of east can be led by E of north only."""
    projects = [candidate("P", **{"needs": {"project_manager": 0.5}, **fields})]
    return scenario(people=[person("E", "north", lendable=lendable)], projects=projects, market=market, fit=fit)


@pytest.mark.parametrize(
    ("asked", "enough", "short"),
    [
        ({"min_grade": 3}, {"grade": 3}, {"grade": 2}),
        ({"min_grade": 1}, {"grade": 1}, {}),
        ({"skills": {"cloud": 2}}, {"skills": {"cloud": 2}}, {"skills": {"cloud": 1}}),
        ({"skills": {"cloud": 1, "bank": 1}}, {"skills": {"cloud": 3, "bank": 1}}, {"skills": {"cloud": 3}}),
        ({"languages": ["zh", "en"]}, {"languages": ["en", "de", "zh"]}, {"languages": ["zh"]}),
        ({"languages": ["zh"]}, {"languages": ["zh"]}, {}),
    ],
)
def test_grade_skills_and_languages_at_the_edge(asked: Part, enough: Part, short: Part) -> None:
    assert judged(asking(asked, enough), LED).broken == set()
    assert judged(asking(asked, short), LED).broken == REFUSED


@pytest.mark.parametrize(
    ("roles", "broken"), [(["sponsor", "project_manager"], set()), (["sponsor"], REFUSED), ([], REFUSED)]
)
def test_any_of_the_roles_a_person_has(roles: list[str], broken: set[str]) -> None:
    question = scenario(people=[{**person("E"), "roles": roles}], projects=asking({}, {}).projects)
    assert judged(question, LED).broken == broken


@pytest.mark.parametrize(
    ("row", "complete", "grade", "broken"),
    [
        ({"eligible": False}, False, 3, REFUSED),
        ({"eligible": True}, False, 0, set()),
        ({"value": 1}, False, 0, REFUSED),
        ({"value": 1}, True, 3, set()),  # listed, and otherwise eligible
        ({"value": 1}, True, 0, REFUSED),
        ({"eligible": True}, True, 0, set()),
        (None, False, 3, set()),
        (None, True, 3, REFUSED),
    ],
)
def test_fit_forbids_admits_and_may_be_complete(row: Part | None, complete: bool, grade: int, broken: set[str]) -> None:
    rows = [] if row is None else [{"project": "P", "role": "project_manager", "person": "E", **row}]
    question = asking({"min_grade": 3}, {"grade": grade}, fit=rows, fit_is_complete=complete)
    assert judged(question, LED).broken == broken


def test_fit_admits_nobody_without_the_role_or_against_the_market() -> None:
    admitted = [{"project": "P", "role": "project_manager", "person": "E", "eligible": True}]
    sponsor = scenario(people=[person("E", "east", "sponsor")], projects=asking({}, {}).projects, fit=admitted)
    assert judged(sponsor, LED).broken == REFUSED
    assert judged(buying(None, fit=admitted), LED).broken == REFUSED
    assert judged(buying({**MARKET, "min_effort": 0.6}, fit=admitted), LED).broken == REFUSED


@pytest.mark.parametrize(
    ("market", "broken"),
    [
        (MARKET, set()),
        (None, REFUSED),  # without a market nothing is bought
        ({**MARKET, "scope": "company"}, set()),
        ({**MARKET, "scope": "region"}, REFUSED),  # east and north are two regions
        ({**MARKET, "scope": "none"}, REFUSED),
        ({"rates": [{"role": "sponsor", "rate": 20}]}, REFUSED),
        ({"rates": [{"rate": 0}]}, set()),  # a rate of nothing is a rate
        ({"rates": [{"seller": "north", "buyer": "east", "grade": 0, "rate": 1}]}, set()),
        ({"rates": [{"seller": "east", "rate": 1}, {"buyer": "north", "rate": 1}, {"grade": 1, "rate": 1}]}, REFUSED),
    ],
)
def test_a_purchase_is_in_scope_and_has_a_rate(market: Part | None, broken: set[str]) -> None:
    assert judged(buying(market), LED).broken == broken


@pytest.mark.parametrize(("scope", "broken"), [("company", set()), ("region", set()), ("none", REFUSED)])
def test_two_trading_units_of_one_region(scope: str, broken: set[str]) -> None:
    units: list[Part] = [{"id": "hq"}, {"id": "area", "parent": "hq", "level": "region"}]
    units += [{"id": unit, "parent": "area", "trades": True} for unit in ("east", "north")]
    question = scenario(
        units=units,
        people=[person("E", "north")],
        projects=buying(None).projects,
        market={**MARKET, "scope": scope},
    )
    assert judged(question, LED).broken == broken


def test_whoever_may_not_be_lent_works_at_home() -> None:
    assert judged(buying(MARKET, lendable=False), LED).broken == REFUSED
    offices = [*UNITS, {"id": "sh", "parent": "east"}, {"id": "hz", "parent": "east"}]
    question = scenario(
        units=offices,
        people=[person("E", "hz", lendable=False)],
        projects=[candidate("P", "sh", needs={"project_manager": 0.5})],
    )
    assert judged(question, LED).broken == set()


@pytest.mark.parametrize(
    ("smallest", "start", "broken"),
    [
        # 0.5 + 0 + 0.1 in January to March: three periods, 0.6 in all, 0.2 each.
        ({"min_periods": 3}, 0, set()),
        ({"min_periods": 4}, 0, REFUSED),
        ({"min_effort": 0.2}, 0, set()),
        ({"min_effort": 0.201}, 0, REFUSED),
        # From March on two periods lie inside the horizon: 0.5 in all, 0.25 each.
        ({"min_periods": 2}, 2, set()),
        ({"min_periods": 3}, 2, REFUSED),
        ({"min_effort": 0.25}, 2, set()),
        ({"min_effort": 0.251}, 2, REFUSED),
    ],
)
def test_the_smallest_purchase_is_measured_inside_the_horizon(smallest: Part, start: int, broken: set[str]) -> None:
    question = buying(
        {**MARKET, **smallest},
        needs={"project_manager": [0.5, 0, 0.1]},
        duration=3,
        start={"preferred": "2027-01", "latest": "2027-03"},
    )
    assert judged(question, {"P": Choice(start, {"project_manager": "E"})}).broken == broken


@pytest.mark.parametrize(("effort", "broken"), [(0.2, set()), (0.199, REFUSED)])
def test_the_smallest_purchase_is_measured_with_the_effort_of_this_person(effort: float, broken: set[str]) -> None:
    fit = [{"project": "P", "role": "project_manager", "person": "E", "effort": effort}]
    assert judged(buying({**MARKET, "min_effort": 0.2}, fit=fit), LED).broken == broken


def test_the_smallest_purchase_binds_no_own_people() -> None:
    assert judged(asking({}, {}, market={**MARKET, "min_periods": 3, "min_effort": 1}), LED).broken == set()


@pytest.mark.parametrize("complete", [False, True])
def test_the_incumbent_in_flight_is_eligible_whatever_is_said(complete: bool) -> None:
    # Another role, too low a grade, forbidden or not listed, not lendable, scope none, too small, no rate.
    needs = {"project_manager": {"effort": 0.5, "min_grade": 9}}
    fit = [{"project": "P", "role": "project_manager", "person": "E", "eligible": False}]
    question = scenario(
        people=[person("E", "north", "sponsor", lendable=False), person("other", grade=9)],
        projects=[in_flight("P", needs=needs, incumbents={"project_manager": "E"})],
        market={"scope": "none", "min_periods": 2, "min_effort": 1},
        fit=[] if complete else fit,
        fit_is_complete=complete,
    )
    assert judged(question, LED).broken == set()
    someone = judged(question, {"P": Choice(0, {"project_manager": "other"})})
    assert someone.broken == (REFUSED if complete else set())


def test_the_incumbent_of_a_proposal_has_no_such_right() -> None:
    needs = {"project_manager": {"effort": 0.5, "min_grade": 9}}
    project = candidate("P", needs=needs, incumbents={"project_manager": "E"})
    assert judged(scenario(people=[person("E")], projects=[project]), LED).broken == REFUSED


def test_a_start_with_a_role_that_nobody_can_fill_is_no_start() -> None:
    # Bought for two periods at least, E can lead P from March, not from April.
    question = buying(
        {**MARKET, "min_periods": 2},
        duration=2,
        needs={"project_manager": 0.5},
        start={"preferred": "2027-03", "latest": "2027-04"},
    )
    compiled = compile_scenario(question)
    assert compiled.table.start_period.tolist() == [2]
    assert compiled.program.start_pointer.tolist() == [0, 1]
