"""Measure Hilltop and its peers on frozen instances: python -m benchmarks. The protocol is in benchmarks/README.md."""

import argparse
import json
import sys

from benchmarks import frozen
from benchmarks.describe import describe
from benchmarks.instance import Instance, Missing
from benchmarks.protocol import Setting, cores, measure
from benchmarks.registry import FAMILIES, instances
from benchmarks.table import LEGEND, heading, line, record
from optimizer.engines.registry import ENGINES
from optimizer.settings import SolveSettings


def main(arguments: list[str] | None = None) -> int:
    """Print the table, or the shares of years, or the hashes. Exit code 1 when an instance is not the frozen one."""
    asked = _parser().parse_args(arguments)
    chosen = select(asked)
    if not chosen:
        print("no instance is chosen", file=sys.stderr)
        return 2
    if asked.freeze:
        return freeze(chosen)
    setting = Setting(asked.time, asked.workers, asked.seed, asked.engine, asked.peers, tuple(asked.peer))
    if asked.describe:
        return describe(chosen, setting)
    lines = []
    if not asked.json:
        print(heading(), flush=True)
    for instance in chosen:
        try:
            for figures in measure(instance, setting):
                lines.append(figures)
                if not asked.json:
                    print(line(figures), flush=True)
        except Missing as missing:
            print(f"skipped: {missing}", file=sys.stderr)
        except frozen.NotFrozen as changed:
            print(changed, file=sys.stderr)
            return 1
    print(json.dumps([record(one) for one in lines], indent=1) if asked.json else f"\n{LEGEND}")
    return 0


def select(asked: argparse.Namespace) -> list[Instance]:
    """The instances that are asked for."""
    scales = {"tiny"} if asked.tiny else {"usual", "large"} if asked.large else {"usual"}
    return [
        one
        for one in instances()
        if (one.name in asked.instance if asked.instance else one.scale in scales and one.seed <= asked.seeds)
        and (not asked.family or one.family in asked.family)
    ]


def freeze(chosen: list[Instance]) -> int:
    """Write the hashes of these instances; the others keep theirs."""
    hashes = frozen.manifest() if frozen.MANIFEST.exists() else {}
    for instance in chosen:
        try:
            hashes[instance.name] = instance.hash()
        except Missing as missing:
            print(f"skipped: {missing}", file=sys.stderr)
    order = [one.name for one in instances()]
    frozen.write({name: hashes[name] for name in order if name in hashes})
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    add = parser.add_argument
    add("--family", action="append", default=[], choices=FAMILIES, help="only this family; may be repeated")
    add("--instance", action="append", default=[], metavar="NAME", help="only this instance; may be repeated")
    add("--time", type=float, default=60.0, metavar="SECONDS", help="for each run, reading and compiling included")
    add("--seeds", type=int, default=1, metavar="N", help="so many instances of each size of the years")
    add("--seed", type=int, default=1, help="of the solvers")
    add("--workers", type=int, default=cores(), metavar="N", help="cores of each run; all that there are")
    add("--engine", default=SolveSettings().engine, choices=sorted(ENGINES), help="of Hilltop")
    add("--peers", action=argparse.BooleanOptionalAction, default=True, help="run the other solvers too")
    add("--peer", action="append", default=[], metavar="NAME", help="only this other solver; may be repeated")
    add("--large", action="store_true", help="instances that take gigabytes and many minutes too")
    add("--tiny", action="store_true", help="instances of seconds, to see whether everything runs")
    add("--json", action="store_true", help="print JSON instead of a table")
    add("--describe", action="store_true", help="solve the scenarios, and print what is dropped, full, bought and paid")
    add("--freeze", action="store_true", help="write the hashes of the chosen instances into the manifest")
    return parser


if __name__ == "__main__":
    sys.exit(main())
