"""The lines of the contract, each as the fault that deletes it or turns it into something else.

A line is in play in a scenario when the answer, (unmet, money), of the scenario is another one without it. The faults
of the checker are the table of lines: `rule/what is wrong`. Those that move an edge by the least amount there is, or
round another way, are edges: an edge shows in few scenarios by its nature, so they are counted apart.
"""

import re

from tests.mutants.checker_mutants import MUTANTS
from tests.mutants.mutation import Mutant

_EDGE = re.compile(
    r"\b(a cent|a permille|a hundredth|half|rounded|to even|is too much|are too many)\b"
    r"|/(one period of delay|one grade|one level|one project|one change|one start|as many) "
)


def is_edge(fault: Mutant) -> bool:
    """Whether the fault moves an edge, or rounds another way, and leaves the line standing."""
    return _EDGE.search(fault.name) is not None


LINES = tuple(fault for fault in MUTANTS if not is_edge(fault))
EDGES = tuple(fault for fault in MUTANTS if is_edge(fault))
