"""What a running project requires runs too, at whatever time."""

from collections.abc import Iterator

from models.rules import RuleId
from optimizer.checker.case import Case
from optimizer.checker.violation import Violation, Wording

RULE = RuleId.REQUIRES

MISSING = Wording("项目 {0} 依赖项目 {1},但 {1} 不运行。", "Project {0} requires project {1}, which does not run.")


def violations(case: Case) -> Iterator[Violation]:
    """Running projects whose prerequisite does not run."""
    for project in case.running:
        for required in project.project.requires:
            if not case.runs(required):
                yield Violation(RULE, (project.id, required), MISSING)
