"""What a trading unit sells of a role in a period stays within the stated share of its own supply."""

from models.choices import Choice, Choices
from models.scenario import Scenario
from optimizer.checker import statement
from tests.optimizer.checker.plans import rules_broken
from tests.scenario_builder import MARKET, candidate, in_flight, person, scenario

LED: Choices = {"P": Choice(0, {"project_manager": "N"})}


def selling(effort: float, share: float | None, **fields: object) -> Scenario:
    """East may buy its manager from N; north supplies 1 FTE of managers besides."""
    return scenario(
        people=[person("N", "north", **fields), person("other", "north")],
        projects=[candidate("P", needs={"project_manager": effort})],
        market={**MARKET, **({} if share is None else {"max_sold_share": share})},
    )


def test_a_share_of_own_supply_and_one_permille_more() -> None:
    # 2 FTE x 0.3 = 0.6.
    assert rules_broken(selling(0.6, 0.3), LED) == set()
    assert rules_broken(selling(0.601, 0.3), LED) == {"seller_cap"}


def test_the_limit_is_not_rounded() -> None:
    # 1.333 FTE x 0.3333 = 0.4442889.
    assert rules_broken(selling(0.444, 0.3333, capacity=0.333), {"P": Choice(0, {"project_manager": "other"})}) == set()
    assert rules_broken(selling(0.445, 0.3333, capacity=0.333), {"P": Choice(0, {"project_manager": "other"})}) == {
        "seller_cap"
    }


def test_without_a_share_there_is_no_cap_and_a_share_of_nothing_sells_nothing() -> None:
    assert rules_broken(selling(1, None), LED) == set()
    assert rules_broken(selling(0.001, 0), LED) == {"seller_cap"}


def test_the_role_assigned_counts_against_the_pool_of_that_role() -> None:
    # N is first a sponsor: as a manager he is sold from a pool of 1 FTE, the other's.
    question = scenario(
        people=[person("N", "north", "sponsor", "project_manager"), person("other", "north")],
        projects=[candidate("P", needs={"project_manager": 0.3})],
        market={**MARKET, "max_sold_share": 0.3},
    )
    assert rules_broken(question, LED) == set()
    alone = scenario(people=question.people[:1], projects=question.projects, market=question.market)
    assert rules_broken(alone, LED) == {"seller_cap"}


def test_each_period_has_its_own_supply() -> None:
    projects = [candidate("P", needs={"project_manager": 0.3}, duration=2)]
    for capacity, broken in (([1, 1, 1, 1], set[str]()), ([1, 0.999, 1, 1], {"seller_cap"})):
        question = scenario(
            people=[person("N", "north", capacity=capacity)],
            projects=projects,
            market={**MARKET, "max_sold_share": 0.3},
        )
        assert rules_broken(question, LED) == broken


def test_sales_to_all_buyers_add_up() -> None:
    units = [
        {"id": "hq"},
        *({"id": unit, "parent": "hq", "level": "region", "trades": True} for unit in ("east", "north", "west")),
    ]
    projects = [candidate("P", needs={"project_manager": 0.2}), candidate("W", "west", needs={"project_manager": 0.2})]
    both: Choices = {name: Choice(0, {"project_manager": "N"}) for name in ("P", "W")}
    for share, broken in ((0.4, set[str]()), (0.3999, {"seller_cap"})):
        question = scenario(
            units=units,
            people=[person("N", "north")],
            projects=projects,
            market={**MARKET, "max_sold_share": share},
        )
        assert rules_broken(question, both) == broken


def test_in_flight_sales_raise_the_limit_and_are_reported() -> None:
    # North may sell 1 x 0.2 = 0.2 of managers; F takes 0.5 in January and just 0.2 in February.
    question = scenario(
        people=[person("N", "north")],
        projects=[
            in_flight("F", needs={"project_manager": [0.5, 0.2]}, incumbents={"project_manager": "N"}, duration=2),
            candidate("P", needs={"project_manager": 0.001}),
            candidate("Q", needs={"project_manager": 0.5}),
        ],
        market={**MARKET, "max_sold_share": 0.2},
    )
    (row,) = statement(question, {}).raised
    assert (row.rule, row.id, row.role, row.period) == ("seller_cap", "north", "project_manager", "2027-01")
    assert (f"{row.limit}", f"{row.level}") == ("0.2", "0.5")
    held: Choices = {"F": Choice(0, {"project_manager": "N"})}
    assert rules_broken(question, held) == set()
    assert rules_broken(question, {**held, **LED}) == {"seller_cap"}
    assert rules_broken(question, {"Q": Choice(0, {"project_manager": "N"})}) == set()
