"""Solve random tiny scenarios and compare with trying every answer: python3 dev.py oracle.

Brute force enumerates starts and people from the scenario and scores with the checker alone. Every rule of the contract
and every line of its fine print that can move an optimum is deleted from the checker in turn, and has to change the
answer in 50 scenarios. Exit code 1 when the product differs anywhere or a line is in play too seldom.
"""

import argparse
import json
import os
import sys
from functools import partial

from scenarios.generator.tiny import INGREDIENTS
from tests.oracle.campaign import Campaign
from tests.oracle.lines import LINES
from tests.oracle.processes import examining
from tests.oracle.report import as_document, progress, table, verdict


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


if __name__ == "__main__":
    sys.exit(main())
