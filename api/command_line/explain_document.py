"""What `hilltop explain` says, as one JSON document. Money is in money units; the pieces of the gap are exact."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from models.plan import Decision, Plan
from models.quantities import MICRO_SCALE, MONEY_SCALE, as_decimal
from optimizer.certificate import Charge, Entry
from optimizer.checker import Auditor
from optimizer.explain.alternatives import Alternatives, Seat
from optimizer.explain.decisions import with_reasons
from optimizer.explain.gap import exact_money
from optimizer.explain.rows import measure
from optimizer.explain.whole import Whole
from optimizer.explain.why import cents

SCHEMA = "explanation/1"


def plan_document(whole: Whole, plan: Plan, top: int) -> dict[str, Any]:
    """The whole plan: `gap` sums to bound less objective, with `gap_others` for the pieces left out."""
    rest = whole.entries[top:]
    return {
        "schema": SCHEMA,
        "scenario": plan.scenario,
        "objective": _micro(plan.evidence.objective),
        "bound": _micro(plan.evidence.bound),
        "between": exact_money(whole.gap),
        "gap": [_entry(entry) for entry in whole.entries[:top]],
        "gap_others": {"count": len(rest), "amount": exact_money(sum(entry.amount for entry in rest))},
        "rows": [
            {
                "row": row.row,
                "rule": row.rule.value,
                "price": row.price,
                "per": measure(row.row),
                "charged": _money(cents(row.charged)),
            }
            for row in whole.rows[:top]
        ],
        "rows_in_all": len(whole.rows),
    }


def project_document(found: Alternatives, auditor: Auditor, plan: Plan, top: int) -> dict[str, Any]:
    """One project; people `top` a role, rows at most `top`."""
    decision, why = decision_of(auditor, plan, found.why.project), found.why
    return {
        "schema": SCHEMA,
        "scenario": plan.scenario,
        "project": why.project,
        "decision": decision.decision,
        "start": decision.start,
        "why": list(decision.why),
        "charges": [_charge(charge) for charge in found.charges[:top]],
        "starts": [{"start": each.start, "net": _money(each.net)} for each in found.starts],
        "people": [
            {"role": seat.role, "person": seat.person, "adds": _money(seat.adds), "chosen": seat.is_chosen}
            for seat in best_seats(found.seats, top)
        ],
        "to_flip": None if found.to_flip is None else _money(found.to_flip),
        "other_at_most": _micro(why.other_at_most),
        "settled": why.is_settled,
    }


def decision_of(auditor: Auditor, plan: Plan, project: str) -> Decision:
    """The decision on a project with its reasons, recomputed: what a plan states of them is not checked."""
    return next(row for row in with_reasons(auditor, plan).decisions if row.project == project)


def best_seats(seats: Sequence[Seat], top: int) -> list[Seat]:
    """The best people of each role, and always the one chosen."""
    kept: list[Seat] = []
    for seat in seats:
        if seat.is_chosen or sum(each.role == seat.role for each in kept) < top:
            kept.append(seat)
    return kept


def _entry(entry: Entry) -> dict[str, Any]:
    said: dict[str, Any] = {"kind": entry.kind, "ids": list(entry.ids), "amount": exact_money(entry.amount)}
    return said if entry.rule is None else {**said, "rule": entry.rule.value}


def _charge(charge: Charge) -> dict[str, Any]:
    return {"row": charge.row, "rule": charge.rule.value, "amount": _money(cents(charge.amount))}


def _money(amount: int) -> Decimal:
    return as_decimal(amount, MONEY_SCALE)


def _micro(amount: int | None) -> Decimal | None:
    return None if amount is None else as_decimal(amount, MICRO_SCALE)
