"""What a change of the scenario must, or must not, do to the optimum: fewest unmet first, then most money."""

from decimal import Decimal
from random import Random
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from models.scenario import Scenario
from models.validation import validate
from scenarios.generator.tiny import INGREDIENTS, tiny
from tests.properties.optimum import Document, no_worse, optimum, optimum_with_choices
from tests.properties.transforms import coarse, copied, richer, shuffled, with_profiles

documents = st.builds(tiny, st.integers(1000, 9999), st.sampled_from([None, *INGREDIENTS]))


def about(*ingredients: str) -> st.SearchStrategy[Document]:
    """Documents in which one of these is in play."""
    return st.builds(tiny, st.integers(1000, 9999), st.sampled_from(ingredients))


@settings(max_examples=40)
@given(documents, st.integers(0, 99))
def test_the_order_of_lists_means_nothing(document: Document, seed: int) -> None:
    assert optimum(shuffled(document, Random(seed))) == optimum(document)


@settings(max_examples=40)
@given(documents)
def test_one_number_is_short_for_a_profile(document: Document) -> None:
    assert optimum(with_profiles(document)) == optimum(document)


@settings(max_examples=40)
@given(documents, st.sampled_from([2, 3, 7]))
def test_money_scales(document: Document, factor: int) -> None:
    """At a hundred times the coarse money every derived figure is whole, so the factor passes through all of them."""
    base = richer(coarse(document), 100)
    scaled = richer(base, factor)
    assume(validate(scaled).scenario is not None)  # a scenario of large money leaves no room for more
    unmet, money = optimum(base)
    assert optimum(scaled) == (unmet, money * factor)


@settings(max_examples=40)
@given(documents)
def test_pinning_the_decisions_of_an_optimum_changes_nothing(document: Document) -> None:
    """Each decision is pinned as it is, so every new commitment is met by that very plan and none by luck."""
    before, choices = optimum_with_choices(document)
    horizon = Scenario.model_validate(document).horizon
    pinned = copied(document)
    pins = [
        {"project": project["id"], "decision": "initiate" if project["id"] in choices else "drop"}
        for project in document["projects"]
    ]
    for pin in pins:
        if pin["project"] in choices and not _in_flight(document, pin["project"]):
            pin["start"] = horizon.label(choices[pin["project"]].start)
    pinned["pins"] = [*document.get("pins", []), *pins]
    assert optimum(pinned) == before


def _in_flight(document: Document, project: str) -> bool:
    filled = Scenario.model_validate(document).filled_projects
    return next(row.in_flight for row in filled if row.id == project)


def _raised(value: Any, by: Decimal) -> Any:
    return {key: number + by for key, number in value.items()} if isinstance(value, dict) else value + by


@settings(max_examples=30)
@given(documents, st.sampled_from([Decimal("0.1"), Decimal("0.5")]))
def test_a_higher_load_cap_never_hurts(document: Document, by: Decimal) -> None:
    higher = copied(document)
    policy = higher.setdefault("policy", {})
    policy["load_cap"] = policy.get("load_cap", 1) + by
    assert no_worse(optimum(higher), optimum(document))


@settings(max_examples=30)
@given(documents)
def test_more_projects_at_a_time_never_hurt(document: Document) -> None:
    higher = copied(document)
    for person in higher["people"]:
        if "max_projects" in person:
            person["max_projects"] += 1
    assert no_worse(optimum(higher), optimum(document))


@settings(max_examples=30)
@given(documents, st.sampled_from([Decimal(1), Decimal("12.5")]))
def test_a_higher_budget_never_hurts(document: Document, by: Decimal) -> None:
    higher = copied(document)
    for unit in higher["units"]:
        if "purchase_budget" in unit:
            unit["purchase_budget"] = _raised(unit["purchase_budget"], by)
    assert no_worse(optimum(higher), optimum(document))


@settings(max_examples=30)
@given(documents)
def test_a_higher_share_to_sell_never_hurts(document: Document) -> None:
    higher = copied(document)
    market = higher.get("market", {})
    if "max_sold_share" in market:
        market["max_sold_share"] = min(Decimal(1), market["max_sold_share"] + Decimal("0.25"))
    assert no_worse(optimum(higher), optimum(document))
