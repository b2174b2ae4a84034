"""The kinds of fault: what befalls a solve, and when."""

import random
import signal
from collections.abc import Callable
from dataclasses import dataclass

LOADING = "loading"
"""The command is still loading what it needs."""

STARTED = "started"
"""The solving process is there."""

COMPILED = "compiled"
"""The line of progress is there that says so."""

FOUND = "found"
"""The first plan has been announced."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `when` is a share of the time limit or what has to be seen first.

    `errors` are those that may be reported where there is no plan, `reasons` what may be said of the search where
    there is one (keys of the messages).
    """

    when: float | str
    number: signal.Signals | None
    errors: frozenset[str]
    reasons: frozenset[str]
    at_parent: bool = False
    megabytes: int | None = None


_TOO_SMALL = (1, 16, 64, 128, 192, 256, 320, 384, 448, 512)
"""Megabytes of address space: from too few for the interpreter to too few for the search."""


def killed(when: float | str) -> Fault:
    """The solving process is killed."""
    return Fault(when, signal.SIGKILL, frozenset({"solver_fault"}), frozenset({"killed"}))


def hung(when: float | str) -> Fault:
    """The solving process stops answering; whether it had compiled decides which error it is."""
    errors = frozenset({"deadline_before_compiled", "solver_fault"})
    return Fault(when, signal.SIGSTOP, errors, frozenset({"hung"}))


def starved(megabytes: int) -> Fault:
    """The solving process may not take the memory that it needs; with too little it may also fall silent."""
    errors = frozenset({"resource_exhausted", "deadline_before_compiled"})
    return Fault(0.0, None, errors, frozenset({"memory", "time", "fault", "hung"}), megabytes=megabytes)


def interrupted(when: float | str) -> Fault:
    """Ctrl-C."""
    return Fault(when, signal.SIGINT, frozenset({"interrupted"}), frozenset({"request"}), at_parent=True)


KINDS: dict[str, Callable[[random.Random], Fault]] = {
    "killed at 5 %": lambda chance: killed(0.05),
    "killed at 50 %": lambda chance: killed(0.5),
    "killed at 95 %": lambda chance: killed(0.95),
    "killed with a plan": lambda chance: killed(FOUND),
    "hung": lambda chance: hung(chance.choice((FOUND, chance.uniform(0.3, 0.95)))),
    "memory too small": lambda chance: starved(chance.choice(_TOO_SMALL)),
    "interrupted": lambda chance: interrupted(
        chance.choice((LOADING, STARTED, COMPILED, FOUND, chance.uniform(0.5, 0.95)))
    ),
}
