"""What a plan claims of itself: scenario, objective, outcome, evidence and prices."""

from decimal import Decimal
from typing import Any

import pytest

from models.choices import Choice
from models.evidence import SolverClaim, UnmetCount, gap_between
from models.plan import Plan, Price
from models.rules import RuleId, row_name
from optimizer.certificate import recompute
from optimizer.checker import check
from tests.optimizer.checker.plans import plan_of
from tests.optimizer.checker.rich import CHOSEN, RICH
from tests.scenario_builder import candidate, scenario

PLAN = plan_of(RICH, CHOSEN)  # objective -13.42, three commitments unmet


def subjects(plan: Plan) -> set[tuple[str, ...]]:
    return {(str(violation.rule), *violation.subjects) for violation in check(RICH, plan).violations}


def claiming(**changes: Any) -> Plan:
    return PLAN.replace(evidence=PLAN.evidence.replace(**changes))


def test_the_scenario_is_this_one() -> None:
    assert subjects(PLAN.replace(scenario="another")) == {("scenario", "scenario")}
    assert subjects(PLAN.replace(scenario_hash="sha256:0")) == {("scenario", "scenario_hash")}
    # Where the caller read the document, its hash counts.
    other = PLAN.replace(scenario_hash="sha256:0")
    assert check(RICH, other, scenario_hash="sha256:0").accepted
    assert not check(RICH, PLAN, scenario_hash="sha256:0").accepted


def test_a_scenario_changed_after_the_plan_was_made() -> None:
    changed = RICH.replace(name="other")
    assert {violation.rule for violation in check(changed, PLAN).violations} == {"scenario"}


@pytest.mark.parametrize("term", list(PLAN.objective.terms.model_dump()))
def test_each_term_and_the_total(term: str) -> None:
    terms = PLAN.objective.terms.replace(**{term: getattr(PLAN.objective.terms, term) + 1})
    assert subjects(PLAN.replace(objective=PLAN.objective.replace(terms=terms))) == {("objective", term)}
    total = PLAN.objective.replace(total=PLAN.objective.total - 1)
    assert subjects(PLAN.replace(objective=total)) == {("objective", "total")}


def test_the_outcome() -> None:
    assert subjects(PLAN.replace(outcome="complete")) == {("outcome",)}
    question = scenario(projects=[candidate("P")])
    plan = plan_of(question, {})
    assert plan.outcome == "complete"
    assert not check(question, plan.replace(outcome="commitments_unmet")).accepted


@pytest.mark.parametrize(
    ("changes", "subject"),
    [
        ({"plan_checked": False}, ()),
        ({"objective": -13_420_001}, ("objective",)),
        ({"unmet": UnmetCount.model_construct(count=3, at_least=-1)}, ("unmet.at_least",)),
        ({"unmet": UnmetCount.model_construct(count=3, at_least=4)}, ("unmet.at_least",)),
        ({"unmet": UnmetCount.model_construct(count=2, at_least=0)}, ("unmet.count",)),
        ({"bound": 0}, ("bound",)),
        ({"gap": 0}, ("gap",)),
        ({"bound_checked": True}, ("bound_checked",)),
    ],
)
def test_evidence_of_a_feasible_plan(changes: dict[str, Any], subject: tuple[str, ...]) -> None:
    assert subjects(claiming(**changes)) == {("evidence", *subject)}


def test_what_a_solver_claims_is_the_solvers_own_affair() -> None:
    claim = SolverClaim.model_construct(engine="exact", status="OPTIMAL", bound=1, gap=2)
    assert subjects(claiming(solver_claim=claim)) == set()


def test_fewest_unmet_needs_a_proof_under_every_status() -> None:
    assert subjects(claiming(unmet=UnmetCount.model_construct(count=3, at_least=1))) == {("evidence", "unmet.at_least")}


BOUND = recompute(RICH, (), 3).bound or 0  # what follows without any price
CERTIFIED: dict[str, Any] = {
    "status": "certified",
    "bound_source": "prices",
    "bound_checked": True,
    "bound": BOUND,
    "gap": gap_between(BOUND, -13_420_000),
}


def certified(**changes: Any) -> Plan:
    return claiming(**{**CERTIFIED, **changes}).replace(certificate={"kind": "rows"})


def test_a_bound_is_believed_when_it_is_what_the_prices_prove() -> None:
    assert subjects(certified()) == set()
    assert check(RICH, certified()).accepted


@pytest.mark.parametrize(
    ("changes", "of"),
    [
        ({"bound": BOUND - 1}, {"bound"}),
        ({"bound": BOUND + 1}, {"bound"}),
        ({"bound": None, "gap": None}, {"bound"}),
        ({"bound": -13_420_001, "gap": 0}, {"bound"}),
        ({"gap": CERTIFIED["gap"] + 1}, {"gap"}),
        ({"gap": None}, {"gap"}),
        ({"bound_checked": False}, {"bound_checked"}),
        ({"bound_source": None}, {"bound_source"}),
        ({"status": "optimal"}, {"bound", "unmet.at_least"}),
        ({"unmet": UnmetCount.model_construct(count=3, at_least=2)}, {"unmet.at_least"}),
        ({"unmet": UnmetCount.model_construct(count=4, at_least=0)}, {"unmet.count"}),
    ],
)
def test_what_a_status_asks_for(changes: dict[str, Any], of: set[str]) -> None:
    # A bound that is moved takes its gap with it, as one unit in the bound is none in the gap.
    assert subjects(certified(**changes)) == {("evidence", subject) for subject in of}


@pytest.mark.parametrize("kind", [None, {}, {"kind": "tree"}, {"kind": "rows", "leaves": []}])
def test_the_kind_of_certificate_is_one_that_can_be_verified(kind: dict[str, Any] | None) -> None:
    assert subjects(certified().replace(certificate=kind)) == {("evidence", "certificate")}


@pytest.mark.parametrize("row", ["commitment/x", "person_capacity/nobody/2027-01", "nonsense", "", "hunger_band"])
def test_prices_that_prove_a_bound_are_of_rows_there_are(row: str) -> None:
    assert subjects(certified().replace(prices=(price(row),))) == {("evidence", row)}


def test_optimal_is_what_leaves_nothing_open() -> None:
    question = scenario(projects=[candidate("P", value={"amount": 3})])
    plan = plan_of(question, {"P": Choice(0)})
    evidence = plan.evidence.replace(**{**CERTIFIED, "status": "optimal", "bound": 3_000_000, "gap": 0})
    plan = plan.replace(evidence=evidence, certificate={"kind": "rows"})
    assert check(question, plan).accepted
    modest = plan.replace(evidence=evidence.replace(status="certified"))
    assert [violation.subjects for violation in check(question, modest).violations] == [("status",)]


def test_the_gap_of_an_objective_of_nothing_is_null() -> None:
    question = scenario()
    plan = plan_of(question, {}).replace(certificate={"kind": "rows"})
    evidence = plan.evidence.replace(**{**CERTIFIED, "status": "optimal", "bound": 0, "gap": None})
    assert check(question, plan.replace(evidence=evidence)).accepted
    wrong = plan.replace(evidence=evidence.replace(gap=0))
    assert [violation.subjects for violation in check(question, wrong).violations] == [("gap",)]


def price(row: str, value: str = "1") -> Price:
    return Price.model_construct(row=row, price=Decimal(value))


@pytest.mark.parametrize(
    "row",
    ["person_capacity/E1/2027-03", "commitment", row_name(RuleId.GOAL_COVERAGE, "a/b~c"), "target_coverage/~0~1"],
)
def test_proper_row_names(row: str) -> None:
    assert subjects(PLAN.replace(prices=(price(row),), prices_unmet=(price(row),))) == set()


@pytest.mark.parametrize("row", ["", "person_capacity", "person/E1", "seller_cap//x", "seller_cap/a~", "seller_cap/~2"])
def test_improper_row_names(row: str) -> None:
    assert subjects(PLAN.replace(prices=(price(row),))) == {("evidence", row)}
    assert subjects(PLAN.replace(prices_unmet=(price(row),))) == {("evidence", row)}


def test_a_row_is_priced_once_with_at_most_twelve_decimals() -> None:
    one = price("commitment", "0.000000000001")
    assert subjects(PLAN.replace(prices=(one,))) == set()
    assert subjects(PLAN.replace(prices=(one, one))) == {("evidence", "commitment")}
    assert subjects(PLAN.replace(prices=(price("commitment", "0.0000000000001"),))) == {("evidence", "commitment")}
    assert subjects(PLAN.replace(prices=(price("commitment", "0.5000000000000"),))) == set()


def test_sentences_are_there_in_both_languages() -> None:
    verdict = check(
        RICH, claiming(**{**CERTIFIED, "gap": 1, "bound": -14_000_000}).replace(outcome="complete", scenario="x")
    )
    sentences = {violation.text(language) for violation in verdict.violations for language in ("zh", "en")}
    assert len(sentences) == 2 * len(verdict.violations) >= 10
    assert "The bound -14 lies below the objective -13.42." in sentences
    assert "上界 -14 低于目标值 -13.42。" in sentences
