"""Tiny scenarios for tests.

`scenario()` gives the smallest company in which something can be bought: two trading units in two regions, each with
one project manager and one sponsor of 1 FTE, four months, no projects. Every part of the document can be replaced by
name, so a test shows only what it is about:

    scenario(projects=[candidate("P", needs={"project_manager": 0.5}, value={"amount": 100})], market=MARKET)

Numbers may be ints, floats (taken as their shortest text) or Decimals, as in a document.
"""

from typing import Any

from models.scenario import Scenario

Part = dict[str, Any]

MONTHS = ("2027-01", "2027-02", "2027-03", "2027-04")

UNITS: list[Part] = [
    {"id": "hq", "level": "company"},
    {"id": "east", "parent": "hq", "level": "region", "trades": True},
    {"id": "north", "parent": "hq", "level": "region", "trades": True},
]

MARKET: Part = {
    "rates": [{"role": "project_manager", "rate": 10}, {"role": "sponsor", "rate": 20}],
    "markup": {"same_region": 0.05, "cross_region": 0.1},
    "friction": {"same_region": 0.02, "cross_region": 0.2},
}
"""Company-wide: a manager costs 10 a FTE-period, a sponsor 20; across regions mark-up 10 %, friction 20 %."""


def person(identifier: str, unit: str = "east", *roles: str, **fields: Any) -> Part:
    """A person of a unit, a project manager unless other roles are named."""
    return {"id": identifier, "unit": unit, "roles": list(roles) or ["project_manager"], **fields}


PEOPLE: list[Part] = [
    person("east-pm", "east"),
    person("east-sponsor", "east", "sponsor"),
    person("north-pm", "north"),
    person("north-sponsor", "north", "sponsor"),
]


def candidate(identifier: str, unit: str = "east", needs: Part | None = None, **fields: Any) -> Part:
    """A candidate that may start in the first month only and takes one, unless `start` or `duration` say otherwise.

    `needs` is short for `staffing`: effort by role, or a whole record of what is asked besides the role.
    """
    staffing = [
        {"role": role, **(asked if isinstance(asked, dict) else {"effort": asked})}
        for role, asked in (needs or {}).items()
    ]
    project: Part = {"id": identifier, "unit": unit, "start": {"preferred": MONTHS[0]}, "duration": 1, **fields}
    return {**project, "staffing": staffing} if needs else project


def in_flight(
    identifier: str, unit: str = "east", needs: Part | None = None, incumbents: Part | None = None, **fields: Any
) -> Part:
    """A project in flight with one month to go, stoppable unless `stoppable` says otherwise."""
    fields = {"status": "in_flight", "stoppable": True, "incumbents": incumbents or {}, **fields}
    return {key: value for key, value in candidate(identifier, unit, needs, **fields).items() if key != "start"}


def document(**parts: Any) -> Part:
    """The document that `scenario` reads; parts replace the default ones, None leaves a part out."""
    whole = {
        "schema": "scenario/1",
        "name": "tiny",
        "horizon": {"start": MONTHS[0], "periods": len(MONTHS)},
        "units": UNITS,
        "roles": [{"id": "project_manager"}, {"id": "sponsor"}],
        "people": PEOPLE,
        "projects": [],
        **parts,
    }
    return {key: value for key, value in whole.items() if value is not None}


def scenario(**parts: Any) -> Scenario:
    """The tiny scenario with these parts replaced."""
    return Scenario.model_validate(document(**parts))
