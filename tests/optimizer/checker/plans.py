"""Consistent plans for tests: whatever the choices, every table and figure is the one that follows from them."""

from models.choices import Choices
from models.evidence import Evidence, UnmetCount
from models.plan import Objective, Plan
from models.scenario import Scenario
from optimizer.checker import check, statement


def plan_of(scenario: Scenario, choices: Choices) -> Plan:
    """A plan of status `feasible` that states the tables recomputed from the choices, broken rules or not."""
    tables = statement(scenario, choices)
    total = tables.terms.total()
    return Plan.model_construct(
        schema_="plan/1",
        scenario=scenario.name,
        scenario_hash=scenario.content_hash,
        outcome="commitments_unmet" if tables.unmet else "complete",
        evidence=Evidence.model_construct(
            plan_checked=True,
            objective=total,
            unmet=UnmetCount.model_construct(count=len(tables.unmet), at_least=0),
            status="feasible",
        ),
        decisions=tables.decisions,
        assignments=tables.assignments,
        purchases=tables.purchases,
        hunger=tables.hunger,
        budgets=tables.budgets,
        raised=tables.raised,
        initiation=tables.initiation,
        goals=tables.goals,
        targets=tables.targets,
        balance=tables.balance,
        unmet=tables.unmet,
        objective=Objective.model_construct(total=total, terms=tables.terms),
    )


def read_back(plan: Plan) -> Plan:
    """The plan as a reader of its document would have it."""
    return Plan.model_validate(plan.model_dump(by_alias=True, exclude_none=False))


def rules_broken(scenario: Scenario, choices: Choices) -> set[str]:
    """What a plan that is consistent but for its choices is refused for: the rules, and nothing that follows."""
    return {str(violation.rule) for violation in check(scenario, read_back(plan_of(scenario, choices))).violations}
