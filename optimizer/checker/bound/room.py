"""Who and what cannot be in any plan: a person in a role, or a start, whose own need passes a hard limit by itself.

In the rows looked at here nothing has a coefficient below 0, so whatever else is chosen makes no room. The limits are
those in force, raised by bookings and the in-flight work of incumbents, so that an incumbent always fits.
"""

from collections.abc import Iterable, Sequence
from operator import gt

from optimizer.checker import concurrency, person_capacity, purchase_budget, seller_cap
from optimizer.checker.book import Book, ProjectFacts
from optimizer.checker.bound import initiation_limits
from optimizer.checker.engagement import Engagement
from optimizer.checker.row import Ids, Row, Term

FAR = 1 << 62
"""The room in a row that is not there: no level comes near it."""

Left = dict[Ids, list[int]]
"""By strip, how far the base of each row lies below the least edge that may not be passed."""


class Room:
    """Answers who fits when alone; to be had from the book, which keeps it."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._capacity = _left(person_capacity.rows(book))
        self._projects = _left(concurrency.rows(book))
        self._sold = _left(seller_cap.rows(book))
        self._budgets = _left(purchase_budget.rows(book))
        self._spare = {buyer: min(left) for (buyer,), left in self._budgets.items()}
        self._starts = _left(initiation_limits.rows_without_refund(book))
        self._known: dict[tuple[str, str, str], tuple[int, list[int]]] = {}

    def has_start(self, project: ProjectFacts, start: int) -> bool:
        """Whether the start fits, whoever is chosen for it."""
        return not _passed(self._starts, initiation_limits.of_start(self._book, project, start))

    def has(self, engagement: Engagement) -> bool:
        """Whether the person fits in the role."""
        # Asked of every person in every role at every start: most fit in at a glance.
        key = (engagement.person.id, engagement.role, engagement.project.buyer)
        least, left = self._known.get(key) or self._of_effort(key, engagement)
        efforts = engagement.efforts
        if max(efforts, default=0) > least and any(map(gt, efforts, left[engagement.first :])):
            return False
        if not engagement.purchased or sum(engagement.amounts) <= self._spare.get(engagement.project.buyer, FAR):
            return True
        return not _passed(self._budgets, purchase_budget.of_candidate(self._book, engagement))

    def _of_effort(self, key: tuple[str, str, str], engagement: Engagement) -> tuple[int, list[int]]:
        """The effort that a person has room for in each period, when in this role for this buyer, and the least of it;
        below 0 where the person may hold no project, so that even no effort is too much."""
        person = (engagement.person.id,)
        left = self._capacity[person]
        for ids, _ in seller_cap.of_effort(self._book, engagement):
            left = [*map(min, left, self._sold.get(ids, left))]
        if person in self._projects:
            left = [room if more else -1 for room, more in zip(left, self._projects[person], strict=True)]
        found = self._known[key] = min(left), left
        return found


def _left(rows: Iterable[Row]) -> Left:
    """The room in these rows, all of whose hinges may not be passed upwards."""
    strips: Left = {}
    for row in rows:
        strip = strips.setdefault(row.ids, [])
        strip.extend([FAR] * (row.place + 1 - len(strip)))
        strip[row.place] = min(hinge.edge for hinge in row.hinges) - row.base
    return strips


def _passed(strips: Left, terms: Iterable[Term]) -> bool:
    """Whether any of these terms alone passes a limit."""
    for ids, first, coefficients in terms:
        left: Sequence[int] = strips.get(ids, ())
        if any(map(gt, coefficients, left[first:] if first else left)):
            return True
    return False
