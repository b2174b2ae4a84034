"""Draws from a seeded source, in whole numbers only: the same on every platform and Python version."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate
from random import Random
from typing import TypeVar

Item = TypeVar("Item")

_SPREAD = (22, 28, 33, 37, 42, 46, 50, 55, 59, 64, 69, 74, 79, 85, 91, 97, 104, 111, 119, 128, 138, 150, 163, 178, 197)
"""Hundredths of the median at 25 evenly spaced ranks of a log-normal distribution with sigma 0.8, without the tail."""
_TAIL = (220, 250, 300, 380, 500)


class Dice:
    """Seeded draws."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)

    def below(self, count: int) -> int:
        """0 … count − 1."""
        return self._random.randrange(count)

    def between(self, low: int, high: int) -> int:
        """low … high, both included."""
        return low + self._random.randrange(high - low + 1)

    def chance(self, permille: int) -> bool:
        """True in so many of a thousand cases."""
        return self._random.randrange(1000) < permille

    def pick(self, items: Sequence[Item]) -> Item:
        """One of the items."""
        return items[self._random.randrange(len(items))]

    def some(self, items: Sequence[Item], count: int) -> list[Item]:
        """Several different items, at most all."""
        left = list(items)
        return [left.pop(self._random.randrange(len(left))) for _ in range(min(count, len(left)))]

    def weighted(self, weights: Sequence[int]) -> int:
        """An index, as likely as its weight."""
        ranks = list(accumulate(weights))
        return self.ranked(ranks)

    def ranked(self, ranks: Sequence[int]) -> int:
        """Like `weighted`, from weights already summed up."""
        draw = self._random.randrange(ranks[-1])
        low, high = 0, len(ranks) - 1
        while low < high:
            middle = (low + high) // 2
            if draw < ranks[middle]:
                high = middle
            else:
                low = middle + 1
        return low

    def spread(self, median: int) -> int:
        """A skewed amount around a median, most between a third and three times of it; at least 1."""
        table = _TAIL if self._random.randrange(14) == 0 else _SPREAD
        return max(1, median * self.between(90, 110) * self.pick(table) // 10_000)

    def hundredths(self, low: int, high: int) -> Decimal:
        """low … high hundredths."""
        return Decimal(self.between(low, high)) / 100

    def bit(self, bits: int) -> int | None:
        """The place of a random set bit, None if there is none."""
        places = list(set_bits(bits))
        return self.pick(places) if places else None


def set_bits(bits: int) -> Iterator[int]:
    """The places of the set bits, lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def apportion(total: int, weights: Sequence[int]) -> list[int]:
    """Whole shares of a total that add up to it, in proportion to the weights (largest remainder)."""
    whole = sum(weights)
    shares = [total * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda place: (-(total * weights[place] % whole), place))
    for place in by_remainder[: total - sum(shares)]:
        shares[place] += 1
    return shares
