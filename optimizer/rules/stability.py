"""Each change against the baseline plan, a project turned or a person replaced, has its price; their number a limit."""

from dataclasses import dataclass

import numpy as np

from models.quantities import MICRO_PER_CENT
from models.rules import RuleId, row_name
from optimizer.draft import Draft
from optimizer.facts.baseline import held_in_baseline, ran_in_baseline
from optimizer.program import ABOVE, Ints

NAME = RuleId.STABILITY


@dataclass(frozen=True, slots=True)
class _Changes:
    """The number of changes: what doing nothing changes, and what every start and candidate adds."""

    by_nothing: int
    by_start: Ints
    by_candidate: Ints


def apply(draft: Draft) -> None:
    """A cost per change, and a claim that the changes stay within their limit."""
    baseline = draft.facts.scenario.baseline
    if baseline is None:
        return
    changes, builder = _changes(draft), draft.builder
    price = baseline.price_per_change * MICRO_PER_CENT
    builder.money_constant -= changes.by_nothing * price
    builder.start_money -= changes.by_start * price
    builder.candidate_money -= changes.by_candidate * price
    if baseline.max_changes is not None:
        _limit(draft, changes, baseline.max_changes)


def _changes(draft: Draft) -> _Changes:
    table, facts = draft.table, draft.facts
    held, ran = held_in_baseline(facts), ran_in_baseline(facts)
    by_start = np.zeros(len(table.start_project), np.int64)
    by_candidate = np.zeros(len(table.offer), np.int64)
    for project, did_run in ran.items():
        by_start[draft.running(project)] += -1 if did_run else 1
    for slot, need in enumerate(table.slot_need.tolist()):
        project, place = int(table.needs.project[need]), int(table.needs.place[need])
        person = held.get((project, facts.projects[project].staffing[place].role))
        if person is not None and ran.get(project):
            candidates = slice(*table.candidate_pointer[slot : slot + 2])
            by_candidate[candidates] += table.person[candidates] != facts.person_index.get(person, -1)
    return _Changes(sum(ran.values()), by_start, by_candidate)


def _limit(draft: Draft, changes: _Changes, most: int) -> None:
    """The claim holds only with at most `most` changes; without it the row admits every number there can be."""
    possible = _most_possible(draft, changes)
    if possible <= most:
        return
    builder = draft.builder
    claim = builder.claim("claim/max_changes")
    row = builder.row(row_name(NAME, "baseline"), changes.by_nothing)
    builder.limit(row, ABOVE, possible)
    owners = np.append(np.arange(len(changes.by_start)), claim)
    builder.start_terms.add(owners, np.full(len(owners), row), np.append(changes.by_start, possible - most))
    owners = np.arange(len(changes.by_candidate))
    builder.candidate_terms.add(owners, np.full(len(owners), row), changes.by_candidate)


def _most_possible(draft: Draft, changes: _Changes) -> int:
    """An upper limit on the number of changes: for every project the most that any of its starts makes."""
    table = draft.table
    by_start = changes.by_start.copy()
    for slot, start in enumerate(table.slot_start.tolist()):
        candidates = slice(*table.candidate_pointer[slot : slot + 2])
        by_start[start] += changes.by_candidate[candidates].max()
    most = changes.by_nothing
    for project in range(len(draft.facts.projects)):
        most += max(0, int(by_start[draft.running(project)].max(initial=0)))
    return most
