"""Mandated and unstoppable projects, and pins, come first; each counts one."""

from typing import Any

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from optimizer.compile import compile_scenario
from tests.optimizer.agreement import judged
from tests.scenario_builder import Part, candidate, in_flight, person, scenario

RUNS: Choices = {"P": Choice(0)}
LATE: Choices = {"P": Choice(1)}


def one_project(**fields: Any) -> Scenario:
    return scenario(projects=[candidate("P", **fields)])


def pinned(*pins: Part, project: Part | None = None) -> Scenario:
    """P, a candidate that may start in January or February unless said otherwise, with these pins on it."""
    return scenario(
        people=[person("E"), person("F")],
        projects=[project or candidate("P", start={"preferred": "2027-01", "latest": "2027-02"})],
        pins=[{"project": "P", **pin} for pin in pins],
    )


def test_a_mandated_project_is_met_when_it_runs() -> None:
    question = one_project(mandated=True)
    assert judged(question, {}).unmet == ("mandated P",)
    assert judged(question, RUNS).unmet == ()
    assert judged(one_project(mandated=False), {}).unmet == ()


@pytest.mark.parametrize(
    ("stoppable", "mandated", "unmet"),
    [
        (False, False, ("in_flight F",)),
        (False, True, ("in_flight F",)),  # a project counts once
        (True, True, ("mandated F",)),
        (True, False, ()),
    ],
)
def test_a_project_in_flight_that_may_not_stop(stoppable: bool, mandated: bool, unmet: tuple[str, ...]) -> None:
    question = scenario(projects=[in_flight("F", stoppable=stoppable, mandated=mandated)])
    assert judged(question, {}).unmet == unmet
    assert judged(question, {"F": Choice(0)}).unmet == ()


@pytest.mark.parametrize(
    ("pin", "choices", "met"),
    [
        ({"decision": "initiate"}, RUNS, True),
        ({"decision": "initiate"}, LATE, True),  # without a start: any in the window
        ({"decision": "initiate"}, {}, False),
        ({"decision": "initiate", "start": "2027-02"}, LATE, True),
        ({"decision": "initiate", "start": "2027-02"}, RUNS, False),
        ({"decision": "initiate", "start": "2027-02"}, {}, False),
        ({"decision": "initiate", "start": "2027-03"}, RUNS, False),  # cannot be met
        ({"decision": "drop"}, {}, True),
        ({"decision": "drop"}, RUNS, False),
        ({"decision": "drop"}, LATE, False),
    ],
)
def test_a_pinned_decision(pin: Part, choices: Choices, met: bool) -> None:
    assert judged(pinned(pin), choices).unmet == (() if met else ("pin P",))


@pytest.mark.parametrize(
    ("decision", "when_running"), [("continue", True), ("initiate", True), ("stop", False), ("drop", False)]
)
def test_a_pinned_decision_in_flight(decision: str, when_running: bool) -> None:
    question = pinned({"decision": decision}, project=in_flight("P"))
    assert judged(question, RUNS).unmet == (() if when_running else ("pin P",))
    assert judged(question, {}).unmet == (("pin P",) if when_running else ())


def test_a_pinned_person_binds_when_the_project_runs() -> None:
    question = pinned(
        {"role": "project_manager", "person": "F"}, project=candidate("P", needs={"project_manager": 0.5})
    )
    assert judged(question, {}).unmet == ()
    assert judged(question, {"P": Choice(0, {"project_manager": "F"})}).unmet == ()
    assert judged(question, {"P": Choice(0, {"project_manager": "E"})}).unmet == ("pin P",)


def test_a_pinned_person_who_cannot_leaves_the_pin_unmet_or_the_project_out() -> None:
    project = candidate("P", needs={"project_manager": {"effort": 0.5, "min_grade": 2}}, mandated=True)
    question = scenario(
        people=[person("E", grade=2), person("F", grade=1)],
        projects=[project],
        pins=[{"project": "P", "role": "project_manager", "person": "F"}],
    )
    assert judged(question, {}).unmet == ("mandated P",)
    assert judged(question, {"P": Choice(0, {"project_manager": "E"})}).unmet == ("pin P",)


def test_several_pins_on_one_project_count_one_each() -> None:
    question = pinned({"decision": "initiate"}, {"decision": "initiate", "start": "2027-01"}, {"decision": "drop"})
    assert judged(question, {}).unmet == ("pin P", "pin P")
    assert judged(question, LATE).unmet == ("pin P", "pin P")
    assert judged(question, RUNS).unmet == ("pin P",)


def test_nothing_is_forced() -> None:
    # Two mandates exclude each other: either may run, neither may, and the program counts what stays unmet.
    question = scenario(projects=[candidate("P", mandated=True, excludes=["Q"]), candidate("Q", mandated=True)])
    program = compile_scenario(question).program
    assert program.score(program.nothing()) == (-2, 0, 0)
    assert judged(question, RUNS).unmet == ("mandated Q",)
    assert judged(question, {"P": Choice(0), "Q": Choice(0)}).broken == {"excludes"}


def test_a_commitment_that_nobody_can_staff_stays_unmet() -> None:
    question = scenario(people=[], projects=[candidate("P", needs={"sponsor": 1}, mandated=True)])
    program = compile_scenario(question).program
    assert (program.starts, program.score(program.nothing()).met) == (0, -1)
    assert judged(question, {}).unmet == ("mandated P",)
