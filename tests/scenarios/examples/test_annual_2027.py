"""The example year: what the scripts write, without a finding, with every field of the contract, as its story says."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

import pytest

from models.canonical import readable_json
from models.project import Tier
from models.record import Record
from models.scenario import Scenario
from models.validation import Validation
from optimizer.settings import SolveSettings
from optimizer.solve import solve
from scenarios.examples import annual_2027
from scenarios.files import read_scenario

STORY = annual_2027.PATH.with_name("README.md").read_text("utf-8")


@cache
def example() -> Validation:
    """The file, read as a planner's would be."""
    return read_scenario(annual_2027.PATH)


def scenario() -> Scenario:
    """The scenario in it."""
    read = example().scenario
    assert read is not None
    return read


def test_the_file_is_what_the_scripts_write() -> None:
    assert annual_2027.PATH.read_text("utf-8") == readable_json(annual_2027.build())


def test_there_is_nothing_to_find() -> None:
    assert example().findings == ()


def test_every_field_of_the_contract_is_given_somewhere() -> None:
    # A tier may give any field of a project; that each is given by a project is enough.
    fields = {field for record in _records(Scenario) - {Tier} for field in _fields(record)}
    assert fields - set(_given(scenario())) == set()


def test_it_is_as_large_as_its_story_says() -> None:
    year = scenario()
    in_flight = [project for project in year.projects if project.status == "in_flight"]
    first_roles = [person.first_role for person in year.people]
    assert (len(in_flight), len(year.projects) - len(in_flight), year.horizon.periods) == (10, 50, 18)
    assert [first_roles.count(role.id) for role in year.roles] == [12, 6, 5]


@pytest.mark.parametrize("kind", ["projects", "people", "goals"])
def test_the_story_names_only_what_is_there(kind: str) -> None:
    named = set(re.findall({"projects": r"P-\d{3}", "people": r"E\d{4}", "goals": r"G-[a-z-]+\w"}[kind], STORY))
    assert named
    assert named <= {each.id for each in getattr(scenario(), kind)}


def test_a_short_solve_gives_a_checked_plan() -> None:
    # A plan that fails the check raises PlanRejected; how good it is depends on the time and is not said here.
    plan = solve(scenario(), SolveSettings(time_limit=4.0))
    assert plan.evidence.plan_checked
    assert {row.project for row in plan.decisions} == {project.id for project in scenario().projects}
    assert "E1002" in {row.id for row in plan.raised if row.rule == "person_capacity"}


def _records(record: type[Record]) -> set[type[Record]]:
    """This record and all that may stand in it."""
    found = {record}
    for field in record.model_fields.values():
        for inner in _inner(field.annotation):
            if inner not in found:
                found |= _records(inner)
    return found


def _inner(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for argument in get_args(annotation):
        yield from _inner(argument)


def _fields(record: type[Record]) -> Iterator[str]:
    return (f"{record.__name__}.{name}" for name in record.model_fields)


def _given(value: Any) -> Iterator[str]:
    """The fields that are given in this record and below, as `Record.field`."""
    if isinstance(value, Record):
        for name in value.model_fields_set:
            yield f"{type(value).__name__}.{name}"
            yield from _given(getattr(value, name))
    elif isinstance(value, dict):
        for item in value.values():
            yield from _given(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _given(item)
