"""Reasons of decisions: records in the plan, sentences from the records alone."""

from decimal import Decimal
from random import Random

import pytest

from models.choices import Choice
from models.plan import Plan, Price
from models.scenario import Scenario
from optimizer.checker import check
from optimizer.explain.decisions import with_reasons
from optimizer.explain.rows import row_words
from optimizer.explain.sentences import SENTENCES, equation, sentences
from scenarios.generator.tiny import INGREDIENTS, tiny
from tests.optimizer.certificate.plans import certified, proved
from tests.optimizer.checker.plans import plan_of
from tests.oracle.brute import best
from tests.scenario_builder import candidate, in_flight, person, scenario

PM = "project_manager"
QUESTION = scenario(
    people=[person("E")],
    projects=[
        candidate("P", needs={PM: 0.6}, value={"amount": 100}, mandated=True),
        candidate("Q", needs={PM: 0.5}, value={"amount": 40}, excludes=["P"]),
        candidate("R", value={"amount": 7}, requires=["Q"]),
        candidate("S", needs={"sponsor": 0.5}),
        in_flight("F", needs={PM: 0.1}, incumbents={PM: "E"}, value={"amount": 3}, stoppable=False),
    ],
    pins=[{"project": "R", "decision": "drop", "why": "board"}],
)
CHOICES = {"P": Choice(0, {PM: "E"}), "F": Choice(0, {PM: "E"})}
PRICES = (Price.model_construct(row="person_capacity/E/2027-01", price=Decimal(100)),)


def _plan(prices: tuple[Price, ...] = PRICES) -> Plan:
    return with_reasons(QUESTION, proved(QUESTION, plan_of(QUESTION, CHOICES), prices))


def _said(plan: Plan, project: str, language: str = "en") -> str:
    reasons = next(row.why for row in plan.decisions if row.project == project)
    return " ".join(sentences(reasons, "zh" if language == "zh" else "en"))


def test_records_of_a_project_that_runs() -> None:
    first = _plan().decisions[0]
    assert first.why == (
        {"code": "mandated"},
        {"code": "worth_it", "start": "2027-01", "brings": 100, "takes": 60, "helps": 0, "net": 40, "best": 40},
        {"code": "takes", "rule": "person_capacity", "amount": 60},
        {"code": "binds", "row": "person_capacity/E/2027-01", "amount": 60},
    )
    assert equation(first.why, "en") == ("100.00", "− people's time 60.00", "= 40.00")


def test_sentences() -> None:
    plan = _plan()
    assert _said(plan, "P") == (
        "It is mandated. Started in 2027-01, it brings 100.00; at the prices of the plan, what it takes costs 60.00 "
        "(people's time 60.00), which leaves 40.00. It earns its resources. "
        "What binds most: time of E in 2027-01 60.00."
    )
    assert _said(plan, "Q").startswith(
        "It excludes P, which runs. At best started in 2027-01, it brings 40.00; at the prices of the plan, what it "
        "takes costs 50.00 (people's time 50.00), which leaves -10.00. It does not earn its resources."
    )
    assert _said(plan, "R").startswith("A pin says drop (board). It requires Q, which does not run. If started")
    assert _said(plan, "S") == "It has no start at which every role can be filled."
    assert "By prices alone it would not run; it does because it is promised." in _said(plan, "F")
    assert _said(plan, "S", "zh") == "任何启动期都无法配齐人员。"
    assert "占用的资源按价格计 60.00（人员时间 60.00），净值 40.00，因此值得。" in _said(plan, "P", "zh")


def test_worth_it_with_other_people() -> None:
    question = scenario(
        people=[person("E"), person("F")], projects=[candidate("P", needs={PM: 0.5}, value={"amount": 40})]
    )
    price = Price.model_construct(row="person_capacity/E/2027-01", price=Decimal(100))
    plan = with_reasons(question, proved(question, plan_of(question, {"P": Choice(0, {PM: "E"})}), (price,)))
    assert plan.decisions[0].why[0]["code"] == "worth_it_otherwise"
    assert "leaves -10.00. With other people or at another start it would leave 40.00" in _said(plan, "P")


def test_without_prices_only_what_needs_none() -> None:
    plan = with_reasons(QUESTION, plan_of(QUESTION, CHOICES))
    assert [[reason["code"] for reason in row.why] for row in plan.decisions] == [
        ["mandated"],
        ["excluded_by"],
        ["pinned", "requires_missing"],
        [],
        ["not_stoppable"],
    ]
    assert equation(plan.decisions[0].why, "en") == ()


def test_good_prices_settle_a_decision() -> None:
    question = scenario(
        people=[person("E")],
        projects=[
            candidate("P", needs={PM: 1}, value={"amount": 100}),
            candidate("Q", needs={PM: 1}, value={"amount": 40}),
        ],
    )
    price = Price.model_construct(row="person_capacity/E/2027-01", price=Decimal(70))
    plan = with_reasons(question, proved(question, plan_of(question, {"P": Choice(0, {PM: "E"})}), (price,)))
    assert [row.why[-1] for row in plan.decisions] == [
        {"code": "settled", "at_most": 70},
        {"code": "settled", "at_most": 70},
    ]
    assert _said(plan, "Q").endswith("is worth more than 70.00, which is less than this one.")


@pytest.mark.parametrize("focus", [*INGREDIENTS][::6])
def test_plans_with_reasons_are_accepted_and_speak(focus: str) -> None:
    question = Scenario.model_validate(tiny(5, focus))
    plan = with_reasons(question, certified(question, best(question).choices[0], Random(focus), 1))
    assert check(question, plan).accepted
    assert Plan.model_validate(plan.model_dump(by_alias=True)) == plan
    for row in plan.decisions:
        for reason in row.why:
            assert reason["code"] in SENTENCES.keys() | {"takes", "helps"}
            if reason["code"] == "binds":
                assert row_words(reason["row"], "en") != reason["row"] != row_words(reason["row"], "zh")
        if any("net" in reason for reason in row.why):
            assert (equation(row.why, "zh") == equation(row.why, "en")) is not any("rule" in each for each in row.why)
        assert all("{" not in said for said in sentences(row.why, "zh"))
