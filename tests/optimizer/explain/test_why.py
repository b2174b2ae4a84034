"""Why a project runs or not, at prices: by hand, and against quotes and ledger of many scenarios."""

from decimal import Decimal
from random import Random

import pytest

from models.choices import Choice
from models.plan import Price
from models.rules import RuleId
from models.scenario import Scenario
from optimizer import certificate
from optimizer.certificate import Charge
from optimizer.explain.why import WORDS, Cost, binding, sentence, why
from scenarios.generator.tiny import INGREDIENTS, tiny
from tests.optimizer.certificate.plans import certified, proved
from tests.optimizer.checker.plans import plan_of
from tests.oracle.brute import best
from tests.scenario_builder import candidate, person, scenario

PM = "project_manager"
QUESTION = scenario(
    people=[person("E")],
    projects=[
        candidate("P", needs={PM: 0.6}, value={"amount": 100}),
        candidate("Q", needs={PM: 0.5}, value={"amount": 40}),
        candidate("S", needs={"sponsor": 0.5}),
    ],
)
PRICES = (Price.model_construct(row="person_capacity/E/2027-01", price=Decimal(100)),)
PLAN = proved(QUESTION, plan_of(QUESTION, {"P": Choice(0, {PM: "E"})}), PRICES)


def test_a_project_pays_for_the_people_it_takes() -> None:
    runs, dropped, nobody = why(QUESTION, PLAN)
    assert (runs.brings, runs.costs, runs.net) == (10_000, (Cost(RuleId.PERSON_CAPACITY, 6_000),), 4_000)
    assert (dropped.runs, dropped.start, dropped.people) == (False, "2027-01", ((PM, "E"),))
    assert (dropped.brings, dropped.net) == (4_000, -1_000)
    fifty = 50 * 10**18
    assert dropped.rows == (Charge(RuleId.PERSON_CAPACITY, "person_capacity/E/2027-01", fifty),)
    assert (nobody.start, nobody.costs) == (None, ())


def test_rows_that_bind() -> None:
    assert binding(QUESTION, PLAN) == (Charge(RuleId.PERSON_CAPACITY, "person_capacity/E/2027-01", 60 * 10**18),)


def test_sentences() -> None:
    assert [sentence(record, "en") for record in why(QUESTION, PLAN)] == [
        "Project P, started in 2027-01, brings 100; at these prices what it takes costs 60, which leaves 40. "
        "Of that: people's time 60.",
        "Project Q, at best started in 2027-01, would bring 40; at these prices what it takes costs 50, "
        "which leaves -10. Of that: people's time 50.",
        "Project S has no start at which every role can be filled.",
    ]
    assert sentence(why(QUESTION, PLAN)[1], "zh") == (
        "项目 Q 最好于 2027-01 启动,带来 40,所需资源按价格计 50,净值 -10。其中:人员时间 50。"
    )


@pytest.mark.parametrize("focus", [*INGREDIENTS][::8])
def test_accounts_are_what_quotes_say(focus: str) -> None:
    question = Scenario.model_validate(tiny(3, focus))
    plan = certified(question, best(question).choices[0], Random(focus), 1)
    relaxed = certificate.relaxation(question, plan)
    lost: dict[str, int] = {}
    for entry in certificate.ledger(question, plan):
        if entry.kind in ("project", "candidate"):
            lost[entry.ids[0]] = lost.get(entry.ids[0], 0) + entry.amount
    for account, quote in zip(certificate.accounts(question, plan), relaxed.quotes, strict=False):
        if account.runs:
            # What the ledger says was left on the table.
            assert account.net == quote.worth - lost.get(account.project, 0)
        elif account.start is not None:
            assert account.net == quote.at(account.start).value == quote.best(must_run=True)
    for record in why(question, plan):
        assert sentence(record, "zh") != sentence(record, "en")
        assert {cost.rule for cost in record.costs} <= WORDS.keys()
