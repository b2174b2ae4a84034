"""The months of a made-up year."""

from functools import cached_property

from models.horizon import Horizon

QUARTER_WEIGHTS = (18, 23, 24, 35)
"""How orders spread over the quarters of a year, in hundredths."""


class Calendar:
    """Labels of months by their index in the horizon, and the quarters they lie in."""

    def __init__(self, start: str, periods: int) -> None:
        self.horizon = Horizon(start=start, periods=periods)
        self.periods = periods

    @cached_property
    def _labels(self) -> dict[int, str]:
        return {index: self.horizon.label(index) for index in range(-24, self.periods + 24)}

    def label(self, index: int) -> str:
        """The label of a month, up to two years outside the horizon."""
        return self._labels[index]

    def month_of_year(self, index: int) -> int:
        """0 for January … 11 for December."""
        return (self.horizon.first.number + index) % 12

    def order_weight(self, index: int) -> int:
        """How many of the orders of a year fall into this month, more or less."""
        month = self.month_of_year(index)
        last_of_quarter = month % 3 == 2
        return QUARTER_WEIGHTS[month // 3] * (3 if last_of_quarter else 1)
