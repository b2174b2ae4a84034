"""One person holds at most one role on one project."""

from collections.abc import Iterator

from models.rules import RuleId
from optimizer.checker.book import Book
from optimizer.checker.case import Case
from optimizer.checker.engagement import Engagement
from optimizer.checker.roster import Roster
from optimizer.checker.row import ABOVE, COUNT, Hinge, Row, Term, single
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


def rows(book: Book) -> Iterator[Row]:
    """`p/j`: the roles that a person holds on a project, where eligible for two of them."""
    for project_id, person_id in book.once(_pairs):
        yield single((project_id, person_id), COUNT, Hinge(ABOVE, 1, None))


def of_candidate(book: Book, engagement: Engagement) -> tuple[Term, ...]:
    """One role held."""
    pair = (engagement.project.id, engagement.person.id)
    return ((pair, 0, (1,)),) if pair in book.once(_pairs) else ()


def _pairs(book: Book) -> dict[tuple[str, str], None]:
    """Each project with each person who is eligible for two of its roles."""
    roster = book.once(Roster)
    return {
        (project.id, person.id): None for project in book.projects.values() for person in roster.in_two_roles(project)
    }
