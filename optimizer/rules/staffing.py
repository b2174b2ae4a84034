"""A running project has exactly one person for each role it asks for, the same person throughout."""

import numpy as np

from models.rules import RuleId
from optimizer.draft import Draft, Needs

NAME = RuleId.STAFFING


def apply(draft: Draft) -> None:
    """One slot per role asked for, under every start of the project."""
    counts = np.array([len(project.staffing) for project in draft.facts.projects], np.int64)
    pointer = np.concatenate([np.zeros(1, np.int64), np.cumsum(counts)])
    project = np.repeat(np.arange(len(counts)), counts)
    draft.needs = Needs(pointer, project, np.arange(pointer[-1]) - pointer[project])
