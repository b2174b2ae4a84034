"""Totals too large for 64-bit integers: every sum that a rule or the objective could reach, over-estimated.

Sums are made of unbounded integers. A term of the objective is counted in 10^-6 money units, a row in its own units.
Records that could not be read whole are left out, so that what they would be by default raises nothing.
"""

from collections.abc import Iterator

from models.findings import Finding
from models.quantities import (
    EFFORT_SCALE,
    MAX_TOTAL,
    MICRO_PER_CENT,
    MONEY_SCALE,
    RATIO_SCALE,
    SHARE_SCALE,
)
from models.validation.checks.targets import expected_orders
from models.validation.eligibility import permille_of
from models.validation.places import Path
from models.validation.report import found
from models.validation.subject import PlacedProject, Subject, total_effort

_MICRO_PER_PERMILLE_CENT = MICRO_PER_CENT // EFFORT_SCALE
_MICRO_PER_CENT_RATIO = MICRO_PER_CENT // RATIO_SCALE


def magnitude(subject: Subject) -> Iterator[Finding]:
    """Every total past 2^62, at the section it comes from; the objective as a whole if no single term is."""
    if not subject.horizon_in_calendar:
        return  # found already; every total would follow from it
    amounts = _Amounts(subject)
    terms = list(_terms(subject, amounts))
    too_large = [(name, path) for name, path, size in (*terms, *_rows(subject, amounts)) if size > MAX_TOTAL]
    if not too_large and sum(size for _, _, size in terms) > MAX_TOTAL:
        too_large.append(("objective", ()))
    for name, path in too_large:
        yield found("magnitude", path, total=name)


class _Amounts:
    """Sums over projects and people that several totals are made of: permille-periods, cents, counts."""

    def __init__(self, subject: Subject) -> None:
        self.effort_by_role: dict[str, int] = {}
        self.supply_by_role: dict[str, int] = {}
        self.value = self.pursuit = self.stop_cost = self.entries = self.needs = self.bookings = 0
        self.orders_gained = self.orders_lost = 0
        self.projects = [project for project in subject.projects if _whole(subject, project)]
        own_effort = _largest_fit_effort(subject)
        hours = subject.scenario.policy.hours_per_fte
        for project in self.projects:
            value, orders, occupied = project.filled.value, expected_orders(project), subject.occupied(project)
            earned = abs(value.amount * value.margin_rate * value.win_probability) // RATIO_SCALE**2 + 1
            self.value += earned + abs(value.strategic) + abs(value.pursuit_cost)
            self.pursuit += abs(value.pursuit_cost)
            self.orders_gained += max(orders, 0)
            self.orders_lost += max(-orders, 0)
            self.stop_cost += project.filled.stop_cost
            for need in project.filled.staffing:
                effort = total_effort(permille_of(need, hours), occupied)
                effort = max(effort, own_effort.get((project.own.id, need.role), 0))
                self.effort_by_role[need.role] = self.effort_by_role.get(need.role, 0) + effort
                self.entries += occupied
                self.needs += 1
        periods = subject.scenario.horizon.periods
        for path, person in subject.placed(("people",), subject.scenario.people):
            if person.first_role is not None and subject.sure(*path):
                capacity = total_effort(person.capacity, periods)
                self.supply_by_role[person.first_role] = self.supply_by_role.get(person.first_role, 0) + capacity
                self.bookings += sum(booking.effort for booking in person.bookings) * periods
        self.effort = sum(self.effort_by_role.values())
        self.supply = sum(self.supply_by_role.values())


def _whole(subject: Subject, project: PlacedProject) -> bool:
    tier = project.own.tier
    return subject.sure(*project.path) and (tier is None or subject.sure("policy", "tiers", tier))


def _largest_fit_effort(subject: Subject) -> dict[tuple[str, str], int]:
    largest: dict[tuple[str, str], int] = {}
    for path, fit in subject.placed(("fit",), subject.scenario.fit):
        project = subject.project_by_id.get(fit.project)
        if fit.effort is not None and project is not None and subject.sure(*path):
            key = (fit.project, fit.role)
            largest[key] = max(largest.get(key, 0), total_effort(fit.effort, subject.occupied(project)))
    return largest


Total = tuple[str, Path, int]


def _terms(subject: Subject, amounts: _Amounts) -> Iterator[Total]:
    """The terms of the objective, in 10^-6 money units."""
    scenario = subject.scenario
    yield "project_value", ("projects",), amounts.value * MICRO_PER_CENT
    yield "person_fit", ("fit",), sum(abs(fit.value) for fit in scenario.fit) * MICRO_PER_CENT
    yield "stop_cost", ("projects",), amounts.stop_cost * MICRO_PER_CENT
    if scenario.market is not None:
        share = max(scenario.market.friction.same_region, scenario.market.friction.cross_region)
        cents = amounts.effort * _highest_rate(subject) * share // (EFFORT_SCALE * RATIO_SCALE) + amounts.entries
        yield "friction", ("market", "friction"), cents * MICRO_PER_CENT
    if scenario.baseline is not None:
        changes = len(amounts.projects) + amounts.needs
        price = scenario.baseline.price_per_change
        yield "changes", ("baseline", "price_per_change"), changes * price * MICRO_PER_CENT
    yield "hunger", ("policy", "hunger"), _hunger(subject, amounts)
    yield "idle", ("policy", "utilisation"), _idle(subject, amounts)
    yield "goals", ("goals",), _goals(subject, amounts)
    yield "balance", ("policy", "balance"), sum(size for _, size in _balance(subject, amounts))
    yield (
        "targets",
        ("targets",),
        sum(
            (target.amount * target.coverage // RATIO_SCALE + 1 + amounts.orders_lost)
            * target.shortfall_price
            * _MICRO_PER_CENT_RATIO
            for path, target in subject.placed(("targets",), scenario.targets)
            if subject.sure(*path)
        ),
    )


def _rows(subject: Subject, amounts: _Amounts) -> Iterator[Total]:
    """The sums that rows compare, each in the smallest unit in which it is exact."""
    scenario, market = subject.scenario, subject.scenario.market
    work = amounts.effort + amounts.bookings
    yield "person_capacity", ("people",), max(work * RATIO_SCALE, amounts.supply * scenario.policy.load_cap)
    yield "initiation_limits", ("projects",), amounts.pursuit
    if market is not None:
        markup = max(market.markup.same_region, market.markup.cross_region)
        cents = amounts.effort * _highest_rate(subject) * (RATIO_SCALE + markup) // (EFFORT_SCALE * RATIO_SCALE)
        yield "purchase_budget", ("market", "rates"), cents + amounts.entries
        yield "seller_cap", ("people",), max(amounts.effort, amounts.supply) * RATIO_SCALE
    for path, row in subject.placed(("policy", "hunger"), scenario.policy.hunger):
        edge = max(row.low or 0, row.high or 0)
        if subject.sure(*path):
            yield "hunger", path, (amounts.supply + amounts.effort) * (RATIO_SCALE + edge) // RATIO_SCALE + work
    for place, size in _balance(subject, amounts, priced=False):
        yield "balance", place, size
    for path, target in subject.placed(("targets",), scenario.targets):
        if subject.sure(*path):
            need = target.amount * target.coverage // RATIO_SCALE + 1
            yield "targets", path, need + amounts.orders_gained + amounts.orders_lost


def _highest_rate(subject: Subject) -> int:
    market = subject.scenario.market
    return max((rate.rate for rate in market.rates), default=0) if market is not None else 0


def _hunger(subject: Subject, amounts: _Amounts) -> int:
    """Each trading unit has the rows of one unit name, so a role costs at most what its dearest name asks."""
    dearest: dict[str, dict[str, int]] = {}
    widest: dict[str, int] = {}
    for path, row in subject.placed(("policy", "hunger"), subject.scenario.policy.hunger):
        if subject.sure(*path):
            prices = dearest.setdefault(row.role, {})
            prices[row.unit] = prices.get(row.unit, 0) + max(row.price_overfed, row.price_starving)
            widest[row.role] = max(widest.get(row.role, 0), row.low or 0, row.high or 0)
    total = 0
    for role, prices in dearest.items():
        own = amounts.supply_by_role.get(role, 0)
        asked = own + amounts.effort_by_role.get(role, 0)
        reach = asked * (RATIO_SCALE + widest[role]) // RATIO_SCALE + 3 * amounts.effort + amounts.bookings + 1
        total += reach * max(prices.values()) * _MICRO_PER_PERMILLE_CENT
    return total


def _idle(subject: Subject, amounts: _Amounts) -> int:
    dearest: dict[str, dict[str, int]] = {}
    for path, row in subject.placed(("policy", "utilisation"), subject.scenario.policy.utilisation):
        if subject.sure(*path):
            prices = dearest.setdefault(row.role, {})
            prices[row.unit] = prices.get(row.unit, 0) + row.price_idle * row.floor
    return sum(
        amounts.supply_by_role.get(role, 0) * max(prices.values()) * _MICRO_PER_PERMILLE_CENT // RATIO_SCALE + 1
        for role, prices in dearest.items()
    )


def _goals(subject: Subject, amounts: _Amounts) -> int:
    total = 0
    for path, goal in subject.placed(("goals",), subject.scenario.goals):
        if subject.sure(*path):
            total += goal.min_projects * (goal.shortfall_price or 0) * MICRO_PER_CENT
            total += (goal.min_expected_orders + amounts.orders_lost) * goal.orders_price * _MICRO_PER_CENT_RATIO
    return total


def _balance(subject: Subject, amounts: _Amounts, *, priced: bool = True) -> Iterator[tuple[Path, int]]:
    """Each row's largest cost in 10^-6 money units, or, not priced, its largest sum in hundredths of its measure.

    With gains up to P and losses up to N: missing ≤ min·P + (1 − min)·N, surplus ≤ (1 − max)·P + max·N.
    """
    pursuit_gained = sum(max(project.filled.value.pursuit_cost, 0) for project in amounts.projects)
    measures = {
        "effort": (amounts.effort, 0, EFFORT_SCALE),
        "count": (len(amounts.projects), 0, 1),
        "pursuit_cost": (pursuit_gained, amounts.pursuit - pursuit_gained, MONEY_SCALE),
        "expected_orders": (amounts.orders_gained, amounts.orders_lost, MONEY_SCALE),
    }
    for path, row in subject.placed(("policy", "balance"), subject.scenario.policy.balance):
        if not subject.sure(*path):
            continue
        gained, lost, scale = measures[row.measure]
        missing = row.min_share * gained + (SHARE_SCALE - row.min_share) * lost
        surplus = (SHARE_SCALE - row.max_share) * gained + row.max_share * lost
        if priced:
            yield path, max(missing, surplus) * row.price * MICRO_PER_CENT // (SHARE_SCALE * scale) + 1
        else:
            yield path, (gained + lost) * SHARE_SCALE
