"""`hilltop explain`."""

from typing import Annotated

import typer

from api.command_line.documents import FileRefused, essential, read_plan
from api.command_line.explain_document import plan_document, project_document
from api.command_line.explain_text import plan_text, project_text
from api.command_line.options import Json, Lang, PlanFile, ScenarioFile
from api.command_line.session import Session
from api.command_line.tables import MOST_ROWS
from models.errors import HilltopError
from models.plan import Plan
from models.validation.nearest import Names
from models.validation.places import shown
from optimizer.checker import Auditor
from optimizer.checker import check as check_independently
from optimizer.explain.alternatives import alternatives
from optimizer.explain.whole import explained
from scenarios.files import read_scenario

ProjectName = Annotated[str | None, typer.Argument(metavar="PROJECT", help="help.project", show_default=False)]
Top = Annotated[int, typer.Option("--top", metavar="N", min=1, help="help.top")]


class NotExplained(HilltopError):
    """The plan is not accepted by the checker for this scenario: whatever were said of it might be wrong."""

    code = "not_accepted"
    exit_code = 2


class NoPrices(HilltopError):
    """The plan proves no bound, and without prices there is nothing to explain it by."""

    code = "no_prices"
    exit_code = 2


def explain(
    context: typer.Context,
    scenario: ScenarioFile,
    plan: PlanFile,
    project: ProjectName = None,
    top: Top = MOST_ROWS,
    as_json: Json = False,
    _lang: Lang = None,
) -> None:
    """Why a project is decided as it is; without a project, where the gap comes from and what is scarce."""
    session: Session = context.obj
    terminal = session.terminal
    terminal.as_json = as_json
    validation = read_scenario(scenario)
    if validation.scenario is None:
        raise FileRefused(scenario, essential(validation.findings))
    given, auditor = read_plan(plan), Auditor(validation.scenario)
    if project is not None and project not in auditor.book.projects:
        nearest = Names(auditor.book.projects).nearest(project)
        said = {"project": shown(project), "nearest": shown(nearest or "")}
        raise typer.BadParameter(
            terminal.say("explain.no_project", **said) if nearest is None else terminal.say("explain.near", **said)
        )
    _refuse(auditor, given)
    if project is None:
        whole = explained(auditor, given)
        if as_json:
            terminal.json(plan_document(whole, given, top))
            return
        parts = plan_text(whole, auditor.scenario, given, top, terminal.language)
    else:
        found = alternatives(auditor, given, project)
        if as_json:
            terminal.json(project_document(found, auditor, given, top))
            return
        parts = project_text(found, auditor, given, top, terminal.language)
    for part in parts:
        terminal.out.print(part)


def _refuse(auditor: Auditor, plan: Plan) -> None:
    """Raises NotExplained and NoPrices."""
    verdict = check_independently(auditor, plan)
    if not verdict.accepted:
        raise NotExplained(f"{len(verdict.violations)}")
    if plan.evidence.status == "feasible":
        raise NoPrices("")
