"""One fault of each kind, planted when something has been seen to happen."""

from pathlib import Path

import pytest

from tests.faults import kinds
from tests.faults.__main__ import generated
from tests.faults.kinds import COMPILED, FOUND, LOADING, STARTED, Fault
from tests.faults.verdict import Verdict, trial

LONG = 60.0
SHORT = 5.0


@pytest.fixture(scope="module")
def scenario(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generated(tmp_path_factory.mktemp("faults") / "scenario.json")


def well(verdict: Verdict) -> Verdict:
    """The same verdict, when nothing is wrong with the run."""
    assert verdict.complaints == ()
    return verdict


def test_killed_before_it_could_find_anything_it_says_so(scenario: Path) -> None:
    assert well(trial(kinds.killed(STARTED), scenario, LONG, as_json=True, over=True)).clear_error


def test_killed_while_it_begins_to_search_it_keeps_a_plan_or_says_so(scenario: Path) -> None:
    verdict = well(trial(kinds.killed(COMPILED), scenario, LONG))
    assert verdict.plan_kept or verdict.clear_error


@pytest.mark.parametrize("fault", [kinds.killed(FOUND), kinds.interrupted(FOUND)], ids=["killed", "interrupted"])
def test_a_plan_that_had_been_found_is_kept(scenario: Path, fault: Fault) -> None:
    verdict = well(trial(fault, scenario, LONG, over=True))
    assert verdict.found
    assert verdict.plan_kept


def test_a_solver_that_hangs_is_ended_at_the_time_limit(scenario: Path) -> None:
    verdict = well(trial(kinds.hung(STARTED), scenario, SHORT))
    assert verdict.clear_error


def test_too_little_memory_is_named_as_such(scenario: Path) -> None:
    assert well(trial(kinds.starved(16), scenario, LONG)).clear_error


def test_interrupted_while_it_loads_it_says_so(scenario: Path) -> None:
    assert well(trial(kinds.interrupted(LOADING), scenario, LONG)).clear_error
