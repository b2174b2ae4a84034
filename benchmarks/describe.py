"""What the plans of scenarios look like: python -m benchmarks --describe."""

import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.instance import Instance, Missing
from benchmarks.protocol import Setting, written
from benchmarks.shares import SOFT, shares
from optimizer.settings import SolveSettings
from optimizer.solve import solve


def describe(chosen: Sequence[Instance], setting: Setting) -> int:
    """Solve each scenario and print its shares; instances that are no scenarios are left out."""
    print(f"{'instance':<18} {'dropped':>8} {'full':>8} {'bought':>8}  " + "  ".join(f"{name:>9}" for name in SOFT))
    for instance in chosen:
        with TemporaryDirectory() as folder:
            try:
                task = written(instance, setting, Path(folder))
            except Missing as missing:
                print(f"skipped: {missing}", file=sys.stderr)
                continue
            scenario = task.problem().scenario
        if scenario is None:
            continue
        settings = SolveSettings(
            engine=setting.engine, time_limit=setting.seconds, workers=setting.workers, seed=setting.seed
        )
        found = shares(scenario, solve(scenario, settings))
        costs = "  ".join(f"{found.costs[name]:>9.1f}" for name in SOFT)
        print(f"{instance.name:<18} {found.dropped:>8.1%} {found.full:>8.1%} {found.bought:>8.1%}  {costs}", flush=True)
        if instance.family == "years" and found.missed():
            print(f"{'':<18} short of what a year should show: {', '.join(found.missed())}")
    return 0
