"""Seeded generators of scenarios: realistic portfolios of any size, and tiny ones that exercise every rule."""

from scenarios.generator.settings import GeneratorSettings
from scenarios.generator.year import generate

__all__ = ["GeneratorSettings", "generate"]
