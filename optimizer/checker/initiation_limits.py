"""A unit's pursuit cost over the horizon, and the number of candidates starting in a period, have limits."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from models.plan import InitiationRow
from models.policy import EVERY_TRADING_UNIT, Initiation
from models.quantities import MONEY_SCALE, exact
from models.rules import RuleId
from optimizer.checker.book import Book
from optimizer.checker.case import Case
from optimizer.checker.violation import Violation, Wording, money_text

RULE = RuleId.INITIATION_LIMITS

OVER_BUDGET = Wording(
    "单元 {0} 立项的投标费用共 {stated},超过上限 {expected}。",
    "Unit {0} initiates projects with a pursuit cost of {stated}; the limit is {expected}.",
)
TOO_MANY = Wording(
    "单元 {0} 在 {period} 启动 {stated} 个项目,超过上限 {expected} 个。",
    "Unit {0} starts {stated} projects in {period}; the limit is {expected}.",
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where one policy row holds: the unit it is stated for, and the candidates it counts."""

    unit: str
    row: Initiation
    candidates: frozenset[str]


@dataclass(slots=True)
class Use:
    """What a plan uses of a scope: candidates started, their pursuit cost (0.01 money unit), starts by period."""

    started: int = 0
    pursuit_cost: int = 0
    by_period: dict[int, int] = field(default_factory=dict)


def violations(case: Case) -> Iterator[Violation]:
    """Limits exceeded."""
    scopes = case.book.once(scopes_of)
    if not scopes:
        return
    for scope, use in zip(scopes, _uses(case, scopes), strict=True):
        budget, most = scope.row.pursuit_budget, scope.row.max_per_period
        if budget is not None and use.pursuit_cost > budget:
            stated = money_text(use.pursuit_cost)
            yield Violation(RULE, (scope.unit,), OVER_BUDGET, None, stated, money_text(budget))
        if most is not None:
            for period, count in sorted(use.by_period.items()):
                if count > most:
                    label = case.book.label(period)
                    yield Violation(RULE, (scope.unit,), TOO_MANY, label, str(count), str(most))


def scopes_of(book: Book) -> tuple[Scope, ...]:
    """The scopes in the order of policy rows, a `*` row spread over trading units in the order of the scenario.

    A named row is one joint limit for its unit's subtree, and replaces `*` for every trading unit at or below it. A
    `*` row counts the candidates whose trading unit it holds for.
    """
    organisation, rows = book.organisation, book.scenario.policy.initiation
    named = {row.unit for row in rows if row.unit != EVERY_TRADING_UNIT}
    candidates = [project for project in book.projects.values() if not project.in_flight]
    scopes: list[Scope] = []
    for row in rows:
        if row.unit != EVERY_TRADING_UNIT:
            below = frozenset(c.id for c in candidates if row.unit in organisation.line[c.project.unit])
            scopes.append(Scope(row.unit, row, below))
            continue
        scopes.extend(
            Scope(unit, row, frozenset(c.id for c in candidates if c.buyer == unit))
            for unit in organisation.trading_units
            if named.isdisjoint(organisation.line[unit])
        )
    return tuple(scopes)


def table(case: Case) -> Iterator[InitiationRow]:
    """One row for each limit under which something starts."""
    scopes = case.book.once(scopes_of)
    for scope, use in zip(scopes, _uses(case, scopes), strict=True):
        budget, most = scope.row.pursuit_budget, scope.row.max_per_period
        if budget is not None and use.started:
            yield InitiationRow.model_construct(
                unit=scope.unit,
                period=None,
                kind="pursuit_budget",
                limit=exact(budget, MONEY_SCALE),
                used=exact(use.pursuit_cost, MONEY_SCALE),
            )
        if most is not None:
            for period, count in sorted(use.by_period.items()):
                yield InitiationRow.model_construct(
                    unit=scope.unit,
                    period=case.book.label(period),
                    kind="max_per_period",
                    limit=exact(most, 1),
                    used=exact(count, 1),
                )


def _uses(case: Case, scopes: tuple[Scope, ...]) -> list[Use]:
    counted_in = case.book.once(_counted_in)
    uses = [Use() for _ in scopes]
    for project in case.running:
        for place in counted_in.get(project.id, ()):
            use, start = uses[place], case.starts[project.id]
            use.started += 1
            use.pursuit_cost += project.project.value.pursuit_cost
            use.by_period[start] = use.by_period.get(start, 0) + 1
    return uses


def _counted_in(book: Book) -> dict[str, list[int]]:
    """By candidate, the places of the scopes that count it."""
    counted: dict[str, list[int]] = {}
    for place, scope in enumerate(book.once(scopes_of)):
        for project_id in scope.candidates:
            counted.setdefault(project_id, []).append(place)
    return counted
