"""Rows in words, and what they are counted in."""

import pytest

from optimizer.explain.rows import measure, row_words


@pytest.mark.parametrize(
    ("row", "en", "zh", "counted"),
    [
        ("person_capacity/E1/2027-03", "time of E1 in 2027-03", "E1 在 2027-03 的时间", "effort"),
        ("purchase_budget/a~1b", "purchase budget of a/b", "a/b 的采购预算", "money"),
        (
            "person_capacity/E1/2027-03/rounded/2/350",
            "time of E1 in 2027-03 (in whole steps, 2/350)",
            "E1 在 2027-03 的时间（按整步计，2/350）",
            "count",
        ),
        (
            "purchase_budget/rounded/rounded/1/9",
            "purchase budget of rounded (in whole steps, 1/9)",
            "rounded 的采购预算（按整步计，1/9）",
            "count",
        ),
        ("commitment", "commitments (no more of them unmet)", "承诺（未满足的不得更多）", "count"),
    ],
)
def test_rows_in_words(row: str, en: str, zh: str, counted: str) -> None:
    assert (row_words(row, "en"), row_words(row, "zh"), measure(row)) == (en, zh, counted)
