"""A person holds at most the stated number of projects at the same time, over all roles."""

from models.choices import Choice, Choices
from optimizer.checker import statement
from tests.optimizer.checker.plans import rules_broken
from tests.scenario_builder import candidate, in_flight, person, scenario

PEOPLE = [person("E", "east", "project_manager", "sponsor", max_projects=1)]


def test_as_many_as_stated_and_one_more() -> None:
    projects = [candidate(name, needs={"project_manager": 0.1}) for name in ("P", "Q")]
    one: Choices = {"P": Choice(0, {"project_manager": "E"})}
    two: Choices = {**one, "Q": Choice(0, {"project_manager": "E"})}
    assert rules_broken(scenario(people=PEOPLE, projects=projects), one) == set()
    assert rules_broken(scenario(people=PEOPLE, projects=projects), two) == {"concurrency"}
    unlimited = [person("E")]
    assert rules_broken(scenario(people=unlimited, projects=projects), two) == set()


def test_roles_count_together_and_periods_apart() -> None:
    projects = [
        candidate("P", needs={"project_manager": 0.1}, duration=2),
        candidate("Q", needs={"sponsor": 0.1}, start={"preferred": "2027-02", "latest": "2027-03"}),
    ]
    question = scenario(people=PEOPLE, projects=projects)
    led: Choices = {"P": Choice(0, {"project_manager": "E"})}
    assert rules_broken(question, {**led, "Q": Choice(1, {"sponsor": "E"})}) == {"concurrency"}
    assert rules_broken(question, {**led, "Q": Choice(2, {"sponsor": "E"})}) == set()


def test_periods_with_zero_effort_count() -> None:
    projects = [
        candidate("P", needs={"project_manager": [0.1, 0]}, duration=2),
        candidate("Q", needs={"project_manager": 0.1}, start={"preferred": "2027-02"}),
    ]
    both: Choices = {"P": Choice(0, {"project_manager": "E"}), "Q": Choice(1, {"project_manager": "E"})}
    assert rules_broken(scenario(people=PEOPLE, projects=projects), both) == {"concurrency"}


def test_projects_held_in_flight_raise_the_limit() -> None:
    # F lasts one month, G two: two at once in January, one in February.
    projects = [
        in_flight("F", needs={"project_manager": 0.1}, incumbents={"project_manager": "E"}),
        in_flight("G", needs={"sponsor": 0.1}, incumbents={"sponsor": "E"}, duration=2),
        candidate("P", needs={"project_manager": 0.1}),
    ]
    question = scenario(people=PEOPLE, projects=projects)
    (row,) = statement(question, {}).raised
    assert (row.rule, row.id, row.period, int(row.limit), int(row.level)) == ("concurrency", "E", "2027-01", 1, 2)
    held: Choices = {"F": Choice(0, {"project_manager": "E"}), "G": Choice(0, {"sponsor": "E"})}
    assert rules_broken(question, held) == set()
    assert rules_broken(question, {**held, "P": Choice(0, {"project_manager": "E"})}) == {"concurrency"}
    # The level stands though G is stopped.
    del held["G"]  # type: ignore[attr-defined]
    assert rules_broken(question, {**held, "P": Choice(0, {"project_manager": "E"})}) == set()
