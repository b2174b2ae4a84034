"""`hilltop solve --hunger-cost`: two solves, an interval, and plain words where something is missing."""

from pathlib import Path

import pytest

from api.command_line.hunger_cost import HungerCost, Side, sentence, without_hunger
from models.scenario import Scenario
from tests.api.command_line.running import hilltop, process
from tests.api.command_line.samples import QUICK, SAME, small, written

HUNGER = [{"unit": "*", "role": "project_manager", "low": 0.05, "high": 0.15, "price_overfed": 8, "price_starving": 4}]


def _hungry(folder: Path) -> Path:
    return written(folder / "year.json", small(policy={"hunger": HUNGER, "load_cap": 0.9}))


def test_only_the_hunger_rows_are_left_out() -> None:
    scenario = Scenario.model_validate(small(policy={"hunger": HUNGER, "load_cap": 0.9}))
    fed = without_hunger(scenario)
    assert fed is not None
    assert (fed.policy.hunger, fed.policy.load_cap) == ((), 9_000)
    assert fed.replace(policy=scenario.policy) == scenario
    assert without_hunger(fed) is None


def test_two_solves_and_the_plan_alone_in_the_file(tmp_path: Path) -> None:
    scenario, plan = _hungry(tmp_path), tmp_path / "plan.json"
    ran = process("solve", scenario, "--hunger-cost", "--out", plan, *QUICK)
    assert ran.code == 0
    assert "The cost of hunger is exactly 8.40 (of plans that leave no more commitments unmet)." in ran.out
    assert "without: objective 180.00, bound 180.00, unmet 0" in " ".join(ran.out.split())
    first, second = ran.err.index("Solve 1 of 2: with"), ran.err.index("Solve 2 of 2: without the hunger rules")
    assert first < second
    assert hilltop("check", scenario, plan).code == 0


def test_as_a_document(tmp_path: Path) -> None:
    ran = hilltop("solve", _hungry(tmp_path), "--hunger-cost", "--json", *SAME)
    assert (ran.code, ran.err) == (0, "")
    assert set(ran.document) == {"plan", "hunger_cost"}
    cost = ran.document["hunger_cost"]
    assert (cost["at_least"], cost["at_most"], cost["missing"]) == (8.4, 8.4, None)
    assert cost["with_hunger"]["objective"] == ran.document["plan"]["objective"]["total"] == 171.6


def test_an_engine_that_proves_nothing(tmp_path: Path) -> None:
    ran = hilltop("solve", _hungry(tmp_path), "--hunger-cost", "--engine", "exact", "--lang", "zh", *QUICK)
    assert ran.code == 0
    assert "微饥饿的代价未知：两次求解都没有经证明的上界。" in ran.out


def test_a_scenario_without_hunger(tmp_path: Path) -> None:
    scenario = written(tmp_path / "year.json", small())
    ran = hilltop("solve", scenario, "--hunger-cost", *QUICK)
    assert ran.code == 0
    assert "the scenario has no hunger rules, so there is nothing to compare." in ran.out
    assert "Solve 1 of 2" not in ran.err


@pytest.mark.parametrize(
    ("cost", "said"),
    [
        (HungerCost(Side(100, 150, 0), Side(200, 260, 0)), "lies between 0.00 and 0.00"),
        (HungerCost(Side(10**8, 15 * 10**7, 0), Side(2 * 10**8, 26 * 10**7, 0)), "lies between 50.00 and 160.00"),
        (HungerCost(Side(10**8, 3 * 10**8, 0), Side(2 * 10**8, 4 * 10**8, 0)), "at most 300.00, and not below 0"),
        (HungerCost(Side(10**8, None, 0), Side(2 * 10**8, 4 * 10**8, 0)), "at most 300.00; how little it may be"),
        (HungerCost(Side(10**8, 15 * 10**7, 0), Side(2 * 10**8, None, 0)), "at least 50.00; how much it may be"),
        (HungerCost(Side(1, 1, 1), Side(1, 1, 0), "unmet_differ"), "do not compare. Give a larger --time-limit."),
        (HungerCost(Side(1, 1, 1), None, "interrupted"), "was not computed: the solve was interrupted."),
        (HungerCost(Side(1, 1, 1), None, "no_second_plan"), "gave no plan."),
    ],
)
def test_the_interval_in_words(cost: HungerCost, said: str) -> None:
    assert said in sentence(cost, "en")
    assert sentence(cost, "zh").startswith("微饥饿的代价")
