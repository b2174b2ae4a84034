"""Two projects that exclude each other, named by either, do not both run."""

from models.rules import RuleId, row_name
from optimizer.draft import Draft
from optimizer.program import ABOVE

NAME = RuleId.EXCLUDES


def apply(draft: Draft) -> None:
    """A row per pair: at most one of the two runs. A project that excludes itself never runs."""
    facts = draft.facts
    pairs = {
        tuple(sorted((place, facts.project_index[other])))
        for place, project in enumerate(facts.projects)
        for other in project.excludes
    }
    for pair in sorted(pairs):
        row = draft.builder.row(row_name(NAME, *(facts.projects[place].id for place in pair)))
        draft.builder.limit(row, ABOVE, 1 if pair[0] != pair[-1] else 0)
        for place in dict.fromkeys(pair):
            draft.add_running(row, place, 1)
