"""What may be said of a plan's quality: only what its published prices prove when they are recomputed."""

from models.evidence import Evidence, UnmetCount, gap_between
from models.plan import Plan
from optimizer.certificate import recompute, recompute_unmet
from optimizer.checker import Auditor

ROWS = {"kind": "rows"}


def with_evidence(auditor: Auditor, plan: Plan) -> Plan:
    """The plan with the bound that its prices prove; prices that prove none are left out, and it stays `feasible`."""
    unmet = plan.evidence.unmet.count
    at_least = _at_least(auditor, plan)
    bound = recompute(auditor, plan.prices, unmet).bound
    if bound is None:
        return plan.replace(prices=(), evidence=_of(plan.evidence, unmet, at_least))
    objective = plan.objective.total
    is_optimal = bound == objective and at_least == unmet
    evidence = _of(plan.evidence, unmet, at_least).replace(
        bound=bound,
        gap=gap_between(bound, objective),
        bound_source="prices",
        bound_checked=True,
        status="optimal" if is_optimal else "certified",
    )
    return plan.replace(evidence=evidence, certificate=ROWS)


def _at_least(auditor: Auditor, plan: Plan) -> int:
    if not plan.evidence.unmet.count or not plan.prices_unmet:
        return 0
    return recompute_unmet(auditor, plan.prices_unmet).at_least or 0


def _of(evidence: Evidence, unmet: int, at_least: int) -> Evidence:
    return evidence.replace(unmet=UnmetCount.model_construct(count=unmet, at_least=at_least))
