"""`hilltop check`."""

from typing import Any

import typer

from api.command_line import figures
from api.command_line.documents import FileRefused, essential, read_plan
from api.command_line.evidence_text import recomputed
from api.command_line.options import Json, Lang, PlanFile, ScenarioFile
from api.command_line.session import Session
from api.command_line.tables import safe
from models.evidence import Evidence
from models.quantities import MICRO_SCALE, as_decimal
from models.rules import Language
from optimizer.checker import Verdict
from optimizer.checker import check as check_independently
from scenarios.files import read_scenario

REJECTED = 1


def check(
    context: typer.Context, scenario: ScenarioFile, plan: PlanFile, as_json: Json = False, _lang: Lang = None
) -> None:
    """Recompute everything a plan says; a plan that is rejected makes the exit code 1."""
    session: Session = context.obj
    terminal = session.terminal
    terminal.as_json = as_json
    validation = read_scenario(scenario)
    if validation.scenario is None:
        raise FileRefused(scenario, essential(validation.findings))
    given = read_plan(plan)
    verdict = check_independently(validation.scenario, given)
    if as_json:
        terminal.json(_document(verdict, given.evidence, terminal.language))
    elif verdict.accepted:
        objective = figures.money_of_micro(verdict.score.money)
        terminal.show("check.accepted", objective=objective, unmet=verdict.score.unmet_count)
        for line in recomputed(given.evidence, terminal.language):
            terminal.out.print(line, soft_wrap=True)
    else:
        for violation in verdict.violations:
            sentence = safe(violation.text(terminal.language))
            terminal.out.print(terminal.say("check.violation", rule=violation.rule, sentence=sentence))
        terminal.show("check.rejected", count=len(verdict.violations))
    if not verdict.accepted:
        raise typer.Exit(REJECTED)


def _document(verdict: Verdict, evidence: Evidence, language: Language) -> dict[str, Any]:
    """The verdict as a document; objective and unmet are what the plan's choices come to in truth.

    `proved` is what the prices of an accepted plan prove, recomputed; null where they prove nothing.
    """
    return {
        "accepted": verdict.accepted,
        "objective": as_decimal(verdict.score.money, MICRO_SCALE),
        "unmet": verdict.score.unmet_count,
        "proved": _proved(evidence) if verdict.accepted else None,
        "violations": [
            {
                "rule": violation.rule,
                "subjects": list(violation.subjects),
                "period": violation.period,
                "stated": violation.stated,
                "expected": violation.expected,
                "message": violation.text(language),
            }
            for violation in verdict.violations
        ],
    }


def _proved(evidence: Evidence) -> dict[str, Any] | None:
    if evidence.bound is None or evidence.status == "feasible":
        return None
    return {
        "status": evidence.status,
        "bound": as_decimal(evidence.bound, MICRO_SCALE),
        "gap": None if evidence.gap is None else as_decimal(evidence.gap, MICRO_SCALE),
        "unmet_at_least": evidence.unmet.at_least,
    }
