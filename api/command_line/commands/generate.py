"""`hilltop generate`."""

from decimal import Decimal, InvalidOperation
from typing import Annotated

import typer

from api.command_line.options import Lang
from api.command_line.session import Session
from api.command_line.tables import escaped
from models.canonical import readable_json
from scenarios.files import write_atomically
from scenarios.generator import GeneratorSettings
from scenarios.generator import generate as make_up

_DEFAULT = GeneratorSettings()
STANDARD_OUTPUT = "-"


def _decimal(value: str) -> Decimal:
    try:
        return Decimal(value)
    except InvalidOperation:
        raise typer.BadParameter(value) from None


Out = Annotated[str, typer.Argument(metavar="OUT", help="help.generate_out", show_default=False)]
Projects = Annotated[int, typer.Option("--projects", metavar="N", help="help.projects")]
Seed = Annotated[int, typer.Option("--seed", metavar="K", help="help.seed")]
Difficulty = Annotated[Decimal, typer.Option("--difficulty", metavar="D", help="help.difficulty", parser=_decimal)]
Periods = Annotated[int, typer.Option("--periods", metavar="N", help="help.periods")]
Start = Annotated[str, typer.Option("--start", metavar="MONTH", help="help.start")]
Starts = Annotated[int, typer.Option("--starts", metavar="N", help="help.starts")]


def generate(
    context: typer.Context,
    out: Out,
    projects: Projects = _DEFAULT.projects,
    seed: Seed = _DEFAULT.seed,
    difficulty: Difficulty = _DEFAULT.difficulty,
    periods: Periods = _DEFAULT.periods,
    start: Start = _DEFAULT.start,
    starts: Starts = _DEFAULT.starts,
    _lang: Lang = None,
) -> None:
    """A made-up year: the same options give the same document, byte for byte."""
    session: Session = context.obj
    try:
        settings = GeneratorSettings(
            projects=projects, seed=seed, difficulty=difficulty, periods=periods, start=start, starts=starts
        )
    except ValueError as refused:
        raise typer.BadParameter(str(refused)) from None
    content = readable_json(make_up(settings))
    if out == STANDARD_OUTPUT:
        session.terminal.write(content)
        return
    write_atomically(out, content)
    session.terminal.show("next.generated", path=escaped(out))
