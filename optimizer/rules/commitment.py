"""Commitments come first: mandated and unstoppable projects, and pins. As few as possible stay unmet.

Goals without a price and the limit on changes are commitments too; their rules make claims of them.
"""

import numpy as np

from models.rules import RuleId
from models.scenario import Pin
from optimizer.draft import Draft

NAME = RuleId.COMMITMENT


def apply(draft: Draft) -> None:
    """Each unmet commitment counts one: a project once, a pin once."""
    for place, project in enumerate(draft.facts.projects):
        if project.mandated or (project.in_flight and not project.stoppable):
            _met_when_running(draft, place)
    for pin in draft.facts.scenario.pins:
        pinned = draft.facts.project_index[pin.project]
        if pin.person is not None:
            _person_pin(draft, pinned, pin)
        elif pin.decision in ("drop", "stop"):
            draft.builder.start_met[draft.running(pinned)] -= 1
        elif pin.start is not None:
            _start_pin(draft, pinned, pin.start)
        else:
            _met_when_running(draft, pinned)


def _met_when_running(draft: Draft, project: int) -> None:
    draft.builder.met_constant -= 1
    draft.builder.start_met[draft.running(project)] += 1


def _start_pin(draft: Draft, project: int, label: str) -> None:
    draft.builder.met_constant -= 1
    running = draft.running(project)
    periods = draft.table.start_period[running]
    draft.builder.start_met[running] += periods == draft.facts.scenario.horizon.index(label)


def _person_pin(draft: Draft, project: int, pin: Pin) -> None:
    """Met when the project does not run, or runs with this person: every other candidate for the role breaks it."""
    table, facts = draft.table, draft.facts
    places = [need.role for need in facts.projects[project].staffing]
    need = table.needs.pointer[project] + places.index(pin.role or "")
    slots = np.flatnonzero(table.slot_need == need)
    for slot in slots:
        candidates = slice(*table.candidate_pointer[slot : slot + 2])
        others = table.person[candidates] != facts.person_index[pin.person or ""]
        draft.builder.candidate_met[candidates] -= others
