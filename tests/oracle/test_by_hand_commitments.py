"""Best plans worked out on paper: promises come before money, and stability has a price."""

from typing import Any

import pytest

from models.scenario import Scenario
from tests.oracle.by_hand import decided, expect
from tests.scenario_builder import Part, candidate, in_flight, person, scenario

JANUARY, FEBRUARY = "2027-01", "2027-02"
HALF: Part = {"project_manager": 0.5}


def worth(amount: float) -> Part:
    """The value of a project that brings just so much, whenever it starts."""
    return {"strategic": amount}


def test_a_mandate_that_nobody_can_staff_stays_unmet() -> None:
    # M asks for a grade that nobody has: 1 unmet, whatever is done. Q, mandated at -3, still runs: 5 - 3 = 2.
    question = scenario(
        people=[person("E", grade=3)],
        projects=[
            candidate("M", needs={"project_manager": {"effort": 0.1, "min_grade": 4}}, mandated=True, value=worth(100)),
            candidate("P", needs=HALF, value=worth(5)),
            candidate("Q", needs=HALF, mandated=True, value=worth(-3)),
        ],
    )
    plan = expect(question, total=2, runs={"P": JANUARY, "Q": JANUARY}, unmet=("mandated M",), project_value=2)
    assert plan.outcome == "commitments_unmet"
    assert plan.unmet[0].reason == {"code": "nobody_eligible", "role": "project_manager"}


def test_of_two_mandates_that_exclude_each_other_the_better_runs() -> None:
    # One of M and N stays unmet, whatever is done. M requires A: -2 - 1 = -3; N alone: -4. So M and A. With P, worth
    # 50, neither could run: two unmet, which no money makes up for.
    question = scenario(
        projects=[
            candidate("M", mandated=True, excludes=["N"], requires=["A"], value=worth(-2)),
            candidate("N", mandated=True, value=worth(-4)),
            candidate("A", value=worth(-1)),
            candidate("P", excludes=["M", "N"], value=worth(50)),
        ]
    )
    plan = expect(question, total=-3, runs={"M": JANUARY, "A": JANUARY}, unmet=("mandated N",), project_value=-3)
    assert plan.unmet[0].reason == {"code": "excluded_by", "project": "M"}


def test_more_promises_beat_more_money() -> None:
    # E leads M (1 FTE, 100) or both N and O (0.5 each, -1 each). All are mandated: 1 unmet beats 2. -2.
    question = scenario(
        people=[person("E")],
        projects=[
            candidate("M", needs={"project_manager": 1}, mandated=True, value=worth(100)),
            candidate("N", needs=HALF, mandated=True, value=worth(-1)),
            candidate("O", needs=HALF, mandated=True, value=worth(-1)),
        ],
    )
    plan = expect(question, total=-2, runs={"N": JANUARY, "O": JANUARY}, unmet=("mandated M",), project_value=-2)
    assert plan.unmet[0].reason == {"code": "nobody_free", "role": "project_manager", "eligible": 1}


def test_pins_hold_decisions_starts_and_people() -> None:
    # A, worth 9, is dropped; B, -2, initiated; C, 10, starts in February at 9; D, 7, goes to E, who is worth -1, not
    # to G, who is worth 3; F, in flight, stops though it brings 4 and costs 1 to stop. H is pinned to G, worth -6
    # there: 5 - 6 = -1, so it is left out, which meets the pin; with E it would bring 5 and not meet it.
    # -2 + 9 + 7 - 1 - 1 = 12.
    question = scenario(
        people=[person("E"), person("G")],
        projects=[
            candidate("A", value=worth(9)),
            candidate("B", value=worth(-2)),
            candidate("C", start={"preferred": JANUARY, "latest": FEBRUARY}, value={"amount": 10, "delay_loss": 0.1}),
            candidate("D", needs=HALF, value=worth(7)),
            in_flight("F", value=worth(4), stop_cost=1),
            candidate("H", needs=HALF, value=worth(5)),
        ],
        fit=[
            {"project": "D", "role": "project_manager", "person": "E", "value": -1},
            {"project": "D", "role": "project_manager", "person": "G", "value": 3},
            {"project": "H", "role": "project_manager", "person": "G", "value": -6},
        ],
        pins=[
            {"project": "A", "decision": "drop", "why": "board"},
            {"project": "B", "decision": "initiate"},
            {"project": "C", "decision": "initiate", "start": FEBRUARY},
            {"project": "D", "role": "project_manager", "person": "E"},
            {"project": "F", "decision": "stop"},
            {"project": "H", "role": "project_manager", "person": "G"},
        ],
    )
    plan = expect(
        question,
        total=12,
        runs={"B": JANUARY, "C": FEBRUARY, "D": JANUARY},
        people={"D project_manager": "E"},
        project_value=14,
        person_fit=-1,
        stop_cost=-1,
    )
    words = {"A": "drop", "B": "initiate", "C": "defer", "D": "initiate", "F": "stop", "H": "drop"}
    assert decided(plan) == words


def test_pins_that_contradict_count_one_each() -> None:
    # To drop P fails one pin; to start it in January fails that of February and the drop, in February the drop alone.
    # Dropped, two pins on its start fail. So February: 1 unmet, at 10 x 0.5 = 5.
    question = scenario(
        projects=[
            candidate("P", start={"preferred": JANUARY, "latest": FEBRUARY}, value={"amount": 10, "delay_loss": 0.5})
        ],
        pins=[
            {"project": "P", "decision": "initiate"},
            {"project": "P", "decision": "initiate", "start": FEBRUARY},
            {"project": "P", "decision": "drop"},
        ],
    )
    plan = expect(question, total=5, runs={"P": FEBRUARY}, unmet=("pin P",), project_value=5)
    assert plan.unmet[0].reason == {"code": "must_run"}


@pytest.mark.parametrize(
    ("least", "running", "total", "unmet"),
    [
        # A brings -3 and 40 of orders, B -5 and 60, C -9 and 100; each serves G. Q, worth 2, serves nothing.
        ({"min_projects": 1}, "A", -3, ()),
        ({"min_projects": 2}, "AB", -8, ()),
        # 100: A and B for -8, C alone for -9.
        ({"min_expected_orders": 100}, "AB", -8, ()),
        # 101: A and C (140) for -12; B and C for -14; A and B fall short by 1.
        ({"min_expected_orders": 101}, "AC", -12, ()),
        # More than there is: unmet whatever is done, so nothing is done for it.
        ({"min_projects": 4}, "", 0, ("goal G",)),
        ({"min_projects": 2, "min_expected_orders": 201}, "", 0, ("goal G",)),
    ],
)
def test_a_goal_without_a_price_is_a_promise(least: Part, running: str, total: int, unmet: tuple[str, ...]) -> None:
    def serving(identifier: str, amount: float, orders: float) -> Part:
        value = {"amount": 2 * orders, "win_probability": 0.5, "margin_rate": 0, "strategic": amount}
        return candidate(identifier, goals=["G"], value=value)

    question = scenario(
        projects=[
            serving("A", -3, 40),
            serving("B", -5, 60),
            serving("C", -9, 100),
            candidate("Q", value=worth(2)),
        ],
        goals=[{"id": "G", **least}],
    )
    runs = dict.fromkeys([*running, "Q"], JANUARY)
    expect(question, total=total + 2, runs=runs, unmet=unmet, project_value=total + 2)


def remembering(**baseline: Any) -> Scenario:
    """Earlier P ran, led by E, with S as sponsor; Q did not run; F, in flight, did. N was not known."""
    held = {"P": {"project_manager": "E", "sponsor": "S"}}
    plan = {
        "decisions": [
            {"project": "P", "decision": "initiate", "start": JANUARY},
            {"project": "Q", "decision": "drop"},
            {"project": "F", "decision": "continue"},
        ],
        "assignments": [
            {"project": project, "role": role, "person": name}
            for project, people in held.items()
            for role, name in people.items()
        ],
    }
    return scenario(
        people=[
            person("E", capacity=[0, 1, 1, 1]),
            person("G"),
            person("S", "east", "sponsor"),
            person("T", "east", "sponsor"),
        ],
        projects=[
            candidate(
                "P",
                needs={"project_manager": 0.5, "sponsor": 0.1},
                start={"preferred": JANUARY, "latest": FEBRUARY},
                value={"amount": 10, "delay_loss": 0.1},
            ),
            candidate("Q", value=worth(3)),
            in_flight("F", value=worth(-4), stop_cost=1),
            candidate("N", value=worth(0.5)),
        ],
        fit=[
            {"project": "P", "role": "project_manager", "person": "G", "value": 1},
            {"project": "P", "role": "sponsor", "person": "T", "value": 2.2},
        ],
        baseline={"plan": plan, **baseline},
    )


def test_every_change_has_its_price() -> None:
    # A change costs 2.1. Leader of P: E, who is there from February on, 9; G, in January, 10 + 1 - 2.1 = 8.9: E, and
    # the moved start is free. Sponsor T: 2.2 - 2.1 = 0.1 more than S. Without P: -2.1. Q: 3 - 2.1 = 0.9. F goes on:
    # -4, stops: -1 - 2.1 = -3.1. N is unknown to the earlier plan: 0.5, and no change.
    # 9 + 2.2 + 3 - 1 + 0.5 - 3 x 2.1 = 7.4.
    plan = expect(
        remembering(price_per_change=2.1),
        total=7.4,
        runs={"P": FEBRUARY, "Q": JANUARY, "N": JANUARY},
        people={"P project_manager": "E", "P sponsor": "T"},
        project_value=12.5,
        person_fit=2.2,
        stop_cost=-1,
        changes=-6.3,
    )
    assert decided(plan)["F"] == "stop"


@pytest.mark.parametrize(
    ("most", "runs", "people", "terms"),
    [
        # Free changes, gains: F stopped 3 (from -4 to -1), Q 3, T for S 2.2, G in January for E in February 2.
        # None: E and S in February, F goes on, N: 9 - 4 + 0.5.
        (0, {"P": FEBRUARY, "F": JANUARY}, ("E", "S"), {"project_value": 5.5}),
        # Two: Q, and F stopped: 9 + 3 - 1 + 0.5.
        (2, {"P": FEBRUARY, "Q": JANUARY}, ("E", "S"), {"project_value": 12.5, "stop_cost": -1}),
        # Three: T too.
        (3, {"P": FEBRUARY, "Q": JANUARY}, ("E", "T"), {"project_value": 12.5, "stop_cost": -1, "person_fit": 2.2}),
        # Four: all, and P in January at 10.
        (4, {"P": JANUARY, "Q": JANUARY}, ("G", "T"), {"project_value": 13.5, "stop_cost": -1, "person_fit": 3.2}),
    ],
)
def test_so_many_changes_and_no_more(
    most: int, runs: dict[str, str], people: tuple[str, str], terms: dict[str, float]
) -> None:
    held = dict(zip(("P project_manager", "P sponsor"), people, strict=True))
    total = round(sum(terms.values()), 2)
    expect(remembering(max_changes=most), total, {**runs, "N": JANUARY}, held, (), **terms)
