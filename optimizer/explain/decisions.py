"""The reasons of every decision, put into the plan as records with a `code`.

First what settles a decision whatever the prices (`mandated`, `not_stoppable`, `pinned`, `promise_unmet`,
`excluded_by`, `requires_missing`, `no_start`), then its account at the prices of the plan: one of `worth_it`,
`worth_it_otherwise` (with other people or another start), `kept_as_promised`, `kept_below_price`, `not_worth_it`,
`left_out` with what the project brings, takes, helps with and nets; by rule `takes` and `helps`; the rows that charge
most, `binds`; and `settled` where no plan that decides the other way can be worth as much.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from models.plan import Decision, Plan
from models.project import Project
from models.quantities import MICRO_SCALE, MONEY_SCALE, as_decimal
from models.scenario import Pin, Scenario
from optimizer.certificate import Unproved
from optimizer.checker import Auditor
from optimizer.explain.why import Why, cents, why

Reason = dict[str, Any]
TO_RUN = frozenset({"initiate", "continue"})
PROMISES = frozenset({"mandated", "not_stoppable", "pinned"})


def with_reasons(scenario: Scenario | Auditor, plan: Plan) -> Plan:
    """The plan with the reasons of every decision; without prices only those that need none. Nothing else changes."""
    auditor = scenario if isinstance(scenario, Auditor) else Auditor(scenario)
    priced = _priced(auditor, plan)
    known = _Known(auditor.scenario, plan)
    return plan.replace(
        decisions=tuple(
            decision.replace(why=tuple(_reasons([*known.reasons(decision)], priced.get(decision.project))))
            for decision in plan.decisions
        )
    )


def _reasons(known: list[Reason], record: Why | None) -> Iterator[Reason]:
    yield from known
    if record is not None:
        yield from _at_prices(record, is_promised=any(reason["code"] in PROMISES for reason in known))


def _priced(auditor: Auditor, plan: Plan) -> Mapping[str, Why]:
    if plan.evidence.status == "feasible":
        return {}
    try:
        return {record.project: record for record in why(auditor, plan)}
    except Unproved:
        return {}


class _Known:
    """What the scenario itself says of a project, and the other decisions."""

    def __init__(self, scenario: Scenario, plan: Plan) -> None:
        self._projects = {project.id: project for project in scenario.filled_projects}
        self._running = {decision.project for decision in plan.decisions if decision.runs}
        self._unmet = {row.id for row in plan.unmet if row.kind in ("mandated", "in_flight", "pin")}
        self._pins: dict[str, list[Pin]] = {}
        for pin in scenario.pins:
            if pin.decision is not None:
                self._pins.setdefault(pin.project, []).append(pin)
        self._excluded: dict[str, list[str]] = {}
        for project in self._projects.values():
            for other in project.excludes:
                self._excluded.setdefault(project.id, []).append(other)
                self._excluded.setdefault(other, []).append(project.id)

    def reasons(self, decision: Decision) -> Iterator[Reason]:
        """Those that hold whatever the prices."""
        project = self._projects[decision.project]
        if decision.runs:
            yield from _promised(project)
        for pin in self._pins.get(project.id, ()):
            if (pin.decision in TO_RUN) is decision.runs:
                yield {"code": "pinned", "decision": pin.decision, **({} if pin.why is None else {"why": pin.why})}
        if decision.runs:
            return
        if project.id in self._unmet:
            yield {"code": "promise_unmet"}
        for other in self._excluded.get(project.id, ()):
            if other in self._running:
                yield {"code": "excluded_by", "project": other}
                break
        for other in project.requires:
            if other != project.id and other not in self._running:
                yield {"code": "requires_missing", "project": other}
                break


def _promised(project: Project) -> Iterator[Reason]:
    if project.status == "in_flight":
        if not project.stoppable:
            yield {"code": "not_stoppable"}
    elif project.mandated:
        yield {"code": "mandated"}


def _at_prices(record: Why, *, is_promised: bool) -> Iterator[Reason]:
    if record.start is None:
        yield {"code": "no_start"}
        return
    yield {
        "code": _code(record, is_promised=is_promised),
        "start": record.start,
        "brings": _money(record.brings),
        "takes": _money(record.takes),
        "helps": _money(record.helps),
        "net": _money(record.net),
        **({"best": _money(record.best)} if record.runs and record.best is not None else {}),
    }
    for cost in record.costs:
        if cost.amount:
            code = "takes" if cost.amount > 0 else "helps"
            yield {"code": code, "rule": cost.rule.value, "amount": _money(abs(cost.amount))}
    for charge in record.rows:
        if amount := cents(charge.amount):
            yield {"code": "binds", "row": charge.row, "amount": _money(amount)}
    if record.is_settled and record.other_at_most is not None:
        yield {"code": "settled", "at_most": as_decimal(record.other_at_most, MICRO_SCALE)}


def _code(record: Why, *, is_promised: bool) -> str:
    if record.runs and record.net < 0:
        if record.best is not None and record.best >= 0:
            return "worth_it_otherwise"
        return "kept_as_promised" if is_promised else "kept_below_price"
    if record.runs:
        return "worth_it"
    return "not_worth_it" if record.net <= 0 else "left_out"


def _money(amount: int) -> Decimal:
    return as_decimal(amount, MONEY_SCALE)
