"""Each change against the baseline plan, a project turned or a person replaced, has its price."""

from collections.abc import Iterator

from models.plan import RUNNING
from models.quantities import MICRO_PER_CENT
from models.rules import RuleId
from optimizer.checker.book import Book, ProjectFacts
from optimizer.checker.case import Case
from optimizer.checker.engagement import Engagement
from optimizer.checker.roster import Roster
from optimizer.checker.row import ABOVE, COUNT, Claim, Hinge, Ids, Row, Term, single

RULE = RuleId.STABILITY
TERM = "changes"


def money(case: Case) -> int:
    """Minus the changes times their price, in 10^-6 money unit."""
    baseline = case.book.scenario.baseline
    return 0 if baseline is None else -changes(case) * baseline.price_per_change * MICRO_PER_CENT


def changes(case: Case) -> int:
    """How many changes the choices make.

    Only projects that the baseline decided on and the scenario still has can change. One that ran and runs changes
    once for each role that it asks for now, that the baseline staffed too, and that somebody else holds.
    """
    count = 0
    for project_id, ran, people in case.book.once(_baseline):
        runs = case.runs(project_id)
        if runs != ran:
            count += 1
        elif runs:
            chosen = case.choices[project_id].people
            count += sum(chosen.get(role) != person for role, person in people)
    return count


def _baseline(book: Book) -> tuple[tuple[str, bool, tuple[tuple[str, str], ...]], ...]:
    """By project that both know: whether it ran, and who held the roles that it still asks for."""
    baseline = book.scenario.baseline
    if baseline is None:
        return ()
    held: dict[str, dict[str, str]] = {}
    for row in baseline.plan.assignments:
        held.setdefault(row.project, {})[row.role] = row.person
    ran = {row.project: row.decision in RUNNING for row in baseline.plan.decisions}
    return tuple(
        (
            project_id,
            decision,
            tuple((r, p) for r, p in held.get(project_id, {}).items() if r in book.projects[project_id].profiles),
        )
        for project_id, decision in ran.items()
        if project_id in book.projects
    )


BASELINE: Ids = ("baseline",)


def profit_of_nothing(book: Book) -> int:
    """Minus the price of the changes that are made when nothing runs, in 10^-6 money unit."""
    return -_changes_of_nothing(book) * _price(book)


def profit_of_start(book: Book, project: ProjectFacts, _start: int) -> int:
    """Minus the price of turning a project, or what it saves to leave it running, in 10^-6 money unit."""
    return -changes_of_start(book, project) * _price(book)


def profit_of_candidate(book: Book, engagement: Engagement) -> int:
    """Minus the price of replacing a person, in 10^-6 money unit."""
    return -changes_of_candidate(book, engagement) * _price(book)


def rows(book: Book) -> Iterator[Row]:
    """`baseline`: all changes, and room for the claim that they stay within their limit."""
    most = book.once(_most_possible)
    if book.once(claims):
        yield single(BASELINE, COUNT, Hinge(ABOVE, most, None), base=_changes_of_nothing(book))


def of_start(book: Book, project: ProjectFacts, _start: int) -> tuple[Term, ...]:
    """The change that running makes."""
    change = changes_of_start(book, project)
    return ((BASELINE, 0, (change,)),) if change else ()


def of_candidate(book: Book, engagement: Engagement) -> tuple[Term, ...]:
    """The change that a person makes."""
    change = changes_of_candidate(book, engagement)
    return ((BASELINE, 0, (change,)),) if change else ()


def claims(book: Book) -> tuple[Claim, ...]:
    """That there are at most max_changes; none where more cannot be made."""
    baseline = book.scenario.baseline
    if baseline is None or baseline.max_changes is None:
        return ()
    to_spare = book.once(_most_possible) - baseline.max_changes
    return (Claim("claim/max_changes", ((BASELINE, 0, (to_spare,)),)),) if to_spare > 0 else ()


def changes_of_start(book: Book, project: ProjectFacts) -> int:
    """1 where a project that did not run now runs, -1 where one that did stays: it was counted as stopped."""
    known = book.once(_by_project).get(project.id)
    return 0 if known is None else -1 if known[0] else 1


def changes_of_candidate(book: Book, engagement: Engagement) -> int:
    """1 where somebody else held the role on a project that ran."""
    known = book.once(_by_project).get(engagement.project.id)
    if known is None or not known[0]:
        return 0
    return int(known[1].get(engagement.role, engagement.person.id) != engagement.person.id)


def _price(book: Book) -> int:
    baseline = book.scenario.baseline
    return 0 if baseline is None else baseline.price_per_change * MICRO_PER_CENT


def _changes_of_nothing(book: Book) -> int:
    return sum(ran for _, ran, _ in book.once(_baseline))


def _by_project(book: Book) -> dict[str, tuple[bool, dict[str, str]]]:
    return {project_id: (ran, dict(people)) for project_id, ran, people in book.once(_baseline)}


def _most_possible(book: Book) -> int:
    """No more changes than this can be made: for every project the most that any of its starts makes."""
    roster, most = book.once(Roster), _changes_of_nothing(book)
    for project_id in book.once(_by_project):
        project = book.projects[project_id]
        of_starts = (
            changes_of_start(book, project)
            + sum(max(changes_of_candidate(book, each) for each in engagements) for _, engagements in option.slots)
            for option in roster.options(project)
        )
        most += max(0, max(of_starts, default=0))
    return most
