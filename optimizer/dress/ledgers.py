"""The ledgers of a plan: assignments, purchases, budgets, raised limits, initiation."""

from collections.abc import Iterator
from decimal import Decimal

import numpy as np

from models.plan import Assignment, BudgetRow, Decision, InitiationRow, Purchase, Raised
from models.quantities import EFFORT_SCALE, MONEY_SCALE, RATIO_SCALE, exact
from models.rules import RuleId
from optimizer.dress.holdings import Running
from optimizer.facts.initiation import limits_in_force
from optimizer.facts.projects import preferred_start
from optimizer.facts.standing import Standing


def decisions(running: Running) -> Iterator[Decision]:
    """What to do with every project."""
    facts = running.facts
    for place, project in enumerate(facts.projects):
        start = running.projects.get(place)
        if start is None:
            yield Decision(project=project.id, decision="stop" if project.in_flight else "drop")
        elif project.in_flight:
            yield Decision(project=project.id, decision="continue", start=facts.labels[start])
        else:
            late = start > preferred_start(project, facts.scenario.horizon)
            yield Decision(project=project.id, decision="defer" if late else "initiate", start=facts.labels[start])


def assignments(running: Running) -> Iterator[Assignment]:
    """Who does what, from when to when."""
    facts = running.facts
    for holding in running.holdings:
        last = holding.start + len(holding.effort) - 1
        yield Assignment.model_construct(
            project=facts.projects[holding.project].id,
            role=holding.role,
            person=facts.people[holding.person].id,
            first=facts.labels[holding.start],
            last=facts.labels[last],
            effort=holding.effort,
            purchased=holding.terms is not None,
        )


def purchases(running: Running) -> Iterator[Purchase]:
    """Who buys whom from whom: a row per purchase and period with effort."""
    facts = running.facts
    units = facts.organisation.units
    for holding in running.holdings:
        if holding.terms is None:
            continue
        # 0.01 unit times 10^-4 is 10^-6 unit: the scale of a stated rate.
        rate = holding.terms.rate * (RATIO_SCALE + holding.terms.markup)
        for age, amount in enumerate(holding.terms.amounts(holding.effort)):
            if holding.effort[age]:
                yield Purchase.model_construct(
                    buyer=units[facts.project_trader[holding.project]].id,
                    seller=units[facts.person_trader[holding.person]].id,
                    person=facts.people[holding.person].id,
                    project=facts.projects[holding.project].id,
                    role=holding.role,
                    period=facts.labels[holding.start + age],
                    effort=holding.effort[age],
                    rate=rate,
                    amount=amount,
                )


def budgets(running: Running) -> Iterator[BudgetRow]:
    """Every purchase budget, with the level in force."""
    facts, standing = running.facts, Standing(running.facts).spent
    none = np.zeros(facts.periods, np.int64)
    spent: dict[int, list[int]] = {}
    for holding in running.holdings:
        if holding.terms is not None:
            by_period = spent.setdefault(facts.project_trader[holding.project], [0] * facts.periods)
            for age, amount in enumerate(holding.terms.amounts(holding.effort)):
                by_period[holding.start + age] += amount
    for trader in facts.traders:
        unit, by_period = facts.organisation.units[trader], spent.get(trader, [0] * facts.periods)
        level = standing.get(trader, none)
        if isinstance(unit.purchase_budget, int):
            limit = max(unit.purchase_budget, int(level.sum()))
            yield BudgetRow.model_construct(unit=unit.id, period=None, limit=limit, spent=sum(by_period))
        elif unit.purchase_budget is not None:
            for period, label in enumerate(facts.labels):
                if label in unit.purchase_budget:
                    limit = max(unit.purchase_budget[label], int(level[period]))
                    yield BudgetRow.model_construct(unit=unit.id, period=label, limit=limit, spent=by_period[period])


def raised(running: Running) -> Iterator[Raised]:
    """The limits that bookings and in-flight work of incumbents alone exceed."""
    facts, standing = running.facts, Standing(running.facts)
    cap = facts.scenario.policy.load_cap
    for person, period in np.argwhere(standing.load * RATIO_SCALE > facts.capacity * cap).tolist():
        limit = exact(int(facts.capacity[person, period]) * cap, EFFORT_SCALE * RATIO_SCALE)
        level = exact(int(standing.load[person, period]), EFFORT_SCALE)
        yield _raised(RuleId.PERSON_CAPACITY, facts.people[person].id, facts.labels[period], limit, level)
    for place, somebody in enumerate(facts.people):
        for period, held in enumerate(standing.held[place].tolist()):
            if somebody.max_projects is not None and held > somebody.max_projects:
                most = Decimal(somebody.max_projects)
                yield _raised(RuleId.CONCURRENCY, somebody.id, facts.labels[period], most, Decimal(held))
    yield from _raised_budgets(running, standing)
    yield from _raised_sales(running, standing)


def _raised(rule: RuleId, identifier: str, period: str | None, limit: Decimal, level: Decimal) -> Raised:
    return Raised.model_construct(rule=rule.value, id=identifier, role=None, period=period, limit=limit, level=level)


def _raised_budgets(running: Running, standing: Standing) -> Iterator[Raised]:
    facts = running.facts
    for trader, spent in sorted(standing.spent.items()):
        unit = facts.organisation.units[trader]
        over: list[tuple[str | None, int, int]]
        if isinstance(unit.purchase_budget, int):
            over = [(None, unit.purchase_budget, int(spent.sum()))]
        else:
            limits = unit.purchase_budget or {}
            over = [
                (label, limits[label], int(spent[period]))
                for period, label in enumerate(facts.labels)
                if label in limits
            ]
        for label, limit, level in over:
            if level > limit:
                yield _raised(
                    RuleId.PURCHASE_BUDGET, unit.id, label, exact(limit, MONEY_SCALE), exact(level, MONEY_SCALE)
                )


def _raised_sales(running: Running, standing: Standing) -> Iterator[Raised]:
    facts, share = running.facts, running.facts.market.max_sold_share
    if share is None:
        return
    none = np.zeros(facts.periods, np.int64)
    for seller, role in sorted(standing.sold, key=lambda pool: (pool[0], facts.role_index[pool[1]])):
        supply, sold = facts.supply.get((seller, role), none), standing.sold[seller, role]
        for period, label in enumerate(facts.labels):
            if sold[period] * RATIO_SCALE > supply[period] * share:
                limit = exact(int(supply[period]) * share, EFFORT_SCALE * RATIO_SCALE)
                level = exact(int(sold[period]), EFFORT_SCALE)
                row = _raised(RuleId.SELLER_CAP, facts.organisation.units[seller].id, label, limit, level)
                yield row.replace(role=role)


def initiation(running: Running) -> Iterator[InitiationRow]:
    """Every initiation limit under which something starts."""
    facts = running.facts
    for limit in limits_in_force(facts):
        started = [place for place in limit.candidates if place in running.projects]
        if limit.pursuit_budget is not None and started:
            cost = sum(facts.projects[place].value.pursuit_cost for place in started)
            yield InitiationRow(
                unit=limit.unit,
                period=None,
                kind="pursuit_budget",
                limit=exact(limit.pursuit_budget, MONEY_SCALE),
                used=exact(cost, MONEY_SCALE),
            )
        if limit.max_per_period is not None:
            counts = np.bincount([running.projects[place] for place in started] or [0], minlength=facts.periods)
            for period in sorted({running.projects[place] for place in started}):
                yield InitiationRow(
                    unit=limit.unit,
                    period=facts.labels[period],
                    kind="max_per_period",
                    limit=Decimal(limit.max_per_period),
                    used=Decimal(int(counts[period])),
                )
