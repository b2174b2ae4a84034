"""Ingredients of tiny scenarios: each puts one rule, or one line of the fine print, in play and makes it matter.

An ingredient changes a draft and adds what it needs. Its name is what the rule or the line says.
"""

from scenarios.generator.ingredients import (
    balance,
    commitments,
    coverage,
    distance,
    eligibility,
    hunger,
    initiation,
    limits_of_trade,
    load,
    portfolio,
    rare,
    timing,
    trade,
    value,
)
from scenarios.generator.ingredients.registry import REGISTER, Ingredient, ingredient

__all__ = [
    "REGISTER",
    "Ingredient",
    "balance",
    "commitments",
    "coverage",
    "distance",
    "eligibility",
    "hunger",
    "ingredient",
    "initiation",
    "limits_of_trade",
    "load",
    "portfolio",
    "rare",
    "timing",
    "trade",
    "value",
]
