"""The measuring of sizes, on a portfolio so small that nothing about its times can be said."""

import json
from pathlib import Path

import pytest

from scenarios.generator import GeneratorSettings
from tests.sizes.__main__ import as_record, line, missed
from tests.sizes.run import LIMITS, WITHOUT_PLAN, Figure, alone, stages_for
from tests.sizes.stages import STAGES, Measured

PROJECTS = 60


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Measured]:
    folder = tmp_path_factory.mktemp("sizes")
    return {name: stage(folder, PROJECTS) for name, stage in STAGES.items()}


def test_every_stage_says_what_came_of_it(measured: dict[str, Measured]) -> None:
    assert measured["generate"].facts["projects"] == PROJECTS
    assert measured["generate"].facts["people"] > 10
    assert measured["write"].facts["megabytes"] > 0
    assert measured["read and validate"].facts["errors"] == 0
    assert measured["construct and dress"].facts["running"] > 0
    assert measured["check"].facts == {"violations": 0}
    for stage in measured.values():
        assert stage.seconds >= 0
        assert stage.processor_seconds >= 0
        assert stage.gigabytes > 0


def test_it_counts_starts_and_the_people_offered_for_each_role(measured: dict[str, Measured]) -> None:
    facts = measured["compile"].facts
    assert 2 < facts["starts"] <= 3
    for role in ("project_manager", "sponsor", "solution_lead"):
        assert facts[role] > 1
    assert facts["candidates"] > 3 * PROJECTS
    assert facts["non_zeros"] > facts["candidates"]
    assert facts["rows"] > PROJECTS


def test_a_portfolio_of_usual_size_offers_about_as_many_people_as_its_settings_ask(tmp_path: Path) -> None:
    for stage in ("write", "compile"):
        facts = STAGES[stage](tmp_path, 400).facts
    settings = GeneratorSettings()
    assert facts["starts"] == pytest.approx(settings.starts, rel=0.05)
    assert facts["project_manager"] == pytest.approx(settings.managers_per_project, rel=0.1)
    assert facts["sponsor"] == pytest.approx(settings.sponsors_per_project, rel=0.1)
    assert facts["solution_lead"] == pytest.approx(settings.leads_per_project, rel=0.1)


def test_a_stage_runs_in_a_process_of_its_own(tmp_path: Path) -> None:
    assert alone("generate", tmp_path, PROJECTS).facts["projects"] == PROJECTS


def test_the_largest_sizes_go_without_a_plan() -> None:
    assert stages_for(WITHOUT_PLAN - 1) == list(STAGES)
    assert stages_for(WITHOUT_PLAN) == ["generate", "write", "read and validate", "compile"]


def test_limits_are_of_stages_that_are_measured() -> None:
    for projects, limits in LIMITS.items():
        assert set(limits.seconds) <= set(stages_for(projects))


def figure(seconds: float = 1, gigabytes: float = 1, **facts: float) -> Figure:
    return Figure(5_000, "compile", Measured(seconds, seconds, gigabytes, facts), 8, 2.5)


@pytest.mark.parametrize(
    ("given", "marked"),
    [
        (figure(), ""),
        (figure(seconds=8), ""),
        (figure(seconds=8.01), "8.01!"),
        (figure(gigabytes=2.6), "2.60!"),
        (figure(errors=1), "errors 1 !"),
        (figure(violations=2), "violations 2 !"),
        (figure(violations=0), ""),
    ],
)
def test_what_is_beyond_its_limit_is_marked(given: Figure, marked: str) -> None:
    assert missed(given) == bool(marked)
    assert ("!" in line(given)) == bool(marked)
    assert marked in line(given)


def test_without_limits_nothing_is_missed() -> None:
    assert not missed(Figure(500, "compile", Measured(10**6, 10**6, 10**6)))


def test_figures_can_be_written_as_json() -> None:
    assert json.loads(json.dumps(as_record(figure(seconds=9))))["missed"] is True
