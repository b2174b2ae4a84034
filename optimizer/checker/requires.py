"""What a running project requires runs too, at whatever time."""

from collections.abc import Iterator

from models.rules import RuleId
from optimizer.checker.book import Book, ProjectFacts
from optimizer.checker.case import Case
from optimizer.checker.row import ABOVE, COUNT, Hinge, Row, Term, single
from optimizer.checker.violation import Violation, Wording

RULE = RuleId.REQUIRES

MISSING = Wording("项目 {0} 依赖项目 {1},但 {1} 不运行。", "Project {0} requires project {1}, which does not run.")


def violations(case: Case) -> Iterator[Violation]:
    """Running projects whose prerequisite does not run."""
    for project in case.running:
        for required in project.project.requires:
            if not case.runs(required):
                yield Violation(RULE, (project.id, required), MISSING)


def rows(book: Book) -> Iterator[Row]:
    """`p/q`: p runs no more than q, which it requires."""
    for project_id, required in book.once(_pairs):
        yield single((project_id, required), COUNT, Hinge(ABOVE, 0, None))


def of_start(book: Book, project: ProjectFacts, _start: int) -> tuple[Term, ...]:
    """1 for what requires, -1 for what is required."""
    return book.once(_terms).get(project.id, ())


def _pairs(book: Book) -> tuple[tuple[str, str], ...]:
    return tuple(
        (project.id, required)
        for project in book.projects.values()
        for required in dict.fromkeys(project.project.requires)
        if required != project.id
    )


def _terms(book: Book) -> dict[str, tuple[Term, ...]]:
    terms: dict[str, tuple[Term, ...]] = {}
    for pair in book.once(_pairs):
        for project_id, coefficient in zip(pair, (1, -1), strict=True):
            terms[project_id] = (*terms.get(project_id, ()), (pair, 0, (coefficient,)))
    return terms
