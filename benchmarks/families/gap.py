"""Generalised assignment: every job to one agent within its capacity, at least cost.

A job is a group with one start and one slot, worth one met commitment; an agent is a candidate of every slot, its
capacity a row. Instances are tables: agents × jobs costs and weights, and capacities.
"""

from pathlib import Path
from typing import Any

import numpy as np

from models.quantities import MICRO_SCALE
from optimizer.builder import Builder
from optimizer.program import ABOVE, Program

Tables = dict[str, Any]


def tables(cost: list[list[int]], weight: list[list[int]], capacity: list[int]) -> Tables:
    """An instance as a document."""
    return {"problem": "gap", "cost": cost, "weight": weight, "capacity": capacity}


def read(path: Path) -> Tables:
    """An instance in the format of the OR-Library: m n, m × n costs, m × n weights, m capacities."""
    numbers = list(map(int, path.read_text("utf-8").split()))
    agents, jobs = numbers[:2]
    cells = agents * jobs
    if len(numbers) != 2 + 2 * cells + agents:
        raise ValueError(f"{path.name}: {2 + 2 * cells + agents} numbers expected, {len(numbers)} found")
    cost, weight = (
        [numbers[first + agent * jobs : first + (agent + 1) * jobs] for agent in range(agents)]
        for first in (2, 2 + cells)
    )
    return tables(cost, weight, numbers[2 + 2 * cells :])


def program(document: Tables) -> Program:
    """The program: one unit of cost is one unit of money."""
    cost, weight = np.array(document["cost"], np.int64).T, np.array(document["weight"], np.int64).T
    jobs, agents = cost.shape
    each = np.arange(jobs + 1)
    builder = Builder(each, each, each * agents)
    builder.start_met[:] = 1
    builder.met_constant = -jobs
    builder.candidate_money[:] = -cost.ravel() * MICRO_SCALE
    first = builder.rows(agents, "agent/{}".format)
    builder.limit(first + np.arange(agents), ABOVE, np.array(document["capacity"], np.int64))
    builder.candidate_terms.add(np.arange(jobs * agents), first + np.tile(np.arange(agents), jobs), weight.ravel())
    return builder.program([f"job/{job}" for job in range(jobs)])
