"""What is known of how good a plan is, in words: proved only where prices prove it, else claimed, and called so."""

from collections.abc import Iterator

from api.command_line import figures
from api.command_line.messages import text
from api.command_line.tables import safe
from models.evidence import Evidence
from models.rules import Language


def quality(evidence: Evidence, language: Language) -> str:
    """How far the plan can be from the best."""
    if evidence.bound is not None and evidence.status != "feasible":
        return text(f"summary.{evidence.status}", language, **_bound(evidence.bound, evidence.gap))
    claim = evidence.solver_claim
    if claim is None or claim.bound is None:
        return text("summary.unclaimed", language)
    return text("summary.claimed", language, engine=safe(claim.engine), **_bound(claim.bound, claim.gap))


def commitments(evidence: Evidence, language: Language) -> str:
    """How many commitments are unmet, and how many must be."""
    count, at_least = evidence.unmet.count, evidence.unmet.at_least
    if count == 0:
        return text("summary.complete", language)
    if at_least == 0:
        return text("summary.unmet", language, count=count)
    key = "summary.unmet_proved" if at_least == count else "summary.unmet_at_least"
    return text(key, language, count=count, at_least=at_least)


def recomputed(evidence: Evidence, language: Language) -> Iterator[str]:
    """What the checker has recomputed of the evidence of a plan that it accepts."""
    if evidence.bound is None or evidence.status == "feasible":
        yield text("check.feasible", language)
        return
    yield text(f"check.{evidence.status}", language, **_bound(evidence.bound, evidence.gap))
    if evidence.unmet.at_least:
        yield text("check.at_least", language, at_least=evidence.unmet.at_least)


def _bound(bound: int, gap: int | None) -> dict[str, str]:
    return {
        "bound": figures.money_of_micro(bound),
        "gap": "–" if gap is None else figures.percent_of_micro(gap),
    }
