"""Which projects a target counts."""

from models.project import Project
from models.target import Target
from optimizer.facts.facts import Facts


def serving(facts: Facts, target: Target) -> list[int]:
    """The projects (indices) in the cell of a target."""
    return [place for place, project in enumerate(facts.projects) if _in_cell(facts, target, project)]


def _in_cell(facts: Facts, target: Target, project: Project) -> bool:
    if target.unit is not None and not facts.organisation.inside(project.unit, target.unit):
        return False
    if target.product is not None and project.product != target.product:
        return False
    if target.customer_group is not None and project.customer_group != target.customer_group:
        return False
    if target.first is None and target.last is None:
        return True
    if project.order_period is None:
        return False
    index = facts.scenario.horizon.index
    period = index(project.order_period)
    return (target.first is None or index(target.first) <= period) and (
        target.last is None or period <= index(target.last)
    )
