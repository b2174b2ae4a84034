"""One project in full, the pieces of the gap, the rows by what they charge: by hand and on many scenarios."""

from decimal import Decimal
from random import Random

import pytest

from models.choices import Choice
from models.plan import Price
from models.rules import RuleId
from models.scenario import Scenario
from optimizer.certificate import Entry
from optimizer.checker import Auditor
from optimizer.explain.alternatives import Seat, StartAt, alternatives
from optimizer.explain.gap import entry_words, exact_money
from optimizer.explain.rows import measure, row_words
from optimizer.explain.whole import PricedRow, explained
from scenarios.generator.tiny import INGREDIENTS, tiny
from tests.optimizer.certificate.plans import certified, proved
from tests.optimizer.checker.plans import plan_of
from tests.oracle.brute import best
from tests.scenario_builder import candidate, person, scenario

PM = "project_manager"
QUESTION = scenario(
    people=[person("E"), person("F")],
    projects=[
        candidate(
            "P",
            needs={PM: 0.6},
            value={"amount": 100, "delay_loss": 0.1},
            start={"preferred": "2027-01", "latest": "2027-02"},
        ),
        candidate("Q", needs={PM: 0.5}, value={"amount": 40}),
    ],
)
PRICES = tuple(
    Price.model_construct(row=f"person_capacity/{who}/2027-01", price=Decimal(price))
    for who, price in (("E", 100), ("F", 90))
)
PLAN = proved(QUESTION, plan_of(QUESTION, {"P": Choice(0, {PM: "E"})}), PRICES)


def test_starts_and_people_of_a_project() -> None:
    found = alternatives(QUESTION, PLAN, "P")
    assert found.starts == (StartAt("2027-02", 9_000), StartAt("2027-01", 4_600))
    assert found.seats == (Seat(PM, "F", -5_400, False), Seat(PM, "E", -6_000, True))
    assert found.to_flip == 9_000


def test_what_flips_a_project_that_is_left_out() -> None:
    assert alternatives(QUESTION, PLAN, "Q").to_flip == 500
    with pytest.raises(KeyError):
        alternatives(QUESTION, PLAN, "R")


def test_rows_and_the_pieces_of_the_gap() -> None:
    whole = explained(QUESTION, PLAN)
    assert whole.rows == (PricedRow(RuleId.PERSON_CAPACITY, PRICES[0].row, Decimal(100), 60 * 10**18),)
    said = [(entry_words(entry, runs=True, language="en"), f"{exact_money(entry.amount):f}") for entry in whole.entries]
    assert said == [
        ("time of F in 2027-01: priced, yet not used as the price assumes", "90"),
        ("project P: another start, or none, is worth more at these prices", "44"),
        ("time of E in 2027-01: priced, yet not used as the price assumes", "40"),
        ("project P, project_manager: somebody else is worth more at these prices", "6"),
    ]


def test_pieces_in_words() -> None:
    assert entry_words(Entry("project", ("P",), 1), runs=False, language="zh") == "项目 P：未做，按价格却值得做"
    assert entry_words(Entry("claim", ("claim/goal/G",), 1), runs=False, language="en").startswith("commitment goal/G")
    assert entry_words(Entry("rounding", (), -1), runs=False, language="en") == "the bound is rounded down"


@pytest.mark.parametrize(
    ("row", "words", "counted"),
    [
        ("person_capacity/a~1b/2027-01", "time of a/b in 2027-01", "effort"),
        ("purchase_budget/east", "purchase budget of east", "money"),
        ("initiation_limits/hq/pursuit_budget", "pursuit budget of hq", "money"),
        ("initiation_limits/hq/max_per_period/2027-01", "projects that hq may start in 2027-01", "count"),
        ("goal_coverage/G/expected_orders", "goal G (expected orders)", "money"),
        ("portfolio_balance/reach/long/effort/0/min", "balance of reach = long (effort, at least)", "effort"),
        ("portfolio_balance/reach/long/pursuit_cost/0/max", "balance of reach = long (pursuit cost, at most)", "money"),
        ("commitment", "commitments (no more of them unmet)", "count"),
        ("something/else", "something/else", "count"),
    ],
)
def test_rows_in_words(row: str, words: str, counted: str) -> None:
    assert (row_words(row, "en"), measure(row)) == (words, counted)


@pytest.mark.parametrize(
    "parts", [0, 1, -1, 10**18, -(10**18) - 5, 123_456_789 * 10**30 + 1, 2_500_000_000_000_000_000]
)
def test_amounts_of_the_ledger_are_exact(parts: int) -> None:
    shown = exact_money(parts)
    assert int(shown.scaleb(18, None)) == parts if abs(parts) < 10**27 else f"{shown:f}".replace(".", "") == str(parts)


@pytest.mark.parametrize("focus", [*INGREDIENTS][::6])
def test_pieces_sum_to_the_gap_and_projects_to_their_worth(focus: str) -> None:
    question = Scenario.model_validate(tiny(7, focus))
    auditor = Auditor(question)
    plan = certified(question, best(question).choices[0], Random(focus), 1)
    assert plan.evidence.bound is not None
    whole = explained(auditor, plan)
    assert whole.gap == (plan.evidence.bound - plan.evidence.objective) * 10**12
    for row in plan.decisions:
        found = alternatives(auditor, plan, row.project)
        assert [start.net for start in found.starts] == sorted((start.net for start in found.starts), reverse=True)
        chosen = [seat for seat in found.seats if seat.is_chosen]
        assert len(chosen) == sum(each.project == row.project for each in plan.assignments)
