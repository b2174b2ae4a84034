"""The sentences of the data contract that call something an error, and those that admit what looks like one."""

from decimal import Decimal
from typing import Any

import pytest

from models.findings import Severity
from models.validation import validate
from tests.models.validation.bad_inputs.operations import NEED, drop, pin, put, to
from tests.models.validation.base_document import base_document
from tests.models.validation.patching import patched

Patch = list[dict[str, Any]]
_FIT = {"project": "P1", "role": "project_manager", "person": "E1"}

ERRORS: dict[str, tuple[Patch, str, str]] = {
    # Numbers
    "a probability below 0": (
        [to("/projects/1/value/win_probability", Decimal("-0.5"))],
        "number_too_small",
        "/projects/1/value/win_probability",
    ),
    "a delay loss below 0": (
        [to("/projects/0/value/delay_loss", Decimal("-0.01"))],
        "number_too_small",
        "/projects/0/value/delay_loss",
    ),
    "a least share above 1": (
        [to("/policy/balance/0/min_share", 2)],
        "number_too_large",
        "/policy/balance/0/min_share",
    ),
    "a greatest share above 1": (
        [to("/policy/balance/0/max_share", 2)],
        "number_too_large",
        "/policy/balance/0/max_share",
    ),
    "more than 15 significant digits": (
        [to("/projects/0/value/amount", Decimal("1234567890.123456"))],
        "too_many_decimals",
        "/projects/0/value/amount",
    ),
    "16 significant digits in a price": (
        [to("/policy/balance/0/price", 1234567890123456)],
        "too_many_digits",
        "/policy/balance/0/price",
    ),
    "a price of a share with 3 decimals": (
        [to("/policy/balance/1/price", Decimal("1.255"))],
        "too_many_decimals",
        "/policy/balance/1/price",
    ),
    "a price of missing money with 5 decimals": (
        [to("/targets/0/shortfall_price", Decimal("0.00005"))],
        "too_many_decimals",
        "/targets/0/shortfall_price",
    ),
    # Ids
    "ids that differ in case and composition": (
        [put("/roles/-", {"id": "\u00c9lan"}), put("/roles/-", {"id": "e\u0301LAN"})],
        "id_duplicate",
        "/roles/4/id",
    ),
    "two people of one id": ([put("/people/-", {"id": "s1", "unit": "east"})], "id_duplicate", "/people/5/id"),
    "two projects of one id": (
        [put("/projects/-", {"id": "p1", "unit": "east", "tier": "T2", "start": {"preferred": "2027-01"}})],
        "id_duplicate",
        "/projects/4/id",
    ),
    "two roots": ([to("/units/1/parent", None)], "two_roots", "/units/1"),
    "no root": ([to("/units/0/parent", "east")], "unit_circle", "/units/0/parent"),
    # Section 4
    "one incumbent of two roles": (
        [to("/projects/2/incumbents/lead", "E1")],
        "incumbent_twice",
        "/projects/2/incumbents/lead",
    ),
    "one incumbent of two roles in a tier": (
        [put("/policy/tiers/T1/incumbents", {"lead": "E1", "project_manager": "E1"})],
        "incumbent_twice",
        "/policy/tiers/T1/incumbents/project_manager",
    ),
    "two rows for the same rate": (
        [put("/market/rates/-", {"role": "project_manager", "seller": "north", "buyer": "east", "rate": 6})],
        "rate_twice",
        "/market/rates/3",
    ),
    "two rows for everybody's rate": (
        [put("/market/rates/-", {"rate": 6}), put("/market/rates/-", {"rate": 7, "grade": None})],
        "rate_twice",
        "/market/rates/4",
    ),
    "the same project, role and person in fit": ([put("/fit/-", {**_FIT, "value": 1})], "fit_twice", "/fit/3"),
    "the same role twice in a project's staffing": (
        [put("/projects/0/staffing/-", {"role": "project_manager", "effort": 1})],
        "role_twice",
        "/projects/0/staffing/2/role",
    ),
    "the same role twice in a tier's staffing": (
        [put("/policy/tiers/T2/staffing/-", {"role": "project_manager", "effort": 1})],
        "role_twice",
        "/policy/tiers/T2/staffing/1/role",
    ),
    "any other decision word in a pin": ([pin(project="P1", decision="postpone")], "word_unknown", "/pins/2/decision"),
    "a candidate pinned to continue": (
        [pin(project="P4", decision="continue")],
        "pin_not_for_candidate",
        "/pins/2/decision",
    ),
    "low above high": (
        [to("/policy/hunger/1", {"unit": "east", "role": "sponsor", "low": Decimal("0.3"), "high": Decimal("0.2")})],
        "low_above_high",
        "/policy/hunger/1/low",
    ),
    "a pin with role but no person": ([pin(project="P1", role="sponsor")], "pin_without_person", "/pins/2"),
    "a pin with person but no role": ([pin(project="P1", person="S1")], "pin_without_role", "/pins/2"),
    "a pin with person and decision": (
        [pin(project="P1", role="sponsor", person="S1", decision="initiate")],
        "pin_says_both",
        "/pins/2",
    ),
    "a pin with person and start": (
        [pin(project="P1", role="sponsor", person="S1", start="2027-02")],
        "pin_says_both",
        "/pins/2",
    ),
    "a pin for a role the project does not ask for": (
        [pin(project="P4", role="lead", person="E3")],
        "pin_role_not_asked",
        "/pins/2/role",
    ),
    "a pin with a start on drop": (
        [pin(project="P4", decision="drop", start="2027-04")],
        "pin_start_on_drop",
        "/pins/2/start",
    ),
    "a pin with a start on stop": (
        [pin(project="P3", decision="stop", start="2027-01")],
        "pin_start_on_drop",
        "/pins/2/start",
    ),
    "a pin with a start in flight": (
        [pin(project="P3", decision="continue", start="2027-01")],
        "pin_start_in_flight",
        "/pins/2/start",
    ),
    "equals null": ([to("/policy/balance/1/equals", None)], "field_missing", "/policy/balance/1/equals"),
}


@pytest.mark.parametrize("name", ERRORS)
def test_it_is_an_error(name: str) -> None:
    patch, code, pointer = ERRORS[name]
    result = validate(patched(base_document(), patch))
    assert result.scenario is None
    found = [(finding.code, finding.pointer) for finding in result.findings if finding.severity is Severity.ERROR]
    assert found == [(code, pointer)]


ADMITTED: dict[str, Patch] = {
    "null means absent": [to("/units/2/purchase_budget", None), put("/people/1/max_projects", None)],
    "amounts up to 10^10 units": [to("/projects/0/value/amount", -(10**10))],
    "amount, margin rate, strategic value and pursuit cost below 0": [
        to("/projects/0/value/amount", -1),
        to("/projects/0/value/margin_rate", -1),
        to("/projects/0/value/strategic", -1),
        to("/projects/0/value/pursuit_cost", -1),
    ],
    "the value of fit below 0": [to("/fit/0/value", -5)],
    "a pooled resource": [to("/people/0/capacity", 40)],
    "a circle of requires": [put("/projects/1/requires", ["P1"])],
    "a project in flight pinned to initiate or drop": [
        pin(project="P3", decision="initiate"),
        pin(project="P3", decision="drop"),
    ],
    "an incumbent whom fit forbids": [
        put("/fit/-", {"project": "P3", "role": "project_manager", "person": "E1", "eligible": False})
    ],
    "an incumbent without the role": [to("/projects/2/incumbents/lead", "S1")],
    "a band with one edge": [drop("/policy/hunger/0/low")],
    "a band with equal edges": [to("/policy/hunger/0/low", Decimal("0.15"))],
    "rows that are equally near": [
        put("/policy/hunger/-", {"unit": "*", "role": "project_manager", "high": Decimal("0.1")})
    ],
    "a budget of a unit that does not trade": [put("/units/3/purchase_budget", 5)],
    "a budget for some periods": [to("/units/1/purchase_budget", {"2027-03": 0})],
    "no market": [drop("/market")],
    "no policy beyond what reviews need": [
        to("/policy", {"hours_per_fte": 160, "tiers": {"T1": {}, "T2": {"duration": 1}}})
    ],
    "an unknown project of the baseline": [to("/baseline/plan/decisions/1/project", "long gone")],
    "a preferred start outside the window": [to("/projects/0/start/preferred", "2027-05")],
    "a window cut by the horizon": [to("/projects/0/start/latest", "2027-12")],
    "commitments that cannot all be met": [put("/projects/3/mandated", True), put("/projects/0/mandated", True)],
    "a role nobody can fill": [to(f"{NEED}/min_grade", 9)],
    "labels of any kind, level and reach": [
        to("/projects/0/kind", "灯塔"),
        to("/projects/0/reach", "forever"),
        to("/units/3/level", "branch"),
    ],
}


@pytest.mark.parametrize("name", ADMITTED)
def test_it_is_no_error(name: str) -> None:
    result = validate(patched(base_document(), ADMITTED[name]))
    assert result.scenario is not None, result.findings
