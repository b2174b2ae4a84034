"""How long one run of the solver may take."""

from typing import NamedTuple

from optimizer.engines.engine import Limits, Stop


class Budget(NamedTuple):
    """Wall seconds, and deterministic seconds where these decide."""

    wall: float
    deterministic: float | None


def share(part: float, limits: Limits, stop: Stop, used: float) -> Budget:
    """A part (0 to 1) of what is left, after `used` deterministic seconds.

    Under a deterministic limit that limit alone is shared out: the wall would make the phases depend on the clock.
    """
    wall = stop.seconds_left()
    if limits.deterministic_time is None:
        return Budget(part * wall, None)
    return Budget(wall, part * (limits.deterministic_time - used))


def is_spent(budget: Budget) -> bool:
    """Whether nothing of it is left."""
    return budget.wall <= 0 or (budget.deterministic is not None and budget.deterministic <= 0)
