"""`hilltop generate`."""

from dataclasses import replace
from decimal import Decimal
from typing import Annotated

import typer

from api.command_line.options import Json, Lang
from api.command_line.session import Session
from api.command_line.tables import escaped
from models.canonical import readable_json
from scenarios.files import write_atomically
from scenarios.generator import GeneratorSettings
from scenarios.generator import generate as make_up
from scenarios.generator.settings import LARGEST

_DEFAULT = GeneratorSettings()
STANDARD_OUTPUT = "-"


def _difficulty(typed: str) -> Decimal:
    try:
        return replace(_DEFAULT, difficulty=Decimal(typed)).difficulty
    except (ValueError, ArithmeticError):
        raise typer.BadParameter("usage.difficulty") from None


def _month(typed: str) -> str:
    try:
        return replace(_DEFAULT, start=typed).start
    except ValueError:
        raise typer.BadParameter("usage.month") from None


Out = Annotated[str, typer.Argument(metavar="OUT", help="help.generate_out", show_default=False)]
Projects = Annotated[int, typer.Option("--projects", metavar="N", min=30, max=LARGEST, help="help.projects")]
Seed = Annotated[int, typer.Option("--seed", metavar="K", help="help.seed")]
Difficulty = Annotated[Decimal, typer.Option("--difficulty", metavar="D", help="help.difficulty", parser=_difficulty)]
Periods = Annotated[int, typer.Option("--periods", metavar="N", min=6, max=60, help="help.periods")]
Start = Annotated[str, typer.Option("--start", metavar="MONTH", help="help.start", parser=_month)]
Starts = Annotated[int, typer.Option("--starts", metavar="N", min=1, max=12, help="help.starts")]


def generate(
    context: typer.Context,
    out: Out,
    projects: Projects = _DEFAULT.projects,
    seed: Seed = _DEFAULT.seed,
    difficulty: Difficulty = _DEFAULT.difficulty,
    periods: Periods = _DEFAULT.periods,
    start: Start = _DEFAULT.start,
    starts: Starts = _DEFAULT.starts,
    as_json: Json = False,
    _lang: Lang = None,
) -> None:
    """A made-up year: the same options give the same document, byte for byte."""
    session: Session = context.obj
    session.terminal.as_json = as_json
    settings = GeneratorSettings(
        projects=projects, seed=seed, difficulty=difficulty, periods=periods, start=start, starts=starts
    )
    content = readable_json(make_up(settings))
    if out == STANDARD_OUTPUT:
        session.terminal.write(content)
        return
    write_atomically(out, content)
    if as_json:
        session.terminal.json({"path": out, "scenario": settings.name})
    else:
        session.terminal.show("next.generated", path=escaped(out))
