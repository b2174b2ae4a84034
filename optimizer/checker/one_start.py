"""A candidate starts at most once, inside its window; a project in flight runs from the first period."""

from collections.abc import Iterator

from models.rules import RuleId
from optimizer.checker.case import Case
from optimizer.checker.violation import Violation, Wording

RULE = RuleId.ONE_START

UNKNOWN = Wording("情景中没有项目 {0}。", "The scenario has no project {0}.")
OUTSIDE = Wording(
    "项目 {0} 于 {stated} 启动,不在其启动窗口({expected})内。",
    "Project {0} starts in {stated}, which is not in its window ({expected}).",
)
IN_FLIGHT = Wording(
    "在途项目 {0} 应从第一期 {expected} 起运行,而不是从 {stated} 起。",
    "Project {0} is in flight and runs from the first period {expected}, not from {stated}.",
)


def violations(case: Case) -> Iterator[Violation]:
    """Starts that no window allows. A mapping of choices cannot hold two starts; the reader of plans sees to that."""
    if len(case.running) != len(case.choices):
        for project_id in case.choices:
            if project_id not in case.book.projects:
                yield Violation(RULE, (project_id,), UNKNOWN)
    label = case.book.label
    for project in case.running:
        start = case.starts[project.id]
        if start not in project.starts:
            expected = "…".join(label(end) for end in sorted({*project.starts[:1], *project.starts[-1:]})) or "-"
            wording = IN_FLIGHT if project.in_flight else OUTSIDE
            yield Violation(RULE, (project.id,), wording, label(start), label(start), expected)
