"""What a planner wants to know of a plan, as typed records; `summary_text` puts them into words.

Money is in 10^-6 unit where a field says `micro`, else in 0.01 unit; effort in permille of an FTE.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from models.evidence import Evidence
from models.plan import BudgetRow, GoalRow, HungerRow, Plan, Raised, TargetRow, Unmet
from models.project import Project
from models.scenario import Scenario
from optimizer.facts.projects import preferred_start, value_at
from scenarios.comparison import CommitmentKey

Reason = dict[str, Any]
"""Why a project is decided as it is: records of the plan, each with a `code`."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many projects get which decision."""

    initiate: int = 0
    defer: int = 0
    drop: int = 0
    carry_on: int = 0
    stop: int = 0

    @property
    def total(self) -> int:
        """How many there are."""
        return self.initiate + self.defer + self.drop + self.carry_on + self.stop


@dataclass(frozen=True, slots=True)
class Started:
    """A candidate that runs: from when, with whom, and what it brings at that start."""

    project: str
    name: str
    preferred: str
    start: str
    value: int
    people: tuple[tuple[str, str, str], ...]
    """Role, person and the person's name, in the order of the staffing."""
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Turned:
    """A project that does not run, and the value that is lost with it."""

    project: str
    name: str
    value: int
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Trade:
    """All that one unit buys from another."""

    buyer: str
    seller: str
    effort: int
    amount: int
    people: int


@dataclass(frozen=True, slots=True)
class Appetite:
    """How one role of one unit fares over the horizon: periods in each state, and the worst shortage."""

    unit: str
    role: str
    overfed: int
    in_band: int
    starving: int
    worst_shortage: int
    worst_period: str

    @property
    def state(self) -> Literal["starving", "overfed", "in_band", "none"]:
        """The state that most deserves attention."""
        if self.starving:
            return "starving"
        if self.overfed:
            return "overfed"
        return "in_band" if self.in_band else "none"


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs from the baseline, as the rule `stability` counts: projects turned on or off, people replaced."""

    turned: tuple[str, ...]
    replaced: tuple[tuple[str, str, str, str], ...]
    """Project, role, who held it, who holds it now."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole summary. Lists are complete and sorted, what matters most first."""

    counts: Counts
    objective_micro: int
    evidence: Evidence
    initiated: tuple[Started, ...]
    deferred: tuple[Started, ...]
    dropped: tuple[Turned, ...]
    stopped: tuple[Turned, ...]
    trades: tuple[Trade, ...]
    appetites: tuple[Appetite, ...]
    budgets: tuple[BudgetRow, ...]
    goals: tuple[GoalRow, ...]
    targets: tuple[TargetRow, ...]
    unmet: tuple[Unmet, ...]
    raised: tuple[Raised, ...]
    changes: Changes | None
    """None without a baseline."""
    settled: int
    """How many decisions are proved: deciding the other way is worth less."""

    @property
    def commitments(self) -> tuple[CommitmentKey, ...]:
        """What is unmet, by kind, id and role."""
        return tuple((row.kind, row.id, row.role) for row in self.unmet)


def summarise(scenario: Scenario, plan: Plan) -> Summary:
    """The summary of a checked plan for this very scenario."""
    projects = {project.id: project for project in scenario.filled_projects}
    started = sorted(_started(scenario, plan, projects), key=lambda row: (-row.value, row.project))
    deferred = {row.project for row in plan.decisions if row.decision == "defer"}
    return Summary(
        counts=_counts(plan),
        objective_micro=plan.objective.total,
        evidence=plan.evidence,
        initiated=tuple(row for row in started if row.project not in deferred),
        deferred=tuple(row for row in started if row.project in deferred),
        dropped=_turned(plan, projects, "drop"),
        stopped=_turned(plan, projects, "stop"),
        trades=_trades(plan),
        appetites=tuple(sorted(_appetites(plan), key=_attention)),
        budgets=tuple(sorted(plan.budgets, key=lambda row: row.spent - row.limit)),
        goals=tuple(sorted(plan.goals, key=lambda row: (-row.shortfall, -row.orders_shortfall))),
        targets=tuple(sorted(plan.targets, key=lambda row: -row.shortfall)),
        unmet=plan.unmet,
        raised=plan.raised,
        changes=_changes(scenario, plan),
        settled=sum(any(reason.get("code") == "settled" for reason in row.why) for row in plan.decisions),
    )


def _counts(plan: Plan) -> Counts:
    words = [row.decision for row in plan.decisions]
    return Counts(*(words.count(word) for word in ("initiate", "defer", "drop", "continue", "stop")))


def _started(scenario: Scenario, plan: Plan, projects: dict[str, Project]) -> Iterator[Started]:
    horizon = scenario.horizon
    names = {person.id: person.name or "" for person in scenario.people}
    people: dict[str, list[tuple[str, str, str]]] = {}
    for row in plan.assignments:
        people.setdefault(row.project, []).append((row.role, row.person, names[row.person]))
    for decision in plan.decisions:
        if decision.decision in ("initiate", "defer") and decision.start is not None:
            project = projects[decision.project]
            preferred = preferred_start(project, horizon)
            yield Started(
                project=project.id,
                name=project.name or "",
                preferred=horizon.label(preferred),
                start=decision.start,
                value=value_at(project, horizon.index(decision.start) - preferred),
                people=tuple(people.get(project.id, ())),
                why=decision.why,
            )


def _turned(plan: Plan, projects: dict[str, Project], word: str) -> tuple[Turned, ...]:
    """Projects with this decision, the most valuable first; the value is that of a start as preferred."""
    rows = [(projects[row.project], row.why) for row in plan.decisions if row.decision == word]
    turned = [Turned(project.id, project.name or "", value_at(project, 0), why) for project, why in rows]
    return tuple(sorted(turned, key=lambda row: (-row.value, row.project)))


def _trades(plan: Plan) -> tuple[Trade, ...]:
    """Purchases by buyer and seller, the largest amount first."""
    effort: dict[tuple[str, str], int] = {}
    amount: dict[tuple[str, str], int] = {}
    people: dict[tuple[str, str], set[str]] = {}
    for row in plan.purchases:
        pair = (row.buyer, row.seller)
        effort[pair] = effort.get(pair, 0) + row.effort
        amount[pair] = amount.get(pair, 0) + row.amount
        people.setdefault(pair, set()).add(row.person)
    trades = (Trade(*pair, effort[pair], amount[pair], len(people[pair])) for pair in effort)
    return tuple(sorted(trades, key=lambda row: (-row.amount, row.buyer, row.seller)))


def _appetites(plan: Plan) -> Iterator[Appetite]:
    """One record for each unit and role under a hunger rule."""
    rows: dict[tuple[str, str], list[HungerRow]] = {}
    for row in plan.hunger:
        if row.state is not None:
            rows.setdefault((row.unit, row.role), []).append(row)
    for (unit, role), periods in rows.items():
        states = [row.state for row in periods]
        worst = max(periods, key=lambda row: row.shortage)
        yield Appetite(
            unit=unit,
            role=role,
            overfed=states.count("overfed"),
            in_band=states.count("in_band"),
            starving=states.count("starving"),
            worst_shortage=worst.shortage,
            worst_period=worst.period,
        )


def _attention(row: Appetite) -> tuple[int, int, int, str, str]:
    return (-row.starving, -row.worst_shortage, -row.overfed, row.unit, row.role)


def _changes(scenario: Scenario, plan: Plan) -> Changes | None:
    if scenario.baseline is None:
        return None
    earlier = scenario.baseline.plan
    ran = {row.project: row.decision in ("initiate", "defer", "continue") for row in earlier.decisions}
    held = {(row.project, row.role): row.person for row in earlier.assignments}
    runs = {row.project: row.runs for row in plan.decisions}
    turned = tuple(project for project, now in runs.items() if project in ran and ran[project] != now)
    replaced = tuple(
        (row.project, row.role, held[row.project, row.role], row.person)
        for row in plan.assignments
        if ran.get(row.project) and held.get((row.project, row.role), row.person) != row.person
    )
    return Changes(turned, replaced)
