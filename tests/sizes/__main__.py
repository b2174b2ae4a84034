"""Measure every stage: python -m tests.sizes [SIZE …] [--large] [--json]. Exit code 1 when any passes its limit.

Times by the clock depend on what else the machine does: limits are meant for an idle one with two cores. Beside them
stand the seconds that processors worked.
"""

import argparse
import json
import sys
from dataclasses import asdict
from typing import Any

from tests.sizes.run import Figure, measure

SIZES = [500, 5_000]
LARGE = 50_000
_HEADING = f"{'projects':>8}  {'stage':<20} {'seconds':>8} {'limit':>6} {'cpu':>8} {'GB':>6} {'limit':>6}  outcome"


def main() -> int:
    """Print a line per stage as it ends, or everything as JSON at the end."""
    parser = argparse.ArgumentParser(prog="python -m tests.sizes", description=__doc__)
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES, metavar="SIZE", help="numbers of projects")
    parser.add_argument("--large", action="store_true", help=f"{LARGE} projects too: minutes, and some 10 GB")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    asked = parser.parse_args()
    figures: list[Figure] = []
    if not asked.json:
        print(_HEADING, flush=True)
    for projects in [*asked.sizes, *([LARGE] if asked.large else [])]:
        for figure in measure(projects):
            figures.append(figure)
            if not asked.json:
                print(line(figure), flush=True)
    if asked.json:
        print(json.dumps([as_record(figure) for figure in figures], indent=1))
    return 1 if any(map(missed, figures)) else 0


def as_record(figure: Figure) -> dict[str, Any]:
    """A figure for JSON."""
    return asdict(figure) | {"missed": missed(figure)}


def missed(figure: Figure) -> bool:
    """Whether a figure is not as it should be."""
    return figure.too_slow or figure.too_large or figure.wrong


def line(figure: Figure) -> str:
    """A line of the table; what is not as it should be ends in an exclamation mark."""
    measured = figure.measured
    outcome = ", ".join(f"{name} {_short(value)}" for name, value in measured.facts.items())
    return (
        f"{figure.projects:>8}  {figure.stage:<20}"
        f" {_marked(measured.seconds, figure.too_slow):>8} {_limit(figure.most_seconds):>6}"
        f" {measured.processor_seconds:>8.2f}"
        f" {_marked(measured.gigabytes, figure.too_large):>6} {_limit(figure.most_gigabytes):>6}"
        f"  {outcome}{' !' if figure.wrong else ''}"
    )


def _marked(value: float, beyond: bool) -> str:
    return f"{value:.2f}{'!' if beyond else ''}"


def _limit(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _short(value: float) -> str:
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:.2f}"


if __name__ == "__main__":
    sys.exit(main())
