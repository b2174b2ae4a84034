"""What differs between two plans: decisions, starts, people, commitments, and what it means in money."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from models.plan import Decision, DecisionWord, Plan, Terms
from models.quantities import MICRO_SCALE, MONEY_SCALE, as_decimal

CommitmentKey = tuple[str, str, str | None]
"""Kind, id, role of an unmet commitment."""


@dataclass(frozen=True, slots=True)
class DecisionChange:
    """A project decided or timed otherwise; None where a plan does not know the project, or where it does not run."""

    project: str
    before: DecisionWord | None
    after: DecisionWord | None
    start_before: str | None
    start_after: str | None
    turned: bool
    """Whether it runs in one plan only."""


@dataclass(frozen=True, slots=True)
class PersonChange:
    """Another person in a role of a project; None where the plan staffs no such role."""

    project: str
    role: str
    before: str | None
    after: str | None

    @property
    def replaced(self) -> bool:
        """Whether somebody took over from somebody."""
        return self.before is not None and self.after is not None


@dataclass(frozen=True, slots=True)
class MoneyChange:
    """A figure before and after, in 10^-6 money unit."""

    name: str
    before: int
    after: int

    @property
    def difference(self) -> int:
        """After less before, in 10^-6 money unit."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences from the plan `before` to the plan `after`; projects in the order of `after`, then `before`."""

    same_scenario: bool
    decisions: tuple[DecisionChange, ...]
    people: tuple[PersonChange, ...]
    objective: MoneyChange
    terms: tuple[MoneyChange, ...]
    """Only the terms that differ."""
    purchases: MoneyChange
    """What units pay one another, mark-up included."""
    newly_unmet: tuple[CommitmentKey, ...]
    newly_met: tuple[CommitmentKey, ...]

    @property
    def changes(self) -> int:
        """Their number as the rule `stability` counts: projects turned, and people replaced on running ones."""
        return sum(change.turned for change in self.decisions) + sum(change.replaced for change in self.people)

    def document(self) -> dict[str, Any]:
        """The comparison as a document; money in money units, exactly."""
        return {
            "schema": "comparison/1",
            "same_scenario": self.same_scenario,
            "changes": self.changes,
            "decisions": [
                {
                    "project": change.project,
                    "before": change.before,
                    "after": change.after,
                    "start_before": change.start_before,
                    "start_after": change.start_after,
                    "turned": change.turned,
                }
                for change in self.decisions
            ],
            "people": [
                {"project": change.project, "role": change.role, "before": change.before, "after": change.after}
                for change in self.people
            ],
            "objective": _money(self.objective),
            "terms": {change.name: _money(change) for change in self.terms},
            "purchases": _money(self.purchases),
            "newly_unmet": [_commitment(key) for key in self.newly_unmet],
            "newly_met": [_commitment(key) for key in self.newly_met],
        }


def _money(change: MoneyChange) -> dict[str, Any]:
    return {
        "before": as_decimal(change.before, MICRO_SCALE),
        "after": as_decimal(change.after, MICRO_SCALE),
        "difference": as_decimal(change.difference, MICRO_SCALE),
    }


def _commitment(key: CommitmentKey) -> dict[str, Any]:
    kind, identifier, role = key
    return {"kind": kind, "id": identifier} if role is None else {"kind": kind, "id": identifier, "role": role}


def compare(before: Plan, after: Plan) -> Comparison:
    """Everything that differs from one plan to the other; they may answer different scenarios."""
    return Comparison(
        same_scenario=before.scenario_hash == after.scenario_hash,
        decisions=tuple(_decisions(before, after)),
        people=tuple(_people(before, after)),
        objective=MoneyChange("objective", before.objective.total, after.objective.total),
        terms=tuple(_terms(before.objective.terms, after.objective.terms)),
        purchases=MoneyChange("purchases", _paid(before), _paid(after)),
        newly_unmet=_unmet_only_in(after, before),
        newly_met=_unmet_only_in(before, after),
    )


def _decisions(before: Plan, after: Plan) -> Iterable[DecisionChange]:
    old = {row.project: row for row in before.decisions}
    new = {row.project: row for row in after.decisions}
    for project in dict.fromkeys((*new, *old)):
        was, now = old.get(project), new.get(project)
        if _said(was) != _said(now):
            yield DecisionChange(
                project,
                None if was is None else was.decision,
                None if now is None else now.decision,
                None if was is None else was.start,
                None if now is None else now.start,
                turned=_runs(was) != _runs(now),
            )


def _said(row: Decision | None) -> tuple[str, str | None] | None:
    return None if row is None else (row.decision, row.start)


def _runs(row: Decision | None) -> bool:
    return row is not None and row.runs


def _people(before: Plan, after: Plan) -> Iterable[PersonChange]:
    old = {(row.project, row.role): row.person for row in before.assignments}
    new = {(row.project, row.role): row.person for row in after.assignments}
    for project, role in dict.fromkeys((*new, *old)):
        was, now = old.get((project, role)), new.get((project, role))
        if was != now:
            yield PersonChange(project, role, was, now)


def _terms(before: Terms, after: Terms) -> Iterable[MoneyChange]:
    for name in Terms.model_fields:
        change = MoneyChange(name, getattr(before, name), getattr(after, name))
        if change.difference:
            yield change


def _paid(plan: Plan) -> int:
    return sum(row.amount for row in plan.purchases) * (MICRO_SCALE // MONEY_SCALE)


def _unmet_only_in(plan: Plan, other: Plan) -> tuple[CommitmentKey, ...]:
    known = {(row.kind, row.id, row.role) for row in other.unmet}
    keys: tuple[CommitmentKey, ...] = tuple((row.kind, row.id, row.role) for row in plan.unmet)
    return tuple(key for key in keys if key not in known)
