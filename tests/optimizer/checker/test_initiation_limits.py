"""A unit's pursuit cost over the horizon, and the number of candidates starting in a period, have limits."""

from typing import Any

from models.choices import Choice, Choices
from models.scenario import Scenario
from optimizer.checker import Auditor, statement
from tests.optimizer.checker.plans import rules_broken
from tests.scenario_builder import UNITS, candidate, in_flight, scenario

LATE = {"preferred": "2027-01", "latest": "2027-02"}
OFFICES = [*UNITS, {"id": "sh", "parent": "east"}, {"id": "hz", "parent": "east"}]


def limited(*rows: dict[str, Any], homes: tuple[str, ...] = ("east", "east"), units: Any = OFFICES) -> Scenario:
    """Projects P0, P1 … of these units, each with a pursuit cost of 4 and one month of delay allowed."""
    projects = [
        candidate(f"P{number}", home, start=LATE, value={"pursuit_cost": 4}) for number, home in enumerate(homes)
    ]
    return scenario(units=units, projects=projects, policy={"initiation": rows})


BOTH: Choices = {"P0": Choice(0), "P1": Choice(0)}


def test_pursuit_cost_of_initiated_and_deferred_candidates() -> None:
    apart: Choices = {"P0": Choice(0), "P1": Choice(1)}
    assert rules_broken(limited({"unit": "east", "pursuit_budget": 8}), apart) == set()
    assert rules_broken(limited({"unit": "east", "pursuit_budget": 7.99}), apart) == {"initiation_limits"}


def test_number_starting_in_a_period() -> None:
    assert rules_broken(limited({"unit": "east", "max_per_period": 2}), BOTH) == set()
    assert rules_broken(limited({"unit": "east", "max_per_period": 1}), BOTH) == {"initiation_limits"}
    assert rules_broken(limited({"unit": "east", "max_per_period": 1}), {"P0": Choice(0), "P1": Choice(1)}) == set()
    assert rules_broken(limited({"unit": "east", "max_per_period": 0}), {"P0": Choice(0)}) == {"initiation_limits"}


def test_work_in_flight_starts_nothing() -> None:
    question = scenario(
        projects=[in_flight("F", value={"pursuit_cost": 4})],
        policy={"initiation": [{"unit": "east", "pursuit_budget": 0, "max_per_period": 0}]},
    )
    assert rules_broken(question, {"F": Choice(0)}) == set()
    assert statement(question, {"F": Choice(0)}).initiation == ()


def test_a_named_row_is_one_limit_for_its_whole_subtree() -> None:
    for unit, broken in (("hq", {"initiation_limits"}), ("east", set[str]()), ("sh", set[str]())):
        question = limited({"unit": unit, "max_per_period": 1}, homes=("sh", "north"))
        assert rules_broken(question, BOTH) == broken
    assert rules_broken(limited({"unit": "east", "max_per_period": 1}, homes=("sh", "hz")), BOTH) == {
        "initiation_limits"
    }


def test_star_is_the_same_limit_for_each_trading_unit() -> None:
    assert rules_broken(limited({"unit": "*", "max_per_period": 1}, homes=("east", "north")), BOTH) == set()
    # Both offices belong to the trading unit east.
    assert rules_broken(limited({"unit": "*", "max_per_period": 1}, homes=("sh", "hz")), BOTH) == {"initiation_limits"}


def test_a_named_row_replaces_star_at_and_below_it_whichever_limits_it_states() -> None:
    star = {"unit": "*", "max_per_period": 1}
    assert rules_broken(limited(star, {"unit": "east", "pursuit_budget": 100}), BOTH) == set()
    assert rules_broken(limited(star, {"unit": "hq", "pursuit_budget": 100}), BOTH) == set()
    assert rules_broken(limited(star, {"unit": "north", "pursuit_budget": 100}), BOTH) == {"initiation_limits"}
    # sh lies inside the trading unit east and leaves its `*` as it is.
    inside = limited(star, {"unit": "sh", "pursuit_budget": 100}, homes=("sh", "sh"))
    assert rules_broken(inside, BOTH) == {"initiation_limits"}


def test_nested_limits_and_rows_naming_one_unit_all_bind() -> None:
    wide, narrow = {"unit": "hq", "max_per_period": 9}, {"unit": "east", "max_per_period": 1}
    assert rules_broken(limited(wide, narrow), BOTH) == {"initiation_limits"}
    assert rules_broken(limited(narrow, wide), BOTH) == {"initiation_limits"}
    assert rules_broken(limited({"unit": "east", "max_per_period": 9}, narrow), BOTH) == {"initiation_limits"}


def test_star_counts_only_the_own_projects_of_a_trading_unit_that_has_others_below() -> None:
    units = [{"id": "hq", "trades": True}, {"id": "east", "parent": "hq", "trades": True}]
    question = limited({"unit": "*", "max_per_period": 1}, homes=("hq", "east"), units=units)
    # The four people hang on units that are not there.
    question = question.replace(people=())
    assert rules_broken(question, BOTH) == set()


def test_the_table_has_a_row_for_each_limit_under_which_something_starts() -> None:
    question = limited(
        {"unit": "*", "max_per_period": 3},
        {"unit": "sh", "pursuit_budget": 10, "max_per_period": 2},
        {"unit": "hz", "pursuit_budget": 10},
        homes=("sh", "north", "sh"),
    )
    choices: Choices = {"P0": Choice(0), "P1": Choice(0), "P2": Choice(1)}
    rows = [
        (row.unit, row.kind, row.period, int(row.limit), int(row.used))
        for row in statement(question, choices).initiation
    ]
    assert rows == [
        ("east", "max_per_period", "2027-01", 3, 1),
        ("east", "max_per_period", "2027-02", 3, 1),
        ("north", "max_per_period", "2027-01", 3, 1),
        ("sh", "pursuit_budget", None, 10, 8),
        ("sh", "max_per_period", "2027-01", 2, 1),
        ("sh", "max_per_period", "2027-02", 2, 1),
    ]


def test_the_sentence_names_unit_and_limit() -> None:
    question = limited({"unit": "east", "pursuit_budget": 7, "max_per_period": 1})
    budget, number = Auditor(question).score(BOTH).violations
    assert budget.text("en") == "Unit east initiates projects with a pursuit cost of 8; the limit is 7."
    assert number.text("zh") == "单元 east 在 2027-01 启动 2 个项目,超过上限 1 个。"
