"""A scenario: one complete planning question."""

from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PrivateAttr

from models.canonical import content_hash
from models.horizon import Horizon, PeriodLabel
from models.market import Market
from models.organisation import Role, Unit
from models.people import Person
from models.policy import Policy
from models.project import Fit, Project
from models.quantities import Count, Money
from models.record import Id, Listed, Record, Text
from models.target import Goal, Target


class MoneyUnit(Record):
    """The money unit of every amount: `unit` of `currency` (10000 CNY is 万元)."""

    currency: Text = "CNY"
    unit: Count = 1


class BaselineDecision(Record):
    """What the earlier plan decided on a project."""

    project: Id
    decision: Literal["initiate", "defer", "drop", "continue", "stop"]
    start: PeriodLabel | None = None


class BaselineAssignment(Record):
    """Who held a role in the earlier plan."""

    project: Id
    role: Id
    person: Id


class BaselinePlan(Record):
    """The decisions and assignments of an earlier plan; the rest of that plan is not read."""

    decisions: Listed[BaselineDecision] = ()
    assignments: Listed[BaselineAssignment] = ()


_READ_OF_BASELINE = {
    "decisions": BaselineDecision.model_fields.keys(),
    "assignments": BaselineAssignment.model_fields.keys(),
}


def _only_what_is_read(raw: Any) -> Any:
    if isinstance(raw, dict):
        return {
            part: [
                {key: row[key] for key in read if row.get(key) is not None} if isinstance(row, dict) else row
                for row in raw[part]
            ]
            if isinstance(raw[part], (list, tuple))
            else raw[part]
            for part, read in _READ_OF_BASELINE.items()
            if raw.get(part) is not None
        }
    return raw


class Baseline(Record):
    """An earlier plan to stay close to."""

    plan: Annotated[BaselinePlan, BeforeValidator(_only_what_is_read)] = BaselinePlan()
    price_per_change: Money = 0
    max_changes: Count | None = None


class Pin(Record):
    """A decision or a person that somebody has fixed."""

    project: Id
    decision: Literal["initiate", "drop", "continue", "stop"] | None = None
    start: PeriodLabel | None = None
    role: Id | None = None
    person: Id | None = None
    why: Text | None = None


class Scenario(Record):
    """The whole question. Validate a document with `models.validation.read_scenario`: shape alone is not enough."""

    schema_: Literal["scenario/1"] = Field(alias="schema")
    name: Text
    money: MoneyUnit | None = None
    horizon: Horizon
    units: Listed[Unit]
    roles: Listed[Role] = ()
    people: Listed[Person] = ()
    projects: Listed[Project] = ()
    fit: Listed[Fit] = ()
    fit_is_complete: bool = False
    market: Market | None = None
    goals: Listed[Goal] = ()
    targets: Listed[Target] = ()
    policy: Policy = Policy()
    baseline: Baseline | None = None
    pins: Listed[Pin] = ()

    _read_hash: str | None = PrivateAttr(default=None)

    @cached_property
    def filled_projects(self) -> tuple[Project, ...]:
        """The projects in order, each with the fields it leaves out taken from its tier."""
        tiers = self.policy.tiers
        return tuple(project.filled_from(tiers.get(project.tier or "")) for project in self.projects)

    @cached_property
    def content_hash(self) -> str:
        """`sha256:…` of the canonical JSON of the document this scenario was read from, or would be written as."""
        return self._read_hash or content_hash(self.document())

    def document(self) -> dict[str, Any]:
        """The scenario as a document: only what was given, numbers as decimals."""
        document: dict[str, Any] = self.model_dump(by_alias=True, exclude_unset=True)
        return document

    def read_from(self, document: Any) -> "Scenario":
        """This scenario, bound to the document it was read from (for its hash)."""
        copy = self.replace()
        copy._read_hash = content_hash(document)
        return copy

    def replace(self, **changes: Any) -> "Scenario":
        """A new scenario with the fields named changed; its hash is its own."""
        copy = super().replace(**changes)
        copy._read_hash = None
        return copy
