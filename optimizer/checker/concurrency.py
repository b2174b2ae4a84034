"""A person holds at most the stated number of projects at the same time, over all roles."""

from collections.abc import Container, Iterable, Iterator

from models.plan import Raised
from models.quantities import exact
from models.rules import RuleId
from optimizer.checker.book import Book
from optimizer.checker.case import Case
from optimizer.checker.engagement import Engagement
from optimizer.checker.row import COUNT, Row, Term, limits
from optimizer.checker.violation import Violation, Wording

RULE = RuleId.CONCURRENCY

OVER = Wording(
    "{0} 在 {period} 同时承担 {stated} 个项目,超过上限 {expected} 个。",
    "{0} holds {stated} projects at the same time in {period}; the limit is {expected}.",
)


def violations(case: Case) -> Iterator[Violation]:
    """People who hold more projects than the limit in force; periods with zero effort count."""
    limits = case.book.once(limits_in_force)
    if not limits:
        return
    for person_id, held in _held(case.book, case.engagements, limits).items():
        for period, limit in enumerate(limits[person_id]):
            if held[period] > limit:
                label = case.book.labels[period]
                yield Violation(RULE, (person_id,), OVER, label, str(held[period]), str(limit))


def limits_in_force(book: Book) -> dict[str, tuple[int, ...]]:
    """By person who has a limit, and period: that limit, or the number of projects held in flight."""
    limited = {
        person.id: person.person.max_projects
        for person in book.people.values()
        if person.person.max_projects is not None
    }
    standing = _held(book, book.incumbents(), limited)
    return {
        person_id: tuple(max(limit, held) for held in standing.get(person_id, book.nothing))
        for person_id, limit in limited.items()
    }


def raised(book: Book) -> Iterator[Raised]:
    """The limits that the in-flight work of incumbents alone exceeds."""
    standing = _held(book, book.incumbents(), book.people)
    for person_id, person in book.people.items():
        limit = person.person.max_projects
        if limit is None:
            continue
        for period, held in enumerate(standing.get(person_id, ())):
            if held > limit:
                yield Raised.model_construct(
                    rule=RULE.value,
                    id=person_id,
                    role=None,
                    period=book.labels[period],
                    limit=exact(limit, 1),
                    level=exact(held, 1),
                )


def _held(book: Book, engagements: Iterable[Engagement], whose: Container[str]) -> dict[str, list[int]]:
    """Projects held by person and period. Two roles on one project are one project, and another rule's concern."""
    held: dict[str, list[int]] = {}
    seen: set[tuple[str, str]] = set()
    for engagement in engagements:
        person_id = engagement.person.id
        if person_id not in whose or (person_id, engagement.project.id) in seen:
            continue
        seen.add((person_id, engagement.project.id))
        row = held.setdefault(person_id, list(book.nothing))
        for period in range(engagement.first, engagement.first + len(engagement.efforts)):
            row[period] += 1
    return held


def rows(book: Book) -> Iterator[Row]:
    """`j/t`: the projects that a person with a limit holds."""
    for person_id, edges in book.once(limits_in_force).items():
        yield from limits((person_id,), book.labels, COUNT, edges, book.nothing)


def of_candidate(_book: Book, engagement: Engagement) -> tuple[Term, ...]:
    """One project in each occupied period, with effort or without."""
    return (((engagement.person.id,), engagement.first, (1,) * len(engagement.efforts)),)
