"""Best plans worked out on paper: what units buy from each other, within which limits, at what real cost."""

from typing import Any

from tests.oracle.by_hand import decided, expect
from tests.scenario_builder import MARKET, UNITS, Part, candidate, person, scenario

JANUARY, FEBRUARY, MARCH = "2027-01", "2027-02", "2027-03"
NORTH_ONLY = [person("N", "north")]
"""East has no manager and buys north's: 10 a FTE-month, 11 with mark-up; 20 % of 10 is lost as friction."""


def buying(identifier: str, month: str, effort: float, amount: float) -> Part:
    """A project of east in one month that brings so much."""
    needs = {"project_manager": effort}
    return candidate(identifier, needs=needs, start={"preferred": month}, value={"strategic": amount})


def with_budget(budget: Any) -> list[Part]:
    """The usual units; east may buy for so much."""
    return [{**unit, "purchase_budget": budget} if unit["id"] == "east" else unit for unit in UNITS]


def test_a_budget_over_the_horizon_counts_the_mark_up_and_no_friction() -> None:
    # P: 0.5 x 11 = 5.5 bought, 6 - 0.5 x 2 = 5 gained. Q: 3.3 bought, 4 - 0.6 = 3.4. R: 4.4 bought, 4.5 - 0.8 = 3.7.
    # Budget 8: P and Q 8.8, P and R 9.9: no; Q and R 7.7: 3.4 + 3.7 = 7.1. Without mark-up P and Q would cost 8.
    question = scenario(
        units=with_budget(8),
        people=NORTH_ONLY,
        projects=[buying("P", JANUARY, 0.5, 6), buying("Q", FEBRUARY, 0.3, 4), buying("R", MARCH, 0.4, 4.5)],
        market=MARKET,
    )
    plan = expect(question, total=7.1, runs={"Q": FEBRUARY, "R": MARCH}, project_value=8.5, friction=-1.4)
    (budget,) = plan.budgets
    assert (budget.unit, budget.period, budget.limit, budget.spent) == ("east", None, 800, 770)
    assert [(row.project, row.amount) for row in plan.purchases] == [("Q", 330), ("R", 440)]


def test_a_budget_by_month_moves_a_start() -> None:
    # P takes 0.5 in its month, 5.5 bought, friction 1, and brings 10, 9.5 a month late, 9 two months late.
    # January has 5: not enough. February has 6: 8.5, but then 0.1 for Q, 1.1 bought, is too much (6.6); Q brings
    # 1 - 0.2 = 0.8 in February only. March is not named, so unlimited: 9 - 1 + 0.8 = 8.8.
    question = scenario(
        units=with_budget({JANUARY: 5, FEBRUARY: 6}),
        people=NORTH_ONLY,
        projects=[
            candidate(
                "P",
                needs={"project_manager": 0.5},
                start={"preferred": JANUARY, "latest": MARCH},
                value={"amount": 100, "margin_rate": 0.1, "delay_loss": 0.05},
            ),
            buying("Q", FEBRUARY, 0.1, 1),
        ],
        market=MARKET,
    )
    plan = expect(question, total=8.8, runs={"P": MARCH, "Q": FEBRUARY}, project_value=10, friction=-1.2)
    assert decided(plan) == {"P": "defer", "Q": "initiate"}
    assert [(row.period, row.limit, row.spent) for row in plan.budgets] == [(JANUARY, 500, 0), (FEBRUARY, 600, 110)]


def test_a_seller_keeps_most_of_its_supply() -> None:
    # North's managers N and M supply 2; S, a sponsor first, supplies none, though what S does as manager is sold.
    # 30 %: 0.6 may be sold. A 0.4 brings 10 - 0.8, B 0.3 brings 7 - 0.6, C 0.3 brings 6 - 0.6.
    # A and B, A and C: 0.7, too much. B and C: 0.6, 6.4 + 5.4 = 11.8. A alone: 9.2.
    question = scenario(
        people=[person("N", "north"), person("M", "north"), person("S", "north", "sponsor", "project_manager")],
        projects=[buying("A", JANUARY, 0.4, 10), buying("B", JANUARY, 0.3, 7), buying("C", JANUARY, 0.3, 6)],
        market={**MARKET, "max_sold_share": 0.3},
    )
    plan = expect(question, total=11.8, runs={"B": JANUARY, "C": JANUARY}, project_value=13, friction=-1.2)
    assert sum(row.effort for row in plan.purchases) == 600


def test_small_purchases_are_none() -> None:
    # At least 0.2 on average, and 2 months inside the horizon. P: 0.3 and 0.1, 0.2 on average: 5 - 0.6 - 0.2 = 4.2.
    # Q: 0.2 and 0.199: less. R: 0.3 for one month: too short. S: from April on only one month is inside.
    def two_months(identifier: str, month: str, *effort: float) -> Part:
        needs = {"project_manager": list(effort)}
        return candidate(
            identifier, needs=needs, duration=len(effort), start={"preferred": month}, value={"strategic": 5}
        )

    question = scenario(
        people=NORTH_ONLY,
        projects=[
            two_months("P", JANUARY, 0.3, 0.1),
            two_months("Q", JANUARY, 0.2, 0.199),
            two_months("R", JANUARY, 0.3),
            two_months("S", "2027-04", 0.3, 0.3),
        ],
        market={**MARKET, "min_effort": 0.2, "min_periods": 2},
    )
    expect(question, total=4.2, runs={"P": JANUARY}, project_value=5, friction=-0.8)


def three_units() -> list[Part]:
    """East and west in one region, north in another."""
    return [
        {"id": "hq", "level": "company"},
        {"id": "area", "parent": "hq", "level": "region"},
        {"id": "east", "parent": "area", "trades": True},
        {"id": "west", "parent": "area", "trades": True},
        {"id": "north", "parent": "hq", "level": "region", "trades": True},
    ]


def test_friction_is_rounded_half_up_in_every_period() -> None:
    # P asks for 0.333 in January and in February, Q for 0.25; W of west has 0.333, so leads one of them, N the other.
    # Same region 0.2 a FTE: P 0.0666, so 0.07 a month, 0.14; Q 0.05 a month, 0.10.
    # Across 2 a FTE: P 0.666, so 0.67 a month, 1.34; Q 0.5 a month, 1.
    # W leads P, N leads Q: 0.14 + 1 = 1.14; W leads Q, N leads P: 0.10 + 1.34 = 1.44.
    # R asks for 0.025 in March: 0.005 with W, half up 0.01; with N it would be 0.05.
    # 10 + 10 + 1 - 1.14 - 0.01 = 19.85.
    question = scenario(
        units=three_units(),
        people=[person("W", "west", capacity=0.333), person("N", "north")],
        projects=[
            candidate("P", needs={"project_manager": 0.333}, duration=2, value={"strategic": 10}),
            candidate("Q", needs={"project_manager": 0.25}, duration=2, value={"strategic": 10}),
            buying("R", MARCH, 0.025, 1),
        ],
        market=MARKET,
    )
    expect(
        question,
        total=19.85,
        runs={"P": JANUARY, "Q": JANUARY, "R": MARCH},
        people={"P project_manager": "W", "Q project_manager": "N", "R project_manager": "W"},
        project_value=21,
        friction=-1.15,
    )


def test_the_scope_of_a_region_ends_at_its_border() -> None:
    # Only people of the own region may come: W, with 0.5 in January, leads one of P and Q. N may lead neither, nor
    # V of west, who is not lendable. P: 3 - 0.5 x 0.2 = 2.9. O of north has N, without friction: 1. Together 3.9.
    question = scenario(
        units=three_units(),
        people=[
            person("W", "west", capacity=0.5),
            person("V", "west", lendable=False),
            person("N", "north"),
        ],
        projects=[
            buying("P", JANUARY, 0.5, 3),
            buying("Q", JANUARY, 0.5, 2),
            candidate("O", "north", needs={"project_manager": 0.5}, value={"strategic": 1}),
        ],
        market={**MARKET, "scope": "region"},
    )
    people = {"P project_manager": "W", "O project_manager": "N"}
    expect(question, total=3.9, runs={"P": JANUARY, "O": JANUARY}, people=people, project_value=4, friction=-0.1)
