"""Whoever fills a role can: role, grade, skills, languages; for a purchase also lendable, in scope, and has a rate."""

from typing import Any

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from optimizer.checker import Auditor, check
from tests.optimizer.checker.plans import plan_of, rules_broken
from tests.scenario_builder import MARKET, UNITS, candidate, in_flight, person, scenario

LED: Choices = {"P": Choice(0, {"project_manager": "E"})}


def asking(asked: dict[str, Any], bringing: dict[str, Any], **parts: Any) -> Scenario:
    """Project P of east asks something of its manager; E of east brings something."""
    return scenario(
        people=[person("E", **bringing)],
        projects=[candidate("P", needs={"project_manager": {"effort": 0.5, **asked}})],
        **parts,
    )


def buying(market: dict[str, Any] | None = MARKET, lendable: bool = True, **fields: Any) -> Scenario:
    """Project P of east can only be led by E of north."""
    fields = {"needs": {"project_manager": 0.5}, **fields}
    return scenario(
        people=[person("E", "north", lendable=lendable)], projects=[candidate("P", **fields)], market=market
    )


@pytest.mark.parametrize(
    ("asked", "enough", "short"),
    [
        ({"min_grade": 3}, {"grade": 3}, {"grade": 2}),
        ({"min_grade": 1}, {"grade": 1}, {}),  # no grade is grade 0
        ({"skills": {"cloud": 2}}, {"skills": {"cloud": 2}}, {"skills": {"cloud": 1}}),
        ({"skills": {"cloud": 1, "bank": 1}}, {"skills": {"cloud": 3, "bank": 1}}, {"skills": {"cloud": 3}}),
        ({"languages": ["zh", "en"]}, {"languages": ["en", "de", "zh"]}, {"languages": ["zh"]}),
    ],
)
def test_grade_skills_and_languages_at_the_edge(
    asked: dict[str, Any], enough: dict[str, Any], short: dict[str, Any]
) -> None:
    assert rules_broken(asking(asked, enough), LED) == set()
    assert rules_broken(asking(asked, short), LED) == {"eligibility"}


def test_the_role_is_needed_first_or_not() -> None:
    second = scenario(people=[person("E", "east", "sponsor", "project_manager")], projects=asking({}, {}).projects)
    assert rules_broken(second, LED) == set()
    without = scenario(people=[person("E", "east", "sponsor")], projects=asking({}, {}).projects)
    assert rules_broken(without, LED) == {"eligibility"}


def test_fit_admits_regardless_of_grade_skills_and_languages_only() -> None:
    admitted = [{"project": "P", "role": "project_manager", "person": "E", "eligible": True}]
    asked = {"min_grade": 5, "skills": {"cloud": 5}, "languages": ["de"]}
    assert rules_broken(asking(asked, {}, fit=admitted), LED) == set()
    # Neither the role nor what a purchase takes is overridden.
    sponsor = scenario(people=[person("E", "east", "sponsor")], projects=asking({}, {}).projects, fit=admitted)
    assert rules_broken(sponsor, LED) == {"eligibility"}
    abroad = scenario(people=[person("E", "north")], projects=asking({}, {}).projects, fit=admitted)
    assert rules_broken(abroad, LED) == {"eligibility"}


def test_fit_forbids() -> None:
    forbidden = [{"project": "P", "role": "project_manager", "person": "E", "eligible": False}]
    assert rules_broken(asking({}, {}, fit=forbidden), LED) == {"eligibility"}


def test_a_complete_fit_admits_only_whom_it_lists_and_who_can_otherwise() -> None:
    listed = [{"project": "P", "role": "project_manager", "person": "E", "value": 1}]
    assert rules_broken(asking({}, {}, fit=listed, fit_is_complete=True), LED) == set()
    assert rules_broken(asking({}, {}, fit_is_complete=True), LED) == {"eligibility"}
    assert rules_broken(asking({"min_grade": 1}, {}, fit=listed, fit_is_complete=True), LED) == {"eligibility"}


def test_without_a_market_nothing_is_bought() -> None:
    assert rules_broken(buying(), LED) == set()
    assert rules_broken(buying(market=None), LED) == {"eligibility"}


@pytest.mark.parametrize(
    ("scope", "broken"), [("company", set()), ("region", {"eligibility"}), ("none", {"eligibility"})]
)
def test_scope_across_regions(scope: str, broken: set[str]) -> None:
    assert rules_broken(buying({**MARKET, "scope": scope}), LED) == broken


@pytest.mark.parametrize(("scope", "broken"), [("company", set()), ("region", set()), ("none", {"eligibility"})])
def test_scope_within_a_region(scope: str, broken: set[str]) -> None:
    units = [
        {"id": "hq"},
        {"id": "region", "parent": "hq", "level": "region"},
        {"id": "east", "parent": "region", "trades": True},
        {"id": "north", "parent": "region", "trades": True},
    ]
    question = scenario(
        units=units, people=[person("E", "north")], projects=buying().projects, market={**MARKET, "scope": scope}
    )
    assert rules_broken(question, LED) == broken


def test_whoever_may_not_be_lent_still_works_at_home() -> None:
    assert rules_broken(buying(lendable=False), LED) == {"eligibility"}
    assert rules_broken(asking({}, {"lendable": False}), LED) == set()


def test_offices_of_one_trading_unit_buy_nothing_from_each_other() -> None:
    units = [*UNITS, {"id": "sh", "parent": "east"}, {"id": "hz", "parent": "east"}]
    question = scenario(
        units=units,
        people=[person("E", "hz", lendable=False)],
        projects=[candidate("P", "sh", needs={"project_manager": 0.5})],
    )
    assert rules_broken(question, LED) == set()


def test_the_smallest_purchase_counts_periods_inside_the_horizon_even_empty_ones() -> None:
    market = {**MARKET, "min_periods": 3}
    three: dict[str, Any] = {
        "needs": {"project_manager": [0.5, 0, 0]},
        "duration": 3,
        "start": {"preferred": "2027-01", "latest": "2027-03"},
    }
    assert rules_broken(buying(market, **three), LED) == set()
    # From March only two of its three periods lie inside the four months.
    late: Choices = {"P": Choice(2, {"project_manager": "E"})}
    assert rules_broken(buying(market, **three), late) == {"eligibility"}


def test_the_smallest_purchase_asks_for_mean_effort() -> None:
    # 0.5 + 0 + 0.1 = 0.6 over three periods: exactly 0.2 each, and below 0.201 each (0.603).
    three: dict[str, Any] = {"needs": {"project_manager": [0.5, 0, 0.1]}, "duration": 3}
    assert rules_broken(buying({**MARKET, "min_effort": 0.2}, **three), LED) == set()
    assert rules_broken(buying({**MARKET, "min_effort": 0.201}, **three), LED) == {"eligibility"}


def test_the_smallest_purchase_counts_the_effort_of_this_person() -> None:
    fit = [{"project": "P", "role": "project_manager", "person": "E", "effort": 0.1}]
    question = scenario(
        people=[person("E", "north")], projects=buying().projects, fit=fit, market={**MARKET, "min_effort": 0.2}
    )
    assert rules_broken(question, LED) == {"eligibility"}


def test_the_smallest_purchase_binds_no_own_people() -> None:
    assert rules_broken(asking({}, {}, market={**MARKET, "min_periods": 3, "min_effort": 1}), LED) == set()


def test_without_a_rate_nobody_is_bought() -> None:
    assert rules_broken(buying({"rates": [{"role": "sponsor", "rate": 20}]}), LED) == {"eligibility"}
    # A rate of nothing is a rate.
    assert rules_broken(buying({"rates": [{"role": "project_manager", "rate": 0}]}), LED) == set()


def test_the_incumbent_in_flight_is_eligible_whatever_is_said() -> None:
    # Wrong role, grade, forbidden, not lendable, scope none, no rate: he holds the role, and costs nothing.
    question = scenario(
        people=[person("E", "north", "sponsor", lendable=False)],
        projects=[
            in_flight(
                "P", needs={"project_manager": {"effort": 0.5, "min_grade": 9}}, incumbents={"project_manager": "E"}
            )
        ],
        fit=[{"project": "P", "role": "project_manager", "person": "E", "eligible": False}],
    )
    assert rules_broken(question, LED) == set()
    (row,) = plan_of(question, LED).purchases
    assert (row.effort, row.rate, row.amount) == (500, 0, 0)


def test_the_incumbent_of_a_proposal_has_no_such_right() -> None:
    project = candidate(
        "P", needs={"project_manager": {"effort": 0.5, "min_grade": 9}}, incumbents={"project_manager": "E"}
    )
    assert rules_broken(scenario(people=[person("E")], projects=[project]), LED) == {"eligibility"}


def test_an_incumbent_of_one_role_is_not_thereby_eligible_for_another() -> None:
    project = in_flight("P", needs={"project_manager": 0.5, "sponsor": 0.1}, incumbents={"sponsor": "S"})
    question = scenario(people=[person("E"), person("S", "east", "sponsor")], projects=[project])
    swapped: Choices = {"P": Choice(0, {"project_manager": "S", "sponsor": "E"})}
    assert rules_broken(question, swapped) == {"eligibility"}


def test_a_person_whom_the_scenario_does_not_know_is_named() -> None:
    question, led_by_ghost = asking({}, {}), {"P": Choice(0, {"project_manager": "ghost"})}
    (violation,) = Auditor(question).score(led_by_ghost).violations
    assert (violation.rule, violation.subjects) == ("eligibility", ("P", "project_manager", "ghost"))
    # A stranger burdens nobody, so the other tables are those of a project without a manager.
    named = plan_of(question, LED).assignments[0].replace(person="ghost")
    plan = plan_of(question, led_by_ghost).replace(assignments=(named,))
    assert [violation.rule for violation in check(question, plan).violations] == ["eligibility"]


def test_every_obstacle_is_told() -> None:
    asked = {"min_grade": 2, "skills": {"cloud": 1}, "languages": ["de"]}
    grade, skill, language = Auditor(asking(asked, {"grade": 1})).score(LED).violations
    assert grade.text("en") == "E has grade 1; project P asks for 2 or more as project_manager."
    assert skill.text("en") == "E has cloud 0; project P asks for cloud 1 as project_manager."
    assert language.text("zh") == "E 不会项目 P 对 project_manager 要求的语言 de。"


def test_a_purchase_too_small_is_told_in_fte_periods() -> None:
    # 0.5 + 0 where 0.3 is asked in each of two periods.
    question = buying({**MARKET, "min_effort": 0.3}, needs={"project_manager": [0.5, 0]}, duration=2)
    (violation,) = Auditor(question).score(LED).violations
    assert (violation.stated, violation.expected) == ("0.5", "0.6")
