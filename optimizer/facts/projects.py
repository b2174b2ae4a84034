"""What a project asks and brings: profiles, start periods, value, expected orders."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from models.horizon import Horizon
from models.project import Project, StaffingNeed
from models.quantities import EFFORT_SCALE, RATIO_SCALE, half_up


def profile_of(effort: int | tuple[int, ...], duration: int) -> tuple[int, ...]:
    """Effort per project period, permille."""
    return (effort,) * duration if isinstance(effort, int) else effort


def asked_profile(need: StaffingNeed, duration: int, hours_per_fte: int) -> tuple[int, ...]:
    """The effort a role asks for per project period, permille; reviews count as hours of a full-time person."""
    if need.effort is not None:
        return profile_of(need.effort, duration)
    if need.reviews_per_period is None or need.hours_per_review is None:
        return (0,) * duration
    hours = need.reviews_per_period * need.hours_per_review
    return (half_up(EFFORT_SCALE * hours, RATIO_SCALE * hours_per_fte) if hours else 0,) * duration


def preferred_start(project: Project, horizon: Horizon) -> int:
    """The index of the preferred first period; 0 for a project in flight. May lie outside the horizon."""
    if project.in_flight or project.start is None:
        return 0
    return horizon.index(project.start.preferred)


def possible_starts(project: Project, horizon: Horizon) -> range:
    """The indices at which a project may start: its window cut by the horizon; only 0 when it is in flight."""
    if project.in_flight or project.start is None:
        return range(1)
    window = project.start
    earliest = horizon.index(window.earliest or window.preferred)
    latest = horizon.index(window.latest or window.preferred)
    return range(max(earliest, 0), max(0, min(latest, horizon.periods - 1) + 1))


def value_at(project: Project, delay: int) -> int:
    """Project value (0.01 unit) when it starts `delay` periods after the preferred one (early starts gain nothing)."""
    value = project.value
    kept = RATIO_SCALE if project.in_flight else max(0, RATIO_SCALE - value.delay_loss * max(0, delay))
    order_part = half_up(value.amount * value.margin_rate * value.win_probability * kept, RATIO_SCALE**3)
    return order_part + value.strategic - (0 if project.in_flight else value.pursuit_cost)


def expected_orders(project: Project) -> int:
    """Amount times win probability, 0.01 unit."""
    return half_up(project.value.amount * project.value.win_probability, RATIO_SCALE)


@dataclass
class Profiles:
    """Effort profiles, each kept once and known by number."""

    number: dict[tuple[int, ...], int] = field(default_factory=dict)

    def intern(self, profile: Sequence[int]) -> int:
        """The number of this profile."""
        return self.number.setdefault(tuple(profile), len(self.number))

    def __iter__(self) -> Iterator[tuple[int, ...]]:
        return iter(self.number)
