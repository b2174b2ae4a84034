"""Corruptions of what a plan states about a sound answer: one figure, row or word is wrong, all others are right."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from models.plan import Plan
from models.scenario import Scenario
from tests.corruption.samples import Sample
from tests.optimizer.checker.plans import plan_of

Mend = Callable[[Plan], Iterator[Plan]]


def _nudged(value: Any) -> Any:
    """The smallest other value of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, Decimal)):
        return value + 1
    return f"{value}x"


def figure(table: str, field: str) -> Mend:
    """One figure of the first row that has it is one unit too high (or another word)."""

    def corrupt(plan: Plan) -> Iterator[Plan]:
        rows = getattr(plan, table)
        for place, row in enumerate(rows):
            value = getattr(row, field)
            if value is not None:
                wrong = row.replace(**{field: _nudged(value)})
                yield plan.replace(**{table: (*rows[:place], wrong, *rows[place + 1 :])})
                return

    return corrupt


def missing(table: str) -> Mend:
    """The last row of a table is missing."""

    def corrupt(plan: Plan) -> Iterator[Plan]:
        rows = getattr(plan, table)
        if rows:
            yield plan.replace(**{table: rows[:-1]})

    return corrupt


def doubled(table: str) -> Mend:
    """A row of a table stands twice."""

    def corrupt(plan: Plan) -> Iterator[Plan]:
        rows = getattr(plan, table)
        if rows:
            yield plan.replace(**{table: (*rows, rows[0])})

    return corrupt


def undecided(plan: Plan) -> Iterator[Plan]:
    """A project that does not run is not mentioned."""
    for place, row in enumerate(plan.decisions):
        if not row.runs:
            yield plan.replace(decisions=(*plan.decisions[:place], *plan.decisions[place + 1 :]))
            return


def wrong_term(plan: Plan) -> Iterator[Plan]:
    """Two terms are wrong and cancel each other: the total still holds."""
    terms = plan.objective.terms
    wrong = terms.replace(hunger=terms.hunger - 1, idle=terms.idle + 1)
    yield plan.replace(objective=plan.objective.replace(terms=wrong))


def wrong_total(plan: Plan) -> Iterator[Plan]:
    """The total is not the sum of its terms."""
    yield plan.replace(objective=plan.objective.replace(total=plan.objective.total + 1))


def _evidence(**changes: Any) -> Mend:
    def corrupt(plan: Plan) -> Iterator[Plan]:
        yield plan.replace(evidence=plan.evidence.replace(**changes))

    return corrupt


def better_than_it_is(plan: Plan) -> Iterator[Plan]:
    """The evidence states a higher objective."""
    yield plan.replace(evidence=plan.evidence.replace(objective=plan.evidence.objective + 1))


def fewer_unmet(plan: Plan) -> Iterator[Plan]:
    """The evidence counts one unmet commitment too few."""
    unmet = plan.evidence.unmet
    if unmet.count:
        yield plan.replace(evidence=plan.evidence.replace(unmet=unmet.replace(count=unmet.count - 1)))


def claims_a_proof(plan: Plan) -> Iterator[Plan]:
    """More must stay unmet than does."""
    unmet = plan.evidence.unmet
    yield plan.replace(evidence=plan.evidence.replace(unmet=unmet.replace(at_least=unmet.count + 1)))


def other_outcome(plan: Plan) -> Iterator[Plan]:
    """The outcome is the other one."""
    yield plan.replace(outcome="complete" if plan.unmet else "commitments_unmet")


def other_word(plan: Plan) -> Iterator[Plan]:
    """A decision to initiate is called a deferral, or the reverse."""
    words = {"initiate": "defer", "defer": "initiate"}
    for place, row in enumerate(plan.decisions):
        if row.decision in words:
            wrong = row.replace(decision=words[row.decision])
            yield plan.replace(decisions=(*plan.decisions[:place], wrong, *plan.decisions[place + 1 :]))
            return


def no_reason(plan: Plan) -> Iterator[Plan]:
    """An unmet commitment comes without a reason."""
    if plan.unmet:
        yield plan.replace(unmet=(plan.unmet[0].replace(reason={}), *plan.unmet[1:]))


def other_plan(field: str) -> Mend:
    """The plan answers another scenario."""

    def corrupt(plan: Plan) -> Iterator[Plan]:
        yield plan.replace(**{field: getattr(plan, field) + "0"})

    return corrupt


_FIGURES = {
    "assignments": ("purchased", "last"),
    "purchases": ("buyer", "seller", "person", "effort", "rate", "amount"),
    "hunger": ("demand", "own", "bought", "sold", "shortage", "ratio", "load", "utilisation"),
    "budgets": ("limit", "spent"),
    "raised": ("rule", "limit", "level"),
    "initiation": ("limit", "used"),
    "goals": ("projects", "expected_orders", "shortfall", "orders_shortfall"),
    "targets": ("need", "expected", "shortfall"),
    "balance": ("part", "total", "share"),
}
_TABLES = ("purchases", "hunger", "budgets", "raised", "initiation", "goals", "targets", "balance", "unmet")

STATEMENTS: dict[str, tuple[str, Mend]] = {
    **{
        f"{table}_{field}": (table, figure(table, field))
        for table, fields in _FIGURES.items()
        for field in fields
        if (table, field) != ("assignments", "last")
    },
    **{f"{table}_missing": (table, missing(table)) for table in _TABLES},
    **{f"{table}_doubled": (table, doubled(table)) for table in (*_TABLES, "assignments", "decisions")},
    "decisions_missing": ("decisions", undecided),
    "decisions_word": ("decisions", other_word),
    "objective_term": ("objective", wrong_term),
    "objective_total": ("objective", wrong_total),
    "evidence_objective": ("evidence", better_than_it_is),
    "evidence_unmet": ("evidence", fewer_unmet),
    "evidence_at_least": ("evidence", claims_a_proof),
    "evidence_unchecked": ("evidence", _evidence(plan_checked=False)),
    "evidence_bound": ("evidence", _evidence(bound=10**15)),
    "evidence_optimal": ("evidence", _evidence(status="optimal", bound_source="prices", bound_checked=True)),
    "outcome": ("outcome", other_outcome),
    "unmet_reason": ("unmet", no_reason),
    "scenario_name": ("scenario", other_plan("scenario")),
    "scenario_hash": ("scenario", other_plan("scenario_hash")),
}
"""By name: the part of the plan that is wrong, and the plans with it wrong."""


def stated(sample: Sample, corrupt: Mend) -> Iterator[tuple[Scenario, Plan]]:
    """The corruptions of a sample that breaks no rule."""
    if not sample.broken:
        for plan in corrupt(plan_of(sample.scenario, sample.choices)):
            yield sample.scenario, plan
