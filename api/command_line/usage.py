"""What is wrong with the way a command was called: the sentences of typer put into our words, in both languages."""

import re
from collections.abc import Sequence
from typing import Any, cast

import typer

from api.command_line.messages import MESSAGES, text
from api.command_line.tables import escaped
from models.rules import Language

CODE = "usage"
EXIT_CODE = 2

UsageError = cast(type[Exception], typer.BadParameter.__mro__[1])
"""The class of all usage errors, for which typer has no public name."""

_SENTENCES = (
    (r"Missing argument '(?P<name>.*)'\.", "usage.missing_argument"),
    (r"Missing option '(?P<name>.*)'\.", "usage.missing_argument"),
    (r"Missing command\.", "usage.missing_command"),
    (r"No such command '(?P<name>.*)'\. Did you mean '(?P<nearest>.*)'\?", "usage.no_command_near"),
    (r"No such command '(?P<name>.*)'\.", "usage.no_command"),
    (r"No such option: (?P<name>.*) \(Possible options: (?P<nearest>.*)\)", "usage.no_option_near"),
    (r"No such option: (?P<name>.*)", "usage.no_option"),
    (r"Option '(?P<name>.*)' requires an argument\.", "usage.needs_value"),
    (r"Option '(?P<name>.*)' does not take a value\.", "usage.takes_no_value"),
    (r"Got unexpected extra argument\(?s?\)? \((?P<name>.*)\)", "usage.too_many"),
)
"""Of whole sentences."""

_VALUES = (
    (r"Input should be a valid number.*", "usage.number"),
    (r"Input should be a finite number.*", "usage.number"),
    (r"Input should be a valid integer.*", "usage.whole_number"),
    (r"Input should be greater than or equal to (?P<limit>\S+)", "usage.at_least"),
    (r"Input should be less than or equal to (?P<limit>\S+)", "usage.at_most"),
    (r"Value error, '(?P<value>.*)' is not one of (?P<known>.*)\.", "usage.one_of"),
)
"""Of what is wrong with one value."""


def explained(error: Exception, language: Language) -> str:
    """One sentence. A sentence that typer has and we do not know is told as it is."""
    bad: Any = error
    if not isinstance(error, typer.BadParameter) or type(error).__name__ == "MissingParameter":
        return escaped(_put(bad.format_message(), _SENTENCES, language))
    said = escaped(_put(bad.message, _VALUES, language))
    if bad.param is None:
        return said
    name = max([*bad.param.opts, ""], key=len) if bad.param.opts else str(bad.param.name)
    return text("usage.value", language, name=name if name.startswith("-") else name.upper(), message=said)


def where_to_read_on(error: Exception, language: Language) -> str | None:
    """How the command is called, and which command says more; None for an error of no command."""
    context: Any = getattr(error, "ctx", None)
    if context is None:
        return None
    pieces: Sequence[str] = context.command.collect_usage_pieces(context)
    usage = " ".join((context.command_path, *(piece.strip("{}") for piece in pieces)))
    return text("usage.read_on", language, usage=usage, command=context.command_path)


def asks_for_json(arguments: Sequence[str]) -> bool:
    """Whether a command line that could not be understood asks for a JSON document nevertheless."""
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    return "--json" in options


def _put(sentence: str, known: Sequence[tuple[str, str]], language: Language) -> str:
    if sentence in MESSAGES:
        return text(sentence, language)
    for pattern, key in known:
        if match := re.fullmatch(pattern, sentence, re.DOTALL):
            words = {name: found.replace("'", "") for name, found in match.groupdict().items()}
            return text(key, language, **words)
    return sentence
