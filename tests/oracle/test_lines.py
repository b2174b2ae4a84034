"""The table of lines is whole: every rule, every fault that deletes a line, and the unit tests of all others."""

import re
from pathlib import Path

import pytest

from models.rules import RuleId
from scenarios.generator.tiny import INGREDIENTS
from tests.oracle.lines import LINES
from tests.oracle.lines.faults import FAULTS
from tests.oracle.unmoving import BY_UNIT_TEST

TESTS = Path(__file__).parent.parent


def test_every_rule_is_deleted() -> None:
    assert {f"{rule}/disabled" for rule in RuleId} <= {line.deletion for line in LINES}


def test_every_line_is_deleted_by_a_fault_of_the_checker() -> None:
    assert {line.deletion for line in LINES} <= set(FAULTS)


def test_every_ingredient_of_a_line_is_one() -> None:
    assert {focus for line in LINES for focus in (line.focus or FAULTS[line.deletion].focus)} <= set(INGREDIENTS)


@pytest.mark.parametrize("test", sorted(set(BY_UNIT_TEST.values())))
def test_the_unit_test_of_a_line_exists(test: str) -> None:
    path, _, name = test.partition("::")
    assert re.search(rf"^def {name}\(", (TESTS / path).read_text("utf-8"), re.MULTILINE)
