"""Hundreds of corrupted plans, each rejected for just what is wrong; thousands of sound ones accepted."""

from collections import Counter
from functools import cache

import pytest

from optimizer.checker import Auditor, check
from tests.corruption.of_choices import CHOICES
from tests.corruption.of_statements import STATEMENTS, stated
from tests.corruption.samples import Sample, samples
from tests.optimizer.checker.plans import plan_of

EACH = 6
KINDS = [*CHOICES, *STATEMENTS]


@cache
def _samples() -> tuple[Sample, ...]:
    return tuple(samples(range(9)))


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_rejected_for_what_is_wrong(kind: str) -> None:
    seen = 0
    for sample in _samples():
        if kind in CHOICES:
            named, corrupt = CHOICES[kind]
            plans = list(corrupt(sample))
        else:
            named, mend = STATEMENTS[kind]
            plans = list(stated(sample, mend))
        for scenario, plan in plans[:1]:
            verdict = check(scenario, plan)
            assert not verdict.accepted
            assert {str(violation.rule) for violation in verdict.violations} == {named}
            seen += 1
        if seen == EACH:
            return
    assert seen >= 4, "too few plans of this kind"


def test_there_are_enough_kinds() -> None:
    assert len(KINDS) >= 30
    assert len(KINDS) * EACH >= 200


def test_sound_plans_are_accepted() -> None:
    """Every random answer that passes no row by the program's own count is accepted, and every other one is not."""
    count: Counter[bool] = Counter()
    for sample in _samples():
        auditor = Auditor(sample.scenario)
        verdict = check(auditor, plan_of(sample.scenario, sample.choices))
        assert verdict.accepted == (not sample.broken), sample.scenario.name
        # Somebody twice on one project passes the row of concurrency too, yet holds one project.
        assert {str(violation.rule) for violation in verdict.violations} <= sample.broken
        count[verdict.accepted] += 1
    assert count[True] >= 2000
