"""Which commitments an answer leaves unmet."""

from collections.abc import Iterator
from typing import NamedTuple

from models.plan import Unmet
from models.scenario import Pin
from optimizer.dress.coverage import Coverage
from optimizer.dress.holdings import Running
from optimizer.facts.baseline import held_in_baseline, ran_in_baseline


class Open(NamedTuple):
    """A commitment that an answer leaves unmet, without its reason yet; the pin where it is one."""

    row: Unmet
    pin: Pin | None = None


def unmet(running: Running, coverage: Coverage) -> Iterator[Open]:
    """The commitments that are left unmet."""
    facts, choices = running.facts, running.choices
    for project in facts.projects:
        if project.id in choices:
            continue
        if project.in_flight and not project.stoppable:
            yield Open(Unmet(kind="in_flight", id=project.id))
        elif project.mandated:
            yield Open(Unmet(kind="mandated", id=project.id))
    for pin in facts.scenario.pins:
        if not _pin_met(running, pin):
            yield Open(Unmet(kind="pin", id=pin.project, role=pin.role), pin)
    for goal, row in zip(facts.scenario.goals, coverage.goals, strict=True):
        if goal.shortfall_price is None and (row.shortfall or row.orders_shortfall):
            yield Open(Unmet(kind="goal", id=goal.id))
    baseline = facts.scenario.baseline
    if baseline is not None and baseline.max_changes is not None and changes(running) > baseline.max_changes:
        yield Open(Unmet(kind="max_changes", id="baseline"))


def _pin_met(running: Running, pin: Pin) -> bool:
    choice = running.choices.get(pin.project)
    if pin.person is not None:
        return choice is None or choice.people.get(pin.role or "") == pin.person
    if pin.decision in ("drop", "stop"):
        return choice is None
    return choice is not None and (pin.start is None or running.facts.labels[choice.start] == pin.start)


def changes(running: Running) -> int:
    """The number of changes against the baseline plan."""
    facts, held = running.facts, held_in_baseline(running.facts)
    count = 0
    for place, did_run in ran_in_baseline(facts).items():
        project = facts.projects[place]
        choice = running.choices.get(project.id)
        if (choice is not None) != did_run:
            count += 1
        elif choice is not None:
            roles = [need.role for need in project.staffing if (place, need.role) in held]
            count += sum(choice.people[role] != held[place, role] for role in roles)
    return count
