"""The exact engine: the whole program as one CP-SAT model. OR-Tools is loaded only when the engine is called."""

from collections.abc import Sequence

from optimizer.engines.engine import Limits, Observer, Result, Stop
from optimizer.program import Program, Selection


class Exact:
    """CP-SAT over the whole program; see `phases`."""

    name = "exact"

    def __call__(
        self, program: Program, warm: Sequence[Selection], limits: Limits, stop: Stop, observer: Observer
    ) -> Result:
        """Search for the most met, then the most money. Raises SolverFault or ResourceExhausted without a plan."""
        # 90 MB and native threads that a process which only lists engines should not carry.
        from optimizer.engines.exact.begin import begin  # noqa: PLC0415
        from optimizer.engines.exact.phases import search  # noqa: PLC0415

        begun = [] if stop.requested() or stop.seconds_left() <= 0 else begin(program, warm, observer)
        return search(program, [*warm, *begun], limits, stop, observer)
