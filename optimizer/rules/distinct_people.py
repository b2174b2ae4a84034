"""One person holds at most one role on one project."""

import numpy as np

from models.rules import RuleId, row_name
from optimizer.draft import Draft
from optimizer.program import ABOVE

NAME = RuleId.DISTINCT_PEOPLE


def apply(draft: Draft) -> None:
    """A row per project and person eligible in two of its roles."""
    facts, table = draft.facts, draft.table
    offers, needs = table.offers, table.needs
    project = np.repeat(needs.project, np.diff(offers.pointer))
    keys = project * max(len(facts.people), 1) + offers.person
    pairs, pair, counts = np.unique(keys, return_inverse=True, return_counts=True)
    twice = np.flatnonzero(counts > 1)
    row_of = np.full(len(pairs), -1)
    row_of[twice] = np.arange(len(twice))

    def name(place: int) -> str:
        project, person = divmod(int(pairs[twice[place]]), max(len(facts.people), 1))
        return row_name(NAME, facts.projects[project].id, facts.people[person].id)

    first = draft.builder.rows(len(twice), name)
    draft.builder.limit(first + np.arange(len(twice)), ABOVE, 1)
    row = row_of[pair[table.offer]]
    shared = np.flatnonzero(row >= 0)
    draft.builder.candidate_terms.add(shared, first + row[shared], np.ones(len(shared), np.int64))
