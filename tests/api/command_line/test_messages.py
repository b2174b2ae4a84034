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

CATALOGUE = Path(messages.__file__).parent
SOURCES = [path for path in sorted((ROOT / "api").rglob("*.py")) if CATALOGUE not in path.parents]
CHINESE = re.compile(r"[\u4e00-\u9fff]")
COMMANDS = {path.stem for path in (ROOT / "api" / "command_line" / "commands").glob("[a-z]*.py")}


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


def test_no_key_stands_in_two_topics() -> None:
    topics = [module for module in vars(messages).values() if hasattr(module, "MESSAGES")]
    assert sum(len(topic.MESSAGES) for topic in topics) == len(MESSAGES)


def test_both_languages_with_the_same_fields() -> None:
    assert [key for key, sentences in MESSAGES.items() if not all(sentences)] == []
    assert [key for key, (chinese, english) in MESSAGES.items() if _fields(chinese) != _fields(english)] == []


def test_each_speaks_its_language() -> None:
    assert [key for key, (_, english) in MESSAGES.items() if CHINESE.search(english)] == []
    words = {key: re.sub(r"\{\w+\}", "", chinese) for key, (chinese, _) in MESSAGES.items()}
    assert [key for key, said in words.items() if re.search(r"[A-Za-z]{3}", said) and not CHINESE.search(said)] == []


def test_every_key_is_used() -> None:
    patterns = [pattern for pattern in PATTERNS if pattern.pattern != r"help\..+"]
    used = {key for key in MESSAGES if any(pattern.fullmatch(key) for pattern in patterns)}
    assert MESSAGES.keys() - used - {f"help.{command}" for command in COMMANDS} == set()


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
