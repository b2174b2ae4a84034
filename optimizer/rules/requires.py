"""What a running project requires runs too."""

from models.rules import RuleId, row_name
from optimizer.draft import Draft
from optimizer.program import ABOVE

NAME = RuleId.REQUIRES


def apply(draft: Draft) -> None:
    """A row per prerequisite: the project runs no more than what it requires."""
    facts = draft.facts
    for place, project in enumerate(facts.projects):
        for required in dict.fromkeys(project.requires):
            if required == project.id:
                continue
            row = draft.builder.row(row_name(NAME, project.id, required))
            draft.builder.limit(row, ABOVE, 0)
            draft.add_running(row, place, 1)
            draft.add_running(row, facts.project_index[required], -1)
