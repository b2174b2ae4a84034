"""In every period a person's effort on projects plus bookings stays within capacity times the load cap."""

from collections.abc import Iterator

from models.plan import Raised
from models.quantities import EFFORT_SCALE, RATIO_SCALE, exact
from models.rules import RuleId
from optimizer.checker.book import Book
from optimizer.checker.case import Case
from optimizer.checker.engagement import Engagement
from optimizer.checker.row import EFFORT, EffortStrip, Row, limits
from optimizer.checker.violation import Violation, Wording

RULE = RuleId.PERSON_CAPACITY

# Capacity is in permille of an FTE, the load cap in 10^-4: limits and loads are compared in 10^-7 FTE.
SCALE = EFFORT_SCALE * RATIO_SCALE

OVER = Wording(
    "{0} 在 {period} 的投入与已有占用共 {stated} FTE,超过上限 {expected} FTE。",
    "{0} carries {stated} FTE of projects and bookings in {period}; the limit is {expected} FTE.",
)


def violations(case: Case) -> Iterator[Violation]:
    """People who carry more than the limit in force."""
    limits, book = case.book.once(limits_in_force), case.book
    for person_id, load in case.load.items():
        booked = book.people[person_id].booked
        for period, limit in enumerate(limits[person_id]):
            level = (load[period] + booked[period]) * RATIO_SCALE
            if level > limit:
                stated, allowed = f"{exact(level, SCALE):f}", f"{exact(limit, SCALE):f}"
                yield Violation(RULE, (person_id,), OVER, book.labels[period], stated, allowed)


def limits_in_force(book: Book) -> dict[str, tuple[int, ...]]:
    """By person and period, in 10^-7 FTE: capacity times load cap, or what bookings and in-flight work take."""
    standing = _standing(book)
    load_cap = book.scenario.policy.load_cap
    return {
        person.id: tuple(
            max(capacity * load_cap, level * RATIO_SCALE)
            for capacity, level in zip(person.capacity, standing[person.id], strict=True)
        )
        for person in book.people.values()
    }


def raised(book: Book) -> Iterator[Raised]:
    """The limits that bookings and the in-flight work of incumbents alone exceed."""
    standing = _standing(book)
    load_cap = book.scenario.policy.load_cap
    for person in book.people.values():
        for period, level in enumerate(standing[person.id]):
            if level * RATIO_SCALE > person.capacity[period] * load_cap:
                yield Raised.model_construct(
                    rule=RULE.value,
                    id=person.id,
                    role=None,
                    period=book.labels[period],
                    limit=exact(person.capacity[period] * load_cap, SCALE),
                    level=exact(level, EFFORT_SCALE),
                )


def _standing(book: Book) -> dict[str, list[int]]:
    """Bookings and in-flight work of incumbents by person and period, in permille."""
    level = {person.id: list(person.booked) for person in book.people.values()}
    for engagement in book.incumbents():
        row = level[engagement.person.id]
        for period, effort in enumerate(engagement.efforts, engagement.first):
            row[period] += effort
    return level


def rows(book: Book) -> Iterator[Row]:
    """`j/t`: what a person carries, from the bookings up to the limit in force, cut to whole permille."""
    edges = book.once(limits_in_force)
    for person in book.people.values():
        whole = [limit // RATIO_SCALE for limit in edges[person.id]]
        yield from limits((person.id,), book.labels, EFFORT, whole, person.booked)


def of_effort(_book: Book, engagement: Engagement) -> tuple[EffortStrip, ...]:
    """The effort in each period."""
    return (((engagement.person.id,), 1),)
