"""Corrupted prices, evidence and scenarios: whatever is still believed is true."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from random import Random
from typing import Any

import pytest

from models.evidence import UnmetCount, gap_between
from models.plan import Plan, Price
from models.scenario import Scenario
from optimizer import certificate
from optimizer.checker import Auditor, check
from scenarios.generator.tiny import INGREDIENTS, tiny
from tests.optimizer.certificate.plans import certified
from tests.optimizer.certificate.truth import Truth
from tests.optimizer.checker.plans import plan_of
from tests.oracle.brute import answers

OF_EACH = 25
FOCUSES = [*INGREDIENTS][:: max(1, len(INGREDIENTS) // 20)][:20]


@cache
def sample(focus: str) -> tuple[Scenario, Plan, Truth]:
    scenario, rng = Scenario.model_validate(tiny(7, focus)), Random(focus)
    auditor = Auditor(scenario)
    allowed = [choices for choices in answers(auditor) if auditor.rank(choices) is not None]
    return scenario, certified(scenario, rng.choice(allowed), rng), Truth(scenario)


def _claiming(plan: Plan, **changes: Any) -> Plan:
    return plan.replace(evidence=plan.evidence.replace(**changes))


def moved_price(plan: Plan, rng: Random) -> Plan:
    """A price is another, by little or by much."""
    if not plan.prices:
        return plan
    place = rng.randrange(len(plan.prices))
    by = Decimal(rng.choice(["0.000000000001", "-0.5", "1", "-1000", "1E+20"]))
    price = plan.prices[place]
    moved = Price.model_construct(row=price.row, price=price.price + by)
    return plan.replace(prices=(*plan.prices[:place], moved, *plan.prices[place + 1 :]))


def lost_price(plan: Plan, rng: Random) -> Plan:
    """A price is missing."""
    return plan.replace(prices=tuple(rng.sample(plan.prices, max(0, len(plan.prices) - 1))))


def exchanged_rows(plan: Plan, rng: Random) -> Plan:
    """Two rows have each other's price."""
    if len(plan.prices) < 2:
        return plan
    one, other = rng.sample(plan.prices, 2)
    rest = tuple(price for price in plan.prices if price not in (one, other))
    return plan.replace(prices=(*rest, one.replace(price=other.price), other.replace(price=one.price)))


def lower_bound(plan: Plan, rng: Random) -> Plan:
    """The bound is lower than it is, down to the objective, and the gap with it."""
    bound = plan.evidence.bound or 0
    lower = rng.choice([bound - 1, (bound + plan.objective.total) // 2, plan.objective.total])
    return _claiming(plan, bound=lower, gap=gap_between(lower, plan.objective.total))


def claimed_optimal(plan: Plan, rng: Random) -> Plan:
    """All figures are as if the plan were optimal."""
    unmet = UnmetCount.model_construct(count=plan.evidence.unmet.count, at_least=plan.evidence.unmet.count)
    gap = gap_between(plan.objective.total, plan.objective.total)
    return _claiming(plan, status="optimal", bound=plan.objective.total, gap=gap, unmet=unmet)


def more_must_stay_unmet(plan: Plan, rng: Random) -> Plan:
    """One commitment more is said to be beyond reach."""
    unmet = plan.evidence.unmet
    plan = plan if rng.random() < 0.5 else _claiming(plan.replace(prices=()), status="feasible", bound=None, gap=None)
    return _claiming(plan, unmet=unmet.replace(at_least=min(unmet.count, unmet.at_least + 1)))


def other_count(plan: Plan, rng: Random) -> Plan:
    """The bound is said to be one of plans that leave fewer unmet."""
    return _claiming(plan, unmet=plan.evidence.unmet.replace(count=plan.evidence.unmet.count - 1))


CORRUPTIONS: tuple[Callable[[Plan, Random], Plan], ...] = (
    moved_price,
    moved_price,
    lost_price,
    exchanged_rows,
    lower_bound,
    claimed_optimal,
    more_must_stay_unmet,
    other_count,
)


@pytest.mark.parametrize("focus", FOCUSES)
def test_a_corrupted_plan_is_rejected_or_true(focus: str) -> None:
    scenario, plan, truth = sample(focus)
    auditor = Auditor(scenario)
    assert check(auditor, plan).accepted
    assert truth.holds(plan)
    for seed in range(OF_EACH):
        rng = Random(f"{focus}/{seed}")
        corrupted = CORRUPTIONS[seed % len(CORRUPTIONS)](plan, rng)
        assert not check(auditor, corrupted).accepted or truth.holds(corrupted)


def with_more_money(scenario: Scenario, rng: Random) -> Scenario:
    """A project brings more."""
    project = rng.choice(scenario.projects)
    value = project.value.replace(strategic=project.value.strategic + rng.choice([1, 100, 10_000]))
    return _with(scenario, "projects", project, value=value)


def with_more_capacity(scenario: Scenario, rng: Random) -> Scenario:
    """A person can carry more."""
    person = rng.choice(scenario.people)
    return _with(scenario, "people", person, capacity=2_000, max_projects=None, grade=99)


def with_less_asked(scenario: Scenario, rng: Random) -> Scenario:
    """A project asks for nobody, or is promised no more."""
    project = rng.choice(scenario.projects)
    changes: dict[str, Any] = rng.choice([{"staffing": ()}, {"mandated": False, "stoppable": True}, {"requires": ()}])
    return _with(scenario, "projects", project, **changes)


def with_dearer_policy(scenario: Scenario, rng: Random) -> Scenario:
    """Goals and targets ask for more."""
    targets = tuple(target.replace(amount=target.amount + 100) for target in scenario.targets)
    goals = tuple(goal.replace(min_projects=goal.min_projects + 1) for goal in scenario.goals)
    return scenario.replace(targets=targets, goals=goals)


def _with(scenario: Scenario, part: str, record: Any, **changes: Any) -> Scenario:
    rows = tuple(row.replace(**changes) if row is record else row for row in getattr(scenario, part))
    return scenario.replace(**{part: rows})


CHANGES = (with_more_money, with_more_capacity, with_less_asked, with_dearer_policy)


@pytest.mark.parametrize("focus", FOCUSES)
def test_a_certificate_of_another_scenario_is_rejected_or_true(focus: str) -> None:
    scenario, plan, _ = sample(focus)
    for seed in range(8):
        rng = Random(f"{focus}/{seed}")
        changed = CHANGES[seed % len(CHANGES)](scenario, rng)
        # The same answer and the same claims, but all other figures are those of the changed scenario.
        choices = {} if seed % 2 else plan.choices(scenario.horizon)
        moved = plan_of(changed, choices)
        count = moved.evidence.unmet.count
        unmet = UnmetCount.model_construct(count=count, at_least=min(count, plan.evidence.unmet.at_least))
        bound = plan.evidence.bound or 0
        evidence = plan.evidence.replace(
            objective=moved.objective.total, gap=gap_between(bound, moved.objective.total), unmet=unmet
        )
        moved = moved.replace(
            evidence=evidence, prices=plan.prices, prices_unmet=plan.prices_unmet, certificate=plan.certificate
        )
        assert [*certificate.verify(changed, moved)] or Truth(changed).holds(moved)


def test_corruptions_are_noticed() -> None:
    """Most of them are no longer true, so that the tests above ask something."""
    rejected = 0
    for focus in FOCUSES:
        scenario, plan, _ = sample(focus)
        auditor = Auditor(scenario)
        for seed in range(OF_EACH):
            corrupted = CORRUPTIONS[seed % len(CORRUPTIONS)](plan, Random(f"{focus}/{seed}"))
            rejected += not check(auditor, corrupted).accepted
    assert rejected > len(FOCUSES) * OF_EACH // 2
