"""One person holds at most one role on one project."""

from collections.abc import Iterator

from models.rules import RuleId
from optimizer.checker.case import Case
from optimizer.checker.violation import Violation, Wording

RULE = RuleId.DISTINCT_PEOPLE

TWICE = Wording(
    "{1} 在项目 {0} 中担任了不止一个角色:{stated}。", "{1} holds more than one role on project {0}: {stated}."
)


def violations(case: Case) -> Iterator[Violation]:
    """People who hold two roles of one project."""
    for project in case.running:
        chosen = case.choices[project.id].people
        if len(set(chosen.values())) == len(chosen):
            continue
        for person in dict.fromkeys(chosen.values()):
            roles = [role for role, holder in chosen.items() if holder == person]
            if len(roles) > 1:
                yield Violation(RULE, (project.id, person), TWICE, None, ", ".join(roles), "1")
