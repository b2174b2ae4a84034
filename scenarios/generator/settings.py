"""What kind of portfolio to make up."""

from dataclasses import dataclass, fields
from decimal import Decimal

from models.horizon import PeriodKind, parse_period

LARGEST = 100_000


@dataclass(frozen=True, slots=True)
class GeneratorSettings:
    """Size and character of a made-up year. The same settings give the same document, byte for byte.

    Raises ValueError where a setting is out of range.
    """

    projects: int = 500
    """Candidates and projects in flight, 30 … 100,000."""
    seed: int = 1
    periods: int = 18
    """Months of the horizon, 6 … 60."""
    start: str = "2027-01"
    """The first month."""
    starts: int = 3
    """Possible starts of each candidate, where the horizon leaves room for as many."""
    difficulty: Decimal = Decimal("0.5")
    """0 … 1: how scarce people are, how tight budgets, how many mandates and clashes."""
    managers_per_project: int = 25
    """How many project managers are eligible for a project, about, if the company has as many; likewise below."""
    sponsors_per_project: int = 8
    leads_per_project: int = 8
    projects_per_manager: int = 7
    """How many projects of the year come on each project manager, about; `difficulty` raises it."""
    in_flight_share: Decimal = Decimal("0.15")
    """Share of projects that are in flight already, 0 … 0.6."""

    def __post_init__(self) -> None:
        for name, least, most in (
            ("projects", 30, LARGEST),
            ("periods", 6, 60),
            ("starts", 1, 12),
            ("managers_per_project", 1, 100),
            ("sponsors_per_project", 1, 100),
            ("leads_per_project", 1, 100),
            ("projects_per_manager", 1, 100),
        ):
            value = getattr(self, name)
            if not isinstance(value, int) or not least <= value <= most:
                raise ValueError(f"{name}: {least} to {most} expected")
        for name, limit in (("difficulty", Decimal(1)), ("in_flight_share", Decimal("0.6"))):
            share = getattr(self, name)
            if not isinstance(share, (int, Decimal)) or not 0 <= share <= limit or share * 1000 % 1:
                raise ValueError(f"{name}: a decimal with at most 3 places, 0 to {limit}, expected")
        if parse_period(self.start).kind is not PeriodKind.MONTH:
            raise ValueError("start: a month expected")

    @property
    def name(self) -> str:
        """The name of the scenario: the size, the seed, and whatever differs from the default."""
        plain = GeneratorSettings()
        changed = [
            f"{field.name.replace('_', '-')}-{getattr(self, field.name)}"
            for field in fields(self)
            if field.name not in ("projects", "seed") and getattr(self, field.name) != getattr(plain, field.name)
        ]
        return "-".join((f"generated-{self.projects}", f"seed-{self.seed}", *changed))

    def dial(self, easy: int, hard: int) -> int:
        """The whole number between `easy` (difficulty 0) and `hard` (difficulty 1), rounded down."""
        return easy + int((hard - easy) * self.difficulty)
