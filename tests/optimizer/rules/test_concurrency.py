"""A person holds at most the stated number of projects at the same time."""

from typing import Any

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from optimizer.compile import compile_scenario
from tests.optimizer.agreement import judged
from tests.scenario_builder import candidate, in_flight, person, scenario

TOO_MANY = {"concurrency"}


def holding(most: int | None, *projects: dict[str, Any]) -> Scenario:
    """E, manager and sponsor, may hold so many of these projects at a time."""
    limit = {} if most is None else {"max_projects": most}
    return scenario(people=[person("E", "east", "project_manager", "sponsor", **limit)], projects=list(projects))


def led(project: str, start: str = "2027-01", duration: int = 1, effort: Any = 0.1) -> dict[str, Any]:
    return candidate(project, needs={"project_manager": effort}, start={"preferred": start}, duration=duration)


def by_e(**starts: int) -> Choices:
    return {project: Choice(start, {"project_manager": "E"}) for project, start in starts.items()}


@pytest.mark.parametrize(("most", "broken"), [(None, set()), (3, set()), (2, set()), (1, TOO_MANY), (0, TOO_MANY)])
def test_two_projects_at_a_time(most: int | None, broken: set[str]) -> None:
    assert judged(holding(most, led("P"), led("Q")), by_e(P=0, Q=0)).broken == broken


@pytest.mark.parametrize(("start", "broken"), [("2027-02", TOO_MANY), ("2027-03", set())])
def test_one_after_the_other_is_not_at_the_same_time(start: str, broken: set[str]) -> None:
    # P takes January and February.
    question = holding(1, led("P", duration=2), led("Q", start, duration=2))
    assert judged(question, by_e(P=0, Q=question.horizon.index(start))).broken == broken


def test_periods_without_effort_count() -> None:
    question = holding(1, led("P", duration=2, effort=[0.5, 0]), led("Q", "2027-02"))
    assert judged(question, by_e(P=0, Q=1)).broken == TOO_MANY


def test_projects_are_counted_over_all_roles() -> None:
    question = holding(1, led("P"), candidate("Q", needs={"sponsor": 0.1}))
    assert judged(question, {**by_e(P=0), "Q": Choice(0, {"sponsor": "E"})}).broken == TOO_MANY


@pytest.mark.parametrize(
    ("choices", "broken"),
    [
        (by_e(F=0, G=0), set()),
        (by_e(F=0, G=0, P=0), TOO_MANY),
        (by_e(F=0, P=0), set()),  # the level in force is 2, whether or not G goes on
        (by_e(P=0, Q=0), set()),
        (by_e(P=1, Q=1), TOO_MANY),  # in February only F is standing: the limit is 1
    ],
)
def test_projects_in_flight_raise_the_limit(choices: Choices, broken: set[str]) -> None:
    standing: dict[str, Any] = {"needs": {"project_manager": 0.1}, "incumbents": {"project_manager": "E"}}
    window = {"preferred": "2027-01", "latest": "2027-02"}
    question = holding(
        1,
        in_flight("F", duration=2, **standing),
        in_flight("G", **standing),
        {**led("P"), "start": window},
        {**led("Q"), "start": window},
    )
    assert judged(question, choices).broken == broken


def test_who_has_no_limit_has_no_row() -> None:
    program = compile_scenario(holding(None, led("P"))).program
    assert not [row for row in range(program.rows) if program.names.row(row).startswith("concurrency/")]
    program = compile_scenario(holding(1, led("P"))).program
    rows = [program.names.row(row) for row in range(program.rows) if program.names.row(row).startswith("concurrency/")]
    assert rows == [f"concurrency/E/2027-0{month}" for month in (1, 2, 3, 4)]
