"""In every period a person's effort on projects plus bookings stays within capacity times the load cap."""

import numpy as np

from models.quantities import EFFORT_SCALE, RATIO_SCALE
from models.rules import RuleId, row_name
from optimizer.draft import Draft
from optimizer.facts.standing import Standing
from optimizer.program import ABOVE

NAME = RuleId.PERSON_CAPACITY


def apply(draft: Draft) -> None:
    """A row per person and period, at the bookings, up to the limit or the standing load above it."""
    facts, occupancy = draft.facts, draft.table.occupancy
    periods = facts.periods
    # Effort is whole permille, so cutting the limit to whole permille excludes nothing.
    limit = facts.capacity * facts.scenario.policy.load_cap // RATIO_SCALE
    level = np.maximum(limit, Standing(facts).load)

    def name(place: int) -> str:
        person, period = divmod(place, periods)
        return row_name(NAME, facts.people[person].id, facts.labels[period])

    first = draft.builder.rows(level.size, name, facts.bookings.ravel(), EFFORT_SCALE)
    draft.builder.limit(first + np.arange(level.size), ABOVE, level.ravel())
    row = first + draft.table.person[occupancy.candidate] * periods + occupancy.period
    draft.builder.candidate_terms.add(occupancy.candidate, row, occupancy.effort)
