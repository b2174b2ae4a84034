"""What to do after a solve: where the plan is, and what is worth trying."""

import shlex
from collections.abc import Iterator
from dataclasses import dataclass

from api.command_line.messages import text
from api.command_line.summary import Summary
from models.rules import Language


@dataclass(frozen=True, slots=True)
class Kept:
    """Files: the scenario read, the plan and the changed scenario where they were written."""

    source: str
    plan: str | None
    scenario: str | None
    changed: bool
    """Whether the plan belongs to another scenario than that of `source`."""


def what_next(kept: Kept, summary: Summary, language: Language) -> Iterator[str]:
    """One line for each piece of advice, the most useful first."""
    source = shlex.quote(kept.source)
    if kept.plan is None:
        yield text("next.not_written", language)
    else:
        yield text("next.written", language, path=kept.plan)
    if kept.scenario is not None:
        yield text("next.scenario_written", language, path=kept.scenario)
    elif kept.changed:
        yield text("next.scenario_changed", language, source=kept.source)
    question = kept.scenario or (None if kept.changed else kept.source)
    if kept.plan is not None and question not in (None, "-"):
        paths = {"scenario": shlex.quote(question or ""), "plan": shlex.quote(kept.plan)}
        yield text("next.check", language, **paths)
        if summary.evidence.bound is not None:
            yield text("next.explain", language, **paths)
    if summary.unmet:
        yield text("next.unmet", language)
    if summary.evidence.status != "optimal" and not _claims_optimal(summary):
        yield text("next.longer", language)
    if summary.dropped and kept.source != "-":
        pin = shlex.quote(f"{summary.dropped[0].project}=initiate")
        yield text("next.force", language, source=source, pin=pin)
    if kept.plan is not None:
        yield text("next.diff", language, plan=shlex.quote(kept.plan))


def _claims_optimal(summary: Summary) -> bool:
    claim = summary.evidence.solver_claim
    return claim is not None and claim.gap == 0
