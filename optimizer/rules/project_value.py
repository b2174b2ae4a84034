"""A project is worth amount times margin times win probability, less with delay, plus strategic value, less pursuit."""

import numpy as np

from models.quantities import MICRO_PER_CENT
from models.rules import RuleId
from optimizer.draft import Draft
from optimizer.facts.projects import preferred_start, value_at

NAME = RuleId.PROJECT_VALUE


def apply(draft: Draft) -> None:
    """A profit on every start."""
    facts, table = draft.facts, draft.table
    preferred = [preferred_start(project, facts.scenario.horizon) for project in facts.projects]
    values = [
        value_at(facts.projects[place], period - preferred[place])
        for place, period in zip(table.start_project.tolist(), table.start_period.tolist(), strict=True)
    ]
    draft.builder.start_money += np.array(values, np.int64) * MICRO_PER_CENT
