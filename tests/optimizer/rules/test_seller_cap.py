"""What a unit sells of a role in a period stays within the stated share of its own supply."""

from typing import Any

import pytest

from models.choices import Choice, Choices
from models.scenario import Scenario
from optimizer.compile import compile_scenario
from tests.optimizer.agreement import judged
from tests.scenario_builder import MARKET, Part, candidate, in_flight, person, scenario

LED: Choices = {"P": Choice(0, {"project_manager": "N1"})}
OVER = {"seller_cap"}


def capped(share: float | None, people: list[Part], *projects: Part, **parts: Any) -> Scenario:
    """Units may sell this share of what they have."""
    market = MARKET if share is None else {**MARKET, "max_sold_share": share}
    return scenario(people=people, projects=list(projects), market=market, **parts)


def led(effort: Any, **fields: Any) -> Part:
    return candidate("P", needs={"project_manager": effort}, **fields)


@pytest.mark.parametrize(
    ("share", "capacities", "inside", "outside"),
    [
        (0.3, (1, 1), 0.6, 0.601),
        (1, (0.5, 0.3), 0.5, None),  # N1 has no more than 0.5
        (0, (1, 1), 0, 0.001),
        # 0.333 x 0.5 = 0.1665: rounded it would admit 0.167.
        (0.5, (0.333, 0), 0.166, 0.167),
        # Bookings do not reduce supply.
        (0.5, (1, 0), 0.5, 0.501),
    ],
)
def test_just_inside_and_just_outside(
    share: float, capacities: tuple[float, float], inside: float, outside: float | None
) -> None:
    people = [person(f"N{place}", "north", capacity=capacity) for place, capacity in enumerate(capacities, 1)]
    people[1]["bookings"] = [{"from": "2027-01", "to": "2027-04", "effort": capacities[1]}]
    assert judged(capped(share, people, led(inside)), LED).broken == set()
    if outside is not None:
        assert judged(capped(share, people, led(outside)), LED).broken == OVER


def test_without_a_share_there_is_no_cap() -> None:
    assert judged(capped(None, [person("N1", "north")], led(1)), LED).broken == set()


def test_each_period_has_its_own_supply() -> None:
    people = [person("N1", "north"), person("N2", "north", capacity=[1, 0, 1, 1])]
    for efforts, broken in (([0.6, 0.3], set()), ([0.601, 0.3], OVER), ([0.6, 0.301], OVER)):
        assert judged(capped(0.3, people, led(efforts, duration=2)), LED).broken == broken


def test_sales_to_all_buyers_add_up_by_the_role_assigned() -> None:
    # North has 1 FTE of managers (first role) and sells at most 0.5 of it; N2 is a sponsor first, and sold as manager.
    people = [person("N1", "north"), person("N2", "north", "sponsor", "project_manager")]
    for second, broken in ((0.2, set()), (0.201, OVER)):
        question = capped(0.5, people, led(0.3), candidate("Q", needs={"project_manager": second}))
        assert judged(question, {**LED, "Q": Choice(0, {"project_manager": "N2"})}).broken == broken


def test_nothing_is_sold_of_a_role_that_is_nobodys_first() -> None:
    # N1 is a sponsor first: north has no supply of managers to sell a share of.
    people = [person("N1", "north", "sponsor", "project_manager")]
    assert judged(capped(1, people, led(0.001)), LED).broken == OVER
    assert judged(capped(1, people, led(0)), LED).broken == set()


def test_work_at_home_is_not_sold() -> None:
    question = capped(0, [person("N1", "north")], {**led(1), "unit": "north"})
    assert judged(question, LED).broken == set()


@pytest.mark.parametrize(("effort", "broken"), [(0.5, set()), (0.501, OVER)])
def test_incumbents_raise_the_cap_in_force(effort: float, broken: set[str]) -> None:
    # N2 stands on F of east with 0.5, above the cap of 0.2 x 2: 0.5 is in force in January, whether or not F goes on.
    people = [person("N1", "north"), person("N2", "north")]
    standing = in_flight("F", needs={"project_manager": 0.5}, incumbents={"project_manager": "N2"})
    assert judged(capped(0.2, people, standing, led(effort)), LED).broken == broken
    going_on = {"F": Choice(0, {"project_manager": "N2"})}
    assert judged(capped(0.2, people, standing, led(0.001)), {**LED, **going_on}).broken == OVER
    # In February nothing stands: the cap is 0.4 again.
    later = led(0.401, start={"preferred": "2027-02"})
    assert judged(capped(0.2, people, standing, later), {"P": Choice(1, LED["P"].people)}).broken == OVER


def test_rows_only_for_what_can_be_sold() -> None:
    program = compile_scenario(capped(0.5, [person("N1", "north"), person("E1")], led(0.5))).program
    names = {program.names.row(row) for row in range(program.rows)}
    sold = {name for name in names if name.startswith("seller_cap/")}
    assert sold == {f"seller_cap/north/project_manager/2027-0{month}" for month in (1, 2, 3, 4)}
