"""Scenarios whose best plan was worked out on paper, solved through the front door and compared.

`expect(question, total=9.2, runs={"P": "2027-01"}, project_value=11, friction=-1.8)` solves and compares everything:
the projects that run with their starts, every term that is not named (it is 0), the total, the commitments unmet.
"""

from decimal import Decimal

from models.plan import Plan, Terms
from models.quantities import MICRO_SCALE
from models.scenario import Scenario
from models.validation import validate
from optimizer.settings import SolveSettings
from optimizer.solve import solve

SETTINGS = SolveSettings(workers=1, time_limit=30)


def expect(
    question: Scenario,
    total: float,
    runs: dict[str, str],
    people: dict[str, str] | None = None,
    unmet: tuple[str, ...] = (),
    **terms: float,
) -> Plan:
    """The plan of the solver, which is the one worked out.

    `runs`: start by project; `people`: who holds `project role`, for those that matter; `unmet`: as `kind id`.
    """
    assert validate(question.document()).scenario is not None
    plan = solve(question, SETTINGS)
    assert {row.project: row.start for row in plan.decisions if row.runs} == runs
    held = {f"{row.project} {row.role}": row.person for row in plan.assignments}
    assert {place: held.get(place) for place in people or {}} == (people or {})
    assert tuple(f"{row.kind} {row.id}" for row in plan.unmet) == unmet
    assert plan.evidence.unmet.count == len(unmet)
    stated = Terms().replace(**{term: micro(amount) for term, amount in terms.items()})
    assert plan.objective.terms == stated
    assert plan.objective.total == plan.evidence.objective == stated.total() == micro(total)
    return plan


def decided(plan: Plan) -> dict[str, str]:
    """The word for every project."""
    return {row.project: row.decision for row in plan.decisions}


def micro(amount: float) -> int:
    """An amount, taken as its shortest text, in 10^-6 money unit; it must be whole."""
    exact = Decimal(str(amount)) * MICRO_SCALE
    assert exact == exact.to_integral_value()
    return int(exact)
