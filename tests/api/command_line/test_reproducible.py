"""`--profile reproducible`: equal input and seed give equal plans, byte for byte, whatever else is asked for."""

from pathlib import Path

from tests.api.command_line.running import hilltop, process
from tests.api.command_line.samples import QUICK, files, small, written
from tests.scenario_builder import PEOPLE, candidate, person


def test_twice_the_same_plan(tmp_path: Path) -> None:
    """Projects and people that are all alike: many plans are equally good, and the same one is found."""
    people = [*PEOPLE, *(person(f"east-pm-{number}") for number in range(4))]
    projects = [candidate(f"P-{number}", needs={"project_manager": 0.6}, value={"amount": 10}) for number in range(8)]
    year = written(tmp_path / "year.json", small(people=people, projects=projects))
    options = ("--profile", "reproducible", "--time-limit", "20", "--seed", "5")
    first = hilltop("solve", year, "--json", *options)
    second = process("solve", year, "--json", *options, "--workers", "2", PYTHONHASHSEED="7")
    assert first.code == 0
    assert (second.code, second.out) == (0, first.out)
    assert first.document["versions"]["seed"] == 5


def test_gap_and_engine_are_taken(tmp_path: Path) -> None:
    scenario, _ = files(tmp_path)
    ran = hilltop("solve", scenario, "--gap", "1", "--engine", "exact", "--json", *QUICK)
    assert ran.code == 0
    assert ran.document["versions"]["engine"] == "exact"
