"""Best plans worked out on paper: goals, targets and the balance of the portfolio, each at a price."""

from tests.oracle.by_hand import expect
from tests.scenario_builder import UNITS, Part, candidate, in_flight, person, scenario

JANUARY = "2027-01"


def worth(amount: float) -> Part:
    """The value of a project that brings just so much, whenever it starts."""
    return {"strategic": amount}


def ordering(amount: float, strategic: float) -> Part:
    """A value with orders expected at half their amount, no margin on them, and something else it brings."""
    return {"amount": amount, "win_probability": 0.5, "margin_rate": 0, "strategic": strategic}


def test_a_goal_is_served_as_far_as_its_price_pays() -> None:
    # Three projects asked for, each missing one costs 4. A at -3 saves 4: yes. B at -5 saves 4: no. F, in flight, runs
    # for 1 anyway and counts. A and F: one is missing. C serves another goal. -3 + 1 - 4 = -6.
    question = scenario(
        projects=[
            candidate("A", goals=["G"], value=worth(-3)),
            candidate("B", goals=["G"], value=worth(-5)),
            candidate("C", goals=["H"], value=worth(-1)),
            in_flight("F", goals=["G", "H"], value=worth(1)),
        ],
        goals=[
            {"id": "G", "min_projects": 3, "shortfall_price": 4},
            {"id": "H", "min_projects": 1, "shortfall_price": 9},
        ],
    )
    plan = expect(question, total=-6, runs={"A": JANUARY, "F": JANUARY}, project_value=-2, goals=-4)
    assert [(row.id, row.projects, row.shortfall) for row in plan.goals] == [("G", 2, 1), ("H", 1, 0)]


def test_missing_orders_of_a_goal_cost_too() -> None:
    # 100 of orders asked for, 0.1 each. A: 60, saves 6, brings -5. B: 60 too, at -3. C: 10.005, rounded 10.01, at -1.
    # B: -3 - 4 = -7. B and C: -4 - 2.999 = -6.999. A and B: -8. A, B and C: -9. None: -10. Best: B and C.
    question = scenario(
        projects=[
            candidate("A", goals=["G"], value=ordering(120, -5)),
            candidate("B", goals=["G"], value=ordering(120, -3)),
            candidate("C", goals=["G"], value=ordering(20.01, -1)),
        ],
        goals=[{"id": "G", "min_expected_orders": 100, "shortfall_price": 0, "orders_price": 0.1}],
    )
    plan = expect(question, total=-6.999, runs={"B": JANUARY, "C": JANUARY}, project_value=-4, goals=-2.999)
    assert (plan.goals[0].expected_orders, plan.goals[0].orders_shortfall) == (7001, 2999)


def test_a_target_needs_a_rounded_share_of_its_amount() -> None:
    # Half of 33.35 is 16.675, rounded half up 16.68. Each unit missing costs 0.5.
    # P: 10 of orders, saves 5, brings -1. S, of Shanghai below east: half of 13.35, rounded half up 6.68, closes the
    # gap of 6.68 just so: saves 3.34, brings -1. T: 6.67, at -1.5, would leave 0.01. Q has another product, R another
    # customer group, U orders after June, V no order period, N sits in north: none of them saves anything.
    # -1 - 1 = -2, nothing missing.
    cell: Part = {"product": "cloud", "customer_group": "bank", "order_period": "2027-06"}
    question = scenario(
        units=[*UNITS, {"id": "sh", "parent": "east"}],
        projects=[
            candidate("P", value=ordering(20, -1), **cell),
            candidate("S", "sh", value=ordering(13.35, -1), **cell),
            candidate("T", value=ordering(13.34, -1.5), **cell),
            candidate("Q", value=ordering(20, -0.1), **{**cell, "product": "net"}),
            candidate("R", value=ordering(20, -0.1), **{**cell, "customer_group": "gov"}),
            candidate("U", value=ordering(20, -0.1), **{**cell, "order_period": "2027-07"}),
            candidate("V", value=ordering(20, -0.1), **{**cell, "order_period": None}),
            candidate("N", "north", value=ordering(20, -0.1), **cell),
        ],
        targets=[
            {
                "id": "T-east",
                "unit": "east",
                "product": "cloud",
                "customer_group": "bank",
                "from": JANUARY,
                "to": "2027-06",
                "amount": 33.35,
                "coverage": 0.5,
                "shortfall_price": 0.5,
            }
        ],
    )
    plan = expect(question, total=-2, runs={"P": JANUARY, "S": JANUARY}, project_value=-2)
    (target,) = plan.targets
    assert (target.need, target.expected, target.shortfall) == (1668, 1668, 0)


def test_the_last_cent_of_a_target_costs() -> None:
    # 16.68 needed as above. F, in flight, brings 2 and 16.67 of orders: 0.01 is missing, at 0.0003 a unit 0.000003.
    # P would close the gap and brings -0.01: too dear. 2 - 0.000003 = 1.999997.
    question = scenario(
        projects=[candidate("P", value=ordering(20, -0.01)), in_flight("F", value=ordering(33.34, 2))],
        targets=[{"id": "all", "amount": 33.35, "coverage": 0.5, "shortfall_price": 0.0003}],
    )
    plan = expect(question, total=1.999997, runs={"F": JANUARY}, project_value=2, targets=-0.000003)
    assert (plan.targets[0].expected, plan.targets[0].shortfall) == (1667, 1)


def test_a_least_share_by_count() -> None:
    # Half should be long; each missing half project costs 3. A, short, brings 10, B, short, 4; L, long, -1.
    # A: 10 - 3 = 7. A, B: 14 - 6 = 8. A, L: 9. A, B, L: 13, 1.5 asked for, 1 there: 13 - 3 = 10. Best: all.
    question = scenario(
        projects=[
            candidate("A", reach="short", value=worth(10)),
            candidate("B", reach="short", value=worth(4)),
            candidate("L", reach="long", value=worth(-1)),
        ],
        policy={
            "balance": [{"attribute": "reach", "equals": "long", "measure": "count", "min_share": 0.5, "price": 6}]
        },
    )
    plan = expect(question, total=10, runs=dict.fromkeys("ABL", JANUARY), project_value=13, balance=-3)
    (row,) = plan.balance
    assert (str(row.part), str(row.total), row.share) == ("1", "3", 3333)


def test_a_greatest_share_by_effort() -> None:
    # At most half of the effort on hilltop projects; each FTE above costs 10. P, hilltop, 0.6 FTE, brings 5. Q, 0.4,
    # brings 1. R and S, 0.1 each, bring -0.3 and -0.8, and lower the surplus by 0.05 FTE each, 0.5 in money.
    # P: 5 - 3 = 2. P, Q: 6 - 1 = 5. P, Q, R: 5.7 - 0.5 = 5.2. P, Q, S: 5.2 - 0.5 = 4.7. All: 4.9. Q: 1. Best: 5.2.
    def taking(identifier: str, kind: str, effort: float, amount: float) -> Part:
        return candidate(identifier, kind=kind, needs={"project_manager": effort}, value=worth(amount))

    question = scenario(
        people=[person("E", capacity=2)],
        projects=[
            taking("P", "hilltop", 0.6, 5),
            taking("Q", "regular", 0.4, 1),
            taking("R", "regular", 0.1, -0.3),
            taking("S", "regular", 0.1, -0.8),
        ],
        policy={
            "balance": [{"attribute": "kind", "equals": "hilltop", "measure": "effort", "max_share": 0.5, "price": 10}]
        },
    )
    plan = expect(question, total=5.2, runs=dict.fromkeys("PQR", JANUARY), project_value=5.7, balance=-0.5)
    (row,) = plan.balance
    assert (str(row.part), str(row.total)) == ("0.6", "1.1")


def test_a_share_of_expected_orders_and_of_pursuit_cost() -> None:
    # Banks should bring 0.4 of the orders, each missing unit costs 0.5; and benchmarks (a tag) take at most 0.25 of
    # the pursuit cost, each unit above costs 2.
    # A: 60 of orders, 20 - 3. B, a bank: 20 of orders, 4 - 1, a benchmark. A alone: 17 - 24 x 0.5 = 5.
    # A, B: 20, orders 20 of 80, 12 missing: -6; pursuit 1 of 4: nothing above. 14. B alone: 3 - 0.75 x 2 = 1.5.
    question = scenario(
        projects=[
            candidate("A", value={**ordering(120, 20), "pursuit_cost": 3}),
            candidate("B", value={**ordering(40, 4), "pursuit_cost": 1}, customer_group="bank", tags=["x", "mark"]),
        ],
        policy={
            "balance": [
                {
                    "attribute": "customer_group",
                    "equals": "bank",
                    "measure": "expected_orders",
                    "min_share": 0.4,
                    "price": 0.5,
                },
                {"attribute": "tags", "equals": "mark", "measure": "pursuit_cost", "max_share": 0.25, "price": 2},
            ]
        },
    )
    expect(question, total=14, runs=dict.fromkeys("AB", JANUARY), project_value=20, balance=-6)
