"""A candidate starts at most once, inside its window; a project in flight runs from the first period."""

import numpy as np
import pytest

from models.choices import Choice
from models.scenario import Scenario
from optimizer.compile import compile_scenario
from optimizer.program import Selection
from tests.optimizer.agreement import judged
from tests.scenario_builder import candidate, in_flight, scenario


def with_window(**window: str) -> Scenario:
    """P lasts two of the four months and may start within this window."""
    return scenario(projects=[candidate("P", start=window, duration=2)])


@pytest.mark.parametrize(
    ("window", "possible"),
    [
        ({"preferred": "2027-02"}, {1}),
        ({"preferred": "2027-02", "earliest": "2027-01", "latest": "2027-03"}, {0, 1, 2}),
        ({"preferred": "2027-02", "latest": "2027-03"}, {1, 2}),
        ({"preferred": "2027-02", "earliest": "2027-01"}, {0, 1}),
        # A preferred start outside the window is none of its starts.
        ({"preferred": "2027-02", "earliest": "2027-03", "latest": "2027-04"}, {2, 3}),
        # The horizon cuts the window, not the project: in April it has one of its two months inside.
        ({"preferred": "2027-04", "latest": "2027-09"}, {3}),
        ({"preferred": "2026-11", "latest": "2027-02"}, {0, 1}),
        ({"preferred": "2026-12"}, set()),
        ({"preferred": "2027-05"}, set()),
        ({"preferred": "2027-02", "earliest": "2027-03", "latest": "2027-01"}, set()),
    ],
)
def test_starts_lie_in_the_window_and_the_horizon(window: dict[str, str], possible: set[int]) -> None:
    question = with_window(**window)
    for start in range(-1, 6):
        broken = set() if start in possible else {"one_start"}
        assert judged(question, {"P": Choice(start)}).broken == broken


def test_in_flight_runs_from_the_first_period_only() -> None:
    question = scenario(projects=[in_flight("F", duration=2)])
    assert judged(question, {"F": Choice(0)}).broken == set()
    assert judged(question, {"F": Choice(1)}).broken == {"one_start"}


def test_a_group_per_project_and_a_start_per_period_of_which_one_is_chosen() -> None:
    question = scenario(
        projects=[
            candidate("P", start={"preferred": "2027-01", "latest": "2027-03"}),
            candidate("Q", start={"preferred": "2027-09"}),
            in_flight("F"),
        ]
    )
    compiled = compile_scenario(question)
    program, table = compiled.program, compiled.table
    assert list(program.names.groups) == ["P", "Q", "F"]
    assert program.start_pointer.tolist() == [0, 3, 3, 4]
    assert table.start_period.tolist() == [0, 1, 2, 0]
    nobody = np.zeros(0, np.int64)
    assert program.is_complete(Selection(np.array([1, 3]), nobody))
    assert not program.is_complete(Selection(np.array([0, 1]), nobody))
