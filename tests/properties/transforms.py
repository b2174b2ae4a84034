"""Changes of a scenario document whose effect on the optimum is known beforehand."""

import copy
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import Any

from models.canonical import canonical_json
from tests.properties.optimum import Document


def copied(document: Document) -> Document:
    """A deep copy."""
    return copy.deepcopy(document)


def shuffled(value: Any, rng: Random, key: str = "") -> Any:
    """Every list in another order, but for a person's roles and lists of one number per period."""
    if isinstance(value, dict):
        return {name: shuffled(item, rng, name) for name, item in value.items()}
    if isinstance(value, list):
        items = [shuffled(item, rng, key) for item in value]
        kept = key in {"capacity", "effort"} or (key == "roles" and all(isinstance(item, str) for item in items))
        return items if kept else rng.sample(items, k=len(items))
    return value


def coarse(value: Any) -> Any:
    """Every number with one decimal at most, so that a hundred times the money needs no rounding anywhere."""
    if isinstance(value, dict):
        return {key: coarse(item) for key, item in value.items()}
    if isinstance(value, list):
        return [coarse(item) for item in value]
    if isinstance(value, (Decimal, float)):
        return Decimal(str(value)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return value


_MONEY = {
    "amount",
    "strategic",
    "pursuit_cost",
    "stop_cost",
    "rate",
    "purchase_budget",
    "pursuit_budget",
    "min_expected_orders",
    "price_overfed",
    "price_starving",
    "price_idle",
    "price_per_change",
}


def richer(document: Document, factor: int) -> Document:
    """All money times `factor`: amounts, rates, budgets, prices per FTE, count or change; not prices per money."""

    def times(value: Any) -> Any:
        by_period = isinstance(value, dict)
        return {label: number * factor for label, number in value.items()} if by_period else value * factor

    def walk(value: Any, key: str) -> Any:
        if isinstance(value, list):
            return [walk(item, key) for item in value]
        if not isinstance(value, dict):
            return value
        grown = {
            name: times(item) if name in _MONEY and item is not None else walk(item, name)
            for name, item in value.items()
        }
        if key == "fit" and "value" in grown:
            grown["value"] = grown["value"] * factor
        if key == "goals" and grown.get("shortfall_price") is not None:
            grown["shortfall_price"] = grown["shortfall_price"] * factor
        if key == "balance" and grown.get("measure") in ("effort", "count") and "price" in grown:
            grown["price"] = grown["price"] * factor
        if key == "balance" and grown["attribute"] == "stop_cost" and not isinstance(grown["equals"], (bool, str)):
            grown["equals"] = grown["equals"] * factor
        return grown

    grown: Document = walk(document, "")
    return grown


def with_profiles(document: Document) -> Document:
    """Every effort given as one number written as one number per project period."""
    changed = copied(document)
    tiers = changed.get("policy", {}).get("tiers", {})
    for project in changed["projects"]:
        filled = {**tiers.get(project.get("tier"), {}), **project}
        if "staffing" in filled:
            project["staffing"] = [
                {**need, "effort": [need["effort"]] * int(filled["duration"])}
                if isinstance(need.get("effort"), (int, Decimal)) and not isinstance(need.get("effort"), bool)
                else need
                for need in filled["staffing"]
            ]
    return changed


def same(one: Document, other: Document) -> bool:
    """Whether two documents say the same."""
    return canonical_json(one) == canonical_json(other)
