"""The portfolio: prices, construction, local search and the exact engine, together. The default engine."""

from collections.abc import Sequence

from optimizer.engines.engine import Limits, Observer, Result, Stop
from optimizer.program import Program, Selection


class Portfolio:
    """Races and combines the engines; see `race`."""

    name = "portfolio"

    def __call__(
        self, program: Program, warm: Sequence[Selection], limits: Limits, stop: Stop, observer: Observer
    ) -> Result:
        """Search for the most met, then the most money, and for prices that bound it."""
        # Compiled loops and native solvers are loaded by those who search, not by those who list engines.
        from optimizer.engines.portfolio.race import race  # noqa: PLC0415

        return race(program, warm, limits, stop, observer)
