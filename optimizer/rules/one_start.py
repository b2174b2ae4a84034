"""A candidate starts at most once, inside its window; a project in flight runs from the first period."""

import numpy as np

from models.rules import RuleId
from optimizer.draft import Draft, Starts
from optimizer.facts.projects import possible_starts

NAME = RuleId.ONE_START


def apply(draft: Draft) -> None:
    """One group per project, one start per period in which it may begin."""
    horizon = draft.facts.scenario.horizon
    starts = [
        (place, period)
        for place, project in enumerate(draft.facts.projects)
        for period in possible_starts(project, horizon)
    ]
    project, period = np.array(starts, np.int64).reshape(len(starts), 2).T
    draft.starts = Starts(project, period)
