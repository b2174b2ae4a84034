"""Execution: one solve in one child process, under a deadline and a memory limit, watched from outside.

The child searches; what it finds is streamed to the parent as it is found, so that nothing that happens to the child
afterwards can take it back. The parent, which never loads a solver, finishes and checks the plan.
"""

from scenarios.execution.protocol import Bound, Compiled, Ended, Event, Incumbent, Started
from scenarios.execution.run import run, wall_limit
from scenarios.execution.stopping import Stopping

__all__ = ["Bound", "Compiled", "Ended", "Event", "Incumbent", "Started", "Stopping", "run", "wall_limit"]
