"""`hilltop validate`."""

import typer

from api.command_line.documents import essential
from api.command_line.findings_text import finding_document, finding_lines, totals
from api.command_line.options import Json, Lang, ScenarioFile
from api.command_line.session import Session
from models.errors import InputRefused
from models.findings import errors_in
from scenarios.files import read_scenario


def validate(context: typer.Context, scenario: ScenarioFile, as_json: Json = False, _lang: Lang = None) -> None:
    """Every finding on a scenario; errors make the exit code 2."""
    session: Session = context.obj
    terminal = session.terminal
    terminal.as_json = as_json
    findings = essential(read_scenario(scenario).findings)
    if as_json:
        terminal.json([finding_document(finding, terminal.language) for finding in findings])
    else:
        for finding in findings:
            terminal.out.print(finding_lines(finding, terminal))
        terminal.out.print(totals(findings, terminal) if findings else terminal.say("finding.none"))
    if errors_in(findings):
        raise typer.Exit(InputRefused.exit_code)
