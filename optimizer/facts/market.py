"""What a person costs a buyer: the rate that applies, its mark-up and its friction."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from models.market import ByDistance, Market, Rate
from models.quantities import EFFORT_SCALE, RATIO_SCALE, half_up
from optimizer.facts.organisation import Distance

NO_MARKET = Market(scope="none")

RateKey = tuple[str | None, int | None, str | None, str | None]


def _rank(key: RateKey) -> tuple[int, bool, bool, bool]:
    _, grade, seller, buyer = key
    return (sum(part is not None for part in key), buyer is not None, seller is not None, grade is not None)


@dataclass(frozen=True)
class Rates:
    """The rate table: the row that names most keys wins, then buyer over seller over grade over role."""

    rows: tuple[Rate, ...]
    _known: dict[tuple[str, int, str, str], int | None] = field(default_factory=dict)

    @cached_property
    def _by_key(self) -> dict[RateKey, int]:
        return {(row.role, row.grade, row.seller, row.buyer): row.rate for row in self.rows}

    @cached_property
    def _shapes(self) -> list[tuple[bool, bool, bool, bool]]:
        """Which keys rows name, the most specific first."""
        by_rank = sorted(self._by_key, key=_rank, reverse=True)
        return list(
            dict.fromkeys((r is not None, g is not None, s is not None, b is not None) for r, g, s, b in by_rank)
        )

    def rate(self, role: str, grade: int, seller: str, buyer: str) -> int | None:
        """Money (0.01 unit) per FTE-period; None where no row applies."""
        asked = (role, grade, seller, buyer)
        if asked not in self._known:
            self._known[asked] = self._look_up(asked)
        return self._known[asked]

    def _look_up(self, asked: tuple[str, int, str, str]) -> int | None:
        for shape in self._shapes:
            role, grade, seller, buyer = shape
            key = (
                asked[0] if role else None,
                asked[1] if grade else None,
                asked[2] if seller else None,
                asked[3] if buyer else None,
            )
            if key in self._by_key:
                return self._by_key[key]
        return None


def share_at(shares: ByDistance, distance: int) -> int:
    """The ratio (10^-4) that holds at a distance."""
    if distance == Distance.OWN:
        return 0
    return shares.same_region if distance == Distance.SAME_REGION else shares.cross_region


@dataclass(frozen=True, slots=True)
class Terms:
    """What one FTE-period of a person costs a buyer: rate in 0.01 unit, mark-up and friction in 10^-4 of it."""

    rate: int
    markup: int
    friction: int

    def amounts(self, efforts: Sequence[int]) -> list[int]:
        """What the buyer pays for each period's effort (permille), in 0.01 unit, each rounded once."""
        factor = self.rate * (RATIO_SCALE + self.markup)
        return [half_up(effort * factor, EFFORT_SCALE * RATIO_SCALE) for effort in efforts]

    def frictions(self, efforts: Sequence[int]) -> list[int]:
        """What is lost on each period's effort, in 0.01 unit, each rounded once."""
        factor = self.rate * self.friction
        return [half_up(effort * factor, EFFORT_SCALE * RATIO_SCALE) for effort in efforts]


def terms_of_trade(market: Market, rate: int | None, distance: int) -> Terms:
    """The terms at a rate and distance; without a rate the effort is free (an incumbent's)."""
    return Terms(rate or 0, share_at(market.markup, distance), share_at(market.friction, distance))
