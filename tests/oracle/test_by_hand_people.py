"""Best plans worked out on paper: what people can carry, and what a particular person changes."""

import pytest

from models.quantities import as_decimal
from tests.oracle.by_hand import decided, expect
from tests.scenario_builder import Part, candidate, in_flight, person, scenario

JANUARY = "2027-01"


def worth(amount: float) -> Part:
    """The value of a project that brings just so much, whenever it starts."""
    return {"strategic": amount}


def test_bookings_take_room_and_the_load_cap_gives_some() -> None:
    # January: E has 1 x 1.1 - 0.3 booked = 0.8. A 0.5 brings 10, B 0.4 brings 7, C 0.4 brings 6.
    # A and B, A and C: 0.9, too much. B and C: 0.8, just enough, 7 + 6 = 13. A alone: 10.
    question = scenario(
        people=[person("E", bookings=[{"from": JANUARY, "to": JANUARY, "effort": 0.3}])],
        projects=[
            candidate("A", needs={"project_manager": 0.5}, value=worth(10)),
            candidate("B", needs={"project_manager": 0.4}, value=worth(7)),
            candidate("C", needs={"project_manager": 0.4}, value=worth(6)),
        ],
        policy={"load_cap": 1.1},
    )
    plan = expect(question, total=13, runs={"B": JANUARY, "C": JANUARY}, project_value=13)
    assert decided(plan) == {"A": "drop", "B": "initiate", "C": "initiate"}
    assert plan.raised == ()


def test_a_raised_limit_stays_when_its_cause_goes() -> None:
    # E stands at 0.5 booked + 0.8 on F = 1.3, above 1: 1.3 is the limit, whoever leads F. Only E can lead P, Q, R.
    # F stays with E: no room for any of 0.4: 20. F goes to G, who is worth -2 there: two of three fit,
    # 0.5 + 0.4 + 0.4 = 1.3, the best two are P and Q: 20 - 2 + 5 + 4 = 27. With capacity 1, only P: 23.
    only_e = {"project_manager": {"effort": 0.4, "skills": {"product:cloud": 1}}}
    question = scenario(
        people=[
            person("E", skills={"product:cloud": 1}, bookings=[{"from": JANUARY, "to": JANUARY, "effort": 0.5}]),
            person("G", capacity=0.8),
        ],
        projects=[
            in_flight(
                "F",
                needs={"project_manager": 0.8},
                incumbents={"project_manager": "E"},
                stoppable=False,
                value=worth(20),
            ),
            candidate("P", needs=only_e, value=worth(5)),
            candidate("Q", needs=only_e, value=worth(4)),
            candidate("R", needs=only_e, value=worth(3)),
        ],
        fit=[{"project": "F", "role": "project_manager", "person": "G", "value": -2}],
    )
    plan = expect(
        question,
        total=27,
        runs={"F": JANUARY, "P": JANUARY, "Q": JANUARY},
        people={"F project_manager": "G", "P project_manager": "E", "Q project_manager": "E"},
        project_value=29,
        person_fit=-2,
    )
    (raised,) = plan.raised
    assert (raised.rule, raised.id, raised.period) == ("person_capacity", "E", JANUARY)
    assert (str(raised.limit), str(raised.level)) == ("1", "1.3")


def test_a_period_without_effort_still_holds_the_person() -> None:
    # E may hold one project at a time. P holds E from January to March, in February with no effort: 10.
    # A in January, B in February, C in March bring 3 + 6 + 3 = 12. P beside B, were it allowed, would be 16.
    month: Part = {"needs": {"project_manager": 0.5}}
    question = scenario(
        people=[person("E", max_projects=1)],
        projects=[
            candidate("P", needs={"project_manager": [0.5, 0, 0.5]}, duration=3, value=worth(10)),
            candidate("A", start={"preferred": "2027-01"}, value=worth(3), **month),
            candidate("B", start={"preferred": "2027-02"}, value=worth(6), **month),
            candidate("C", start={"preferred": "2027-03"}, value=worth(3), **month),
        ],
    )
    expect(question, total=12, runs={"A": "2027-01", "B": "2027-02", "C": "2027-03"}, project_value=12)


def test_one_person_takes_one_role_of_a_project() -> None:
    # E is worth 5 as sponsor, and the only manager; so G is the sponsor, at -4: 10 - 4 = 6, better than no P.
    # Q asks for both roles too and brings 3, 3 - 4 = -1: no.
    both: Part = {"project_manager": 0.2, "sponsor": 0.2}
    question = scenario(
        people=[person("E", "east", "project_manager", "sponsor"), person("G", "east", "sponsor")],
        projects=[candidate("P", needs=both, value=worth(10)), candidate("Q", needs=both, value=worth(3))],
        fit=[
            {"project": project, "role": "sponsor", "person": person_id, "value": value}
            for project in "PQ"
            for person_id, value in (("E", 5), ("G", -4))
        ],
    )
    people = {"P project_manager": "E", "P sponsor": "G"}
    expect(question, total=6, runs={"P": JANUARY}, people=people, project_value=10, person_fit=-4)


def test_fit_adds_value_and_replaces_effort() -> None:
    # By their profiles P and Q take 0.6 + 0.5 = 1.1 of E, too much. E needs 0.4 for P and 0.6 for Q: 1, enough.
    # 10 + 3.5 for P and 8 - 1 for Q: 20.5. P alone: 13.5.
    role = {"role": "project_manager", "person": "E"}
    question = scenario(
        people=[person("E")],
        projects=[
            candidate("P", needs={"project_manager": 0.6}, value=worth(10)),
            candidate("Q", needs={"project_manager": 0.5}, value=worth(8)),
        ],
        fit=[
            {"project": "P", "value": 3.5, "effort": 0.4, **role},
            {"project": "Q", "value": -1, "effort": 0.6, **role},
        ],
    )
    plan = expect(question, total=20.5, runs={"P": JANUARY, "Q": JANUARY}, project_value=18, person_fit=2.5)
    assert [(row.project, row.effort) for row in plan.assignments] == [("P", (400,)), ("Q", (600,))]


def test_fit_admits_and_forbids() -> None:
    # P asks for grade 3. E has it and changes nothing; G has grade 1, is admitted, and adds 2; H has grade 5, would
    # add 50 and is forbidden; I has grade 9 and adds 40, but the wrong role, which fit does not heal: 10 + 2 = 12.
    fit = [("G", 2, True), ("H", 50, False), ("I", 40, True)]
    question = scenario(
        people=[
            person("E", grade=3),
            person("G", grade=1),
            person("H", grade=5),
            person("I", "east", "sponsor", grade=9),
        ],
        projects=[candidate("P", needs={"project_manager": {"effort": 1, "min_grade": 3}}, value=worth(10))],
        fit=[
            {"project": "P", "role": "project_manager", "person": who, "value": value, "eligible": eligible}
            for who, value, eligible in fit
        ],
    )
    people = {"P project_manager": "G"}
    expect(question, total=12, runs={"P": JANUARY}, people=people, project_value=10, person_fit=2)


def test_a_tier_gives_whole_fields() -> None:
    # T1 asks for a manager 0.7 and brings 100 x 0.1 - 2 = 8. P takes all of it. Q states its own staffing, a sponsor
    # 0.4 and no manager. R states a value of its own, 100, of which neither rate nor cost of the tier is taken: 100.
    # E cannot lead both P and R (1.4): R and Q, 100 + 8 = 108; P and Q would bring 16.
    question = scenario(
        people=[person("E"), person("S", "east", "sponsor", capacity=0.4)],
        projects=[
            candidate("P", tier="T1"),
            candidate("Q", tier="T1", needs={"sponsor": 0.4}),
            candidate("R", tier="T1", value={"amount": 100}),
        ],
        policy={
            "tiers": {
                "T1": {
                    "staffing": [{"role": "project_manager", "effort": 0.7}],
                    "value": {"amount": 100, "margin_rate": 0.1, "pursuit_cost": 2},
                }
            }
        },
    )
    plan = expect(question, total=108, runs={"Q": JANUARY, "R": JANUARY}, project_value=108)
    held = [(row.project, row.role, row.person, row.effort) for row in plan.assignments]
    assert held == [("Q", "sponsor", "S", (400,)), ("R", "project_manager", "E", (700,))]


@pytest.mark.parametrize(
    ("reviews", "hours", "per_fte", "capacity", "effort", "running"),
    [
        # 2.17 x 4 / 165 = 0.0526…, 0.053: three take 0.159. Unrounded they would take 0.1578.
        (2.17, 4, 165, 0.159, "0.053", "ABC"),
        (2.17, 4, 165, 0.158, "0.053", "AB"),
        # 2 x 1 / 160 = 0.0125, half up 0.013: three take 0.039, two 0.026, one 0.013.
        (2, 1, 160, 0.038, "0.013", "AB"),
        (2, 1, 160, 0.025, "0.013", "A"),
        # 1 x 0.4 / 1000 = 0.0004, nothing.
        (1, 0.4, 1000, 0, "0", "ABC"),
    ],
)
def test_reviews_become_a_rounded_effort(
    reviews: float, hours: float, per_fte: float, capacity: float, effort: str, running: str
) -> None:
    # A brings 5, B 4, C 3: as many as the sponsor can carry, the best first.
    needs = {"sponsor": {"reviews_per_period": reviews, "hours_per_review": hours}}
    money = {"A": 5, "B": 4, "C": 3}
    question = scenario(
        people=[person("S", "east", "sponsor", capacity=capacity)],
        projects=[candidate(name, needs=needs, value=worth(amount)) for name, amount in money.items()],
        policy={"hours_per_fte": per_fte},
    )
    total = sum(money[name] for name in running)
    plan = expect(question, total=total, runs=dict.fromkeys(running, JANUARY), project_value=total)
    assert {str(as_decimal(row.effort[0], 1000)) for row in plan.assignments} == {effort}
