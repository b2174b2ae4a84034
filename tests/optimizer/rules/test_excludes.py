"""Two projects that exclude each other, named by either, do not both run."""

import pytest

from models.choices import Choice
from optimizer.compile import compile_scenario
from tests.optimizer.agreement import judged
from tests.scenario_builder import candidate, in_flight, scenario

BROKEN = {"excludes"}


@pytest.mark.parametrize(("by_p", "by_q"), [(["Q"], []), ([], ["P"]), (["Q"], ["P"]), (["Q", "Q"], [])])
def test_one_of_two_whoever_names_it(by_p: list[str], by_q: list[str]) -> None:
    question = scenario(projects=[candidate("P", excludes=by_p), candidate("Q", excludes=by_q), candidate("R")])
    assert judged(question, {"P": Choice(0), "R": Choice(0)}).broken == set()
    assert judged(question, {"Q": Choice(0), "R": Choice(0)}).broken == set()
    assert judged(question, {"P": Choice(0), "Q": Choice(0)}).broken == BROKEN
    # One row, however often it is said.
    program = compile_scenario(question).program
    rows = [program.names.row(row) for row in range(program.rows)]
    assert [name for name in rows if name.startswith("excludes/")] == ["excludes/P/Q"]


def test_at_different_times_is_both_all_the_same() -> None:
    question = scenario(projects=[candidate("P", excludes=["Q"]), candidate("Q", start={"preferred": "2027-04"})])
    assert judged(question, {"P": Choice(0), "Q": Choice(3)}).broken == BROKEN


def test_what_is_in_flight_is_excluded_too_until_it_stops() -> None:
    question = scenario(projects=[candidate("P", excludes=["F"]), in_flight("F")])
    assert judged(question, {"P": Choice(0), "F": Choice(0)}).broken == BROKEN
    assert judged(question, {"P": Choice(0)}).broken == set()


def test_a_project_that_excludes_itself_never_runs() -> None:
    question = scenario(projects=[candidate("P", excludes=["P"])])
    assert judged(question, {}).broken == set()
    assert judged(question, {"P": Choice(0)}).broken == BROKEN
