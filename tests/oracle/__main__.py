"""Solve random tiny scenarios and compare with trying every answer: python3 dev.py oracle.

Brute force enumerates starts and people from the scenario and scores with the checker alone. Every rule of the contract
and every line of its fine print that can move an optimum is deleted from the checker in turn, and has to change the
answer in 50 scenarios. Exit code 1 when the product differs anywhere or a line is in play too seldom.
"""

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context

from scenarios.generator.tiny import INGREDIENTS
from tests.oracle.campaign import Campaign, Task
from tests.oracle.examine import Examined, examine
from tests.oracle.lines import LINES
from tests.oracle.report import as_document, progress, table, verdict

Examiner = Callable[[list[Task]], Iterable[Examined]]


def main() -> int:
    """Run the campaign and print what it counted."""
    parser = argparse.ArgumentParser(prog="dev.py oracle", description=__doc__.partition("\n")[0])
    parser.add_argument("--count", type=int, default=2_000, help="at least so many scenarios (default 2,000)")
    parser.add_argument("--seed", type=int, default=0, help="the first seed of every ingredient")
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)), help="processes")
    parser.add_argument("--only", metavar="FOCUS", choices=INGREDIENTS, help="scenarios of one ingredient only")
    parser.add_argument("--json", action="store_true", help="print the counts as JSON")
    asked = parser.parse_args()
    campaign = Campaign(LINES, asked.count, asked.seed, asked.only)
    say = partial(print, file=sys.stderr if asked.json else sys.stdout, flush=True)
    with examining(asked.jobs) as examined_by:
        while tasks := campaign.next_round():
            for examined in examined_by(tasks):
                campaign.take(examined)
                if examined.difference is not None:
                    say(f"DIFFERENT: tiny({examined.seed}, {examined.focus!r}): {examined.difference}")
                if campaign.scenarios % 250 == 0:
                    say(progress(campaign))
    print(json.dumps(as_document(campaign), ensure_ascii=False, indent=1) if asked.json else table(campaign))
    say(verdict(campaign))
    too_seldom = campaign.short if asked.only is None else []
    return 1 if campaign.differences or too_seldom else 0


@contextmanager
def examining(jobs: int) -> Iterator[Examiner]:
    """A function that examines the scenarios of tasks, in their order, in so many processes."""
    if jobs <= 1:
        yield lambda tasks: (examined for task in tasks for examined in examine_all(task))
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        yield lambda tasks: (examined for portion in pool.map(examine_all, tasks) for examined in portion)


def examine_all(task: Task) -> list[Examined]:
    """Every scenario of a task."""
    return [examine(task.focus, seed, task.deletions) for seed in task.seeds]


if __name__ == "__main__":
    sys.exit(main())
