"""A slice of the oracle: every ingredient of tiny scenarios once, solved and compared. The whole: dev.py oracle."""

import re
from pathlib import Path

import pytest

from models.rules import RuleId
from tests.mutants.trial import Change
from tests.oracle.census import EVERYTHING
from tests.oracle.encounter import encounter
from tests.oracle.lines import EDGES, LINES
from tests.oracle.unmoving import BY_UNIT_TEST

TESTS = Path(__file__).parent.parent


@pytest.mark.parametrize("focus", EVERYTHING)
def test_the_answer_is_the_best_of_all_answers(focus: str) -> None:
    assert encounter(focus, 0, ()).wrong is None


def test_an_encounter_sees_what_a_missing_line_changes() -> None:
    # The ingredient that stands for the rule has another answer without the rule.
    seen = encounter("price_per_change", 0, ["stability/disabled", "staffing/disabled"])
    assert seen.changes["stability/disabled"] is not Change.NONE


def test_every_rule_is_among_the_lines() -> None:
    assert {fault.name.partition("/")[0] for fault in LINES if fault.name.endswith("/disabled")} == set(RuleId)


def test_edges_are_the_smaller_part() -> None:
    assert set(LINES).isdisjoint(EDGES)
    assert 0 < len(EDGES) < len(LINES) / 3


@pytest.mark.parametrize("test", sorted(set(BY_UNIT_TEST.values())))
def test_the_unit_test_of_a_line_exists(test: str) -> None:
    path, _, name = test.partition("::")
    assert re.search(rf"^def {name}\(", (TESTS / path).read_text("utf-8"), re.MULTILINE)
