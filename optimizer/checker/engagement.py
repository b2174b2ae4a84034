"""One person in one role of one project from one start: the effort, and what it costs to buy."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.quantities import EFFORT_SCALE, RATIO_SCALE, half_up

if TYPE_CHECKING:
    from optimizer.checker.book import Book, PersonFacts, ProjectFacts

KEPT = 20_000
"""Purchases priced are kept, but no more than this: neighbours in a scenario ask for the same ones."""

Purchase = tuple[int | None, int, tuple[int, ...], int]
"""Rate, rate with mark-up, amounts and friction, as an engagement has them."""


@dataclass(eq=False, slots=True)
class Engagement:
    """What an assignment amounts to.

    `efforts` has one entry (permille) per occupied period inside the horizon, from period `first` on. A purchase is
    work for another trading unit: `rate` is the rate before mark-up in 0.01 money unit per FTE-period (None: no row of
    the market holds), `rate_with_markup` is in 10^-6 money unit, `amounts` and `friction` in 0.01 money unit, each
    rounded half up once per period; both are 0 where no rate holds.
    """

    project: "ProjectFacts"
    role: str
    person: "PersonFacts"
    first: int
    efforts: tuple[int, ...]
    total: int
    incumbent: bool
    purchased: bool
    rate: int | None = None
    rate_with_markup: int = 0
    amounts: tuple[int, ...] = ()
    friction: int = 0
    fit_value: int = 0


def engage(book: "Book", project: "ProjectFacts", role: str, person: "PersonFacts", start: int) -> Engagement:
    """The engagement of a person in a role that the project asks for."""
    fit = book.fit.get((project.id, role, person.id))
    occupied = book.inside(start, project.duration)
    if fit is None or fit.effort is None:
        profile = project.profiles[role]
    elif isinstance(fit.effort, int):
        profile = (fit.effort,) * project.duration
    else:
        profile = fit.effort
    efforts = profile[occupied.start - start : occupied.stop - start] if occupied else ()
    engagement = Engagement(
        project=project,
        role=role,
        person=person,
        first=occupied.start,
        efforts=efforts,
        total=sum(efforts),
        incumbent=project.incumbents.get(role) == person.id,
        purchased=person.unit != project.buyer,
        fit_value=fit.value if fit is not None else 0,
    )
    if engagement.purchased:
        _price(book, engagement)
    return engagement


def _price(book: "Book", engagement: Engagement) -> None:
    """Fill in what a purchase costs: the same for the same rate, distance and effort."""
    buyer, seller = engagement.project.buyer, engagement.person.unit
    rate = book.rates.rate(buyer, seller, engagement.person.person.grade, engagement.role)
    same_region = book.organisation.distance(seller, buyer) == "same_region"
    purchase, known = (rate, same_region, engagement.efforts), book.once(_purchases)
    priced = known.get(purchase)
    if priced is None:
        if len(known) >= KEPT:
            known.clear()
        priced = known[purchase] = _purchase(book, engagement, rate, same_region=same_region)
    engagement.rate, engagement.rate_with_markup, engagement.amounts, engagement.friction = priced


def _purchase(book: "Book", engagement: Engagement, rate: int | None, *, same_region: bool) -> Purchase:
    if rate is None:
        return None, 0, (0,) * len(engagement.efforts), 0
    markup, friction = book.market.markup, book.market.friction
    with_markup = RATIO_SCALE + (markup.same_region if same_region else markup.cross_region)
    friction_share = friction.same_region if same_region else friction.cross_region
    # permille x 0.01 money x 10^-4, back to 0.01 money: divide by 10^3 and 10^4.
    amounts_paid = tuple(
        half_up(effort * rate * with_markup, EFFORT_SCALE * RATIO_SCALE) for effort in engagement.efforts
    )
    lost_to_friction = sum(
        half_up(effort * rate * friction_share, EFFORT_SCALE * RATIO_SCALE) for effort in engagement.efforts
    )
    # 0.01 money times 10^-4 is 10^-6: the rate with mark-up is exact.
    return rate, rate * with_markup, amounts_paid, lost_to_friction


def _purchases(_book: "Book") -> dict[tuple[int | None, bool, tuple[int, ...]], Purchase]:
    """What is known of purchases so far, by rate, distance and efforts."""
    return {}
