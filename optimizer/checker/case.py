"""One set of choices over a book: who is engaged where, and the sums that several rules look at."""

from typing import TypeVar

from models.choices import Choices
from optimizer.checker.book import Book, Pool, ProjectFacts
from optimizer.checker.engagement import Engagement

Key = TypeVar("Key")


class Case:
    """Everything that follows from a scenario and choices before any rule speaks.

    Sums are lists with one entry per period: effort in permille, money in 0.01 money unit. `strangers` are people
    chosen (project, role, id) whom the scenario does not know; roles that a project does not ask for are left to the
    rule `staffing`, unknown projects to `one_start`.
    """

    __slots__ = (
        "book",
        "bought",
        "choices",
        "engagements",
        "goal_orders",
        "goal_projects",
        "load",
        "pool_load",
        "running",
        "sold",
        "spent",
        "starts",
        "strangers",
    )

    def __init__(self, book: Book, choices: Choices) -> None:
        self.book = book
        self.choices = choices
        self.running: list[ProjectFacts] = []
        self.starts: dict[str, int] = {}
        self.engagements: list[Engagement] = []
        self.strangers: list[tuple[ProjectFacts, str, str]] = []
        self.goal_projects: dict[str, int] = {}
        self.goal_orders: dict[str, int] = {}
        self.load: dict[str, list[int]] = {}
        """Assigned effort by person."""
        self.pool_load: dict[Pool, list[int]] = {}
        """Assigned and booked effort of a pool's people; a pool without assigned people is missing."""
        self.bought: dict[Pool, list[int]] = {}
        """By buyer and role assigned."""
        self.sold: dict[Pool, list[int]] = {}
        """By seller and role assigned."""
        self.spent: dict[str, list[int]] = {}
        """By buyer, mark-up included."""
        self._engage()
        for engagement in self.engagements:
            self._add(engagement)

    def runs(self, project_id: str) -> bool:
        """Whether a project of the scenario runs."""
        return project_id in self.starts

    def _engage(self) -> None:
        book, choices = self.book, self.choices
        for project_id, project in book.projects.items():
            choice = choices.get(project_id)
            if choice is None:
                continue
            self.running.append(project)
            self.starts[project_id] = choice.start
            for goal in project.goals:
                self.goal_projects[goal] = self.goal_projects.get(goal, 0) + 1
                self.goal_orders[goal] = self.goal_orders.get(goal, 0) + project.expected_orders
            for role in project.profiles:
                person_id = choice.people.get(role)
                if person_id is None:
                    continue
                person = book.people.get(person_id)
                if person is None:
                    self.strangers.append((project, role, person_id))
                else:
                    self.engagements.append(book.engagement(project, role, person, choice.start))

    def _add(self, engagement: Engagement) -> None:
        book, person, first, efforts = self.book, engagement.person, engagement.first, engagement.efforts
        _add_from(self.load, person.id, book.nothing, first, efforts)
        if person.pool is not None:
            _add_from(self.pool_load, person.pool, book.booked[person.pool], first, efforts)
        if engagement.purchased:
            buyer, role = engagement.project.buyer, engagement.role
            _add_from(self.bought, (buyer, role), book.nothing, first, efforts)
            _add_from(self.sold, (person.unit, role), book.nothing, first, efforts)
            _add_from(self.spent, buyer, book.nothing, first, engagement.amounts)


def _add_from(
    sums: dict[Key, list[int]], key: Key, begin: tuple[int, ...], first: int, amounts: tuple[int, ...]
) -> None:
    """Add amounts from a period on to the sums of a key, which begin with what is there anyway."""
    row = sums.get(key)
    if row is None:
        row = sums[key] = list(begin)
    for period, amount in enumerate(amounts, first):
        row[period] += amount
