"""YAML text into the values JSON has.

Only what JSON would read as null, true, false or a number is one; every other plain scalar is text, so `0012`, `no`,
`2027-01` and `1_000` stay what was typed. Keys are always text. An empty value is null. Tags are refused; aliases are
followed, but not into themselves, nor beyond a bounded number of values.

Built from the parser's events with a stack of its own, so that no depth of nesting exhausts the interpreter's.
"""

from dataclasses import dataclass, field
from typing import Any

import yaml

from models.findings import Finding
from models.validation.numbers import Refused, is_json_number, read_decimal, read_whole
from models.validation.report import found
from models.validation.scanner import MOST_LEVELS, NOTHING, table, text_in

MOST_VALUES_FROM_ALIASES = 2_000_000
_DEEPEST_READ = 8 * MOST_LEVELS
"""Deeper than allowed, so that the check of the document can still say where it becomes too deep."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS = {"null": None, "true": True, "false": False}


def scan_yaml(content: bytes) -> tuple[Any, tuple[Finding, ...]]:
    """The values in a YAML text, or NOTHING and why. Values may hold `Repeated` and `Refused`, as with JSON."""
    text, findings = text_in(content)
    if text is None:
        return NOTHING, findings
    builder = _Builder()
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except _Unreadable as unreadable:
        return NOTHING, (unreadable.finding,)
    except (yaml.YAMLError, ValueError) as broken:
        return NOTHING, (_not_yaml(broken, text),)
    if builder.result is NOTHING:
        return NOTHING, (found("document_empty", ()),)
    return builder.result, ()


def _not_yaml(broken: Exception, text: str) -> Finding:
    mark = getattr(broken, "problem_mark", None) or getattr(broken, "context_mark", None)
    if mark is not None:
        return found("not_yaml", (), line=mark.line + 1, column=mark.column + 1)
    position = getattr(broken, "position", 0)
    before = text[: position if isinstance(position, int) else 0]
    return found("not_yaml", (), line=before.count("\n") + 1, column=len(before) - before.rfind("\n"))


class _Unreadable(Exception):
    def __init__(self, code: str, event: Any, **params: Any) -> None:
        super().__init__(code)
        mark = event.start_mark
        place = {"line": mark.line + 1, "column": mark.column + 1} if code != "nesting_too_deep" else {}
        self.finding = found(code, (), **place, **params)


@dataclass(slots=True)
class _Open:
    """A list or table that has begun: `key` is the key read last, `count` the values in it, aliases written out."""

    is_table: bool
    anchor: str | None
    tagged: bool
    items: list[Any] = field(default_factory=list)
    key: str | None = None
    count: int = 0


class _Builder:
    def __init__(self) -> None:
        self.result: Any = NOTHING
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._from_aliases = 0
        self._documents = 0

    def take(self, event: Any) -> None:
        """The next event of the parser."""
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            self._begin(event)
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self._end()
        elif isinstance(event, yaml.AliasEvent):
            self._alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                raise _Unreadable("not_yaml", event)

    def _awaits_key(self) -> bool:
        return bool(self._open) and self._open[-1].is_table and self._open[-1].key is None

    def _scalar(self, event: Any) -> None:
        if self._awaits_key():
            if event.tag is not None:
                raise _Unreadable("yaml_key_not_text", event)
            self._open[-1].key = event.value
            return
        value: Any = event.value
        if event.tag is not None:
            value = Refused("yaml_tag")
        elif not event.style:
            value = _plain(event.value)
        if not self._open and value is None and not event.value:
            return  # an empty document
        self._keep(event.anchor, value, 1)
        self._add(value, 1)

    def _begin(self, event: Any) -> None:
        if self._awaits_key():
            raise _Unreadable("yaml_key_not_text", event)
        if len(self._open) >= _DEEPEST_READ:
            raise _Unreadable("nesting_too_deep", event, levels=MOST_LEVELS)
        if event.anchor is not None:
            self._anchors.pop(event.anchor, None)  # until it ends, an alias to it would hold itself
        self._open.append(_Open(isinstance(event, yaml.MappingStartEvent), event.anchor, event.tag is not None))

    def _end(self) -> None:
        done = self._open.pop()
        value: Any = table(done.items) if done.is_table else done.items
        if done.tagged:
            value = Refused("yaml_tag")
        self._keep(done.anchor, value, done.count + 1)
        self._add(value, done.count + 1)

    def _alias(self, event: Any) -> None:
        if self._awaits_key():
            raise _Unreadable("yaml_key_not_text", event)
        if event.anchor not in self._anchors:
            raise _Unreadable("yaml_alias", event)
        value, count = self._anchors[event.anchor]
        self._from_aliases += count
        if self._from_aliases > MOST_VALUES_FROM_ALIASES:
            raise _Unreadable("yaml_alias", event)
        self._add(value, count)

    def _keep(self, anchor: str | None, value: Any, count: int) -> None:
        if anchor is not None:
            self._anchors[anchor] = (value, count)

    def _add(self, value: Any, count: int) -> None:
        if not self._open:
            self.result = value
            return
        holder = self._open[-1]
        holder.count += count
        holder.items.append((holder.key, value) if holder.is_table else value)
        holder.key = None


def _plain(text: str) -> Any:
    """A plain scalar as JSON would read it, else the text itself; nothing at all is null."""
    if text in _WORDS:
        return _WORDS[text]
    if not text:
        return None
    if text[0] in "-0123456789" and is_json_number(text):
        return read_whole(text) if text.lstrip("-").isdigit() else read_decimal(text)
    return text
