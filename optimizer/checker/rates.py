"""The rate card: money per FTE-period for a person of one trading unit working for another."""

from collections.abc import Iterable
from itertools import product

from models.market import Rate

Keys = tuple[str | None, str | None, int | None, str | None]

# Which keys a row names (buyer, seller, grade, role): most keys first, then buyer over seller over grade over role.
_PATTERNS = sorted(product((True, False), repeat=4), key=lambda named: (sum(named), named), reverse=True)


class RateCard:
    """Looks rates up; rates are in 0.01 money unit per FTE-period, before mark-up."""

    def __init__(self, rows: Iterable[Rate]) -> None:
        self._rates: dict[Keys, int] = {(row.buyer, row.seller, row.grade, row.role): row.rate for row in rows}
        self._known: dict[tuple[str, str, int, str], int | None] = {}

    def rate(self, buyer: str, seller: str, grade: int, role: str) -> int | None:
        """The rate of the most specific row that matches, or None where no row does: then nothing can be bought."""
        asked = (buyer, seller, grade, role)
        if asked not in self._known:
            self._known[asked] = self._look_up(*asked)
        return self._known[asked]

    def _look_up(self, buyer: str, seller: str, grade: int, role: str) -> int | None:
        if not self._rates:
            return None
        for by_buyer, by_seller, by_grade, by_role in _PATTERNS:
            found = self._rates.get(
                (
                    buyer if by_buyer else None,
                    seller if by_seller else None,
                    grade if by_grade else None,
                    role if by_role else None,
                )
            )
            if found is not None:
                return found
        return None
