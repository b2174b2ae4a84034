"""Where the command line writes: tables for people or one JSON document on standard output, the rest beside it."""

import json
import os
import sys
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, TextIO

from rich.console import Console

from api.command_line.messages import text
from models.canonical import readable_json
from models.errors import NotWritten
from models.rules import Language

WIDTH_OF_FILES = 110
"""Columns when the output is no terminal and COLUMNS says nothing."""


class _Screen(Console):
    """A console that falls silent when nobody reads on, and shows what it is given as it stands."""

    def __init__(self, stream: TextIO) -> None:
        columns = os.environ.get("COLUMNS", "")
        width = None if stream.isatty() or columns.isdigit() else WIDTH_OF_FILES
        super().__init__(file=stream, markup=False, emoji=False, highlight=False, width=width)
        self._stream = stream

    def print(self, *objects: Any, **options: Any) -> None:
        """Print as usual. Without room, standard output raises NotWritten; what stands beside it is given up."""
        try:
            super().print(*objects, **options)
        except OSError as failed:
            discard(self._stream)
            if self._stream is sys.stdout:
                raise NotWritten(f"standard output: {failed.strerror}") from failed

    def on_broken_pipe(self) -> None:
        """Send whatever follows nowhere; how the command ends does not depend on who reads it."""
        discard(self._stream)


def discard(stream: TextIO) -> None:
    """Have everything written to this stream from now on vanish."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


class Terminal:
    """The two streams, and the language spoken on them. With `as_json` standard output is one JSON document."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.as_json = False
        self.document_written = False
        for stream in (sys.stdout, sys.stderr):
            reconfigure = getattr(stream, "reconfigure", None)
            if reconfigure is not None:
                reconfigure(errors="replace")  # a terminal that cannot show a character still gets the rest
        self.out = _Screen(sys.stdout)
        self.err = _Screen(sys.stderr)

    def say(self, key: str, **params: object) -> str:
        """A message of the catalogue in the language spoken."""
        return text(key, self.language, **params)

    def show(self, key: str, **params: object) -> None:
        """Print a message to standard output, its lines whole: commands and paths in it can be copied."""
        self.out.print(self.say(key, **params), soft_wrap=True)

    def note(self, key: str, **params: object) -> None:
        """Print a message beside the output, where it disturbs no program."""
        self.err.print(self.say(key, **params), soft_wrap=True)

    def json(self, document: dict[str, Any] | Sequence[Any]) -> None:
        """Print the one JSON document, in UTF-8 whatever the locale. Raises NotWritten when there is no room."""
        if isinstance(document, dict):
            content = readable_json(document)
        else:
            content = json.dumps(document, ensure_ascii=False, indent=1, default=_plain) + "\n"
        self.write(content)

    def write(self, content: str) -> None:
        """Write a text to standard output as UTF-8. Raises NotWritten when there is no room."""
        self.document_written = True
        try:
            sys.stdout.flush()
            sys.stdout.buffer.write(content.encode())
            sys.stdout.flush()
        except BrokenPipeError:
            discard(sys.stdout)
        except OSError as failed:
            discard(sys.stdout)
            raise NotWritten(f"standard output: {failed.strerror}") from failed

    def close(self) -> None:
        """Have everything written. Raises NotWritten when there is no room."""
        for stream in (sys.stderr, sys.stdout):
            try:
                stream.flush()
            except BrokenPipeError:
                discard(stream)
            except OSError as failed:
                discard(stream)
                raise NotWritten(f"standard output: {failed.strerror}") from failed


def _plain(value: Any) -> int | float:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"no JSON for {type(value).__name__}")
