"""One solve as the command line runs it: watched on the screen, stopped by signals, its end remembered."""

import time
from dataclasses import dataclass

from api.command_line.hunger_cost import HungerCost, Missing, hunger_cost, without_hunger
from api.command_line.interrupts import Interrupts
from api.command_line.progress import Progress, State, progress_for
from api.command_line.summary_text import SearchEnd
from api.command_line.terminal import Terminal
from models.errors import HilltopError, Interrupted
from models.plan import Plan
from models.scenario import Scenario
from optimizer.engines.engine import StoppedBy
from optimizer.settings import SolveSettings
from scenarios.execution import Ended, Event, Stopping, run, wall_limit

CLAIMING = frozenset({"exact"})
"""Engines whose bound during the search is a solver's claim; the others report what prices give."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How all solves of one command are run. `memory` caps the child's address space in bytes."""

    terminal: Terminal
    settings: SolveSettings
    memory: int | None

    @property
    def limit(self) -> float:
        """Wall seconds of one solve, at most."""
        return wall_limit(self.settings)

    def state(self, began: float) -> State:
        """The state of a solve that began at an instant of CLOCK_MONOTONIC."""
        return State(began, self.limit, claimed=self.settings.engine in CLAIMING)

    def solve(self, scenario: Scenario, stop: Stopping, progress: Progress) -> tuple[Plan, SearchEnd]:
        """The plan of a scenario, and why the search ended. Raises what `run` raises."""
        ends: list[Ended] = []

        def watch(event: Event) -> None:
            if isinstance(event, Ended):
                ends.append(event)
            progress(event)

        plan = run(scenario, self.settings, on_event=watch, stop=stop, memory=self.memory)
        end = ends[-1]
        by_clock = self.settings.profile == "reproducible" and end.stopped_by not in (
            StoppedBy.OPTIMAL,
            StoppedBy.GAP,
        )
        return plan, SearchEnd(end.stopped_by, end.detail, by_clock)


def second_solve(setting: Setting, scenario: Scenario, plan: Plan, first: Stopping, signals: Interrupts) -> HungerCost:
    """The cost of hunger, by solving again without the hunger rows; the first plan is safe whatever happens here."""
    fed = without_hunger(scenario)
    if fed is None or first.requested():
        return hunger_cost(plan, None, "no_hunger_rows" if fed is None else "interrupted")
    began = time.monotonic()
    stop, state = Stopping(began + setting.limit), setting.state(began)
    state.which = "progress.without_hunger"
    missing: Missing
    try:
        with signals.asking(stop), progress_for(setting.terminal, state, stop.requested) as progress:
            without, _ = setting.solve(fed, stop, progress)
            return hunger_cost(plan, without)
    except Interrupted:
        missing = "interrupted"
    except HilltopError:
        missing = "no_second_plan"
    return hunger_cost(plan, None, missing)
