"""The command line: `hilltop solve`, `check`, `validate`, `generate`, `diff`, `catalog`, `version`."""

import time

BEGAN = time.monotonic()
"""When the command started, before anything heavy was loaded: time limits count from here."""


def main() -> None:
    """Run the command that `sys.argv` asks for, and exit with its code."""
    from api.command_line.application import run  # noqa: PLC0415  (loading it counts into the time limit)

    run()
