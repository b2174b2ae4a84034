"""Why a project runs or not, at prices: by hand, and against quotes and ledger of many scenarios."""

from decimal import Decimal
from random import Random

import pytest

from models.choices import Choice
from models.plan import Plan, Price
from models.rules import RuleId
from models.scenario import Scenario
from optimizer import certificate
from optimizer.certificate import Charge
from optimizer.checker import Auditor
from optimizer.explain.why import Cost, binding, why
from optimizer.explain.words import WORDS
from scenarios.generator.tiny import INGREDIENTS, tiny
from tests.optimizer.certificate.plans import certified, proved
from tests.optimizer.checker.plans import plan_of
from tests.oracle.brute import answers, best
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
    assert (runs.takes, runs.helps) == (6_000, 0)
    assert (dropped.runs, dropped.start, dropped.people) == (False, "2027-01", ((PM, "E"),))
    assert (dropped.brings, dropped.net) == (4_000, -1_000)
    fifty = 50 * 10**18
    assert dropped.rows == (Charge(RuleId.PERSON_CAPACITY, "person_capacity/E/2027-01", fifty),)
    assert (nobody.start, nobody.costs, nobody.other_at_most) == (None, (), None)


def test_the_other_decision_is_bounded_by_what_it_loses() -> None:
    runs, dropped, _ = why(QUESTION, PLAN)
    assert PLAN.evidence.bound == 140 * 10**6
    assert (runs.other_at_most, runs.is_settled) == (100 * 10**6, False)
    assert (dropped.other_at_most, dropped.is_settled) == (130 * 10**6, False)


def test_rows_that_bind() -> None:
    assert binding(QUESTION, PLAN) == (Charge(RuleId.PERSON_CAPACITY, "person_capacity/E/2027-01", 60 * 10**18),)


def _best_otherwise(auditor: Auditor, plan: Plan) -> dict[str, int]:
    """By project, the best objective of all answers that decide the other way and leave no more unmet."""
    runs = {row.project: row.runs for row in plan.decisions}
    found: dict[str, int] = {}
    for choices in answers(auditor):
        rank = auditor.rank(choices)
        if rank is not None and rank[0] <= plan.evidence.unmet.count:
            for project in (project for project in runs if runs[project] is not (project in choices)):
                found[project] = max(found.get(project, rank[1]), rank[1])
    return found


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
    otherwise = _best_otherwise(Auditor(question), plan)
    for record in why(question, plan):
        if record.project in otherwise:
            assert record.other_at_most is not None
            assert record.other_at_most >= otherwise[record.project]
            assert not record.is_settled or otherwise[record.project] < plan.objective.total
        assert record.brings - record.takes + record.helps == record.net
        assert {cost.rule for cost in record.costs} <= WORDS.keys()
