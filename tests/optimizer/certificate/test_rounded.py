"""Rounded rows: the same bounds as with fractions, never below what can be had, and by hand."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import ceil, floor
from random import Random
from typing import Any

import pytest

from models.choices import Choice
from models.plan import Plan, Price
from models.scenario import Scenario
from optimizer import certificate
from optimizer.checker import Auditor, check
from optimizer.compile import compile_scenario
from scenarios.generator.tiny import INGREDIENTS, small, tiny
from tests.optimizer.certificate.plans import certified, proved
from tests.optimizer.certificate.reference import Reference
from tests.optimizer.certificate.truth import Truth
from tests.optimizer.checker.plans import plan_of
from tests.oracle.brute import answers, best
from tests.scenario_builder import MARKET, UNITS, candidate, in_flight, person, scenario

PM = "project_manager"
FOCUSES = [*INGREDIENTS][:: max(1, len(INGREDIENTS) // 20)][:20]
QUESTION = scenario(
    people=[person("E", max_projects=2)],
    projects=[
        candidate("P", needs={PM: 0.6}, value={"amount": 100}),
        candidate("Q", needs={PM: 0.6}, value={"amount": 40}),
    ],
    policy={"initiation": [{"unit": "hq", "max_per_period": 5, "pursuit_budget": 3}]},
)


def price(row: str, value: str | int) -> Price:
    return Price.model_construct(row=row, price=Decimal(value))


def agree(scenario: Scenario, rng: Random) -> None:
    program = compile_scenario(scenario).program
    limit = rng.randint(0, 3)
    money, met = Reference(program, money=True, unmet_limit=limit), Reference(program, money=False)
    for share in (0.3, 1):
        prices = money.random_prices(rng, share / 3) + money.random_rounded(rng, share)
        found = certificate.recompute(scenario, prices, limit, "rounded")
        assert found.findings == ()
        assert found.bound == floor(money.bound(prices))
        prices = met.random_prices(rng, share / 3) + met.random_rounded(rng, share)
        unmet = certificate.recompute_unmet(scenario, prices, "rounded")
        assert unmet.findings == ()
        assert unmet.at_least == max(0, ceil(-met.bound(prices) / Fraction(1_000_000)))


@pytest.mark.parametrize("focus", [None, *INGREDIENTS])
def test_bounds_are_those_of_the_program(focus: str | None) -> None:
    agree(Scenario.model_validate(tiny(11, focus)), Random(focus or ""))


@pytest.mark.parametrize("seed", range(10))
def test_bounds_of_small_scenarios_are_those_of_the_program(seed: int) -> None:
    agree(Scenario.model_validate(small(seed)), Random(seed))


@pytest.mark.parametrize("focus", [None, *INGREDIENTS])
def test_bounds_hold(focus: str | None) -> None:
    question = Scenario.model_validate(tiny(2_000, focus))
    truth, rng = best(question), Random(focus or "")
    program = compile_scenario(question).program
    money, met = Reference(program, money=True, unmet_limit=truth.unmet), Reference(program, money=False)
    for share in (0.3, 0.6, 1):
        bound = certificate.recompute(question, money.random_rounded(rng, share), truth.unmet, "rounded").bound
        assert bound is not None
        assert bound >= truth.money
        at_least = certificate.recompute_unmet(question, met.random_rounded(rng, share), "rounded").at_least
        assert at_least is not None
        assert at_least <= truth.unmet


@cache
def sample(focus: str) -> tuple[Scenario, Plan, Truth]:
    question, rng = Scenario.model_validate(tiny(8, focus)), Random(focus)
    auditor = Auditor(question)
    allowed = [choices for choices in answers(auditor) if auditor.rank(choices) is not None]
    return question, certified(question, rng.choice(allowed), rng, kind="rounded"), Truth(question)


def _with_price(plan: Plan, rng: Random, change: Callable[[Price], Price]) -> Plan:
    places = [place for place, each in enumerate(plan.prices) if "/rounded/" in each.row]
    if not places:
        return plan
    place = rng.choice(places)
    return plan.replace(prices=(*plan.prices[:place], change(plan.prices[place]), *plan.prices[place + 1 :]))


def other_number(plan: Plan, rng: Random) -> Plan:
    """m or v is another."""
    by = rng.choice([-1, 1, 10])

    def change(each: Price) -> Price:
        name, times, parts = each.row.rsplit("/", 2)
        moved = (int(times) + by, int(parts)) if rng.random() < 0.5 else (int(times), int(parts) + by)
        return each.replace(row=f"{name}/{moved[0]}/{moved[1]}")

    return _with_price(plan, rng, change)


def other_price(plan: Plan, rng: Random) -> Plan:
    """The price is another."""
    by = Decimal(rng.choice(["0.000000000001", "-0.5", "1", "-1000", "1E+20"]))
    return _with_price(plan, rng, lambda each: Price.model_construct(row=each.row, price=each.price + by))


def other_row(plan: Plan, rng: Random) -> Plan:
    """The price is that of the row itself."""
    return _with_price(plan, rng, lambda each: each.replace(row=each.row.split("/rounded/")[0]))


def other_kind(plan: Plan, _: Random) -> Plan:
    """The certificate says that rows are priced, but no rounded ones."""
    return plan.replace(certificate={"kind": "rows"})


CORRUPTIONS = (other_number, other_number, other_price, other_row, other_kind)


@pytest.mark.parametrize("focus", FOCUSES)
def test_a_corrupted_plan_is_rejected_or_true(focus: str) -> None:
    question, plan, truth = sample(focus)
    auditor = Auditor(question)
    assert check(auditor, plan).accepted
    assert truth.holds(plan)
    for seed in range(15):
        corrupted = CORRUPTIONS[seed % len(CORRUPTIONS)](plan, Random(f"{focus}/{seed}"))
        assert not check(auditor, corrupted).accepted or truth.holds(corrupted)


def test_much_is_rounded_and_corruptions_are_noticed() -> None:
    rounded = rejected = 0
    for focus in FOCUSES:
        question, plan, _ = sample(focus)
        auditor = Auditor(question)
        rounded += sum("/rounded/" in each.row for each in (*plan.prices, *plan.prices_unmet))
        for seed in range(len(CORRUPTIONS)):
            rejected += not check(auditor, CORRUPTIONS[seed](plan, Random(f"{focus}/{seed}"))).accepted
    assert rounded > 5 * len(FOCUSES)
    assert rejected > len(FOCUSES) * len(CORRUPTIONS) // 2


@pytest.mark.parametrize("focus", FOCUSES)
def test_ledger_and_accounts_sum(focus: str) -> None:
    question, plan, _ = sample(focus)
    entries = certificate.ledger(question, plan)
    assert all(entry.amount > 0 for entry in entries if entry.kind != "rounding")
    assert plan.evidence.bound is not None
    assert sum(entry.amount for entry in entries) == (plan.evidence.bound - plan.objective.total) * 10**12
    relaxed = certificate.relaxation(question, plan)
    chosen = plan.choices(question.horizon)
    for account, quote in zip(certificate.accounts(question, plan), relaxed.quotes, strict=False):
        if account.start is not None and account.project not in chosen:
            assert account.net == quote.best(must_run=True)


def test_rounding_says_that_only_one_of_two_fits() -> None:
    row = "person_capacity/E/2027-01/rounded/1/600"
    plan = plan_of(QUESTION, {"P": Choice(0, {PM: "E"})})
    plan = proved(QUESTION, plan, (price(row, 40),), kind="rounded")
    assert plan.evidence.status == "optimal"
    assert check(QUESTION, plan).accepted
    assert certificate.ledger(QUESTION, plan) == ()
    (of_p, of_q) = certificate.accounts(QUESTION, plan)
    assert [(charge.row, charge.amount) for charge in (*of_p.charges, *of_q.charges)] == [(row, 40 * 10**18)] * 2
    entries = certificate.ledger(QUESTION, proved(QUESTION, plan_of(QUESTION, {}), (price(row, 41),), kind="rounded"))
    assert [(entry.kind, entry.ids, entry.rule) for entry in entries] == [
        ("project", ("P",), None),
        ("row", (row,), "person_capacity"),
    ]


def test_a_budget_for_the_horizon_rounds_the_sum_of_a_purchase() -> None:
    # Two periods at 5.5 each are 11: one of two such purchases fits into 20, though two of a period would.
    question = scenario(
        people=[person("N", "north")],
        units=[UNITS[0], {**UNITS[1], "purchase_budget": 20}, UNITS[2]],
        market=MARKET,
        projects=[
            candidate(name, needs={PM: 0.5}, duration=2, value={"amount": 100 + amount})
            for name, amount in (("P", 2), ("Q", 0))
        ],
    )
    row = "purchase_budget/east/rounded/1/1100"
    found = certificate.recompute(question, (price(row, 98),), 0, "rounded")
    assert found.bound == best(question).money


@pytest.mark.parametrize(
    "name",
    [
        "person_capacity/E/2027-01/rounded/0/1",
        "person_capacity/E/2027-01/rounded/1/0",
        "person_capacity/E/2027-01/rounded/01/1",
        "person_capacity/E/2027-01/rounded/1/+1",
        "person_capacity/E/2027-01/rounded/-1/1",
        "person_capacity/E/2027-01/rounded/1/１",
        "person_capacity/E/2027-01/rounded/1000001/1",
        "person_capacity/E/2027-01/rounded/1/1000000000000001",
        "person_capacity/E/2027-01/rounded/1/" + "9" * 5_000,
        "person_capacity/E/2027-01/rounded/1/1/rounded/1/1",
        "person_capacity/E/2027-01/rounded/1",
        "person_capacity/E/2027-01/Rounded/1/1",
        "person_capacity/E/2027-01/rounded/1/1\n",
        "person_capacity/E/rounded/1/1",
        "concurrency/E/2027-01/rounded/1/1",
        "initiation_limits/hq/max_per_period/2027-01/rounded/1/1",
        "distinct_people/P/E/rounded/1/1",
        "commitment/rounded/1/1",
        "rounded/1/1",
    ],
)
def test_what_is_no_rounded_row_has_no_price(name: str) -> None:
    found = certificate.recompute(QUESTION, (price(name, 0),), 0, "rounded")
    assert found.bound is None
    assert [(finding.code, finding.row) for finding in found.findings] == [("unknown_row", name)]


@pytest.mark.parametrize(
    "name",
    [
        "person_capacity/E/2027-01/rounded/1000000/1000000000000000",
        "person_capacity/E/2027-01/rounded/1/1",
        "initiation_limits/hq/pursuit_budget/rounded/2/3",
    ],
)
def test_rounded_rows_exist_in_certificates_of_their_kind(name: str) -> None:
    once = price(name, 1)
    assert certificate.kind_needed((), (once,)) == "rounded"
    assert certificate.kind_needed((price("commitment", 1),)) == "rows"
    assert certificate.recompute(QUESTION, (once,), 0, "rounded").findings == ()
    assert [each.code for each in certificate.recompute(QUESTION, (once,), 0).findings] == ["unknown_row"]
    assert [each.code for each in certificate.recompute_unmet(QUESTION, (once,)).findings] == ["unknown_row"]
    assert certificate.recompute_unmet(QUESTION, (once,), "rounded").findings == ()
    twice = certificate.recompute(QUESTION, (once, once), 0, "rounded")
    assert [each.code for each in twice.findings] == ["priced_twice"]
    below = certificate.recompute(QUESTION, (price(name, "-0.5"),), 0, "rounded")
    assert [(each.code, each.row, each.stated, each.expected) for each in below.findings] == [
        ("outside_slopes", name, "-0.5", "0 … ∞")
    ]


def test_a_refund_keeps_a_budget_from_being_rounded() -> None:
    projects = [candidate("P", value={"amount": 9, "pursuit_cost": -1})]
    question = scenario(projects=projects, policy={"initiation": [{"unit": "hq", "pursuit_budget": 3}]})
    found = certificate.recompute(
        question, (price("initiation_limits/hq/pursuit_budget/rounded/1/2", 1),), 0, "rounded"
    )
    assert [each.code for each in found.findings] == ["unknown_row"]


def test_bookings_are_no_part_of_what_is_rounded() -> None:
    bookings = [{"from": "2027-01", "to": "2027-01", "effort": 0.3}]
    question = scenario(
        people=[person("E", bookings=bookings)], projects=[candidate("P", needs={PM: 0.35}, value={"amount": 100})]
    )
    # 700 are left: two of 350.
    row = "person_capacity/E/2027-01/rounded/1/350"
    assert certificate.recompute(question, (price(row, 10),), 0, "rounded").bound == 110_000_000


def test_an_incumbent_above_the_limit_stays_within_the_rounded_row() -> None:
    question = scenario(
        people=[person("E", capacity=0.3)],
        projects=[in_flight("P", needs={PM: 0.7}, incumbents={PM: "E"}, value={"amount": 100})],
    )
    row = "person_capacity/E/2027-01/rounded/3/700"
    assert certificate.recompute(question, (price(row, 7),), 0, "rounded").bound == best(question).money == 100_000_000


@pytest.mark.parametrize("who", ["rounded", "a/rounded/1/2", "1", "~"])
def test_ids_may_be_called_anything(who: str) -> None:
    units: list[dict[str, Any]] = [UNITS[0], {**UNITS[1], "id": who, "purchase_budget": 20}, UNITS[2]]
    question = scenario(
        units=units,
        people=[person(who, who), person("N", "north")],
        market={**MARKET, "max_sold_share": 1},
        projects=[candidate(who, who, needs={PM: 0.6}, value={"amount": 100})],
    )
    prices = Reference(compile_scenario(question).program, money=True).random_rounded(Random(1), 1)
    escaped = who.replace("~", "~0").replace("/", "~1")
    names = {each.row.rsplit("/rounded/", 1)[0] for each in prices}
    assert {f"person_capacity/{escaped}/2027-01", f"purchase_budget/{escaped}"} <= names
    found = certificate.recompute(question, prices, 0, "rounded")
    assert found.findings == ()
    assert (
        certificate.kind_needed(tuple(each.replace(row=each.row.rsplit("/rounded/")[0]) for each in prices)) == "rows"
    )
