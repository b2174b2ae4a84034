"""Ids: each once in its list, and every reference to one that exists."""

from collections.abc import Iterable, Iterator

from models.findings import Finding
from models.policy import EVERY_TRADING_UNIT, Hunger, Utilisation
from models.validation.places import Path, address, renaming, replacing
from models.validation.report import found
from models.validation.subject import ID_LISTS, Subject, same_fold


def duplicate_ids(subject: Subject) -> Iterator[Finding]:
    """Two ids of one list that are equal after NFC and case folding."""
    for kind in ID_LISTS:
        for path, identifier, first, _ in same_fold(subject.ids[kind]):
            yield found("id_duplicate", (*path, "id"), kind=kind, id=identifier, first=address(first))
    tiers = [(("policy", "tiers", name), name) for name in subject.scenario.policy.tiers]
    for path, identifier, _, first_name in same_fold(tiers):
        yield found("tier_names_alike", path, id=identifier, other=first_name)


def unknown_references(subject: Subject) -> Iterator[Finding]:
    """References to an id that no list has."""
    known = subject.is_known
    for kind, identifier, path in _references(subject):
        if not known(kind, identifier):
            near = subject.nearest(kind, identifier)
            fix = replacing(path, near) if near is not None else None
            yield found("reference_unknown", path, fix, kind=kind, id=identifier, nearest=near or "")
    for path, role in _incumbent_roles(subject):
        if not known("roles", role):
            near = subject.nearest("roles", role)
            fix = renaming(path, near) if near is not None else None
            yield found("reference_unknown", path, fix, kind="roles", id=role, nearest=near or "")


def _incumbent_roles(subject: Subject) -> Iterator[tuple[Path, str]]:
    for path, traits in subject.traits:
        for role in traits.incumbents:
            yield (*path, "incumbents", role), role


def _references(subject: Subject) -> Iterator[tuple[str, str, Path]]:
    yield from _of_organisation(subject)
    yield from _of_projects(subject)
    yield from _of_rows(subject)


def _of_organisation(subject: Subject) -> Iterator[tuple[str, str, Path]]:
    scenario, placed = subject.scenario, subject.placed
    for path, unit in placed(("units",), scenario.units):
        if unit.parent is not None:
            yield "units", unit.parent, (*path, "parent")
    for path, person in placed(("people",), scenario.people):
        yield "units", person.unit, (*path, "unit")
        for place, role in placed((*path, "roles"), person.roles):
            yield "roles", role, place


def _of_projects(subject: Subject) -> Iterator[tuple[str, str, Path]]:
    for project in subject.projects:
        yield "units", project.own.unit, (*project.path, "unit")
        if project.own.tier is not None:
            yield "tiers", project.own.tier, (*project.path, "tier")
    for path, traits in subject.traits:
        for place, need in subject.placed((*path, "staffing"), traits.staffing):
            yield "roles", need.role, (*place, "role")
        for role, person in traits.incumbents.items():
            yield "people", person, (*path, "incumbents", role)
        for place, goal in subject.placed((*path, "goals"), traits.goals):
            yield "goals", goal, place
        for place, other in subject.placed((*path, "requires"), traits.requires):
            yield "projects", other, place
        for place, other in subject.placed((*path, "excludes"), traits.excludes):
            yield "projects", other, place


def _of_rows(subject: Subject) -> Iterator[tuple[str, str, Path]]:
    scenario, placed = subject.scenario, subject.placed
    for path, fit in placed(("fit",), scenario.fit):
        yield "projects", fit.project, (*path, "project")
        yield "roles", fit.role, (*path, "role")
        yield "people", fit.person, (*path, "person")
    if scenario.market is not None:
        for path, rate in placed(("market", "rates"), scenario.market.rates):
            for kind, field, name in (
                ("roles", "role", rate.role),
                ("units", "seller", rate.seller),
                ("units", "buyer", rate.buyer),
            ):
                if name is not None:
                    yield kind, name, (*path, field)
    for path, target in placed(("targets",), scenario.targets):
        if target.unit is not None:
            yield "units", target.unit, (*path, "unit")
    policy = scenario.policy
    yield from _of_priced(subject, "hunger", policy.hunger)
    yield from _of_priced(subject, "utilisation", policy.utilisation)
    for path, limit in placed(("policy", "initiation"), policy.initiation):
        if limit.unit != EVERY_TRADING_UNIT:
            yield "units", limit.unit, (*path, "unit")
    for path, pin in placed(("pins",), scenario.pins):
        yield "projects", pin.project, (*path, "project")
        if pin.role is not None:
            yield "roles", pin.role, (*path, "role")
        if pin.person is not None:
            yield "people", pin.person, (*path, "person")


def _of_priced(subject: Subject, field: str, rows: Iterable[Hunger | Utilisation]) -> Iterator[tuple[str, str, Path]]:
    for path, row in subject.placed(("policy", field), rows):
        yield "roles", row.role, (*path, "role")
        if row.unit != EVERY_TRADING_UNIT:
            yield "units", row.unit, (*path, "unit")
