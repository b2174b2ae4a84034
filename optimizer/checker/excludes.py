"""Two projects that exclude each other, named by either, do not both run."""

from collections.abc import Iterator

from models.rules import RuleId
from optimizer.checker.book import Book, ProjectFacts
from optimizer.checker.case import Case
from optimizer.checker.row import ABOVE, COUNT, Hinge, Row, Term, single
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


def rows(book: Book) -> Iterator[Row]:
    """`p/q`, p before q in the scenario: how many of the two run; `p/p` where a project excludes itself."""
    for pair in book.once(_pairs):
        yield single(pair, COUNT, Hinge(ABOVE, 1 if pair[0] != pair[1] else 0, None))


def of_start(book: Book, project: ProjectFacts, _start: int) -> tuple[Term, ...]:
    """One that runs."""
    return book.once(_terms).get(project.id, ())


def _pairs(book: Book) -> tuple[tuple[str, str], ...]:
    place = {project_id: number for number, project_id in enumerate(book.projects)}
    pairs = {
        (project.id, other) if place[project.id] <= place[other] else (other, project.id)
        for project in book.projects.values()
        for other in project.project.excludes
    }
    return tuple(sorted(pairs, key=lambda pair: (place[pair[0]], place[pair[1]])))


def _terms(book: Book) -> dict[str, tuple[Term, ...]]:
    terms: dict[str, tuple[Term, ...]] = {}
    for pair in book.once(_pairs):
        for project_id in dict.fromkeys(pair):
            terms[project_id] = (*terms.get(project_id, ()), (pair, 0, (1,)))
    return terms
