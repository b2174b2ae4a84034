"""Nobody eligible: the grouped answer agrees with asking every person, and names what keeps most people out."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.people import Person
from models.project import Fit, StaffingNeed
from models.scenario import Scenario
from models.validation import validate
from models.validation.eligibility import permille_of
from models.validation.pruning import Pruned
from models.validation.subject import PlacedProject, Subject
from models.validation.units import UnitTree
from tests.models.validation.bad_inputs.operations import drop, put, to
from tests.models.validation.base_document import base_document
from tests.models.validation.patching import patched

ROLES = ["manager", "sponsor"]
UNITS: list[dict[str, Any]] = [
    {"id": "hq"},
    {"id": "r1", "parent": "hq", "level": "region", "trades": True},
    {"id": "r1-a", "parent": "r1", "trades": True},
    {"id": "r2", "parent": "hq", "level": "region", "trades": True},
    {"id": "r2-a", "parent": "r2"},
]
NAMES = [str(unit["id"]) for unit in UNITS]
some = st.sampled_from


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """Small companies in which many needs have nobody."""
    people = [
        {
            "id": f"E{place}",
            "unit": draw(some(NAMES)),
            "roles": draw(st.lists(some(ROLES), max_size=2, unique=True)),
            "grade": draw(st.integers(0, 3)),
            "skills": draw(st.dictionaries(some(["a", "b"]), st.integers(0, 2))),
            "languages": draw(st.lists(some(["zh", "en"]), unique=True)),
            "lendable": draw(st.booleans()),
        }
        for place in range(draw(st.integers(0, 5)))
    ]
    projects = []
    for place in range(draw(st.integers(1, 3))):
        duration, role = draw(st.integers(1, 3)), draw(some(ROLES))
        need = {
            "role": role,
            "effort": draw(some([0.1, 0.5, [0.1, 0.2, 0.6][:duration]])),
            "min_grade": draw(st.integers(0, 3)),
            "skills": draw(st.dictionaries(some(["a", "b"]), st.integers(0, 2))),
            "languages": draw(st.lists(some(["zh", "en"]), max_size=1)),
        }
        flying = draw(st.booleans()) and bool(people)
        fields: dict[str, Any] = (
            {"status": "in_flight", "incumbents": {role: draw(some(people))["id"]} if draw(st.booleans()) else {}}
            if flying
            else {"start": {"preferred": "2027-01", "latest": draw(some(["2027-01", "2027-04"]))}}
        )
        projects.append(
            {"id": f"P{place}", "unit": draw(some(NAMES)), "duration": duration, "staffing": [need], **fields}
        )
    pairs = [(project, person) for project in projects for person in people]
    fit = [
        {
            "project": project["id"],
            "role": project["staffing"][0]["role"],
            "person": person["id"],
            **draw(some([{}, {"eligible": True}, {"eligible": False}, {"effort": 0.9}])),
        }
        for project, person in draw(st.lists(some(pairs), unique_by=str, max_size=4) if pairs else st.just([]))
    ]
    rates = draw(
        st.lists(
            st.fixed_dictionaries(
                {"rate": st.just(5)},
                optional={
                    "role": some(ROLES),
                    "grade": st.integers(0, 3),
                    "seller": some(["hq", "r1", "r2"]),
                    "buyer": some(["hq", "r1-a", "r2"]),
                },
            ),
            max_size=3,
            unique_by=str,
        )
    )
    market = {
        "rates": rates,
        "scope": draw(some(["none", "region", "company"])),
        "min_effort": draw(some([0, 0.2])),
        "min_periods": draw(some([0, 2])),
    }
    return {
        "schema": "scenario/1",
        "name": "small",
        "horizon": {"start": "2027-01", "periods": 4},
        "units": UNITS,
        "roles": [{"id": role} for role in ROLES],
        "people": people,
        "projects": projects,
        "fit": fit,
        "fit_is_complete": draw(st.booleans()),
        **draw(some([{}, {"market": market}])),
    }


def eligible(scenario: Scenario, tree: UnitTree, project: PlacedProject, need: StaffingNeed, person: Person) -> bool:
    """The contract's rule, word for word, for one person at any start."""
    if project.in_flight and project.filled.incumbents.get(need.role) == person.id:
        return True
    rows: list[Fit] = [
        fit for fit in scenario.fit if (fit.project, fit.role, fit.person) == (project.own.id, need.role, person.id)
    ]
    fit = rows[0] if rows else None
    if need.role not in person.roles or (scenario.fit_is_complete and fit is None):
        return False
    admitted = fit is not None and fit.eligible is True
    if fit is not None and fit.eligible is False:
        return False
    brings = (
        person.grade >= need.min_grade
        and all(person.skills.get(skill, 0) >= level for skill, level in need.skills.items())
        and all(language in person.languages for language in need.languages)
    )
    if not (brings or admitted):
        return False
    seller, buyer = tree.trading_unit(person.unit), tree.trading_unit(project.own.unit)
    if seller == buyer:
        return True
    market = scenario.market
    if market is None or not person.lendable or market.scope == "none":
        return False
    if market.scope == "region" and tree.region(str(seller)) != tree.region(str(buyer)):
        return False
    if not any(
        rate.role in (None, need.role)
        and rate.grade in (None, person.grade)
        and rate.seller in (None, seller)
        and rate.buyer in (None, buyer)
        for rate in market.rates
    ):
        return False
    effort = fit.effort if fit is not None and fit.effort is not None else need.effort
    profile = effort if isinstance(effort, tuple) else (effort or 0,) * project.filled.duration
    last = (
        0 if project.in_flight or project.own.start is None else scenario.horizon.index(project.own.start.latest or "")
    )
    for start in range(last + 1):
        inside = profile[: scenario.horizon.periods - start]
        if len(inside) >= market.min_periods and sum(inside) >= market.min_effort * len(inside):
            return True
    return False


@given(documents())
def test_it_agrees_with_asking_everybody(document: dict[str, Any]) -> None:
    result = validate(document)
    assert result.scenario is not None, result.findings
    scenario = result.scenario
    subject = Subject(scenario, document, Pruned(document))
    expected = {
        project.own.id
        for project in subject.projects
        for need in project.filled.staffing
        if not any(eligible(scenario, subject.tree, project, need, person) for person in scenario.people)
    }
    found = {finding.params["project"] for finding in result.findings if finding.code == "nobody_eligible"}
    assert found == expected


def reason(*operations: dict[str, Any]) -> tuple[str, str, int, int]:
    """The obstacle for the manager of P1; the managers are E1 (east, grade 4) and E2 (north, grade 3)."""
    findings = validate(patched(base_document(), [drop("/fit/0"), *operations])).findings
    (finding,) = (each for each in findings if each.code == "nobody_eligible" and each.params["project"] == "P1")
    params = finding.params
    return params["requirement"], params["name"], params["excluded"], params["people"]


NEED = "/projects/0/staffing/0"
PLAIN = [to(f"{NEED}/min_grade", 0), to(f"{NEED}/skills", {}), to(f"{NEED}/languages", [])]
ONLY_NORTH = [to("/people/0/roles", ["lead"]), *PLAIN]


@pytest.mark.parametrize(
    ("operations", "expected"),
    [
        ([to("/people/0/roles", []), to("/people/1/roles", [])], ("role", "", 5, 0)),
        ([to(f"{NEED}/min_grade", 5)], ("grade", "5", 2, 2)),
        ([to(f"{NEED}/skills", {"industry:finance": 4})], ("skill", "industry:finance ≥ 4", 2, 2)),
        ([to(f"{NEED}/languages", ["fr"])], ("language", "fr", 2, 2)),
        ([*ONLY_NORTH, to("/people/1/lendable", False)], ("lendable", "", 1, 1)),
        ([*ONLY_NORTH, to("/market/scope", "region")], ("scope", "", 1, 1)),
        ([*ONLY_NORTH, drop("/market")], ("scope", "", 1, 1)),
        ([*ONLY_NORTH, drop("/market/rates/2")], ("rate", "", 1, 1)),
        ([*ONLY_NORTH, to("/market/min_effort", 1)], ("smallest_purchase", "", 1, 1)),
        ([*ONLY_NORTH, to("/market/min_periods", 4)], ("smallest_purchase", "", 1, 1)),
        ([*PLAIN, to("/fit_is_complete", True)], ("listed", "", 2, 2)),
        (
            [
                *PLAIN,
                put("/fit/-", {"project": "P1", "role": "project_manager", "person": "E1", "eligible": False}),
                put("/fit/-", {"project": "P1", "role": "project_manager", "person": "E2", "eligible": False}),
            ],
            ("forbidden", "", 2, 2),
        ),
    ],
)
def test_the_requirement_that_keeps_most_people_out_is_named(
    operations: list[dict[str, Any]], expected: tuple[str, str, int, int]
) -> None:
    assert reason(*operations) == expected


def test_a_need_of_the_same_kind_in_another_unit_has_its_own_answer() -> None:
    operations = [to("/market/scope", "none"), to("/people/0/roles", ["lead"]), drop("/fit/0"), drop("/fit/1")]
    found = validate(patched(base_document(), operations)).findings
    assert {finding.params["project"] for finding in found if finding.code == "nobody_eligible"} == {"P1"}


def test_effort_from_reviews_is_rounded_half_up_to_a_permille() -> None:
    need = StaffingNeed.model_validate({"role": "s", "reviews_per_period": 2.17, "hours_per_review": 4})
    assert permille_of(need, 165 * 10_000) == 53  # 8.68 / 165 = 0.05260...
    need = StaffingNeed.model_validate({"role": "s", "reviews_per_period": 1, "hours_per_review": 0.5})
    assert permille_of(need, 1000 * 10_000) == 1  # 0.0005, half up
    assert permille_of(need, 0) == 0
