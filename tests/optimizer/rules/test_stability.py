"""Each change against the baseline plan has its price, and their number may have a limit, which is a commitment."""

from typing import Any

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from optimizer.compile import compile_scenario
from tests.optimizer.agreement import judged, micro
from tests.scenario_builder import Part, candidate, in_flight, person, scenario

BOTH = ("project_manager", "sponsor")
NEEDS: Part = {"project_manager": 0.1, "sponsor": 0.1}
WINDOW = {"preferred": "2027-01", "latest": "2027-02"}


def led(*people: str, start: int = 0) -> Choice:
    return Choice(start, dict(zip(BOTH, people, strict=False)))


def remembering(decisions: dict[str, str], held: list[tuple[str, str, str]] | None = None, **baseline: Any) -> Scenario:
    """P asks for a manager and a sponsor, Q for nobody, F is in flight; a change costs 2.5."""
    plan = {
        "decisions": [{"project": project, "decision": decision} for project, decision in decisions.items()],
        "assignments": [dict(zip(("project", "role", "person"), row, strict=True)) for row in held or ()],
    }
    return scenario(
        people=[person(name, "east", *BOTH) for name in ("E", "F", "G")],
        projects=[candidate("P", needs=NEEDS, start=WINDOW), candidate("Q"), in_flight("F")],
        baseline={"plan": plan, "price_per_change": 2.5, **baseline},
    )


@pytest.mark.parametrize(
    ("decision", "runs", "changes"),
    [
        ("initiate", True, 0),
        ("defer", True, 0),
        ("continue", True, 0),
        ("drop", True, 1),
        ("stop", True, 1),
        ("initiate", False, 1),
        ("defer", False, 1),
        ("drop", False, 0),
        ("stop", False, 0),
    ],
)
def test_a_project_turned_is_a_change(decision: str, runs: bool, changes: int) -> None:
    choices = {"Q": Choice(0)} if runs else {}
    assert judged(remembering({"Q": decision}), choices).terms.changes == micro(-2.5 * changes)


@pytest.mark.parametrize("choices", [{}, {"Q": Choice(0), "F": Choice(0)}])
def test_what_the_baseline_did_not_decide_or_we_do_not_know_is_none(choices: Choices) -> None:
    question = remembering({"ghost": "initiate", "gone": "drop"}, [("ghost", "sponsor", "E")])
    assert judged(question, choices).terms.changes == 0


@pytest.mark.parametrize(
    ("choice", "changes"),
    [
        (led("E", "F"), 0),
        (led("G", "F"), 1),
        (led("E", "G"), 1),
        (led("F", "E"), 2),  # both change places: one for each role
        (led("E", "F", start=1), 0),  # a moved start is none
    ],
)
def test_a_person_replaced_is_a_change_for_each_role(choice: Choice, changes: int) -> None:
    held = [("P", "project_manager", "E"), ("P", "sponsor", "F")]
    assert judged(remembering({"P": "initiate"}, held), {"P": choice}).terms.changes == micro(-2.5 * changes)


@pytest.mark.parametrize(
    ("decisions", "held", "changes"),
    [
        ({"P": "initiate"}, [("P", "sponsor", "G")], 1),  # the manager was not staffed: only the sponsor is new
        ({"P": "initiate"}, [], 0),
        ({"P": "initiate"}, [("P", "cook", "G")], 0),  # a role that P does not ask for any more
        ({"P": "initiate"}, [("P", "sponsor", "ghost")], 1),  # who is gone is replaced
        ({"P": "drop"}, [("P", "sponsor", "G")], 1),  # it did not run: one change, whoever was named
        ({}, [("P", "sponsor", "G")], 0),  # not decided on
    ],
)
def test_people_count_where_both_plans_run_and_staff(
    decisions: dict[str, str], held: list[tuple[str, str, str]], changes: int
) -> None:
    question = remembering(decisions, held)
    assert judged(question, {"P": led("E", "F")}).terms.changes == micro(-2.5 * changes)


@pytest.mark.parametrize(
    ("most", "choices", "met"),
    [
        # The baseline ran P with E and F, and nothing else.
        (0, {"P": led("E", "F")}, True),
        (0, {"P": led("E", "G")}, False),
        (1, {"P": led("E", "G")}, True),
        (1, {"P": led("G", "E")}, False),
        (1, {}, True),
        (1, {"Q": Choice(0)}, False),
        (2, {"Q": Choice(0)}, True),
        (2, {"P": led("G", "E"), "Q": Choice(0)}, False),
        (3, {"P": led("G", "E"), "Q": Choice(0)}, True),  # more there cannot be
    ],
)
def test_the_limit_on_changes_is_a_commitment(most: int, choices: Choices, met: bool) -> None:
    held = [("P", "project_manager", "E"), ("P", "sponsor", "F")]
    question = remembering({"P": "initiate", "Q": "drop"}, held, max_changes=most)
    assert judged(question, choices).unmet == (() if met else ("max_changes baseline",))


def test_the_claim_exists_only_where_the_limit_can_be_passed() -> None:
    held = [("P", "project_manager", "E"), ("P", "sponsor", "F")]
    for most, groups in ((2, ["P", "Q", "F", "claim/max_changes"]), (3, ["P", "Q", "F"])):
        question = remembering({"P": "initiate", "Q": "drop"}, held, max_changes=most)
        assert list(compile_scenario(question).program.names.groups) == groups


def test_without_a_baseline_nothing_changes() -> None:
    assert judged(scenario(projects=[candidate("Q")]), {"Q": Choice(0)}).terms.changes == 0
