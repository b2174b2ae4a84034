"""Best plans worked out on paper: slight hunger, and people who should not be idle."""

from typing import Any

import pytest

from models.plan import HungerRow, Plan
from models.scenario import Scenario
from tests.oracle.by_hand import expect
from tests.scenario_builder import MARKET, UNITS, Part, candidate, person, scenario

JANUARY = "2027-01"
ONE_MONTH: Part = {"start": JANUARY, "periods": 1}
BAND: Part = {
    "unit": "east",
    "role": "project_manager",
    "low": 0.05,
    "high": 0.15,
    "price_overfed": 8,
    "price_starving": 4,
}


def asking(identifier: str, effort: float, amount: float, **fields: Any) -> Part:
    """A project of east that asks for a manager and brings so much."""
    return candidate(identifier, needs={"project_manager": effort}, value={"strategic": amount}, **fields)


def of_east(plan: Plan) -> HungerRow:
    """East's row of managers."""
    (row,) = (row for row in plan.hunger if (row.unit, row.role) == ("east", "project_manager"))
    return row


def two_asked_for(budget: float, *projects: Part) -> Scenario:
    """East has E, 1 FTE, and is asked for 2: the band of its shortage is 0.1 to 0.3. It may buy N of north."""
    return scenario(
        horizon=ONE_MONTH,
        units=[{**unit, "purchase_budget": budget} if unit["id"] == "east" else unit for unit in UNITS],
        people=[person("E"), person("N", "north")],
        projects=list(projects),
        market=MARKET,
        policy={"hunger": [BAND]},
    )


def test_starving_where_nothing_can_be_bought() -> None:
    # P by E: 6. Q has nobody left. 1 short: 0.7 above the band, at 4: 2.8. 6 - 2.8 = 3.2. Q by E: 2.2.
    plan = expect(
        two_asked_for(0, asking("P", 1, 6), asking("Q", 1, 5)),
        total=3.2,
        runs={"P": JANUARY},
        people={"P project_manager": "E"},
        project_value=6,
        hunger=-2.8,
    )
    row = of_east(plan)
    assert (row.state, row.demand, row.own, row.shortage, row.ratio) == ("starving", 2000, 1000, 1000, 5000)
    assert (row.load, row.utilisation) == (1000, 10_000)


def test_in_band_by_a_purchase() -> None:
    # P 1 by E: 6. Q 0.8 by N: 5 - 1.6 of friction; 0.2 short, in the band. R, 0.2, by N too: 0.3 - 0.4 = -0.1 and
    # overfed by 0.1 x 8. R alone beside P: 6 - 0.1, 0.8 short, 0.5 x 4: 3.9. P, Q: 6 + 3.4 = 9.4.
    plan = expect(
        two_asked_for(99, asking("P", 1, 6), asking("Q", 0.8, 5), asking("R", 0.2, 0.3)),
        total=9.4,
        runs={"P": JANUARY, "Q": JANUARY},
        people={"P project_manager": "E", "Q project_manager": "N"},
        project_value=11,
        friction=-1.6,
    )
    row = of_east(plan)
    assert (row.state, row.bought, row.shortage, row.ratio) == ("in_band", 800, 200, 1000)


def test_overfed_where_it_pays() -> None:
    # Both run, one by N at 2 of friction: nothing is short, 0.1 below the band, at 8: 0.8. 6 + 5 - 2 - 0.8 = 8.2,
    # more than the 3.2 of P by E alone. N cannot lead both, E neither.
    plan = expect(
        two_asked_for(99, asking("P", 1, 6), asking("Q", 1, 5)),
        total=8.2,
        runs={"P": JANUARY, "Q": JANUARY},
        project_value=11,
        friction=-2,
        hunger=-0.8,
    )
    row = of_east(plan)
    assert (row.state, row.shortage, row.ratio) == ("overfed", 0, 0)


def test_what_is_sold_feeds_nobody_and_unqualified_demand_makes_nobody_hungry() -> None:
    # East is asked for 1 by P; U asks for 1 too and is not qualified. The band: 0.05 to 0.15.
    # E has 1. P: 3, nothing short, 0.05 x 8 = 0.4: 2.6. U: 2.5 - 0.4 = 2.1. Q of north takes 0.15 of E, at 0.3 of
    # friction, and brings 1: 0.15 short, in the band: 0.7, without room for P or U. Best: P.
    # E is a team of 1.15. P and Q: 3 + 1 - 0.3, supply less what is sold 1, nothing short, 0.4: 3.3. U and Q: 2.8.
    # P alone: 0.15 too many, 0.2 x 8 = 1.6: 1.4. Q alone: 0.7. Best: P and Q.
    def question(capacity: float) -> Scenario:
        return scenario(
            horizon=ONE_MONTH,
            people=[person("E", capacity=capacity)],
            projects=[
                asking("P", 1, 3),
                asking("U", 1, 2.5, qualified=False),
                candidate("Q", "north", needs={"project_manager": 0.15}, value={"strategic": 1}),
            ],
            market=MARKET,
            policy={"hunger": [BAND]},
        )

    expect(question(1), total=2.6, runs={"P": JANUARY}, project_value=3, hunger=-0.4)
    runs = {"P": JANUARY, "Q": JANUARY}
    plan = expect(question(1.15), total=3.3, runs=runs, project_value=4, friction=-0.3, hunger=-0.4)
    assert (of_east(plan).demand, of_east(plan).sold, of_east(plan).shortage) == (1000, 150, 0)


@pytest.mark.parametrize(
    ("value_of_s", "running", "total", "hunger", "state", "load"),
    [
        # The load of E, 1 FTE, should be 1 to 1.15; 1.2 is the most that E can carry.
        # P 0.9 brings 1, Q 0.25 0.5, R 0.2 0.3, S 0.3 something.
        # P: 1 - 0.1 x 8 = 0.2. P, Q: 1.15, 1.5. P, R: 1.1, 1.3. P, S: 1.2, 0.05 x 4 = 0.2 too much: 0.8 + S.
        # Without P the load is at most 0.75: 2 of cost, at most 0.5 + 0.3 + 0.8 gained.
        (0.8, "PS", 1.6, -0.2, "starving", 1200),
        (0.6, "PQ", 1.5, 0, "in_band", 1150),
    ],
)
def test_stretch_load(value_of_s: float, running: str, total: float, hunger: float, state: str, load: int) -> None:
    question = scenario(
        horizon=ONE_MONTH,
        people=[person("E")],
        projects=[asking("P", 0.9, 1), asking("Q", 0.25, 0.5), asking("R", 0.2, 0.3), asking("S", 0.3, value_of_s)],
        policy={"load_cap": 1.2, "hunger": [{**BAND, "measure": "stretch_load", "low": 0}]},
    )
    runs = dict.fromkeys(running, JANUARY)
    plan = expect(question, total=total, runs=runs, project_value=total - hunger, hunger=hunger)
    assert (of_east(plan).state, of_east(plan).load) == (state, load)


def test_stretch_load_runs_what_loses_money() -> None:
    # E has 0.25 booked. P 0.5 brings -3 and moves the load from 0.25 to 0.75: 0.5 x 8 saved, so 1 gained. Q 0.3,
    # -2.5, would move it to 1.05: 0.25 x 8 = 2 saved, 0.5 lost. Q alone: 0.55, -2.5 - 3.6 = -6.1. Neither: -6.
    # Both: -5.5. P: -3 - 2 = -5.
    question = scenario(
        horizon=ONE_MONTH,
        people=[person("E", bookings=[{"from": JANUARY, "to": JANUARY, "effort": 0.25}])],
        projects=[asking("P", 0.5, -3), asking("Q", 0.3, -2.5)],
        policy={"load_cap": 1.2, "hunger": [{**BAND, "measure": "stretch_load", "low": 0}]},
    )
    plan = expect(question, total=-5, runs={"P": JANUARY}, project_value=-3, hunger=-2)
    assert (of_east(plan).state, of_east(plan).load) == ("overfed", 750)


def test_nobody_should_be_idle() -> None:
    # 0.8 of 0.501 is 0.4008, rounded 0.401; each FTE below costs 3. E has 0.1 booked. P 0.3 brings -0.5: 0.4 in use,
    # 0.001 x 3 = 0.003 short: -0.503. Q 0.1 brings -0.2: 0.2 in use, 0.603 short: -0.803. Both: 0.5 in use, -0.7.
    # Neither: 0.301 x 3 = -0.903. Best: P.
    question = scenario(
        horizon=ONE_MONTH,
        people=[person("E", capacity=0.501, bookings=[{"from": JANUARY, "to": JANUARY, "effort": 0.1}])],
        projects=[asking("P", 0.3, -0.5), asking("Q", 0.1, -0.2)],
        policy={"utilisation": [{"unit": "*", "role": "project_manager", "floor": 0.8, "price_idle": 3}]},
    )
    plan = expect(question, total=-0.503, runs={"P": JANUARY}, project_value=-0.5, idle=-0.003)
    assert of_east(plan).utilisation == 7984  # 0.4 of 0.501


def test_idle_people_are_sold_but_those_bought_are_not_one_s_own() -> None:
    # East's E and north's N, 1 each, should be used to 0.5, at 3 a FTE below. P of east asks for 0.5 and brings 2,
    # and no other project there is. By E: N idles, 2 - 1.5 = 0.5. By N: E idles, 2 - 1.5 - 1 of friction = -0.5.
    # O of east, 0.5, -0.4: by N with 1 of friction it saves 1.5: 0.1 more. Both by E: 0.1. Best: 2 - 0.4 - 1 = 0.6.
    question = scenario(
        horizon=ONE_MONTH,
        people=[person("E"), person("N", "north")],
        projects=[asking("P", 0.5, 2), asking("O", 0.5, -0.4)],
        market=MARKET,
        policy={"utilisation": [{"unit": "*", "role": "project_manager", "floor": 0.5, "price_idle": 3}]},
    )
    expect(question, total=0.6, runs={"P": JANUARY, "O": JANUARY}, project_value=1.6, friction=-1)
