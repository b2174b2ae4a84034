"""HiGHS (Huangfu and Hall 2018) as SciPy brings it, default parameters but for the gap, which is 0.

SciPy has no callbacks: incumbents are read from the solver's log, to its eight digits, as its lines come.
"""

import os
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from math import isfinite

import numpy as np

from benchmarks.contestants.contestant import Outcome, Report, Task
from optimizer.program import COMMITMENT, Program

_LINE = re.compile(r"^\s*(?:\S\s+)?\d+\s+\d+\s+\d+\s+[\d.]+%\s+(\S+)\s+(\S+)\s+")
"""A line of the log: source, nodes, queue, leaves, explored, bound, best solution, gap, …"""
_WORDS = {0: "optimal", 1: "time", 2: "infeasible", 3: "unbounded", 4: "other"}


class Highs:
    """HiGHS on the program as a mixed-integer linear program."""

    name = "highs"

    def available(self) -> bool:
        """Where SciPy is installed."""
        return find_spec("scipy") is not None

    def __call__(self, task: Task, report: Report) -> Outcome:
        """Solve. Raises ImportError without SciPy."""
        report.began()
        deadline = time.monotonic() + task.seconds
        from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415  only tests and benchmarks have it

        from benchmarks.contestants import linear  # noqa: PLC0415  needs SciPy too

        program = task.problem().program().limited(COMMITMENT, task.unmet)
        stated = linear.stated(program)
        whole = np.arange(len(stated.cost)) < stated.binaries

        def on_line(line: str) -> None:
            found = incumbent_of(line)
            if found is not None:
                report.incumbent(task.unmet, linear.money(program, found))

        with _printed(on_line):
            result = milp(
                stated.cost,
                integrality=whole.astype(int),
                bounds=Bounds(0, stated.most),
                constraints=LinearConstraint(stated.matrix, stated.lower, stated.upper),
                options={"time_limit": max(deadline - time.monotonic(), 0.01), "mip_rel_gap": 0.0, "disp": True},
            )
        word = _WORDS.get(result.status, "other")
        bound = _bound(program, result.mip_dual_bound)
        if result.x is None:
            return Outcome(None, None, None, bound, word)
        score = linear.answer(program, result.x)
        if score is None:
            return Outcome(None, None, None, bound, f"wrong {word}")
        return Outcome(-score.met, score.money, None, bound, word)


def incumbent_of(line: str) -> float | None:
    """The objective of the best solution that a line of the log names."""
    found = _LINE.match(line)
    if found is None:
        return None
    try:
        value = float(found[2])
    except ValueError:
        return None
    return value if isfinite(value) else None


def _bound(program: Program, figure: float | None) -> int | None:
    from benchmarks.contestants.linear import money  # noqa: PLC0415

    return money(program, figure) if figure is not None and isfinite(figure) else None


@contextmanager
def _printed(on_line: Callable[[str], None]) -> Iterator[None]:
    """What native code prints goes line by line to a function."""
    reader, writer = os.pipe()
    kept = os.dup(1)
    os.dup2(writer, 1)
    os.close(writer)

    def follow() -> None:
        with os.fdopen(reader, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                on_line(line)

    thread = threading.Thread(target=follow, daemon=True)
    thread.start()
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        thread.join(5)
