"""Candidates and starts that pass a hard limit by themselves count for nothing, at the edge and beyond it."""

from typing import Any

import pytest

from models.scenario import Scenario
from optimizer import certificate
from optimizer.checker import Auditor
from optimizer.checker.bound.room import Room
from optimizer.compile import compile_scenario
from scenarios.generator.tiny import INGREDIENTS, tiny
from tests.optimizer.certificate.reference import Reference
from tests.oracle.brute import best
from tests.scenario_builder import MARKET, UNITS, candidate, in_flight, person, scenario

PM = "project_manager"
EAST, NORTH = [person("E")], [person("N", "north")]


def project(effort: Any = 0.5, **fields: Any) -> dict[str, Any]:
    return candidate("P", needs={PM: effort}, **{"value": {"amount": 100}, **fields})


def buyer(budget: Any) -> dict[str, Any]:
    return {"units": [UNITS[0], {**UNITS[1], "purchase_budget": budget}, UNITS[2]], "market": MARKET}


def initiation(**limits: Any) -> dict[str, Any]:
    return {"policy": {"initiation": [{"unit": "hq", **limits}]}, "people": EAST}


def selling(share: float) -> dict[str, Any]:
    return {"people": NORTH, "market": {**MARKET, "max_sold_share": share}}


BOOKED: dict[str, Any] = {"bookings": [{"from": "2027-01", "to": "2027-01", "effort": 0.5}]}
PURSUED = {"value": {"amount": 100, "pursuit_cost": 5}}

AT_THE_EDGE: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "capacity": (project(1), project(1.001)),
    "capacity_in_one_period": (project([0.1, 1], duration=2), project([0.1, 1.001], duration=2)),
    "concurrency": ({"people": [person("E", max_projects=1)]}, {"people": [person("E", max_projects=0)]}),
    "concurrency_without_effort": (
        {"people": [person("E", max_projects=1)], "projects": [project(0)]},
        {"people": [person("E", max_projects=0)], "projects": [project(0)]},
    ),
    "seller_cap": (selling(0.5), selling(0.4999)),
    # Half an FTE-period at 10 with a mark-up of 10 %.
    "budget": ({"people": NORTH, **buyer(5.5)}, {"people": NORTH, **buyer(5.49)}),
    "budget_of_a_period": (
        {"people": NORTH, **buyer({"2027-01": 5.5})},
        {"people": NORTH, **buyer({"2027-01": 5.49, "2027-02": 99})},
    ),
    "pursuit_budget": (
        {"projects": [project(**PURSUED)], **initiation(pursuit_budget=5)},
        {"projects": [project(**PURSUED)], **initiation(pursuit_budget=4.99)},
    ),
    "max_per_period": (initiation(max_per_period=1), initiation(max_per_period=0)),
}


def bound(**parts: Any) -> int:
    found = certificate.recompute(scenario(**{"people": EAST, "projects": [project()], **parts}), (), 0)
    assert found.bound is not None
    return found.bound


@pytest.mark.parametrize("name", AT_THE_EDGE)
def test_what_passes_a_limit_alone_is_worth_nothing(name: str) -> None:
    within, beyond = ({"projects": [each]} if "id" in each else each for each in AT_THE_EDGE[name])
    assert bound(**within) > 0
    assert bound(**beyond) == 0


def test_bookings_leave_less_room() -> None:
    assert bound(people=[person("E", **BOOKED)]) > 0
    assert bound(people=[person("E", **BOOKED)], projects=[project(0.501)]) == 0


def test_the_best_of_those_who_fit_counts() -> None:
    people = [person("small", capacity=0.4), person("E")]
    fit = [{"project": "P", "role": PM, "person": who, "value": value} for who, value in (("small", 50), ("E", 7))]
    assert bound(people=people, fit=fit) == 107_000_000


def test_a_limit_that_somebody_else_can_make_room_in_leaves_nothing_out() -> None:
    refund = candidate("R", value={"pursuit_cost": -3})
    projects = [project(**PURSUED), refund]
    assert bound(projects=projects, **initiation(pursuit_budget=2)) == 98_000_000


@pytest.mark.parametrize("stoppable", [True, False])
def test_an_incumbent_in_flight_always_fits(stoppable: bool) -> None:
    # Booked up, allowed no project, sold beyond the cap, bought beyond the budget: all of it stands already.
    who = person("N", "north", capacity=0.3, max_projects=0, bookings=BOOKED["bookings"])
    running = in_flight(
        "P", needs={PM: 2}, incumbents={PM: "N"}, stoppable=stoppable, value={"amount": 100}, stop_cost=3
    )
    question = scenario(
        people=[who],
        projects=[running],
        units=[UNITS[0], {**UNITS[1], "purchase_budget": 0}, UNITS[2]],
        market={**MARKET, "max_sold_share": 0},
    )
    auditor = Auditor(question)
    (engagement,) = auditor.book.incumbents()
    assert auditor.book.once(Room).has(engagement)
    assert certificate.recompute(question, (), 0).bound == best(question).money


@pytest.mark.parametrize("focus", [*INGREDIENTS])
def test_incumbents_fit_whatever_the_rules(focus: str) -> None:
    book = Auditor(Scenario.model_validate(tiny(3, focus))).book
    assert all(map(book.once(Room).has, book.incumbents()))


def test_some_are_left_out() -> None:
    """So that comparing bounds with those of the program says something of this."""
    left_out = 0
    for focus in INGREDIENTS:
        reference = Reference(compile_scenario(Scenario.model_validate(tiny(0, focus))).program, money=True)
        left_out += len(reference.candidates_too_large) + len(reference.starts_too_large)
    assert left_out > 20
