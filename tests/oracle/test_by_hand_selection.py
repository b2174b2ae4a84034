"""Best plans worked out on paper: which projects run, and when."""

from models.plan import Plan
from tests.oracle.by_hand import decided, expect
from tests.scenario_builder import UNITS, Part, candidate, in_flight, person, scenario

JANUARY, FEBRUARY = "2027-01", "2027-02"
EARLY_OR_LATE = {"preferred": JANUARY, "latest": FEBRUARY}


def worth(amount: float, cost: float = 0) -> Part:
    """The value of a project that brings so much and costs so much to pursue."""
    return {"strategic": amount, "pursuit_cost": cost}


def used(plan: Plan) -> list[tuple[str, str, str | None, str]]:
    """What the initiation table says."""
    return [(row.unit, row.kind, row.period, f"{row.used}/{row.limit}") for row in plan.initiation]


def test_what_is_required_runs_too() -> None:
    # A, B and C require each other in a circle: -2 + 9 - 4 = 3, all run. X and Y: 5 - 6 = -1, neither runs.
    # D requires F, which is in flight, brings -3 and costs 1 to stop: D and F 2.5 - 3 = -0.5, neither -1; both run.
    # E requires G, the same with 1.5: E and G -1.5, neither -1: G stops. H requires A only: 1 more.
    # 3 - 0.5 - 1 + 1 = 2.5.
    question = scenario(
        projects=[
            candidate("A", requires=["B"], value=worth(-2)),
            candidate("B", requires=["C"], value=worth(9)),
            candidate("C", requires=["A"], value=worth(-4)),
            candidate("X", requires=["Y"], value=worth(5)),
            candidate("Y", requires=["X"], value=worth(-6)),
            candidate("D", requires=["F"], value=worth(2.5)),
            in_flight("F", value=worth(-3), stop_cost=1),
            candidate("E", requires=["G"], value=worth(1.5)),
            in_flight("G", value=worth(-3), stop_cost=1),
            candidate("H", requires=["A"], value=worth(1), start={"preferred": FEBRUARY}),
        ]
    )
    runs = {**dict.fromkeys("ABCDF", JANUARY), "H": FEBRUARY}
    plan = expect(question, total=2.5, runs=runs, project_value=3.5, stop_cost=-1)
    assert decided(plan)["G"] == "stop"


def test_what_excludes_each_other_does_not_run_together() -> None:
    # A names B, C names A; B and C get along: 6 + 6 = 12 beats 10. D names E, at another time: 4 beats 3. 16.
    question = scenario(
        projects=[
            candidate("A", excludes=["B"], value=worth(10)),
            candidate("B", value=worth(6)),
            candidate("C", excludes=["A"], value=worth(6)),
            candidate("D", excludes=["E"], value=worth(4)),
            candidate("E", value=worth(3), start={"preferred": FEBRUARY}),
        ]
    )
    expect(question, total=16, runs=dict.fromkeys("BCD", JANUARY), project_value=16)


def test_every_trading_unit_has_its_own_pursuit_budget() -> None:
    # 5 each. East: A costs 3 and gains 10 - 3 = 7, B 3 and 6, C 2 and 5. A and B cost 6: too much. A and C: 12.
    # B and C: 11. North: D costs all 5 and gains 1. F, in flight, costs 9 no more: 2. Together 12 + 1 + 2 = 15.
    question = scenario(
        projects=[
            candidate("A", value=worth(10, 3)),
            candidate("B", value=worth(9, 3)),
            candidate("C", value=worth(7, 2)),
            candidate("D", "north", value=worth(6, 5)),
            in_flight("F", value=worth(2, 9)),
        ],
        policy={"initiation": [{"unit": "*", "pursuit_budget": 5}]},
    )
    plan = expect(question, total=15, runs=dict.fromkeys("ACDF", JANUARY), project_value=15)
    assert used(plan) == [("east", "pursuit_budget", None, "5/5"), ("north", "pursuit_budget", None, "5/5")]


def test_every_trading_unit_starts_so_many_in_a_month() -> None:
    # One each. East: A brings 10, in February 9; B brings 8, in February 7.6. A first, then B: 17.6; B first: 17.
    # North's C brings 3 in January. F is in flight and starts nothing: 1. Together 17.6 + 3 + 1 = 21.6.
    question = scenario(
        projects=[
            candidate("A", start=EARLY_OR_LATE, value={"amount": 10, "delay_loss": 0.1}),
            candidate("B", start=EARLY_OR_LATE, value={"amount": 8, "delay_loss": 0.05}),
            candidate("C", "north", value=worth(3)),
            in_flight("F", value=worth(1)),
        ],
        policy={"initiation": [{"unit": "*", "max_per_period": 1}]},
    )
    runs = {"A": JANUARY, "B": FEBRUARY, "C": JANUARY, "F": JANUARY}
    plan = expect(question, total=21.6, runs=runs, project_value=21.6)
    assert decided(plan) == {"A": "initiate", "B": "defer", "C": "initiate", "F": "continue"}
    assert sorted(used(plan), key=str) == [
        ("east", "max_per_period", JANUARY, "1/1"),
        ("east", "max_per_period", FEBRUARY, "1/1"),
        ("north", "max_per_period", JANUARY, "1/1"),
    ]


def test_a_named_unit_has_one_limit_for_its_subtree_in_place_of_the_general_one() -> None:
    # East and Shanghai below it share 5 of pursuit cost and two starts a month: A of east costs 3 and gains 7, B and C
    # of Shanghai cost 3 and 2 and gain 6 and 5; Z of Shanghai costs nothing and gains 1. A and C: 12, and no third
    # start for Z. A and Z: 8; B, C: 11; so 12. One start a month, the general limit, does not hold there, but in
    # north: D 4, not E 3. Together 16.
    question = scenario(
        units=[*UNITS, {"id": "sh", "parent": "east", "trades": True}],
        projects=[
            candidate("A", value=worth(10, 3)),
            candidate("B", "sh", value=worth(9, 3)),
            candidate("C", "sh", value=worth(7, 2)),
            candidate("Z", "sh", value=worth(1)),
            candidate("D", "north", value=worth(4)),
            candidate("E", "north", value=worth(3)),
        ],
        policy={
            "initiation": [
                {"unit": "*", "max_per_period": 1},
                {"unit": "east", "pursuit_budget": 5, "max_per_period": 2},
            ]
        },
    )
    plan = expect(question, total=16, runs=dict.fromkeys("ACD", JANUARY), project_value=16)
    assert sorted(used(plan), key=str) == [
        ("east", "max_per_period", JANUARY, "2/2"),
        ("east", "pursuit_budget", None, "5/5"),
        ("north", "max_per_period", JANUARY, "1/1"),
    ]


def test_delay_takes_from_the_order_part_rounded_half_away_from_zero() -> None:
    # E is away in January. P: 10.1 x 0.5 = 5.05; a month late 5.05 x 0.9 = 4.545, so 4.55; then 2 - 0.5, not lost.
    # Two months late it would be 4.04. N is mandated: -5.05 x 0.9 = -4.545, so -4.55. 6.05 - 4.55 = 1.5.
    # Q, wanted in October, can start in February: of 5 it keeps 1 - 4 x 0.3, which is nothing, not -0.2: 2 - 1 = 1.
    # Together 2.5.
    late = {"preferred": JANUARY, "latest": FEBRUARY}
    question = scenario(
        people=[person("E", capacity=[0, 1, 1, 1])],
        projects=[
            candidate(
                "P",
                needs={"project_manager": 0.5},
                start={"preferred": JANUARY, "latest": "2027-03"},
                value={"amount": 10.1, "margin_rate": 0.5, "delay_loss": 0.1, "strategic": 2, "pursuit_cost": 0.5},
            ),
            candidate(
                "N",
                needs={"project_manager": 0.5},
                mandated=True,
                start=late,
                value={"amount": -10.1, "win_probability": 0.5, "delay_loss": 0.1},
            ),
            candidate(
                "Q",
                start={"preferred": "2026-10", "latest": FEBRUARY, "earliest": FEBRUARY},
                value={"amount": 5, "delay_loss": 0.3, "strategic": 2, "pursuit_cost": 1},
            ),
        ],
    )
    plan = expect(question, total=2.5, runs=dict.fromkeys("PNQ", FEBRUARY), project_value=2.5)
    assert decided(plan) == {"P": "defer", "N": "defer", "Q": "defer"}


def test_stopping_costs() -> None:
    # F brings -5 and costs 3 to stop: stopped, -3. G brings -2: goes on. H brings -5 but may not stop: -5, though to
    # stop would cost nothing. C, a candidate, costs nothing when dropped. -3 - 2 - 5 = -10.
    question = scenario(
        projects=[
            in_flight("F", value=worth(-5), stop_cost=3),
            in_flight("G", value=worth(-2, 9), stop_cost=3),
            in_flight("H", value=worth(-5), stoppable=False),
            candidate("C", value=worth(-1)),
        ]
    )
    plan = expect(question, total=-10, runs={"G": JANUARY, "H": JANUARY}, project_value=-7, stop_cost=-3)
    assert decided(plan) == {"F": "stop", "G": "continue", "H": "continue", "C": "drop"}
