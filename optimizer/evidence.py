"""What may be said of a plan's quality: only what its published prices prove when they are recomputed."""

from models.evidence import Evidence, UnmetCount, gap_between
from models.plan import Plan
from optimizer.certificate import kind_needed, recompute, recompute_unmet
from optimizer.checker import Auditor


def with_evidence(auditor: Auditor, plan: Plan) -> Plan:
    """The plan with the bound that its prices prove; prices that prove none are left out, and it stays `feasible`."""
    unmet = plan.evidence.unmet.count
    kind = kind_needed(plan.prices, plan.prices_unmet)
    at_least = _at_least(auditor, plan)
    recomputed = recompute(auditor, plan.prices, unmet, kind)
    bound = recomputed.bound
    if bound is None and plan.prices:
        # Rows that the certificate does not know go without a price: any prices prove a bound.
        unknown = {finding.row for finding in recomputed.findings}
        known = tuple(price for price in plan.prices if price.row not in unknown)
        return with_evidence(auditor, plan.replace(prices=known if len(known) < len(plan.prices) else ()))
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
    return plan.replace(evidence=evidence, certificate={"kind": kind})


def _at_least(auditor: Auditor, plan: Plan) -> int:
    if not plan.evidence.unmet.count or not plan.prices_unmet:
        return 0
    kind = kind_needed(plan.prices, plan.prices_unmet)
    return recompute_unmet(auditor, plan.prices_unmet, kind).at_least or 0


def _of(evidence: Evidence, unmet: int, at_least: int) -> Evidence:
    return evidence.replace(unmet=UnmetCount.model_construct(count=unmet, at_least=at_least))
