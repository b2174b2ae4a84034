"""The options that several commands share. Help texts are keys of the message catalogue, put into words later."""

import math
from typing import Annotated

import typer

from api.command_line.language import LanguageName
from api.command_line.session import Session

Lang = Annotated[LanguageName | None, typer.Option("--lang", help="help.lang", show_default=False)]
"""Read from the command line beforehand, since even the help speaks it; declared here so that it may stand anywhere."""
Json = Annotated[bool, typer.Option("--json", help="help.json")]
ScenarioFile = Annotated[str, typer.Argument(metavar="SCENARIO", help="help.scenario", show_default=False)]
PlanFile = Annotated[str, typer.Argument(metavar="PLAN", help="help.plan", show_default=False)]


def finite(context: typer.Context, value: float) -> float:
    """The number, unless it is infinite or none at all: a usage error."""
    if not math.isfinite(value):
        session: Session = context.obj
        raise typer.BadParameter(session.terminal.say("usage.number"))
    return value


def finite_if_given(context: typer.Context, value: float | None) -> float | None:
    """The same where an option may be left out."""
    return None if value is None else finite(context, value)
