"""Everything that is checked once the shape is right, in one list.

A check reads a `Subject` and yields findings; it raises nothing, changes nothing, and stays silent about what it
cannot know because something else is wrong.
"""

from collections.abc import Callable, Iterator

from models.findings import Finding
from models.validation.checks import (
    baseline,
    commitments,
    eligible,
    fit,
    ids,
    magnitude,
    market,
    organisation,
    people,
    periods,
    pins,
    policy,
    staffing,
    targets,
)
from models.validation.subject import Subject

Check = Callable[[Subject], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    ids.duplicate_ids,
    ids.unknown_references,
    organisation.one_tree,
    periods.horizon_in_calendar,
    periods.other_kinds,
    periods.spans_in_order,
    periods.windows,
    people.capacities,
    staffing.durations,
    staffing.profiles,
    staffing.needs,
    staffing.hours_per_fte,
    staffing.incumbents,
    fit.fit_rows,
    market.rates,
    policy.bands,
    policy.shares,
    pins.forms,
    baseline.baseline,
    magnitude.magnitude,
)
"""Checks that can find errors. They run also on what is left of a scenario that could not be read whole."""

ADVICE: tuple[Check, ...] = (
    periods.budgets_in_horizon,
    people.roles,
    people.bookings,
    people.skills,
    staffing.surplus_fields,
    eligible.nobody_eligible,
    market.budgets,
    policy.covered_rows,
    policy.initiation,
    pins.agreements,
    pins.pinned_people,
    commitments.ties_to_oneself,
    commitments.clashes,
    commitments.never_running,
    commitments.circles,
    targets.goals,
    targets.targets,
)
"""Checks that find warnings and hints only: for a scenario that was read whole."""
