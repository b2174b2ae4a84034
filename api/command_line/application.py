"""The application: its commands, its help in two languages, and what becomes of an error."""

import os
import sys
import traceback
from collections.abc import Sequence
from typing import Any, NoReturn

import typer
import typer.main

from api.command_line import BEGAN, usage
from api.command_line.commands import catalog, check, diff, explain, generate, solve, validate, version
from api.command_line.documents import FileRefused
from api.command_line.findings_text import finding_document, finding_lines, totals
from api.command_line.interrupts import Interrupts
from api.command_line.language import language_of
from api.command_line.messages import MESSAGES, text
from api.command_line.options import Lang
from api.command_line.session import Session
from api.command_line.tables import escaped
from api.command_line.terminal import Terminal
from models.errors import HilltopError, InputRefused, NotWritten
from models.rules import Language
from scenarios.files.reading import STANDARD_INPUT

_INTERNAL = 5
_WITHOUT_DETAIL = frozenset({"input_refused", "deadline_before_compiled", "interrupted"})


def application() -> typer.Typer:
    """All commands. Their help texts are keys of the message catalogue."""
    app = typer.Typer(
        help="help.app",
        epilog="help.exit_codes",
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,  # its tables cut Chinese help short: without spaces a sentence is one word
    )
    app.callback()(_globally)
    for name, command in (
        ("solve", solve.solve),
        ("check", check.check),
        ("explain", explain.explain),
        ("validate", validate.validate),
        ("diff", diff.diff),
        ("generate", generate.generate),
        ("catalog", catalog.catalog),
        ("version", version.version),
    ):
        app.command(name, help=f"help.{name}", epilog="help.exit_codes")(command)
    return app


def _globally(_lang: Lang = None) -> None:
    """Options before the name of the command."""


def translated(app: typer.Typer, language: Language) -> Any:
    """The application as a command whose help is in this language."""
    command: Any = typer.main.get_command(app)
    for each in (command, *command.commands.values()):
        for field in ("help", "epilog", "short_help"):
            if getattr(each, field, None) in MESSAGES:
                setattr(each, field, text(getattr(each, field), language))
        for parameter in each.params:
            if getattr(parameter, "help", None) in MESSAGES:
                parameter.help = text(parameter.help, language)
    return command


def run(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command line, by default that of the process, and exit with the code that its help states."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    terminal = Terminal(language_of(given, os.environ))
    code = _code_of(given, terminal)
    try:
        terminal.close()
    except NotWritten as failed:
        _explain(failed, terminal)
        code = failed.exit_code
    sys.exit(code)


def _code_of(arguments: Sequence[str], terminal: Terminal) -> int:
    try:
        with Interrupts() as interrupts:
            command = translated(application(), terminal.language)
            session = Session(terminal, interrupts, BEGAN)
            code = command(args=list(arguments), prog_name="hilltop", obj=session, standalone_mode=False)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    except usage.UsageError as error:
        _explain_usage(error, arguments, terminal)
        return usage.EXIT_CODE
    except HilltopError as error:
        _explain(error, terminal)
        return error.exit_code
    except Exception as error:
        if os.environ.get("HILLTOP_DEBUG") == "1":
            traceback.print_exc()
        _say_error("internal", terminal.say("error.internal", detail=type(error).__name__), terminal)
        return _INTERNAL
    return code if isinstance(code, int) else 0


def _explain_usage(error: Exception, arguments: Sequence[str], terminal: Terminal) -> None:
    """Say how the command should have been called; without any argument, its help."""
    if not arguments:
        terminal.err.print(str(error), soft_wrap=True)
        return
    terminal.as_json = terminal.as_json or usage.asks_for_json(arguments)
    _say_error(usage.CODE, usage.explained(error, terminal.language), terminal)
    read_on = usage.where_to_read_on(error, terminal.language)
    if read_on is not None and not terminal.as_json:
        terminal.err.print(read_on)


def _explain(error: HilltopError, terminal: Terminal) -> None:
    """Say what went wrong, on standard error; with --json as the one document on standard output."""
    detail = "" if error.code in _WITHOUT_DETAIL else escaped(str(error))
    message = terminal.say(f"error.{error.code}", detail=detail).strip()
    if not isinstance(error, InputRefused):
        _say_error(error.code, message, terminal)
        return
    if isinstance(error, FileRefused):
        source = terminal.say("finding.standard_input") if error.source == STANDARD_INPUT else escaped(error.source)
        message = terminal.say("finding.in_file", source=source, message=message)
    if terminal.as_json:
        findings = [finding_document(finding, terminal.language) for finding in error.findings]
        terminal.json({"error": {"code": error.code, "message": message, "findings": findings}})
        return
    for finding in error.findings:
        terminal.err.print(finding_lines(finding, terminal))
    between = "" if terminal.language == "zh" else " "
    terminal.err.print(f"{message}{between}{totals(error.findings, terminal)}", soft_wrap=True)


def _say_error(code: str, message: str, terminal: Terminal) -> None:
    # A plan that could not be written may stand on standard output already: then the document is complete.
    if terminal.as_json and not terminal.document_written:
        terminal.json({"error": {"code": code, "message": message}})
        return
    terminal.note("error.line", code=code, message=message)
