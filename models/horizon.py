"""Periods are labels: `2027-01` a month, `2027-Q1` a quarter, `2027-W05` an ISO week."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Annotated, Any

from pydantic import PlainValidator
from pydantic_core import PydanticCustomError

from models.quantities import PositiveCount
from models.record import Record

_LABEL = re.compile(r"(?P<year>[0-9]{4})-(?:(?P<month>[0-9]{2})|Q(?P<quarter>[1-4])|W(?P<week>[0-9]{2}))")


class PeriodKind(StrEnum):
    """The length of a period."""

    MONTH = "month"
    QUARTER = "quarter"
    WEEK = "week"


@dataclass(frozen=True, order=True, slots=True)
class Period:
    """One period: its kind and its number counted from a fixed origin of that kind."""

    kind: PeriodKind
    number: int

    @property
    def label(self) -> str:
        """The label, as the contract writes it."""
        if self.kind is PeriodKind.MONTH:
            return f"{self.number // 12:04d}-{self.number % 12 + 1:02d}"
        if self.kind is PeriodKind.QUARTER:
            return f"{self.number // 4:04d}-Q{self.number % 4 + 1}"
        year, week, _ = date.fromordinal(self.number * 7 + 1).isocalendar()
        return f"{year:04d}-W{week:02d}"


@lru_cache(maxsize=65_536)
def parse_period(label: str) -> Period:
    """The period that a label names. Raises ValueError when it names none."""
    match = _LABEL.fullmatch(label)
    if match is None:
        raise ValueError("not a period label")
    year = int(match["year"])
    if not 1 <= year <= 9998:
        raise ValueError("year out of range")
    if match["quarter"]:
        return Period(PeriodKind.QUARTER, year * 4 + int(match["quarter"]) - 1)
    if match["week"]:
        return Period(PeriodKind.WEEK, date.fromisocalendar(year, int(match["week"]), 1).toordinal() // 7)
    month = int(match["month"])
    if not 1 <= month <= 12:
        raise ValueError("no such month")
    return Period(PeriodKind.MONTH, year * 12 + month - 1)


def _read_label(raw: Any) -> str:
    try:
        if isinstance(raw, str):
            parse_period(raw)
            return raw
    except ValueError:
        pass
    raise PydanticCustomError("period_malformed", "a period such as 2027-01, 2027-Q1 or 2027-W05 is expected")


PeriodLabel = Annotated[str, PlainValidator(_read_label)]


class Horizon(Record):
    """The planning horizon: `periods` periods from `start` on. Inside, periods are counted from 0."""

    start: PeriodLabel
    periods: PositiveCount

    @cached_property
    def first(self) -> Period:
        """The first period."""
        return parse_period(self.start)

    @property
    def kind(self) -> PeriodKind:
        """Months, quarters or weeks."""
        return self.first.kind

    def index(self, label: str) -> int:
        """How many periods after the first one the label stands: below 0 or from `periods` on when outside."""
        return parse_period(label).number - self.first.number

    def label(self, index: int) -> str:
        """The label of the period with this index, inside the horizon or not."""
        return Period(self.kind, self.first.number + index).label

    def labels(self) -> Iterator[str]:
        """The labels of the horizon in order."""
        return (self.label(index) for index in range(self.periods))
