"""The ledger between plan and bound: nothing below 0, and to the last unit the whole difference."""

from decimal import Decimal
from random import Random

import pytest

from models.choices import Choice
from models.plan import Price
from models.scenario import Scenario
from optimizer import certificate
from optimizer.checker import Auditor, check
from scenarios.generator.tiny import INGREDIENTS, tiny
from tests.optimizer.certificate.plans import certified, proved
from tests.optimizer.checker.plans import plan_of
from tests.oracle.brute import answers, best
from tests.scenario_builder import MARKET, candidate, person, scenario

PARTS = 10**12
EVERY_FOURTH = [*INGREDIENTS][::4]


@pytest.mark.parametrize("focus", EVERY_FOURTH)
def test_entries_sum_to_what_lies_between_plan_and_bound(focus: str) -> None:
    question, rng = Scenario.model_validate(tiny(5, focus)), Random(focus)
    auditor = Auditor(question)
    allowed = [choices for choices in answers(auditor) if auditor.rank(choices) is not None]
    for choices in (*best(question).choices[:1], *rng.sample(allowed, min(5, len(allowed)))):
        plan = certified(question, choices, rng)
        assert check(question, plan).accepted
        entries = certificate.ledger(question, plan)
        assert all(entry.amount > 0 for entry in entries if entry.kind != "rounding")
        assert plan.evidence.bound is not None
        assert sum(entry.amount for entry in entries) == (plan.evidence.bound - plan.objective.total) * PARTS


def test_every_kind_of_entry_by_hand() -> None:
    question = scenario(
        people=[person("good", capacity=0.5), person("other")],
        projects=[
            candidate("P", needs={"project_manager": 0.5}, value={"amount": 100}),
            candidate("Q", needs={"project_manager": 0.5}, value={"amount": 30}),
        ],
        fit=[{"project": "P", "role": "project_manager", "person": "good", "value": 7}],
        market=MARKET,
    )
    plan = plan_of(question, {"P": Choice(0, {"project_manager": "other"})})
    entries = certificate.ledger(question, proved(question, plan, ()))
    # At no prices P is best with "good" (7 more), and Q (30) is left undone.
    assert {(entry.kind, entry.ids, entry.amount // PARTS) for entry in entries} == {
        ("project", ("Q",), 30_000_000),
        ("candidate", ("P", "project_manager"), 7_000_000),
    }


def test_prices_that_prove_nothing_have_no_ledger() -> None:
    question = scenario(projects=[candidate("P", value={"amount": 3})])
    plan = plan_of(question, {})
    plan = plan.replace(prices=(Price.model_construct(row="commitment", price=Decimal(-1)),))
    with pytest.raises(certificate.Unproved) as unproved:
        certificate.ledger(question, plan)
    assert [finding.code for finding in unproved.value.findings] == ["outside_slopes"]
