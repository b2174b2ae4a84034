"""One solve divided among processes, here or on a cluster: groups go by zone, and prices are all that parts share.

Price-directive decomposition for prices (Lasdon 1970; Geoffrion 1974), resource-directive decomposition for the search
(Geoffrion 1970).
"""

from collections.abc import Sequence

from optimizer.engines.engine import Limits, Observer, Result, Stop
from optimizer.program import Program, Selection


class Distributed:
    """Divides a program among workers, each a process; see `solve_in_parts`. What is too small is not divided."""

    name = "distributed"

    def __call__(
        self, program: Program, warm: Sequence[Selection], limits: Limits, stop: Stop, observer: Observer
    ) -> Result:
        """Search for the most met, then the most money, and for prices that bound it."""
        # Compiled loops and native solvers are loaded by those who search, not by those who list engines.
        from optimizer.engines.distributed.divide import solve  # noqa: PLC0415

        return solve(program, warm, limits, stop, observer)
