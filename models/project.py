"""Sales projects: what they are worth, when they may start, whom they need."""

from typing import Any, Literal

from models.horizon import PeriodLabel
from models.people import Efforts
from models.quantities import Count, Money, Ratio, Share, SignedMoney, SignedRatio
from models.record import Id, Listed, Record, Text


class StartWindow(Record):
    """When a candidate may start; an absent end of the window is the preferred period."""

    preferred: PeriodLabel
    earliest: PeriodLabel | None = None
    latest: PeriodLabel | None = None


class Value(Record):
    """What a project brings, in money; `win_probability` is that of winning within the horizon."""

    amount: SignedMoney = 0
    margin_rate: SignedRatio = 10_000
    win_probability: Share = 10_000
    strategic: SignedMoney = 0
    pursuit_cost: SignedMoney = 0
    delay_loss: Share = 0
    """Share of the order part lost for each period of delay after the preferred start."""


class StaffingNeed(Record):
    """One role that a project needs filled, with the effort asked and what the person must bring."""

    role: Id
    effort: Efforts | None = None
    """FTE, one number or one per project period. Sponsors may state reviews instead."""
    reviews_per_period: Ratio | None = None
    hours_per_review: Ratio | None = None
    min_grade: Count = 0
    skills: dict[Text, Count] = {}
    languages: Listed[Text] = ()


class ProjectTraits(Record):
    """The fields of a project that its tier may give when the project leaves them out."""

    kind: Text | None = None
    reach: Text | None = None
    status: Literal["candidate", "in_flight"] = "candidate"
    origin: Literal["sales", "strategy"] = "sales"
    mandated: bool = False
    qualified: bool = True
    start: StartWindow | None = None
    duration: Count = 0
    value: Value = Value()
    staffing: Listed[StaffingNeed] = ()
    incumbents: dict[Id, Id] = {}
    stoppable: bool = False
    stop_cost: Money = 0
    goals: Listed[Id] = ()
    order_period: PeriodLabel | None = None
    customer_group: Text | None = None
    product: Text | None = None
    tags: Listed[Text] = ()
    requires: Listed[Id] = ()
    excludes: Listed[Id] = ()


class Tier(ProjectTraits):
    """Defaults for the projects of a tier: whole fields, never merged."""


class Project(ProjectTraits):
    """A candidate for initiation (立项), or a project already in flight."""

    id: Id
    name: Text | None = None
    unit: Id
    tier: Id | None = None

    @property
    def in_flight(self) -> bool:
        """Whether the project runs already."""
        return self.status == "in_flight"

    def filled_from(self, tier: Tier | None) -> "Project":
        """This project with every field it leaves out taken from its tier."""
        if tier is None:
            return self
        given: dict[str, Any] = {
            name: getattr(tier, name) for name in tier.model_fields_set if name not in self.model_fields_set
        }
        return self.replace(**given) if given else self


class Fit(Record):
    """What a particular person changes on a particular project; absent is neutral."""

    project: Id
    role: Id
    person: Id
    value: SignedMoney = 0
    effort: Efforts | None = None
    """Replaces the profile."""
    eligible: bool | None = None
    """False forbids; true admits regardless of grade, skills and languages."""
