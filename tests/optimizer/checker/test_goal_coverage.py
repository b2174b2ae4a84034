"""Projects and expected orders missing from a goal cost their price."""

from models.choices import Choice, Choices
from optimizer.checker import Auditor, statement
from tests.scenario_builder import candidate, in_flight, scenario

# P is expected to bring 100 x 0.5 = 50, F in flight 20.01 x 0.5 = 10.005, rounded to 10.01; Q does not serve the goal.
PROJECTS = [
    candidate("P", goals=["G", "H"], value={"amount": 100, "win_probability": 0.5, "margin_rate": 0}),
    in_flight("F", goals=["G"], value={"amount": 20.01, "win_probability": 0.5, "margin_rate": 0}),
    candidate("Q", value={"amount": 1000, "margin_rate": 0}),
]
GOAL = {"id": "G", "min_projects": 3, "min_expected_orders": 100, "shortfall_price": 7.5, "orders_price": 0.0003}


def run(*names: str) -> Choices:
    return {name: Choice(0) for name in names}


def test_missing_projects_and_orders_times_their_prices() -> None:
    auditor = Auditor(scenario(projects=PROJECTS, goals=[GOAL]))
    assert auditor.score({}).terms.goals == -(22_500_000 + 30_000)  # 3 x 7.5 + 100 x 0.0003
    assert auditor.score(run("P", "Q")).terms.goals == -(15_000_000 + 15_000)
    # 100 - 60.01 = 39.99, x 0.0003 = 0.011997.
    assert auditor.score(run("P", "F")).terms.goals == -(7_500_000 + 11_997)


def test_more_than_asked_gains_nothing() -> None:
    easy = {**GOAL, "min_projects": 1, "min_expected_orders": 50}
    assert Auditor(scenario(projects=PROJECTS, goals=[easy])).score(run("P", "F")).terms.goals == 0


def test_the_table_lists_every_goal_priced_or_not() -> None:
    free = {"id": "H", "min_projects": 2, "min_expected_orders": 49}
    tables = statement(scenario(projects=PROJECTS, goals=[GOAL, free]), run("P", "F"))
    rows = [(row.id, row.projects, row.expected_orders, row.shortfall, row.orders_shortfall) for row in tables.goals]
    assert rows == [("G", 2, 6001, 1, 3999), ("H", 1, 5000, 1, 0)]


def test_a_project_that_names_a_goal_twice_serves_it_once() -> None:
    question = scenario(projects=[candidate("P", goals=["G", "G"])], goals=[{**GOAL, "min_projects": 2}])
    assert statement(question, run("P")).goals[0].projects == 1


def test_a_goal_that_nothing_serves_has_a_row_too() -> None:
    (row,) = statement(scenario(projects=PROJECTS, goals=[GOAL]), {}).goals
    assert (row.projects, row.expected_orders, row.shortfall, row.orders_shortfall) == (0, 0, 3, 10_000)
