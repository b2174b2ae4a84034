"""Years in which everything binds, and the measuring of it."""

import numpy as np
import pytest

from benchmarks.families.years import SCARCITY, year
from benchmarks.shares import Shares, shares
from models.findings import errors_in
from models.plan import Versions
from models.scenario import Scenario
from models.validation import validate
from optimizer.compile import compile_scenario
from optimizer.dress.dress import dressed
from optimizer.engines.construct import construct
from tests.scenario_builder import MARKET, candidate, person, scenario
from tests.sizes.stages import averages


@pytest.fixture(scope="module")
def committee() -> Scenario:
    return Scenario.model_validate(year(120, 1))


def test_it_has_no_errors() -> None:
    assert not errors_in(validate(year(40, 2)).findings)


def test_seeds_differ_and_names_say_which() -> None:
    first, second = year(40, 1), year(40, 2)
    assert (first["name"], second["name"]) == ("benchmark-year-40-seed-1", "benchmark-year-40-seed-2")
    assert first["projects"] != second["projects"]


def test_people_are_as_scarce_as_it_says(committee: Scenario) -> None:
    periods = committee.horizon.periods
    for role, scarcity in SCARCITY.items():
        held = sum(sum(one.capacity_by_period(periods)) for one in committee.people if one.first_role == role)
        asked = 0
        for project in committee.projects:
            first = 0 if project.start is None else committee.horizon.index(project.start.preferred)
            months = min(project.duration, periods - first)
            asked += sum(n.effort * months for n in project.staffing if n.role == role and isinstance(n.effort, int))
        assert asked / held == pytest.approx(scarcity / 100, rel=0.15)


def test_candidates_have_three_starts_and_the_people_that_were_asked_for() -> None:
    found = averages(compile_scenario(Scenario.model_validate(year(400, 1))))
    assert found["starts"] == pytest.approx(3, rel=0.01)
    assert found["project_manager"] == pytest.approx(25, rel=0.1)
    assert found["sponsor"] == pytest.approx(8, rel=0.1)
    assert found["solution_lead"] == pytest.approx(8, rel=0.1)


def test_even_a_greedy_plan_drops_buys_and_pays_and_nearly_fills(committee: Scenario) -> None:
    compiled = compile_scenario(committee)
    choices = compiled.choices(construct(compiled.program))
    found = shares(committee, dressed(committee, choices, Versions(engine="construct", solver="none", seed=1)))
    assert found.full > 0.2
    assert [text for text in found.missed() if not text.startswith("full")] == []


def test_shares_by_hand() -> None:
    # One of two candidates runs, with the manager of the north: 2 of 8 months of managers and sponsors are full.
    year_of_two = scenario(
        people=[person("east-pm", "east"), person("north-pm", "north")],
        projects=[
            candidate("P", needs={"project_manager": 1}, value={"amount": 100}, duration=2),
            candidate("Q", needs={"project_manager": 1}, value={"amount": 100}, duration=2),
        ],
        market=MARKET,
    )
    compiled = compile_scenario(year_of_two)
    north = np.flatnonzero(compiled.table.person == compiled.facts.person_index["north-pm"])[:1]
    start = compiled.program.slot_start[compiled.program.candidate_slot[north]].astype(np.int64)
    choices = compiled.choices(compiled.program.nothing()._replace(starts=start, candidates=north))
    found = shares(year_of_two, dressed(year_of_two, choices, Versions(engine="none", solver="none", seed=1)))
    assert (found.dropped, found.full, found.bought) == (0.5, 0.25, 1.0)
    assert set(found.costs.values()) == {0.0}


def test_what_a_year_should_show_is_named() -> None:
    poor = Shares(0.2, 0.5, 0.05, {"hunger": 1.0, "idle": 0.0})
    assert poor.missed() == ["dropped 20% < 25%", "bought 5% < 10%", "idle costs nothing"]
