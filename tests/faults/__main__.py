"""Plant faults in running solves: python -m tests.faults [--runs 100] [--seed 1]. Exit code 1 when any goes wrong."""

import argparse
import random
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.kinds import COMPILED, FOUND, KINDS
from tests.faults.solving import seconds_to_a_plan
from tests.faults.verdict import Verdict, trial

PROJECTS, DIFFICULTY, SEED = 50, 0.8, 1
"""A portfolio whose search lasts far beyond the time limit, and finds a first plan well before it."""

SHORTEST, LONGEST = 3.0, 9.0
"""Seconds between which the time limit lies."""

AT_ONCE = 2
_COLUMNS = ("runs", "struck", "found before", "plan kept", "clear error", "orphans", "half files", "worst s", "failed")


def generated(path: Path) -> Path:
    """A made-up scenario in this file."""
    command = Path(sys.executable).with_name("hilltop")
    options = ["--projects", str(PROJECTS), "--seed", str(SEED), "--difficulty", str(DIFFICULTY)]
    subprocess.run([command, "generate", path, *options], check=True, stdout=subprocess.DEVNULL)
    return path


def time_limit(scenario: Path, folder: Path) -> float:
    """Twice what a first plan takes on this machine, busy as it is, so that plans are there before half the limit."""
    arguments = [str(scenario), "--workers", "2", "--lang", "en"]
    return max(SHORTEST, round(2 * seconds_to_a_plan(arguments, folder, LONGEST / 2), 1))


def table(verdicts: dict[str, list[Verdict]]) -> Iterator[str]:
    """One line for each kind, and one for all."""
    yield f"{'':20}" + "".join(f"{name:>14}" for name in _COLUMNS)
    everything = [verdict for each in verdicts.values() for verdict in each]
    for name, each in [*verdicts.items(), ("all", everything)]:
        figures = (
            len(each),
            sum(verdict.planted for verdict in each),
            sum(verdict.found for verdict in each),
            sum(verdict.plan_kept for verdict in each),
            sum(verdict.clear_error for verdict in each),
            sum(verdict.orphans for verdict in each),
            sum(verdict.half_files for verdict in each),
            f"{max(verdict.seconds for verdict in each):.1f}",
            sum(bool(verdict.complaints) for verdict in each),
        )
        yield f"{name:20}" + "".join(f"{figure:>14}" for figure in figures)


def main() -> int:
    """Print what goes wrong as it does, and at the end the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    began, verdicts = time.monotonic(), defaultdict[str, list[Verdict]](list)
    with TemporaryDirectory() as folder, ThreadPoolExecutor(AT_ONCE) as pool:
        scenario = generated(Path(folder, "scenario.json"))
        limit = time_limit(scenario, Path(folder))

        def one(number: int, name: str) -> tuple[str, Verdict]:
            chance = random.Random(asked.seed * 1_000_003 + number)
            fault = KINDS[name](chance)
            # With --json there is no progress to wait for.
            as_json, over = fault.when not in (COMPILED, FOUND) and chance.random() < 0.25, chance.random() < 0.5
            verdict = trial(fault, scenario, limit, as_json=as_json, over=over)
            for complaint in verdict.complaints:
                print(f"run {number}, {name}, {fault.when}, {fault.megabytes} MB: {complaint}", file=sys.stderr)
            return name, verdict

        for name, verdict in pool.map(one, range(asked.runs), islice(cycle(KINDS), asked.runs)):
            verdicts[name].append(verdict)
    print(*table(verdicts), sep="\n")
    print(f"{asked.runs} runs in {time.monotonic() - began:.0f} s; time limit {limit:g} s, {PROJECTS} projects")
    return 1 if any(verdict.complaints for each in verdicts.values() for verdict in each) else 0


if __name__ == "__main__":
    sys.exit(main())
