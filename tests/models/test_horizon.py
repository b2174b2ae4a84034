"""Periods: months, quarters and ISO weeks, over the ends of years."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from models.horizon import Horizon, PeriodKind, parse_period

YEARS_OF_53_WEEKS = (2004, 2009, 2015, 2020, 2026, 2032, 2037)
"""Years that begin on a Thursday, or leap years that begin on a Wednesday."""

dates = st.dates(date(1, 1, 1), date(9998, 12, 31))


def horizon(start: str, periods: int) -> Horizon:
    return Horizon.model_validate({"start": start, "periods": periods})


def label_of(kind: PeriodKind, day: date) -> str:
    """The label of the period that holds a day."""
    if kind is PeriodKind.MONTH:
        return f"{day.year:04d}-{day.month:02d}"
    if kind is PeriodKind.QUARTER:
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


@pytest.mark.parametrize(
    ("start", "periods", "labels"),
    [
        ("2027-01", 3, ["2027-01", "2027-02", "2027-03"]),
        ("2027-11", 4, ["2027-11", "2027-12", "2028-01", "2028-02"]),
        ("2027-Q3", 4, ["2027-Q3", "2027-Q4", "2028-Q1", "2028-Q2"]),
        ("2026-W52", 3, ["2026-W52", "2026-W53", "2027-W01"]),  # 2026 begins on a Thursday: 53 weeks
        ("2027-W51", 3, ["2027-W51", "2027-W52", "2028-W01"]),
        ("0001-12", 2, ["0001-12", "0002-01"]),
    ],
)
def test_labels_run_over_the_end_of_the_year(start: str, periods: int, labels: list[str]) -> None:
    assert list(horizon(start, periods).labels()) == labels


@pytest.mark.parametrize(
    ("start", "kind"), [("2027-01", PeriodKind.MONTH), ("2027-Q1", PeriodKind.QUARTER), ("2027-W01", PeriodKind.WEEK)]
)
def test_the_label_tells_the_kind(start: str, kind: PeriodKind) -> None:
    assert horizon(start, 1).kind is kind
    assert parse_period(start).kind is kind


@pytest.mark.parametrize(
    ("start", "label", "index"),
    [
        ("2027-01", "2027-01", 0),
        ("2027-01", "2026-11", -2),
        ("2027-01", "2028-03", 14),
        ("2027-Q2", "2026-Q4", -2),
        ("2027-Q2", "2028-Q2", 4),
        ("2026-W50", "2027-W02", 5),  # weeks 50 to 53 are four
        ("2027-W50", "2028-W02", 4),  # weeks 50 to 52 are three
        ("2027-W01", "2026-W53", -1),
    ],
)
def test_the_index_counts_periods_from_the_first(start: str, label: str, index: int) -> None:
    assert horizon(start, 4).index(label) == index
    assert horizon(start, 4).label(index) == label


@pytest.mark.parametrize("year", range(2001, 2041))
def test_a_week_53_exists_in_long_years_only(year: int) -> None:
    label = f"{year}-W53"
    if year in YEARS_OF_53_WEEKS:
        assert parse_period(label).label == label
    else:
        with pytest.raises(ValueError, match="week"):
            parse_period(label)


@given(st.sampled_from(PeriodKind), dates)
def test_a_label_names_the_period_it_came_from(kind: PeriodKind, day: date) -> None:
    label = label_of(kind, day)
    if int(label[:4]) <= 9998:  # the last days of 9998 may belong to a week of 9999
        assert parse_period(label).label == label


@given(st.sampled_from(PeriodKind), dates, st.integers(0, 60))
def test_a_later_day_never_lies_in_an_earlier_period(kind: PeriodKind, day: date, later: int) -> None:
    then = day + timedelta(days=later)
    if then > date(9998, 12, 20):
        return
    first, second = parse_period(label_of(kind, day)), parse_period(label_of(kind, then))
    assert first <= second
    # As many periods apart as there are beginnings of periods in between.
    days = [day + timedelta(days=count) for count in range(1, later + 1)]
    begins = {
        PeriodKind.MONTH: lambda d: d.day == 1,
        PeriodKind.QUARTER: lambda d: d.day == 1 and d.month in (1, 4, 7, 10),
        PeriodKind.WEEK: lambda d: d.weekday() == 0,
    }[kind]
    assert second.number - first.number == sum(map(begins, days))


@given(st.sampled_from(["2027-01", "2026-Q4", "2026-W53", "2020-W53"]), st.integers(-2_000, 2_000))
def test_index_and_label_are_inverse(start: str, index: int) -> None:
    span = horizon(start, 12)
    assert span.index(span.label(index)) == index


@pytest.mark.parametrize(
    "label",
    [
        "2027",
        "2027-1",
        "2027-00",
        "2027-13",
        "2027-Q0",
        "2027-Q5",
        "2027-q1",
        "2027-W00",
        "2027-W54",
        "2027-W5",
        "27-01",
        "2027-01 ",
        "2027-01\n",
        " 2027-01",
        "2027/01",
        "2027-01-01",
        "０２０２７-01",
        "２０２７-01",
        "-2027-01",
        "0000-01",
        "9999-01",
        "9999-W01",
        "",
    ],
)
def test_what_is_no_period_is_refused(label: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_period(label)
    with pytest.raises(ValidationError) as refused:
        horizon(label, 1)
    assert refused.value.errors()[0]["type"] == "period_malformed"


@pytest.mark.parametrize("start", [202701, None, 2027.01, ["2027-01"]])
def test_a_label_is_text(start: Any) -> None:
    with pytest.raises(ValidationError) as refused:
        Horizon.model_validate({"start": start, "periods": 1})
    assert refused.value.errors()[0]["type"] == "period_malformed"


def test_a_horizon_has_a_period_at_least() -> None:
    assert len(list(horizon("2027-01", 1).labels())) == 1
    with pytest.raises(ValidationError):
        horizon("2027-01", 0)
