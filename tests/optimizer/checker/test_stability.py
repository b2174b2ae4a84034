"""Each change against the baseline plan, a project turned or a person replaced, has its price."""

from typing import Any

from models.choices import Choice, Choices
from optimizer.checker import Auditor
from tests.scenario_builder import candidate, in_flight, scenario

NEEDS = {"project_manager": 0.1, "sponsor": 0.1}
STAFFED = {"project_manager": "east-pm", "sponsor": "east-sponsor"}
HELD = [{"project": "P", "role": role, "person": person} for role, person in STAFFED.items()]
LATE = {"preferred": "2027-01", "latest": "2027-03"}


def changes(decisions: dict[str, str], assignments: list[dict[str, str]], choices: Choices) -> int:
    """Changes at a price of 2 each, on P (candidate) and F (in flight)."""
    plan: dict[str, Any] = {
        "decisions": [{"project": name, "decision": word} for name, word in decisions.items()],
        "assignments": assignments,
    }
    question = scenario(
        projects=[candidate("P", needs=NEEDS, start=LATE), in_flight("F")],
        baseline={"plan": plan, "price_per_change": 2},
    )
    term = Auditor(question).score(choices).terms.changes
    assert term % 2_000_000 == 0
    return -term // 2_000_000


def test_a_project_turned() -> None:
    running = {"P": Choice(0, STAFFED)}
    assert changes({"P": "drop"}, [], running) == 1
    assert changes({"P": "initiate"}, HELD, {}) == 1
    assert changes({"P": "defer"}, HELD, running) == 0
    assert changes({"P": "drop"}, [], {}) == 0
    assert changes({"F": "continue", "P": "initiate"}, HELD, {}) == 2
    assert changes({"F": "stop"}, [], {}) == 0


def test_a_moved_start_is_no_change() -> None:
    assert changes({"P": "initiate"}, HELD, {"P": Choice(2, STAFFED)}) == 0


def test_a_person_replaced_counts_for_each_role() -> None:
    one = {**STAFFED, "sponsor": "north-sponsor"}
    both = {"project_manager": "north-pm", "sponsor": "north-sponsor"}
    assert changes({"P": "initiate"}, HELD, {"P": Choice(0, one)}) == 1
    assert changes({"P": "initiate"}, HELD, {"P": Choice(0, both)}) == 2


def test_only_roles_that_both_staff_count() -> None:
    other = {"project_manager": "north-pm", "sponsor": "north-sponsor"}
    assert changes({"P": "initiate"}, HELD[:1], {"P": Choice(0, other)}) == 1
    unknown_role = [{"project": "P", "role": "architect", "person": "somebody"}]
    assert changes({"P": "initiate"}, unknown_role, {"P": Choice(0, other)}) == 0


def test_a_project_that_was_dropped_compares_no_people() -> None:
    assert changes({"P": "drop"}, HELD, {"P": Choice(0, {**STAFFED, "sponsor": "north-sponsor"})}) == 1


def test_what_only_one_plan_knows_is_no_change() -> None:
    assert changes({"gone": "initiate"}, [], {}) == 0
    assert changes({"gone": "initiate"}, [], {"P": Choice(0, STAFFED)}) == 0
    # Assignments of a project the baseline did not decide on say nothing.
    assert changes({}, HELD, {"P": Choice(0, {**STAFFED, "sponsor": "north-sponsor"})}) == 0


def test_without_a_baseline_nothing_changes() -> None:
    assert Auditor(scenario(projects=[candidate("P")])).score({"P": Choice(0)}).terms.changes == 0
