"""Best plans worked out on paper: a cent among amounts beyond 32 bits, three distances, turns, a circle."""

from tests.oracle.by_hand import expect
from tests.scenario_builder import MARKET, UNITS, Part, candidate, person, scenario

JANUARY = "2027-01"
MANAGER = "project_manager"


def pursued(cost: float, amount: float) -> Part:
    return {"amount": amount, "pursuit_cost": cost}


def test_a_cent_decides_among_hundreds_of_millions() -> None:
    # Nets: A 5.00, B 1.00, C 5.01. A and C would bring 10.01, but cost 200,000,000.02, a cent more than there is.
    # B and C cost all of it, 200,000,000.01: 6.01. A and B cost the same: 6.00. In cents the row sums to 3 x 10^10.
    question = scenario(
        projects=[
            candidate("A", value=pursued(100_000_000.01, 100_000_005.01)),
            candidate("B", value=pursued(100_000_000, 100_000_001)),
            candidate("C", value=pursued(100_000_000.01, 100_000_005.02)),
        ],
        policy={"initiation": [{"unit": "east", "pursuit_budget": 200_000_000.01}]},
    )
    expect(question, total=6.01, runs={"B": JANUARY, "C": JANUARY}, project_value=6.01)


def test_the_farther_the_better_must_somebody_be() -> None:
    # P takes one FTE at a rate of 10. Somebody of its own unit: 20. From the harbour, in the same region, friction is
    # 2 %: 20 + 1 - 0.2 = 20.8. From north, across regions, it is 20 %: 20 + 2.5 - 2 = 20.5.
    question = scenario(
        units=[*UNITS, {"id": "harbour", "parent": "east", "level": "office", "trades": True}],
        people=[person("own", "east"), person("near", "harbour"), person("far", "north")],
        projects=[candidate("P", needs={MANAGER: 1}, value={"amount": 20})],
        fit=[
            {"project": "P", "role": MANAGER, "person": "near", "value": 1},
            {"project": "P", "role": MANAGER, "person": "far", "value": 2.5},
        ],
        market=MARKET,
    )
    plan = expect(
        question,
        total=20.8,
        runs={"P": JANUARY},
        people={f"P {MANAGER}": "near"},
        project_value=20,
        person_fit=1,
        friction=-0.2,
    )
    assert [row.seller for row in plan.purchases] == ["harbour"]


def test_two_short_projects_one_after_the_other_beat_one_long_one() -> None:
    # E may hold one project at a time. A takes January and February: 12. B and C take a month each and must not begin
    # after February; a month late loses 10 %: B in January and C in February, 7 + 6 x 0.9 = 12.4; the other way
    # round 6 + 7 x 0.9 = 12.3.
    window = {"preferred": JANUARY, "latest": "2027-02"}
    question = scenario(
        people=[person("E", max_projects=1)],
        projects=[
            candidate("A", needs={MANAGER: 0.2}, duration=2, value={"amount": 12}),
            candidate("B", needs={MANAGER: 0.2}, start=window, value={"amount": 7, "delay_loss": 0.1}),
            candidate("C", needs={MANAGER: 0.2}, start=window, value={"amount": 6, "delay_loss": 0.1}),
        ],
    )
    expect(question, total=12.4, runs={"B": JANUARY, "C": "2027-02"}, project_value=12.4)


def test_a_circle_runs_whole_or_not_at_all() -> None:
    # A needs B, B needs C, C needs A. 5 - 2 - 2 = 1 together, none alone. X needs Y, and 3 - 4 is a loss.
    question = scenario(
        projects=[
            candidate("A", value={"strategic": 5}, requires=["B"]),
            candidate("B", value={"strategic": -2}, requires=["C"]),
            candidate("C", value={"strategic": -2}, requires=["A"]),
            candidate("X", value={"strategic": 3}, requires=["Y"]),
            candidate("Y", value={"strategic": -4}),
        ]
    )
    expect(question, total=1, runs={"A": JANUARY, "B": JANUARY, "C": JANUARY}, project_value=1)
