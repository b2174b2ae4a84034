"""What an answer leaves unmet, in order, and what that makes of the plan."""

from models.choices import Choice
from models.scenario import Scenario
from tests.optimizer.agreement import plan_for
from tests.scenario_builder import candidate, in_flight, person, scenario


def committed() -> Scenario:
    """One commitment of every kind, and a pin that is met when nothing runs."""
    return scenario(
        people=[person("E"), person("F")],
        projects=[
            candidate("P", needs={"project_manager": 0.5}, mandated=True, goals=["G"]),
            in_flight("F", stoppable=False, mandated=True),
            candidate("Q", mandated=True),
        ],
        goals=[{"id": "priced", "min_projects": 9, "shortfall_price": 1}, {"id": "G", "min_projects": 1}],
        pins=[
            {"project": "Q", "decision": "initiate"},
            {"project": "P", "role": "project_manager", "person": "F"},
            {"project": "P", "decision": "drop"},
            {"project": "P", "decision": "initiate", "start": "2027-01"},
        ],
        baseline={"plan": {"decisions": [{"project": "Q", "decision": "initiate"}]}, "max_changes": 0},
    )


def test_projects_then_pins_then_goals_then_changes() -> None:
    plan = plan_for(committed(), {})
    assert [(row.kind, row.id, row.role) for row in plan.unmet] == [
        ("mandated", "P", None),
        ("in_flight", "F", None),
        ("mandated", "Q", None),
        ("pin", "Q", None),
        ("pin", "P", None),
        ("goal", "G", None),
        ("max_changes", "baseline", None),
    ]
    assert plan.outcome == "commitments_unmet"
    assert (plan.evidence.unmet.count, plan.evidence.unmet.at_least) == (7, 0)


def test_a_pinned_person_is_named_with_the_role() -> None:
    led_by_e = {"P": Choice(0, {"project_manager": "E"}), "F": Choice(0), "Q": Choice(0)}
    assert [(row.kind, row.id, row.role) for row in plan_for(committed(), led_by_e).unmet] == [
        ("pin", "P", "project_manager"),
        ("pin", "P", None),
    ]


def test_a_plan_without_unmet_commitments_is_complete() -> None:
    question = scenario(projects=[candidate("P", mandated=True)])
    plan = plan_for(question, {"P": Choice(0)})
    assert (plan.outcome, plan.unmet, plan.evidence.unmet.count) == ("complete", (), 0)


def test_every_unmet_commitment_has_a_reason() -> None:
    assert all(row.reason is not None and row.reason["code"] for row in plan_for(committed(), {}).unmet)
