"""Policy rows: bands, floors, shares and limits that mean something and can be kept."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from models.findings import Finding
from models.policy import Balance, Hunger, Policy, Utilisation
from models.project import Project
from models.quantities import MAX_SIGNIFICANT_DIGITS, MONEY_SCALE, RATIO_SCALE, SHARE_SCALE, exact, half_up
from models.validation.nearest import nearest_word
from models.validation.places import Path, address, exchanging, replacing
from models.validation.report import found
from models.validation.subject import Subject

_NEVER_MATCHES = frozenset({"start", "value", "staffing", "incumbents"})
_PRICE_STEP_ON_EFFORT = 10
"""A balance price on effort has one decimal, so that a permille of a hundredth costs whole 10^-6 money units."""


def covered_rows(subject: Subject) -> Iterator[Finding]:
    """Hunger and utilisation rows that cover no trading unit, or add up with another."""
    policy = subject.scenario.policy
    for field, rows in (("hunger", policy.hunger), ("utilisation", policy.utilisation)):
        yield from _rows(subject, field, rows)


def _rows(subject: Subject, field: str, rows: Iterable[Hunger | Utilisation]) -> Iterator[Finding]:
    first: dict[tuple[str, str], str] = {}
    rows = tuple(rows)
    taken = {(row.unit, row.role) for row in rows}
    for path, row in subject.placed(("policy", field), rows):
        known = row.unit == "*" or subject.tree.trading_unit(row.unit) is not None
        if known and not subject.covers_trader(row.unit):
            trader = subject.tree.trading_unit(row.unit) or ""
            fix = replacing((*path, "unit"), trader) if (trader, row.role) not in taken else None
            yield found("row_covers_nothing", (*path, "unit"), fix, unit=row.unit, trader=trader)
        key = (row.unit, row.role)
        if key in first:
            yield found("rows_add_up", path, unit=row.unit, role=row.role, first=first[key])
        first.setdefault(key, address(path))


def bands(subject: Subject) -> Iterator[Finding]:
    """Bands that are empty, open at both ends, or beyond what the load cap admits."""
    policy = subject.scenario.policy
    for path, row in subject.placed(("policy", "hunger"), policy.hunger):
        if row.low is not None and row.high is not None and row.low > row.high:
            low, high = exact(row.low, RATIO_SCALE), exact(row.high, RATIO_SCALE)
            fix = exchanging((*path, "low"), (*path, "high"), (low, high))
            yield found("low_above_high", (*path, "low"), fix, low=f"{low:f}", high=f"{high:f}")
        elif row.low is None and row.high is None:
            yield found("band_missing", path, unit=row.unit, role=row.role)
        elif row.measure == "stretch_load":
            edge = row.high if row.high is not None else row.low or 0
            yield from _reachable(path, policy, RATIO_SCALE + edge, "high" if row.high is not None else "low")
    for path, floor in subject.placed(("policy", "utilisation"), policy.utilisation):
        if floor.floor > policy.load_cap:
            yield found(
                "floor_not_reachable", (*path, "floor"), floor=_ratio(floor.floor), load_cap=_ratio(policy.load_cap)
            )


def _reachable(path: Path, policy: Policy, edge: int, field: str) -> Iterator[Finding]:
    if policy.load_cap < edge:
        yield found("stretch_not_reachable", (*path, field), needed=_ratio(edge), load_cap=_ratio(policy.load_cap))


def _ratio(value: int) -> str:
    return f"{exact(value, RATIO_SCALE):f}"


def initiation(subject: Subject) -> Iterator[Finding]:
    """Initiation rows that limit nothing."""
    for path, row in subject.placed(("policy", "initiation"), subject.scenario.policy.initiation):
        if row.pursuit_budget is None and row.max_per_period is None:
            yield found("limit_missing", path, unit=row.unit)


def shares(subject: Subject) -> Iterator[Finding]:
    """Balance rows: what they compare, and whether any project can match."""
    for path, row in subject.placed(("policy", "balance"), subject.scenario.policy.balance):
        digits = _digits(row.equals)
        if digits > MAX_SIGNIFICANT_DIGITS:
            yield found("too_many_digits", (*path, "equals"), digits=MAX_SIGNIFICANT_DIGITS)
        if row.measure == "effort" and row.price % _PRICE_STEP_ON_EFFORT:
            price = exact(half_up(row.price, _PRICE_STEP_ON_EFFORT), _PRICE_STEP_ON_EFFORT)
            fix = replacing((*path, "price"), price) if price else None
            yield found("too_many_decimals", (*path, "price"), fix, decimals=1)
        if row.min_share > row.max_share:
            least, most = exact(row.min_share, SHARE_SCALE), exact(row.max_share, SHARE_SCALE)
            fix = exchanging((*path, "min_share"), (*path, "max_share"), (least, most))
            yield found("shares_crossed", (*path, "min_share"), fix)
        yield from _match(subject, path, row)


def _digits(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return 0
    return len("".join(map(str, Decimal(value).as_tuple().digits)).strip("0"))


def _match(subject: Subject, path: Path, row: Balance) -> Iterator[Finding]:
    place = (*path, "attribute")
    if row.attribute not in Project.model_fields:
        near = nearest_word(row.attribute, Project.model_fields)
        fix = replacing(place, near) if near is not None else None
        yield found("attribute_unknown", place, fix, attribute=row.attribute, nearest=near or "")
    elif row.attribute in _NEVER_MATCHES:
        yield found("attribute_never_matches", place, attribute=row.attribute)
    elif subject.projects and not any(_matches(project.filled, row) for project in subject.projects):
        yield found("balance_without_projects", (*path, "equals"), attribute=row.attribute)


def _matches(project: Project, row: Balance) -> bool:
    own = getattr(project, row.attribute)
    if row.attribute == "stop_cost":
        own = exact(own, MONEY_SCALE)
    return any(_equal(each, row.equals) for each in (own if isinstance(own, tuple) else (own,)))


def _equal(own: object, wanted: object) -> bool:
    if isinstance(own, bool) or isinstance(wanted, bool):
        return own is wanted
    return own == wanted
