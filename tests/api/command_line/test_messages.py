"""The message catalogue: every sentence in both languages, none missing, none left over."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from api.command_line import messages
from api.command_line.messages import MESSAGES, text
from models.errors import HilltopError
from models.findings import Severity
from models.horizon import PeriodKind
from models.plan import DecisionWord, Terms, Unmet
from models.rules import RULES
from optimizer.engines.engine import StoppedBy
from scenarios.execution.watchdog import Mishap
from tests.api.command_line.running import ROOT

SOURCES = [path for path in sorted((ROOT / "api").rglob("*.py")) if path != Path(messages.__file__)]
CHINESE = re.compile(r"[\u4e00-\u9fff]")
COMMANDS = {path.stem for path in (ROOT / "api" / "command_line" / "commands").glob("[a-z]*.py")}
FIGURES_ONLY = {"progress.none", "decision.none", "check.violation"}
"""The same in every language."""


def _fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def _written() -> Iterator[str]:
    """Every text written in the sources of the command line, as a pattern: whatever is filled in may be anything."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield re.escape(node.value)
            elif isinstance(node, ast.JoinedStr):
                yield "".join(
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in node.values
                )


PATTERNS = [re.compile(pattern) for pattern in sorted({*_written()}) if re.match(r"[a-z]+\\\.", pattern)]


@pytest.mark.parametrize("key", sorted(MESSAGES))
def test_both_languages_with_the_same_fields(key: str) -> None:
    chinese, english = MESSAGES[key]
    assert chinese
    assert english
    assert _fields(chinese) == _fields(english)
    assert not CHINESE.search(english)


@pytest.mark.parametrize("key", sorted(MESSAGES.keys() - FIGURES_ONLY))
def test_chinese_is_chinese(key: str) -> None:
    chinese = MESSAGES[key][0]
    words = re.sub(r"\{\w+\}", "", chinese)
    assert CHINESE.search(words) or not re.search(r"[A-Za-z]{3}", words)


@pytest.mark.parametrize("key", sorted(MESSAGES))
def test_every_key_is_used(key: str) -> None:
    helps_a_command = key.startswith("help.") and key.removeprefix("help.") in COMMANDS
    written = [pattern for pattern in PATTERNS if pattern.fullmatch(key) and pattern.pattern != r"help\..+"]
    assert written or helps_a_command


def test_every_key_used_is_there() -> None:
    """A key written out in full where a message is asked for."""
    asked: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                first = node.args[0] if node.args else None
                if name in ("text", "say", "show", "note", "UnknownPin") and isinstance(first, ast.Constant):
                    asked.add(str(first.value))
    assert len(asked) > 60
    assert asked - MESSAGES.keys() == set()


def test_an_unknown_key_or_a_missing_field_is_an_error() -> None:
    with pytest.raises(KeyError):
        text("no.such", "en")
    with pytest.raises(KeyError):
        text("summary.title", "zh")


def test_words_are_there_for_whatever_a_plan_can_say() -> None:
    """Keys put together from words of the contract."""
    wanted = {f"decision.{word}" for word in get_args(DecisionWord)}
    wanted |= {f"term.{name}" for name in Terms.model_fields}
    wanted |= {f"unmet.{kind}" for kind in get_args(Unmet.model_fields["kind"].annotation)}
    wanted |= {f"strength.{rule.strength}" for rule in RULES.values()}
    wanted |= {f"finding.{severity.value}" for severity in Severity}
    wanted |= {f"stopped.{reason}" for reason in (*StoppedBy, *Mishap)}
    wanted |= {f"error.{error.code}" for error in HilltopError.__subclasses__()}
    wanted |= {f"column.effort.{kind}" for kind in PeriodKind}
    assert wanted - MESSAGES.keys() == set()
