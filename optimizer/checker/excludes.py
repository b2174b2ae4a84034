"""Two projects that exclude each other, named by either, do not both run."""

from collections.abc import Iterator

from models.rules import RuleId
from optimizer.checker.case import Case
from optimizer.checker.violation import Violation, Wording

RULE = RuleId.EXCLUDES

BOTH = Wording("项目 {0} 与项目 {1} 互斥,却都运行。", "Projects {0} and {1} exclude each other, yet both run.")
ITSELF = Wording("项目 {0} 与自身互斥,不能运行。", "Project {0} excludes itself and cannot run.")


def violations(case: Case) -> Iterator[Violation]:
    """Pairs that both run, each named once even when both name the other."""
    seen: set[frozenset[str]] = set()
    for project in case.running:
        for other in project.project.excludes:
            if case.runs(other) and (pair := frozenset((project.id, other))) not in seen:
                seen.add(pair)
                if other == project.id:
                    yield Violation(RULE, (project.id,), ITSELF)
                else:
                    yield Violation(RULE, (project.id, other), BOTH)
