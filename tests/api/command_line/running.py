"""Running `hilltop`: in this process where only the answer matters, as a process of its own where the system does."""

import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from api.command_line import application

ROOT = Path(__file__).resolve().parents[3]
COMMAND = [sys.executable, "-m", "api.command_line"]
PATIENCE = 120
"""Seconds after which a process that should have ended long ago is given up."""


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output; whatever else stood there would not be JSON."""
        return json.loads(self.out)


def hilltop(*arguments: str | Path, given: bytes = b"", locale: str = "C.UTF-8", **more: str) -> Ran:
    """Run a command line in this process, which begins now; `given` is its standard input, `more` its environment."""
    out, err = io.BytesIO(), io.BytesIO()
    streams = [io.TextIOWrapper(stream, "utf-8", write_through=True) for stream in (out, err)]
    # As in a process of its own: the clock of a command starts with the command, and the locale is its own.
    with (
        patch.object(application, "BEGAN", time.monotonic()),
        patch.dict(os.environ, environment(**{"LC_ALL": locale, **more}), clear=True),
        patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), "utf-8")),
        redirect_stdout(streams[0]),
        redirect_stderr(streams[1]),
    ):
        try:
            application.run([str(argument) for argument in arguments])
        except SystemExit as ended:
            code = ended.code
    assert isinstance(code, int)
    return Ran(code, out.getvalue().decode(), err.getvalue().decode())


def environment(**more: str) -> dict[str, str]:
    """The environment of a process: English, without settings of the session around it."""
    inherited: Mapping[str, str] = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("LC_", "LANG", "HILLTOP_", "COLUMNS", "FORCE_COLOR", "NO_COLOR", "TTY_"))
    }
    return {**inherited, "LC_ALL": "C.UTF-8", "TERM": "xterm", **more}


def process(*arguments: str | Path, given: bytes = b"", **more: str) -> Ran:
    """Run a command line as a process of its own, and wait for it. `more` goes into its environment."""
    ended = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        input=given,
        capture_output=True,
        cwd=ROOT,
        env=environment(**more),
        timeout=PATIENCE,
        check=False,
    )
    return Ran(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


def started(*arguments: str | Path, **more: str) -> subprocess.Popen[bytes]:
    """A command line that has begun as a process of its own; its two streams are pipes."""
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environment(**more),
    )
