"""Generalised assignment instances by published recipes, with frozen seeds.

Type D: weight a ~ U[1, 100], cost 111 - a + e with e ~ U[-10, 10]: what is light is dear (Chu and Beasley 1997).
Type E: weight a = 1 - 10 ln e with e ~ U(0, 1], cost 1000 / a - 10 f with f ~ U[0, 1] (Laguna, Kelly, González-Velarde
and Glover 1995; Yagiura, Ibaraki and Glover 2006). In both an agent can carry 0.8 of the mean weight per agent; in type
E at least its heaviest job. Weights, then costs of these weights, are rounded to whole numbers, capacities down.
"""

from math import log
from random import Random

from benchmarks.families.gap import Tables, tables


def type_d(agents: int, jobs: int, seed: int) -> Tables:
    """An instance of type D."""
    dice = Random(f"gap/d/{agents}/{jobs}/{seed}")
    weight = [[dice.randint(1, 100) for _ in range(jobs)] for _ in range(agents)]
    cost = [[111 - heavy + dice.randint(-10, 10) for heavy in row] for row in weight]
    return tables(cost, weight, [_load(row, agents) for row in weight])


def type_e(agents: int, jobs: int, seed: int) -> Tables:
    """An instance of type E."""
    dice = Random(f"gap/e/{agents}/{jobs}/{seed}")
    weight = [[round(1 - 10 * log(1 - dice.random())) for _ in range(jobs)] for _ in range(agents)]
    cost = [[max(1, round(1000 / heavy - 10 * dice.random())) for heavy in row] for row in weight]
    return tables(cost, weight, [max(_load(row, agents), *row) for row in weight])


def _load(weights: list[int], agents: int) -> int:
    return 8 * sum(weights) // (10 * agents)
