"""Why a commitment stays unmet: the first reason that holds, as a record with a `code`, and its sentence."""

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import numpy as np

from models.plan import Unmet
from models.quantities import RATIO_SCALE
from models.rules import Language
from models.scenario import Pin
from optimizer.draft import Needs
from optimizer.dress.holdings import Running
from optimizer.facts import Facts
from optimizer.facts.projects import expected_orders, possible_starts
from optimizer.facts.standing import Standing
from optimizer.rules.eligibility.offers import offers_of
from optimizer.rules.eligibility.smallest import too_small

Reason = dict[str, Any]

SENTENCES: dict[str, dict[Language, str]] = {
    "no_start": {
        "zh": "启动窗口不在规划期内。",
        "en": "its start window lies outside the horizon.",
    },
    "nobody_eligible": {
        "zh": "角色 {role} 没有合格人选。",
        "en": "nobody is eligible for the role {role}.",
    },
    "excluded_by": {
        "zh": "与正在运行的项目 {project} 互斥。",
        "en": "it excludes the running project {project}.",
    },
    "requires_missing": {
        "zh": "所依赖的项目 {project} 不运行。",
        "en": "it requires {project}, which does not run.",
    },
    "nobody_free": {
        "zh": "角色 {role} 的 {eligible} 名合格人选在任一启动期都已排满。",
        "en": "none of the {eligible} people eligible for {role} has room at any start.",
    },
    "pinned_otherwise": {
        "zh": "该项目被锁定为不运行。",
        "en": "a pin says that it does not run.",
    },
    "start_not_possible": {
        "zh": "锁定的启动期 {start} 不在启动窗口内。",
        "en": "the pinned start {start} is not in its window.",
    },
    "person_not_eligible": {
        "zh": "锁定的人员 {person} 不具备角色 {role} 的资格。",
        "en": "the pinned person {person} is not eligible for {role}.",
    },
    "too_few_projects": {
        "zh": "可服务该目标的项目只有 {available} 个,需要 {needed} 个。",
        "en": "only {available} projects can serve it, {needed} are needed.",
    },
    "too_few_orders": {
        "zh": "可服务该目标的项目预期订货合计不足。",
        "en": "the expected orders of all projects that can serve it do not reach it.",
    },
    "too_many_changes": {
        "zh": "变更 {changes} 处,上限 {most} 处。",
        "en": "{changes} changes are made, {most} are allowed.",
    },
    "must_run": {
        "zh": "满足该锁定会使更多承诺落空。",
        "en": "meeting it would leave other commitments unmet.",
    },
    "conflict": {
        "zh": "与其他承诺或硬性限制(容量、预算、立项上限等)冲突,无法同时满足。",
        "en": "it clashes with other commitments or hard limits (capacity, budgets, initiation limits).",
    },
}


def sentence(reason: Reason, language: Language) -> str:
    """The reason in words."""
    return SENTENCES[reason["code"]][language].format_map(reason)


def reason_for(running: Running, changes: int, unmet: Unmet, pin: Pin | None) -> Reason:
    """The first reason that holds; `conflict` when the commitment could be met alone. `changes`: their number."""
    facts = running.facts
    if unmet.kind == "goal":
        return _goal(running, unmet.id)
    if unmet.kind == "max_changes":
        baseline = facts.scenario.baseline
        return {"code": "too_many_changes", "changes": changes, "most": baseline.max_changes if baseline else None}
    # Its own work must not count as what keeps its people busy.
    others = Running(facts, {other: choice for other, choice in running.choices.items() if other != unmet.id})
    place = facts.project_index[unmet.id]
    reasons = _project(others, place) if pin is None else _pin(others, place, pin, runs=unmet.id in running.choices)
    return next(reasons, {"code": "conflict"})


def _goal(running: Running, identifier: str) -> Reason:
    facts = running.facts
    goal = next(goal for goal in facts.scenario.goals if goal.id == identifier)
    serving = [project for project in facts.projects if identifier in project.goals]
    if len(serving) < goal.min_projects:
        return {"code": "too_few_projects", "available": len(serving), "needed": goal.min_projects}
    if sum(max(0, expected_orders(project)) for project in serving) < goal.min_expected_orders:
        return {"code": "too_few_orders"}
    return {"code": "conflict"}


def _pin(others: Running, place: int, pin: Pin, *, runs: bool) -> Iterator[Reason]:
    facts = others.facts
    project, horizon = facts.projects[place], facts.scenario.horizon
    if pin.person is not None:
        need = [asked.role for asked in project.staffing].index(pin.role or "")
        if facts.person_index[pin.person] not in {offer.person for offer in _offers(facts, place, need)}:
            yield {"code": "person_not_eligible", "person": pin.person, "role": pin.role}
    elif pin.decision in ("drop", "stop"):
        yield {"code": "must_run"}
    elif pin.start is not None and horizon.index(pin.start) not in possible_starts(project, horizon):
        yield {"code": "start_not_possible", "start": pin.start}
    elif not runs:
        yield from _project(others, place)


def _project(others: Running, place: int) -> Iterator[Reason]:
    """Why a project cannot run beside the others, the most telling reason first."""
    facts, project = others.facts, others.facts.projects[place]
    if not possible_starts(project, facts.scenario.horizon):
        yield {"code": "no_start"}
        return
    offered = [_offers(facts, place, need) for need in range(len(project.staffing))]
    for asked, offers in zip(project.staffing, offered, strict=True):
        if not offers:
            yield {"code": "nobody_eligible", "role": asked.role}
    if any(pin.project == project.id and pin.decision in ("drop", "stop") for pin in facts.scenario.pins):
        yield {"code": "pinned_otherwise"}
    for other in facts.projects:
        if other.id in others.choices and (other.id in project.excludes or project.id in other.excludes):
            yield {"code": "excluded_by", "project": other.id}
    for required in project.requires:
        if required not in others.choices and required != project.id:
            yield {"code": "requires_missing", "project": required}
    has_room = _has_room(others)
    for asked, offers in zip(project.staffing, offered, strict=True):
        if not any(has_room(offer) for offer in offers):
            yield {"code": "nobody_free", "role": asked.role, "eligible": len({offer.person for offer in offers})}


class _Offer(NamedTuple):
    """A person who may fill a role when the project starts at a period; effort inside the horizon, permille."""

    person: int
    start: int
    effort: tuple[int, ...]


def _offers(facts: Facts, place: int, need: int) -> list[_Offer]:
    """Everybody who may fill one role of a project, at each start that makes the purchase large enough."""
    project, market = facts.projects[place], facts.market
    offers = offers_of(facts, Needs(np.array([0, 1]), np.array([place]), np.array([need])))
    found = []
    for start in possible_starts(project, facts.scenario.horizon):
        span = min(project.duration, facts.periods - start)
        for number, person in enumerate(offers.person.tolist()):
            effort = offers.profiles[offers.profile[number]][:span]
            bought = bool(offers.terms[number]) and not offers.exempt[number]
            if not (bought and too_small(market, span, sum(effort))):
                found.append(_Offer(person, start, effort))
    return found


def _has_room(others: Running) -> Callable[[_Offer], bool]:
    """Whether a person has room for an offer beside what they hold in this answer."""
    facts, standing = others.facts, Standing(others.facts)
    limit = np.maximum(facts.capacity * facts.scenario.policy.load_cap // RATIO_SCALE, standing.load)
    held = np.zeros((len(facts.people), facts.periods), np.int64)
    for holding in others.holdings:
        held[holding.person, holding.start : holding.start + len(holding.effort)] += 1

    def has_room(offer: _Offer) -> bool:
        busy = (offer.person, slice(offer.start, offer.start + len(offer.effort)))
        most = facts.people[offer.person].max_projects
        if most is not None and (held[busy] >= np.maximum(most, standing.held[busy])).any():
            return False
        return bool((others.load[busy] + np.array(offer.effort, np.int64) <= limit[busy]).all())

    return has_room
