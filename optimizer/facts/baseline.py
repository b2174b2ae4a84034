"""What the baseline plan says of this scenario's projects."""

from models.plan import RUNNING
from optimizer.facts.facts import Facts


def ran_in_baseline(facts: Facts) -> dict[int, bool]:
    """For each project that the baseline decided on and the scenario knows: did it run there."""
    baseline = facts.scenario.baseline
    if baseline is None:
        return {}
    return {
        facts.project_index[row.project]: row.decision in RUNNING
        for row in baseline.plan.decisions
        if row.project in facts.project_index
    }


def held_in_baseline(facts: Facts) -> dict[tuple[int, str], str]:
    """Who held which role of which project in the baseline plan."""
    baseline = facts.scenario.baseline
    if baseline is None:
        return {}
    return {
        (facts.project_index[row.project], row.role): row.person
        for row in baseline.plan.assignments
        if row.project in facts.project_index
    }
