"""Generalised assignment told as a scenario: jobs are mandated projects of a month, agents people, cost is fit.

What the contract calls `fit.effort` is the weight, in permille of an FTE, of this job for this agent.
"""

from typing import Any

from benchmarks.families.gap import Tables
from models.quantities import as_decimal


def scenario(document: Tables, name: str) -> dict[str, Any]:
    """A scenario document whose best plan assigns every job at least cost; its objective is minus that cost."""
    month, role = "2027-01", "agent"
    cost, weight = document["cost"], document["weight"]
    jobs = range(len(cost[0]))
    return {
        "schema": "scenario/1",
        "name": name,
        "money": {"currency": "CNY", "unit": 1},
        "horizon": {"start": month, "periods": 1},
        "units": [{"id": "hq", "trades": True}],
        "roles": [{"id": role}],
        "people": [
            {"id": f"A{agent + 1}", "unit": "hq", "roles": [role], "capacity": as_decimal(capacity, 1_000)}
            for agent, capacity in enumerate(document["capacity"])
        ],
        "projects": [
            {
                "id": f"J{job + 1}",
                "unit": "hq",
                "mandated": True,
                "start": {"preferred": month},
                "duration": 1,
                "value": {"amount": 0},
                "staffing": [{"role": role, "effort": as_decimal(weight[0][job], 1_000)}],
            }
            for job in jobs
        ],
        "fit": [
            {
                "project": f"J{job + 1}",
                "role": role,
                "person": f"A{agent + 1}",
                "value": -cost[agent][job],
                "effort": as_decimal(weight[agent][job], 1_000),
            }
            for job in jobs
            for agent in range(len(cost))
        ],
        "fit_is_complete": True,
        "policy": {},
    }
