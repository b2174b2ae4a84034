"""Chains and circles of what projects require and exclude."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from models.validation import validate

NAMES = [f"P{place}" for place in range(6)]
links = st.dictionaries(st.sampled_from(NAMES), st.sets(st.sampled_from(NAMES), max_size=3), max_size=5)


def document(
    requires: dict[str, set[str]], excludes: dict[str, set[str]], pins: dict[str, str], mandated: set[str]
) -> dict[str, Any]:
    return {
        "schema": "scenario/1",
        "name": "ties",
        "horizon": {"start": "2027-01", "periods": 2},
        "units": [{"id": "u"}],
        "projects": [
            {
                "id": name,
                "unit": "u",
                "start": {"preferred": "2027-01"},
                "duration": 1,
                "requires": sorted(requires.get(name, ())),
                "excludes": sorted(excludes.get(name, ())),
                "mandated": name in mandated,
            }
            for name in NAMES
        ],
        "pins": [{"project": name, "decision": decision} for name, decision in pins.items()],
    }


def closure(requires: dict[str, set[str]], start: set[str]) -> set[str]:
    reached, grown = set(start), True
    while grown:
        more = reached | {other for name in reached for other in requires.get(name, ())}
        grown, reached = more != reached, more
    return reached


@given(
    links,
    links,
    st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["initiate", "drop"])),
    st.sets(st.sampled_from(NAMES)),
)
def test_clashes_are_those_of_the_definition(
    requires: dict[str, set[str]], excludes: dict[str, set[str]], pins: dict[str, str], mandated: set[str]
) -> None:
    result = validate(document(requires, excludes, pins, mandated))
    assert result.scenario is not None
    pairs = {frozenset((one, two)) for one, others in excludes.items() for two in others if one != two}
    dropped = {name for name, decision in pins.items() if decision == "drop"}
    wanted = mandated | {name for name, decision in pins.items() if decision == "initiate"}
    must = closure(requires, wanted)
    by_code: dict[str, set[Any]] = {}
    for finding in result.findings:
        by_code.setdefault(finding.code, set()).add(tuple(sorted(finding.params.items())))

    def told(code: str, *names: str) -> set[tuple[Any, ...]]:
        return {tuple(dict(params)[name] for name in names) for params in by_code.get(code, set())}

    assert {frozenset(pair) for pair in told("commitments_clash", "one", "two")} == {p for p in pairs if p <= must}
    assert {other for _, other in told("commitment_pinned_out", "project", "other")} == must & dropped
    assert all(other in closure(requires, {name}) for name, other in told("commitment_pinned_out", "project", "other"))
    never = set()
    for name in set(NAMES) - must:
        reach = closure(requires, {name})
        if any(pair <= reach for pair in pairs) or (reach - {name}) & dropped:
            never.add((name,))
    assert told("requires_clash", "project") | told("requires_dropped", "project") == never
    strong = {
        frozenset(other for other in closure(requires, {name}) if name in closure(requires, {other})) for name in NAMES
    }
    sizes = sorted(len(members) for members in strong if len(members) > 1)
    assert sorted(dict(params)["projects"] for params in by_code.get("requires_circle", set())) == sizes
    assert {name for (name,) in told("requires_circle", "project")} == {
        min(members) for members in strong if len(members) > 1
    }
    assert told("excludes_itself", "project") == {(name,) for name, others in excludes.items() if name in others}
    assert told("requires_itself", "project") == {(name,) for name, others in requires.items() if name in others}


def test_a_long_chain_ends_quickly_and_with_its_answer() -> None:
    size = 20_000
    made = document({}, {}, {}, set())
    made["projects"] = [
        {
            "id": f"Q{place}",
            "unit": "u",
            "start": {"preferred": "2027-01"},
            "duration": 1,
            "requires": [f"Q{place + 1}"] if place + 1 < size else [],
            "excludes": ["Q0"] if place == size - 1 else [],
            "mandated": place == 0,
        }
        for place in range(size)
    ]
    codes = {finding.code for finding in validate(made).findings}
    assert "commitments_clash" in codes
