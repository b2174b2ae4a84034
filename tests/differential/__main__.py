"""Compare many scenarios: python -m tests.differential [--count 300] [--seed 0]. Exit code 1 when any differ."""

import argparse
import sys
from itertools import count

from tests.differential.compare import compare


def main() -> int:
    """Print a line per difference and the count at the end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    compared = different = too_large = 0
    for seed in count(asked.seed):
        if compared == asked.count:
            break
        result = compare(seed)
        if result is None:
            too_large += 1
            continue
        compared += 1
        if not result.equal:
            different += 1
            print(f"seed {seed}: exact {result.exact}, HiGHS {result.highs}", flush=True)
        if compared % 25 == 0:
            print(f"{compared} compared, {different} different, {too_large} left out as too large", flush=True)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
