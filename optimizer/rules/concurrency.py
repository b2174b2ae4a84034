"""A person holds at most the stated number of projects at the same time."""

import numpy as np

from models.rules import RuleId, row_name
from optimizer.draft import Draft
from optimizer.facts.standing import Standing
from optimizer.program import ABOVE

NAME = RuleId.CONCURRENCY


def apply(draft: Draft) -> None:
    """A row per person with a limit and period; periods without effort count."""
    facts, occupancy = draft.facts, draft.table.occupancy
    periods = facts.periods
    limited = [place for place, person in enumerate(facts.people) if person.max_projects is not None]
    limits = np.array([facts.people[place].max_projects for place in limited], np.int64)
    level = np.maximum(limits[:, None], Standing(facts).held[limited])
    place_of = np.full(len(facts.people), -1)
    place_of[limited] = np.arange(len(limited))

    def name(place: int) -> str:
        person, period = divmod(place, periods)
        return row_name(NAME, facts.people[limited[person]].id, facts.labels[period])

    first = draft.builder.rows(level.size, name)
    draft.builder.limit(first + np.arange(level.size), ABOVE, level.ravel())
    place = place_of[draft.table.person[occupancy.candidate]]
    busy = np.flatnonzero(place >= 0)
    row = first + place[busy] * periods + occupancy.period[busy]
    draft.builder.candidate_terms.add(occupancy.candidate[busy], row, np.ones(len(busy), np.int64))
