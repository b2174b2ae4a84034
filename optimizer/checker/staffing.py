"""A running project has exactly one person for each role it asks for, the same person throughout."""

from collections.abc import Iterator

from models.rules import RuleId
from optimizer.checker.case import Case
from optimizer.checker.violation import Violation, Wording

RULE = RuleId.STAFFING

VACANT = Wording("项目 {0} 的角色 {1} 无人担任。", "Project {0} has nobody in the role {1}.")
NOT_ASKED = Wording(
    "项目 {0} 不需要角色 {1},却安排了 {2}。", "Project {0} does not ask for the role {1}, which {2} was given."
)
SECOND_PERSON = Wording(
    "项目 {0} 的角色 {1} 应由同一人担任,计划中却同时有 {expected} 和 {stated}。",
    "Project {0} has one person throughout in the role {1}; the plan names {expected} and {stated}.",
)


def violations(case: Case) -> Iterator[Violation]:
    """Roles left vacant, and roles filled that nobody asked for."""
    for project in case.running:
        chosen, asked = case.choices[project.id].people, project.profiles
        if chosen.keys() == asked.keys():
            continue
        for role in asked:
            if role not in chosen:
                yield Violation(RULE, (project.id, role), VACANT)
        for role, person in chosen.items():
            if role not in asked:
                yield Violation(RULE, (project.id, role, person), NOT_ASKED)
