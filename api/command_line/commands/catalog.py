"""`hilltop catalog`."""

from enum import StrEnum
from typing import Annotated

import typer

from api.command_line.options import Json, Lang
from api.command_line.session import Session
from api.command_line.terminal import Terminal
from models.rules import RULES
from models.validation import CATALOGUE


class Catalogue(StrEnum):
    """What there is to list."""

    RULES = "rules"
    FINDINGS = "findings"


What = Annotated[Catalogue, typer.Argument(metavar="WHAT", help="help.what")]


def catalog(context: typer.Context, what: What = Catalogue.RULES, as_json: Json = False, _lang: Lang = None) -> None:
    """The rules that plans obey, or the findings that validation can make."""
    session: Session = context.obj
    session.terminal.as_json = as_json
    (_rules if what is Catalogue.RULES else _findings)(session.terminal)


def _rules(terminal: Terminal) -> None:
    if terminal.as_json:
        rows = [
            {"id": rule.value, "strength": said.strength, "zh": said.zh, "en": said.en} for rule, said in RULES.items()
        ]
        terminal.json({"rules": rows})
        return
    for rule, said in RULES.items():
        sentence = said.zh if terminal.language == "zh" else said.en
        strength = terminal.say(f"strength.{said.strength}")
        terminal.show("catalog.rule", id=rule.value, strength=strength, sentence=sentence)


def _findings(terminal: Terminal) -> None:
    if terminal.as_json:
        rows = [
            {"code": code, "severity": entry.severity.value, "zh": entry.zh, "en": entry.en}
            for code, entry in CATALOGUE.items()
        ]
        terminal.json({"findings": rows})
        return
    for code, entry in CATALOGUE.items():
        sentence = entry.zh if terminal.language == "zh" else entry.en
        severity = terminal.say(f"finding.{entry.severity.value}")
        terminal.show("catalog.finding", code=code, severity=severity, sentence=sentence)
