"""Validate damaged scenarios: python -m tests.fuzz [--count 20000] [--seed 1]. Exit code 1 when any misbehaves."""

import argparse
import sys
import time
import traceback
from collections import Counter

from tests.fuzz.judge import one

MOST_SHOWN = 10
SEEDS_APART = 1_000_000_007


def main() -> int:
    """Print what misbehaves, and at the end the counts, the time and the slowest document."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    began, codes, read, failed = time.monotonic(), Counter[str](), 0, 0
    slowest = (0.0, 0)
    for seed in range(asked.seed * SEEDS_APART, asked.seed * SEEDS_APART + asked.count):
        begun = time.process_time()
        try:
            result = one(seed)
        except Exception as broken:
            failed += 1
            if failed <= MOST_SHOWN:
                print(f"seed {seed}:", *traceback.format_exception(broken)[-3:], file=sys.stderr)
            continue
        slowest = max(slowest, (time.process_time() - begun, seed))
        read += result.scenario is not None
        codes.update({finding.code for finding in result.findings})
    took = time.monotonic() - began
    print(f"{asked.count} documents in {took:.0f} s: {read} read, {failed} misbehaved, {len(codes)} codes met")
    print(f"slowest: seed {slowest[1]}, {slowest[0]:.2f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
