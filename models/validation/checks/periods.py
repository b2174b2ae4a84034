"""Periods: of the horizon's kind, in order, and where they fall."""

from collections.abc import Iterator
from typing import Any

from models.findings import Finding
from models.horizon import PeriodKind
from models.validation.places import Path, exchanging
from models.validation.report import found
from models.validation.subject import LAST_YEAR, PlacedProject, Subject, kind_sign

_KIND_OF_SIGN = {"": PeriodKind.MONTH, "Q": PeriodKind.QUARTER, "W": PeriodKind.WEEK}


def horizon_in_calendar(subject: Subject) -> Iterator[Finding]:
    """A horizon whose last period has no label."""
    horizon = subject.scenario.horizon
    if subject.sure("horizon") and not subject.horizon_in_calendar:
        yield found("horizon_too_long", ("horizon", "periods"), periods=horizon.periods, last_year=LAST_YEAR)


def other_kinds(subject: Subject) -> Iterator[Finding]:
    """Labels of months in a horizon of weeks, and the like."""
    if not subject.sure("horizon", "start"):
        return
    sign = kind_sign(subject.scenario.horizon.start)
    for path, label in _labels(subject):
        if label is not None and kind_sign(label) != sign:
            given, expected = _KIND_OF_SIGN[kind_sign(label)].value, _KIND_OF_SIGN[sign].value
            yield found("period_kind", path, label=label, given=given, expected=expected)


def _labels(subject: Subject) -> Iterator[tuple[Path, str | None]]:
    scenario, placed = subject.scenario, subject.placed
    for path, unit in placed(("units",), scenario.units):
        if isinstance(unit.purchase_budget, dict):
            for label in unit.purchase_budget:
                yield (*path, "purchase_budget", label), label
    for path, person in placed(("people",), scenario.people):
        for place, booking in placed((*path, "bookings"), person.bookings):
            yield (*place, "from"), booking.first
            yield (*place, "to"), booking.last
    for path, traits in subject.traits:
        yield (*path, "order_period"), traits.order_period
        if traits.start is not None:
            yield (*path, "start", "preferred"), traits.start.preferred
            yield (*path, "start", "earliest"), traits.start.earliest
            yield (*path, "start", "latest"), traits.start.latest
    for path, target in placed(("targets",), scenario.targets):
        yield (*path, "from"), target.first
        yield (*path, "to"), target.last
    for path, pin in placed(("pins",), scenario.pins):
        yield (*path, "start"), pin.start


def spans_in_order(subject: Subject) -> Iterator[Finding]:
    """Bookings and targets that end before they begin, or lie outside the horizon altogether."""
    scenario, placed = subject.scenario, subject.placed
    for path, person in placed(("people",), scenario.people):
        for place, booking in placed((*path, "bookings"), person.bookings):
            yield from _span(subject, place, booking.first, booking.last, "booking_outside_horizon")
    for path, target in placed(("targets",), scenario.targets):
        yield from _span(subject, path, target.first, target.last, "target_outside_horizon")


def _span(subject: Subject, path: Path, first: str | None, last: str | None, outside: str) -> Iterator[Finding]:
    if first is not None and last is not None and kind_sign(first) == kind_sign(last) and first > last:
        # labels of one kind have one length, so they sort as their periods do
        fix = exchanging((*path, "from"), (*path, "to"), (first, last))
        yield found("from_after_to", (*path, "from"), fix, first=first, last=last)
        return
    begin, end = subject.index(first), subject.index(last)
    if (begin is not None and begin >= subject.scenario.horizon.periods) or (end is not None and end < 0):
        yield found(outside, path, first=first or last or "", last=last or first or "")


def budgets_in_horizon(subject: Subject) -> Iterator[Finding]:
    """Budgets for periods outside the horizon."""
    for path, unit in subject.placed(("units",), subject.scenario.units):
        if isinstance(unit.purchase_budget, dict):
            for label in unit.purchase_budget:
                index = subject.index(label)
                if index is not None and not 0 <= index < subject.scenario.horizon.periods:
                    yield found("budget_outside_horizon", (*path, "purchase_budget", label), period=label)


def windows(subject: Subject) -> Iterator[Finding]:
    """Candidates without a preferred start, and windows that hold no start or lose some."""
    for project in subject.projects:
        start = project.filled.start
        if project.in_flight:
            if "start" in project.own.model_fields_set:
                yield found("start_ignored", (*project.path, "start"), project=project.own.id)
        elif start is not None:
            yield from _window(subject, project)
        elif subject.knows_field(project, "start") and subject.knows_field(project, "status"):
            yield found("start_missing", (*project.path, "start"), project=project.own.id)


def _window(subject: Subject, project: PlacedProject) -> Iterator[Finding]:
    window, start = subject.window(project), project.filled.start
    if window is None or start is None:
        return
    path = (*subject.field_path(project, "start"), "start")
    earliest, latest = start.earliest or start.preferred, start.latest or start.preferred
    params: dict[str, Any] = {"project": project.own.id, "earliest": earliest, "latest": latest}
    if window.earliest > window.latest:
        yield found("window_empty", path, **params)
    elif not subject.starts(project):
        yield found("window_outside_horizon", path, **params)
    else:
        if not window.earliest <= window.preferred <= window.latest:
            yield found("preferred_outside_window", (*path, "preferred"), preferred=start.preferred, **params)
        if window.earliest < 0 or window.latest >= subject.scenario.horizon.periods:
            yield found("window_partly_outside_horizon", path, **params)
