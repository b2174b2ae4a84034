"""Who may be chosen: person by person the same as what the rule `eligibility` has nothing against."""

import pytest

from models.scenario import Scenario
from optimizer.checker.book import Book, ProjectFacts
from optimizer.checker.eligibility import obstacles
from optimizer.checker.roster import Roster
from scenarios.generator.tiny import INGREDIENTS, small, tiny


def admitted(book: Book, project: ProjectFacts, role: str, start: int) -> list[str]:
    return [
        person.id
        for person in book.people.values()
        if not any(obstacles(book, book.engagement(project, role, person, start)))
    ]


def compare(document: object) -> None:
    book = Book(Scenario.model_validate(document))
    roster = book.once(Roster)
    for project in book.projects.values():
        expected = {}
        for start in project.starts:
            slots = {role: admitted(book, project, role, start) for role in project.profiles}
            if all(slots.values()):
                expected[start] = slots
        options = {
            option.start: {role: [each.person.id for each in people] for role, people in option.slots}
            for option in roster.options(project)
        }
        assert options == expected


@pytest.mark.parametrize("focus", [None, *INGREDIENTS])
def test_whoever_nothing_keeps_from_a_role_may_fill_it(focus: str | None) -> None:
    for seed in (1, 2):
        compare(tiny(seed, focus))


@pytest.mark.parametrize("seed", range(10))
def test_the_same_in_larger_companies(seed: int) -> None:
    compare(small(seed))
