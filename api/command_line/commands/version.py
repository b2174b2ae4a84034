"""`hilltop version`."""

import platform
from importlib.metadata import version as version_of

import typer

from api.command_line.options import Json, Lang
from api.command_line.session import Session
from optimizer.settings import SolveSettings


def version(context: typer.Context, as_json: Json = False, _lang: Lang = None) -> None:
    """Which version of what makes the plans."""
    session: Session = context.obj
    session.terminal.as_json = as_json
    versions = {
        "hilltop": version_of("hilltop"),
        "solver": SolveSettings.solver_version(),
        "python": platform.python_version(),
    }
    if as_json:
        session.terminal.json(versions)
        return
    for name, number in versions.items():
        session.terminal.out.print(f"{name} {number}")
