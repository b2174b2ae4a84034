"""Multidimensional knapsacks: items that take from several capacities at once, for the most profit.

An item is a group with one start and no slot, a knapsack is a row.
"""

from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from models.quantities import MICRO_SCALE
from optimizer.builder import Builder
from optimizer.program import ABOVE, Program

Tables = dict[str, Any]


def tables(profit: list[int], weight: list[list[int]], capacity: list[int]) -> Tables:
    """An instance as a document; weights are knapsacks × items."""
    return {"problem": "mkp", "profit": profit, "weight": weight, "capacity": capacity}


def read(path: Path) -> Tables:
    """An instance in the format of the OR-Library: n m best, n profits, m × n weights, m capacities."""
    numbers = list(map(int, path.read_text("utf-8").split()))
    items, knapsacks = numbers[:2]
    first = 3 + items
    if len(numbers) != first + items * knapsacks + knapsacks:
        raise ValueError(f"{path.name}: another count of numbers expected than {len(numbers)}")
    weight = [numbers[first + place * items : first + (place + 1) * items] for place in range(knapsacks)]
    return tables(numbers[3:first], weight, numbers[first + items * knapsacks :])


def made_up(items: int, knapsacks: int, seed: int) -> Tables:
    """Weights ~ U[0, 1000], half of them fit; profit is the mean weight + U[0, 500] (Chu and Beasley 1998)."""
    dice = Random(f"mkp/{items}/{knapsacks}/{seed}")
    weight = [[dice.randint(0, 1_000) for _ in range(items)] for _ in range(knapsacks)]
    profit = [sum(row[item] for row in weight) // knapsacks + dice.randint(0, 500) for item in range(items)]
    return tables(profit, weight, [sum(row) // 2 for row in weight])


def program(document: Tables) -> Program:
    """The program: one unit of profit is one unit of money."""
    weight = np.array(document["weight"], np.int64).T
    items, knapsacks = weight.shape
    builder = Builder(np.arange(items + 1), np.zeros(items + 1, np.int64), np.zeros(1, np.int64))
    builder.start_money[:] = np.array(document["profit"], np.int64) * MICRO_SCALE
    first = builder.rows(knapsacks, "knapsack/{}".format)
    builder.limit(first + np.arange(knapsacks), ABOVE, np.array(document["capacity"], np.int64))
    builder.start_terms.add(
        np.repeat(np.arange(items), knapsacks), first + np.tile(np.arange(knapsacks), items), weight.ravel()
    )
    return builder.program([f"item/{item}" for item in range(items)])
