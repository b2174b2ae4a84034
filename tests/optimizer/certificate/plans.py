"""Certified plans of tiny scenarios: the best answer, prices at random, and the evidence that follows from both."""

from random import Random

from models.choices import Choices
from models.evidence import UnmetCount, gap_between
from models.plan import Plan, Price
from models.scenario import Scenario
from optimizer import certificate
from optimizer.compile import compile_scenario
from tests.optimizer.certificate.reference import Reference
from tests.optimizer.checker.plans import plan_of


def certified(
    scenario: Scenario, choices: Choices, rng: Random, share: float = 0.5, kind: certificate.Kind = "rows"
) -> Plan:
    """A plan of these choices with random prices and all that they prove."""
    plan = plan_of(scenario, choices)
    count = plan.evidence.unmet.count
    program = compile_scenario(scenario).program
    money, met = Reference(program, money=True, unmet_limit=count), Reference(program, money=False)
    prices = money.random_prices(rng, share)
    unmet = met.random_prices(rng, share) if count else ()
    if kind == "rounded":
        prices += money.random_rounded(rng, share)
        unmet += met.random_rounded(rng, share) if count else ()
    return proved(scenario, plan, prices, unmet, kind)


def proved(
    scenario: Scenario,
    plan: Plan,
    prices: tuple[Price, ...],
    unmet: tuple[Price, ...] = (),
    kind: certificate.Kind = "rows",
) -> Plan:
    """The plan with these prices, and with the evidence that they are."""
    count, objective = plan.evidence.unmet.count, plan.objective.total
    bound = certificate.recompute(scenario, prices, count, kind).bound
    at_least = certificate.recompute_unmet(scenario, unmet, kind).at_least if unmet else 0
    assert bound is not None
    assert at_least is not None
    evidence = plan.evidence.replace(
        bound=bound,
        gap=gap_between(bound, objective),
        bound_source="prices",
        bound_checked=True,
        unmet=UnmetCount.model_construct(count=count, at_least=at_least),
        status="optimal" if bound == objective and at_least == count else "certified",
    )
    return plan.replace(evidence=evidence, prices=prices, prices_unmet=unmet, certificate={"kind": kind})
