"""When projects start and how long they last: windows, delay, the end of the horizon."""

from decimal import Decimal

from scenarios.generator.draft import Draft, at
from scenarios.generator.ingredients.registry import ingredient


@ingredient
def one_start(draft: Draft) -> None:
    """Two projects want a person; waiting would solve it, but the window of one ends too early."""
    draft.periods = max(3, draft.periods)
    first, second, _ = draft.rivals(preferred=0, duration=2)
    first["start"]["latest"] = at(1)
    second["start"].pop("latest", None)


@ingredient
def deferral(draft: Draft) -> None:
    """Two projects want a person at the same time; one may wait."""
    draft.periods = max(3, draft.periods)
    first, _, _ = draft.rivals(preferred=0, duration=1)
    first["start"]["latest"] = at(draft.rng.randint(1, 2))
    first["value"]["delay_loss"] = draft.ratio(1, 30)


@ingredient
def window_cut(draft: Draft) -> None:
    """A window that begins before the horizon; what it lost by then stays lost."""
    project = draft.add_project(preferred=-draft.rng.randint(1, 2), worth=(15, 40))
    project["start"].update(latest=at(draft.rng.randint(0, 1)))
    if draft.chance(50):
        project["start"]["earliest"] = at(-3)
    project["value"]["delay_loss"] = draft.ratio(5, 40)


@ingredient
def window_outside(draft: Draft) -> None:
    """A window wholly before or behind the horizon: the project cannot run."""
    start = -2 if draft.chance(50) else draft.periods
    project = draft.add_project(preferred=start, start={"preferred": at(start)}, worth=(15, 40))
    if draft.chance(50):
        project["duration"] = 3


@ingredient
def window_end(draft: Draft) -> None:
    """A window that goes on past the end of the horizon, on a project that gains by starting late there."""
    _, second, _ = draft.rivals(preferred=draft.periods - 2, duration=2, effort=("0.75", "0.8", "1"))
    second["start"]["latest"] = at(draft.periods + 2)
    second["value"]["delay_loss"] = draft.ratio(1, 10)
    person = draft.anyone(second["staffing"][0]["role"], second["unit"])
    bookings = draft.person(person).setdefault("bookings", [])
    bookings.append({"from": at(0), "to": at(draft.periods - 2), "effort": Decimal("0.5"), "why": "交接"})


@ingredient
def early_start(draft: Draft) -> None:
    """The person is free only before the preferred start: an early start helps, and gains nothing."""
    first, second, _ = draft.rivals(preferred=1, duration=1)
    first["start"].update(earliest=at(0))
    first["value"]["delay_loss"] = draft.ratio(10, 40)
    second["start"].pop("latest", None)


@ingredient
def delay_loss(draft: Draft) -> None:
    """Whoever waits loses; who waits is the question."""
    draft.periods = max(3, draft.periods)
    for project in draft.rivals(preferred=0, duration=1)[:2]:
        project["start"]["latest"] = at(draft.rng.randint(1, 2))
        project["value"]["delay_loss"] = draft.ratio(10, 60)


@ingredient
def delay_loss_floor(draft: Draft) -> None:
    """More delay than value: the order part ends at 0, and what is strategic is left."""
    draft.periods = max(3, draft.periods)
    project = draft.add_project(preferred=-1, duration=1, worth=(4, 20))
    project["start"] = {"preferred": at(-1), "latest": at(2), "earliest": at(1)}
    project["value"].update(delay_loss=draft.ratio(60, 100), strategic=draft.money(3, 15))


@ingredient
def preferred_outside_demand(draft: Draft) -> None:
    """A preferred start before the horizon: only what lies inside it is demand, whenever the project starts."""
    project = draft.add_project(preferred=-1, duration=2)
    role = project["staffing"][0]["role"]
    project["start"]["latest"] = at(1)
    draft.rows("hunger").append(
        {
            "unit": draft.trading(project["unit"]),
            "role": role,
            "low": 0,
            "high": 0,
            "price_overfed": draft.money(5, 30),
            "price_starving": draft.money(5, 30),
        }
    )
    draft.trade()
    draft.add_person(role, unit=draft.abroad(project["unit"]), capacity=1)


@ingredient
def duration_cut(draft: Draft) -> None:
    """A project that outlasts the horizon takes people only inside it."""
    start = draft.periods - 1
    draft.rivals(preferred=start, duration=3, worth=(15, 40))
    draft.projects[-1]["staffing"][0]["effort"] = [Decimal("0.4"), 1, 1]


@ingredient
def effort_profile(draft: Draft) -> None:
    """Effort by project period: two projects interlock in one order only."""
    draft.periods = max(3, draft.periods)
    first, second, _ = draft.rivals(preferred=0, duration=2)
    first["staffing"][0]["effort"] = [Decimal("0.8"), Decimal("0.2")]
    second["staffing"][0]["effort"] = [Decimal("0.6"), Decimal("0.3")]
    second["start"]["latest"] = at(1)
    second["value"]["delay_loss"] = draft.ratio(1, 20)


@ingredient
def zero_effort_concurrency(draft: Draft) -> None:
    """A period without effort still holds a place among a person's projects."""
    first, second, person = draft.rivals(preferred=0, duration=2, effort=("0.3", "0.5"))
    first["staffing"][0]["effort"] = [Decimal("0.5"), 0]
    second["staffing"][0]["effort"] = [0, Decimal("0.5")]
    draft.person(person)["max_projects"] = 1


@ingredient
def reviews(draft: Draft) -> None:
    """Effort from reviews, exactly half a permille: rounded up, it no longer fits twice."""
    hours = Decimal(2 * draft.rng.randint(20, 60) + 1) / 10  # over 200 hours and one review: an odd number of halves
    draft.policy["hours_per_fte"] = 200
    first, second, person = draft.rivals(preferred=0)
    for project in (first, second):
        role = project["staffing"][0]["role"]
        project["staffing"] = [{"role": role, "reviews_per_period": 1, "hours_per_review": hours}]
    down = int(hours * 5)
    draft.person(person)["capacity"] = Decimal(2 * down + draft.rng.randint(0, 2)) / 1000


@ingredient
def reviews_and_effort(draft: Draft) -> None:
    """Reviews of two lengths compete for a sponsor."""
    draft.policy["hours_per_fte"] = draft.pick((160, 165, Decimal("166.67")))
    for project in draft.rivals()[:2]:
        role = project["staffing"][0]["role"]
        reviews_per_period = draft.pick((2, Decimal("2.17"), Decimal("4.33")))
        hours = draft.pick((20, Decimal("32.5"), 48))
        project["staffing"] = [{"role": role, "reviews_per_period": reviews_per_period, "hours_per_review": hours}]


@ingredient
def quarters(draft: Draft) -> None:
    """A horizon in quarters."""
    draft.kind = "quarter"


@ingredient
def weeks(draft: Draft) -> None:
    """A horizon in ISO weeks, perhaps over a week 53."""
    draft.kind = "week"


@ingredient
def delay_half(draft: Draft) -> None:
    """An order part of an odd number of half cents that is halved by delay: rounded once, not before and after."""
    project = draft.add_project(duration=1)
    cents = Decimal(4 * draft.rng.randint(300, 600) + 1) / 100
    project["value"] = {"amount": cents, "margin_rate": Decimal("0.5"), "delay_loss": Decimal("0.5")}
    project["start"] = {"preferred": at(0), "earliest": at(1), "latest": at(1)}
    draft.anyone(project["staffing"][0]["role"], project["unit"])
