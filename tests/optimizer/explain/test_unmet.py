"""Why a commitment stays unmet: each reason arises where it should, and can be said in both languages."""

import re
import subprocess
import sys
from string import Formatter
from typing import Any

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from optimizer.dress.dress import dressed
from optimizer.explain.unmet import SENTENCES, sentence
from tests.optimizer.agreement import VERSIONS
from tests.scenario_builder import MARKET, Part, candidate, in_flight, person, scenario

NEEDS: Part = {"project_manager": 0.5}
LED = {"project_manager": "E"}
WINDOW = {"preferred": "2027-01", "latest": "2027-02"}


def unmet_reasons(question: Scenario, choices: Choices) -> list[dict[str, Any] | None]:
    """The reasons of all commitments that an answer leaves unmet."""
    return [row.reason for row in dressed(question, choices, VERSIONS).unmet]


def mandate(*others: Part, people: list[Part] | None = None, **fields: Any) -> Scenario:
    """P is mandated; E of east can lead it unless people are named."""
    project = {"needs": NEEDS, "mandated": True, **fields}
    return scenario(people=[person("E")] if people is None else people, projects=[candidate("P", **project), *others])


def pinned(pin: Part, *others: Part, **fields: Any) -> Scenario:
    """P, led by E unless it asks for others, with pins on it."""
    pins = [{"project": "P", **stated} for stated in (pin, *others)]
    project = {"needs": NEEDS, "start": WINDOW, **fields}
    return scenario(
        people=[person("E"), person("S", "east", "sponsor")], projects=[candidate("P", **project)], pins=pins
    )


def changed(**baseline: Any) -> Scenario:
    """The baseline initiated P and Q; no change is allowed."""
    decisions = [{"project": project, "decision": "initiate"} for project in "PQ"]
    return scenario(
        projects=[candidate("P"), candidate("Q")],
        baseline={"plan": {"decisions": decisions}, "max_changes": 0, **baseline},
    )


def aiming(**goal: Any) -> Scenario:
    """P, with orders of 10, and N, which loses 5, serve G."""
    projects = [
        candidate("P", goals=["G"], value={"amount": 10}),
        candidate("N", goals=["G"], value={"amount": -5}),
        candidate("X"),
    ]
    return scenario(projects=projects, goals=[{"id": "G", **goal}])


CASES: list[tuple[str, Scenario, Choices, Part]] = [
    ("a window after the horizon", mandate(start={"preferred": "2027-05"}), {}, {"code": "no_start"}),
    ("a window before the horizon", mandate(start={"preferred": "2026-12"}), {}, {"code": "no_start"}),
    ("nobody has the role", mandate(people=[]), {}, {"code": "nobody_eligible", "role": "project_manager"}),
    (
        "nobody has the grade",
        mandate(needs={"project_manager": {"effort": 0.5, "min_grade": 1}}),
        {},
        {"code": "nobody_eligible", "role": "project_manager"},
    ),
    (
        "the first role that nobody can fill is named",
        mandate(needs={"project_manager": 0.5, "sponsor": 0.1}),
        {},
        {"code": "nobody_eligible", "role": "sponsor"},
    ),
    (
        "another project runs and excludes it",
        mandate(candidate("Q", excludes=["P"])),
        {"Q": Choice(0)},
        {"code": "excluded_by", "project": "Q"},
    ),
    (
        "it excludes another that runs",
        mandate(candidate("Q"), excludes=["Q"]),
        {"Q": Choice(0)},
        {"code": "excluded_by", "project": "Q"},
    ),
    ("it excludes another that does not run", mandate(candidate("Q"), excludes=["Q"]), {}, {"code": "conflict"}),
    (
        "it requires what does not run",
        mandate(candidate("Q"), requires=["P", "Q"]),
        {},
        {"code": "requires_missing", "project": "Q"},
    ),
    ("it requires what runs", mandate(candidate("Q"), requires=["Q"]), {"Q": Choice(0)}, {"code": "conflict"}),
    (
        "the only person is taken",
        mandate(candidate("Q", needs={"project_manager": 0.6})),
        {"Q": Choice(0, LED)},
        {"code": "nobody_free", "role": "project_manager", "eligible": 1},
    ),
    (
        "the only person has just enough left",
        mandate(candidate("Q", needs={"project_manager": 0.5})),
        {"Q": Choice(0, LED)},
        {"code": "conflict"},
    ),
    (
        "the only person is taken in its first month, not in its second",
        mandate(candidate("Q", needs={"project_manager": 0.6}), start=WINDOW),
        {"Q": Choice(0, LED)},
        {"code": "conflict"},
    ),
    (
        "both have as many projects as they may",
        mandate(
            candidate("Q", needs={"project_manager": 0.1}),
            candidate("R", needs={"project_manager": 0.1}),
            people=[person("E", max_projects=1), person("F", max_projects=1)],
        ),
        {"Q": Choice(0, LED), "R": Choice(0, {"project_manager": "F"})},
        {"code": "nobody_free", "role": "project_manager", "eligible": 2},
    ),
    (
        "in flight, and the incumbent is taken by another",
        scenario(
            people=[person("E", max_projects=1)],
            projects=[
                in_flight("F", needs=NEEDS, incumbents=LED, stoppable=False),
                candidate("Q", needs={"project_manager": 0.1}),
            ],
        ),
        {"Q": Choice(0, LED)},
        {"code": "nobody_free", "role": "project_manager", "eligible": 1},
    ),
    (
        "a pin drops what is mandated",
        scenario(projects=[candidate("P", mandated=True)], pins=[{"project": "P", "decision": "drop"}]),
        {},
        {"code": "pinned_otherwise"},
    ),
    (
        "a pin stops what may not stop",
        scenario(projects=[in_flight("F", stoppable=False)], pins=[{"project": "F", "decision": "stop"}]),
        {},
        {"code": "pinned_otherwise"},
    ),
    (
        "what may not stop goes on against its pin",
        scenario(projects=[in_flight("F", stoppable=False)], pins=[{"project": "F", "decision": "stop"}]),
        {"F": Choice(0)},
        {"code": "must_run"},
    ),
    (
        "a start outside the window is pinned",
        pinned({"decision": "initiate", "start": "2027-03"}),
        {},
        {"code": "start_not_possible", "start": "2027-03"},
    ),
    (
        "a start inside the window is pinned and nothing stands in its way",
        pinned({"decision": "initiate", "start": "2027-02"}),
        {},
        {"code": "conflict"},
    ),
    (
        "a project that nobody can staff is pinned",
        pinned({"decision": "initiate"}, needs={"sponsor": {"effort": 0.1, "min_grade": 1}}),
        {},
        {"code": "nobody_eligible", "role": "sponsor"},
    ),
    (
        "a person without the role is pinned",
        pinned({"role": "project_manager", "person": "S"}),
        {"P": Choice(0, LED)},
        {"code": "person_not_eligible", "person": "S", "role": "project_manager"},
    ),
    (
        "a person who could do it is pinned",
        scenario(
            people=[person("E"), person("F")],
            projects=[candidate("P", needs=NEEDS)],
            pins=[{"project": "P", "role": "project_manager", "person": "F"}],
        ),
        {"P": Choice(0, LED)},
        {"code": "conflict"},
    ),
    (
        "fewer projects serve than are asked for",
        aiming(min_projects=3),
        {},
        {"code": "too_few_projects", "available": 2, "needed": 3},
    ),
    ("just as many serve", aiming(min_projects=2), {}, {"code": "conflict"}),
    ("all orders are too few", aiming(min_expected_orders=10.01), {}, {"code": "too_few_orders"}),
    ("the orders without the loss are enough", aiming(min_expected_orders=10), {}, {"code": "conflict"}),
    ("a change too many", changed(), {"P": Choice(0)}, {"code": "too_many_changes", "changes": 1, "most": 0}),
    ("two changes of one", changed(max_changes=1), {}, {"code": "too_many_changes", "changes": 2, "most": 1}),
]


@pytest.mark.parametrize(
    ("question", "choices", "reason"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_the_reason_that_holds(question: Scenario, choices: Choices, reason: Part) -> None:
    assert unmet_reasons(question, choices) == [reason]
    for language in ("zh", "en"):
        assert re.fullmatch(r"[^{}]+[。.]", sentence(reason, language))


def test_every_reason_arises_above() -> None:
    assert {reason["code"] for _, _, _, reason in CASES} == set(SENTENCES)


def test_both_sentences_of_a_reason_say_the_same_things() -> None:
    for both in SENTENCES.values():
        assert set(both) == {"zh", "en"}
        fields = {
            language: {field for _, field, _, _ in Formatter().parse(text) if field} for language, text in both.items()
        }
        assert fields["zh"] == fields["en"]
        assert re.fullmatch(r"[^a-zA-Z]*。", re.sub(r"\{\w+\}", "", both["zh"]))
        assert re.fullmatch(r"[ -~]*\.", both["en"])


def test_a_reason_in_words() -> None:
    reason = {"code": "nobody_free", "role": "sponsor", "eligible": 2}
    assert sentence(reason, "en") == "none of the 2 people eligible for sponsor has room at any start."
    assert sentence(reason, "zh") == "角色 sponsor 的 2 名合格人选在任一启动期都已排满。"


@pytest.mark.parametrize("drop_first", [True, False])
def test_the_reason_is_that_of_the_pin_that_is_unmet(drop_first: bool) -> None:
    drop, initiate = {"decision": "drop"}, {"decision": "initiate"}
    question = pinned(*((drop, initiate) if drop_first else (initiate, drop)))
    assert unmet_reasons(question, {}) == [{"code": "pinned_otherwise"}]
    assert unmet_reasons(question, {"P": Choice(0, LED)}) == [{"code": "must_run"}]


def test_two_pins_on_one_project_have_a_reason_each() -> None:
    question = pinned({"decision": "initiate", "start": "2027-03"}, {"decision": "initiate"})
    impossible = {"code": "start_not_possible", "start": "2027-03"}
    assert unmet_reasons(question, {}) == [impossible, {"code": "conflict"}]


def test_a_project_that_runs_at_another_start_has_somebody_free() -> None:
    # E is booked in January: P, pinned to January, runs in February. Its own work leaves E no room for it once more.
    booked = person("E", bookings=[{"from": "2027-01", "to": "2027-01", "effort": 1}])
    question = scenario(
        people=[booked],
        projects=[candidate("P", needs={"project_manager": 1}, start=WINDOW)],
        pins=[{"project": "P", "decision": "initiate", "start": "2027-01"}],
    )
    # "Nobody has room at any start" would be false.
    assert unmet_reasons(question, {"P": Choice(1, LED)}) == [{"code": "conflict"}]


@pytest.mark.parametrize("smallest", [{"min_effort": 0.501}, {"min_periods": 2}])
def test_a_purchase_below_the_smallest_is_nobody_eligible(smallest: Part) -> None:
    # One month at 0.5: the smallest purchase is part of eligibility.
    question = scenario(
        people=[person("N", "north")],
        projects=[candidate("P", needs=NEEDS, mandated=True)],
        market={**MARKET, **smallest},
    )
    assert unmet_reasons(question, {}) == [{"code": "nobody_eligible", "role": "project_manager"}]


def test_a_pinned_person_below_the_smallest_purchase_is_not_eligible() -> None:
    question = scenario(
        people=[person("E"), person("N", "north")],
        projects=[candidate("P", needs=NEEDS, mandated=True)],
        market={**MARKET, "min_effort": 0.501},
        pins=[{"project": "P", "role": "project_manager", "person": "N"}],
    )
    not_eligible = {"code": "person_not_eligible", "person": "N", "role": "project_manager"}
    assert unmet_reasons(question, {"P": Choice(0, LED)}) == [not_eligible]


def test_reasons_can_be_imported_alone() -> None:
    subprocess.run([sys.executable, "-c", "import optimizer.explain.unmet"], check=True)
