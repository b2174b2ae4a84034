"""Answers that are known before the search: what runs today, and what the baseline plan decided."""

from models.choices import Choice, Choices
from models.plan import RUNNING
from optimizer.facts import Facts


def earlier_answers(facts: Facts) -> list[Choices]:
    """The in-flight projects with their incumbents; and the baseline plan where there is one."""
    standing = {
        project.id: Choice(0, dict(project.incumbents))
        for project in facts.projects
        if project.in_flight and all(need.role in project.incumbents for need in project.staffing)
    }
    return [standing, _baseline(facts)] if facts.scenario.baseline is not None else [standing]


def _baseline(facts: Facts) -> Choices:
    scenario = facts.scenario
    if scenario.baseline is None:
        return {}
    people: dict[str, dict[str, str]] = {}
    for row in scenario.baseline.plan.assignments:
        people.setdefault(row.project, {})[row.role] = row.person
    in_flight = {project.id for project in facts.projects if project.in_flight}
    return {
        row.project: Choice(
            scenario.horizon.index(row.start) if row.start is not None and row.project not in in_flight else 0,
            people.get(row.project, {}),
        )
        for row in scenario.baseline.plan.decisions
        if row.decision in RUNNING
    }
