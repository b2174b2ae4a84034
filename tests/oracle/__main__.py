"""Solve tiny scenarios and compare each answer with the best of all answers: python -m tests.oracle.

Every ingredient of tiny scenarios is gone through, and more of those whose lines of the contract have not been in play
in 50 scenarios. Exit code 1 when an answer is wrong or a line was in play too seldom.
"""

import argparse
import json
import os
import sys
import time

from tests.oracle.census import ENOUGH, ENOUGH_OF_EDGES, EVERYTHING, Census, census
from tests.oracle.lines import EDGES, LINES
from tests.oracle.unmoving import BY_UNIT_TEST


def main() -> int:
    """Run, tell how it goes, print the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.oracle", description=__doc__)
    parser.add_argument("--seed", type=int, default=0, help="the first seed")
    parser.add_argument("--base", type=int, default=12, help="seeds of every ingredient")
    parser.add_argument(
        "--most", type=int, default=400, help="seeds of an ingredient whose lines are in play too seldom"
    )
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)), help="processes")
    parser.add_argument("--only", nargs="+", choices=EVERYTHING, metavar="INGREDIENT", help="these ingredients alone")
    parser.add_argument("--json", action="store_true", help="one JSON document")
    asked = parser.parse_args()
    began = time.monotonic()
    told = 0.0

    def tell(count: Census) -> None:
        nonlocal told
        now = time.monotonic()
        if now - told > 10:
            told = now
            lacking = len(count.lacking())
            print(
                f"{now - began:.0f} s: {count.scenarios} scenarios, {len(count.wrong)} wrong, {lacking} lines to go",
                file=sys.stderr,
                flush=True,
            )

    count = census(asked.seed, asked.base, asked.most, asked.jobs, asked.only or EVERYTHING, tell)
    if asked.json:
        print(json.dumps(_figures(count), indent=1))
    else:
        _print(count, time.monotonic() - began)
    return 0 if (count.sound or (asked.only and not count.wrong)) else 1


def _figures(count: Census) -> dict[str, object]:
    return {
        "scenarios": count.scenarios,
        "unmet": count.unmet,
        "wide": count.wide,
        "wrong": [[seen.focus, seen.seed, seen.wrong] for seen in count.wrong],
        "in_play": {fault.name: count.in_play[fault.name] for fault in (*LINES, *EDGES)},
        "lacking": [fault.name for fault in count.lacking()],
    }


def _print(count: Census, seconds: float) -> None:
    print(f"{'in play':>8} {'plan moved':>10}  line that is deleted or turned")
    for title, faults in ((None, LINES), ("edges moved by the least amount, or rounded another way", EDGES)):
        if title:
            print(f"\n{title}")
        for fault in sorted(faults, key=lambda fault: fault.name):
            print(f"{count.in_play[fault.name]:>8} {count.moved[fault.name]:>10}  {fault.name}")
    print("\nlines that cannot move an optimum, with a unit test each")
    for line, test in BY_UNIT_TEST.items():
        print(f"  {line}: {test}")
    print()
    for seen in count.wrong:
        print(f"WRONG tiny({seen.seed}, {seen.focus!r}): {seen.wrong}")
    lacking = count.lacking()
    for fault in lacking:
        print(f"SELDOM IN PLAY {fault.name}: {count.in_play[fault.name]}")
    least = min(count.in_play[fault.name] for fault in LINES)
    print(
        f"{count.scenarios} scenarios solved and compared in {seconds:.0f} s: {len(count.wrong)} wrong; "
        f"{count.unmet} with commitments unmet; {count.wide} with row sums above 2^31."
    )
    print(
        f"{len(LINES)} lines, the least in play {least} times (wanted: {ENOUGH}); {len(EDGES)} edges (wanted: "
        f"{ENOUGH_OF_EDGES} each); in play too seldom: {len(lacking)}."
    )


if __name__ == "__main__":
    sys.exit(main())
