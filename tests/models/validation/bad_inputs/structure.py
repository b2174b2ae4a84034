"""Ids and references, the tree of units, periods."""

from tests.models.validation.bad_inputs.operations import NEED, Patch, drop, put, to

STRUCTURE: dict[str, tuple[Patch, str, str]] = {
    "same id twice": ([to("/people/1/id", "E1")], "id_duplicate", "/people/1/id"),
    "ids equal after case folding": ([to("/units/2/id", "EAST")], "id_duplicate", "/units/2/id"),
    "ids equal after NFC": (
        [put("/roles/-", {"id": "caf\u00e9"}), put("/roles/-", {"id": "cafe\u0301"})],
        "id_duplicate",
        "/roles/4/id",
    ),
    "same target twice": ([put("/targets/-", {"id": "t1"})], "id_duplicate", "/targets/1/id"),
    "same goal twice": ([put("/goals/-", {"id": "G1"})], "id_duplicate", "/goals/1/id"),
    "tiers that differ in case": ([put("/policy/tiers/t1", {})], "tier_names_alike", "/policy/tiers/t1"),
    "unknown parent": ([to("/units/1/parent", "hg")], "reference_unknown", "/units/1/parent"),
    "unknown unit of a person": ([to("/people/0/unit", "west")], "reference_unknown", "/people/0/unit"),
    "unknown role of a person": ([to("/people/0/roles/1", "leed")], "reference_unknown", "/people/0/roles/1"),
    "unknown unit of a project": ([to("/projects/0/unit", "x")], "reference_unknown", "/projects/0/unit"),
    "tier not defined": ([to("/projects/0/tier", "T9")], "reference_unknown", "/projects/0/tier"),
    "unknown role asked": ([to(f"{NEED}/role", "pm")], "reference_unknown", f"{NEED}/role"),
    "unknown role asked by a tier": (
        [to("/policy/tiers/T2/staffing/0/role", "pm")],
        "reference_unknown",
        "/policy/tiers/T2/staffing/0/role",
    ),
    "unknown goal": ([put("/projects/0/goals/-", "G7")], "reference_unknown", "/projects/0/goals/1"),
    "unknown project required": ([to("/projects/0/requires/0", "Q")], "reference_unknown", "/projects/0/requires/0"),
    "unknown project excluded": ([to("/projects/0/excludes/0", "Q")], "reference_unknown", "/projects/0/excludes/0"),
    "unknown incumbent": (
        [to("/projects/2/incumbents/lead", "E9")],
        "reference_unknown",
        "/projects/2/incumbents/lead",
    ),
    "unknown role of an incumbent": (
        [put("/projects/2/incumbents/driver", "E2")],
        "reference_unknown",
        "/projects/2/incumbents/driver",
    ),
    "unknown project in fit": ([to("/fit/0/project", "Q")], "reference_unknown", "/fit/0/project"),
    "unknown role in fit": ([to("/fit/0/role", "Q")], "reference_unknown", "/fit/0/role"),
    "unknown person in fit": ([to("/fit/0/person", "Q")], "reference_unknown", "/fit/0/person"),
    "unknown seller": ([to("/market/rates/2/seller", "Q")], "reference_unknown", "/market/rates/2/seller"),
    "unknown buyer": ([to("/market/rates/2/buyer", "Q")], "reference_unknown", "/market/rates/2/buyer"),
    "unknown role of a rate": ([to("/market/rates/0/role", "Q")], "reference_unknown", "/market/rates/0/role"),
    "unknown unit of a target": ([to("/targets/0/unit", "Q")], "reference_unknown", "/targets/0/unit"),
    "unknown unit of hunger": ([to("/policy/hunger/1/unit", "Q")], "reference_unknown", "/policy/hunger/1/unit"),
    "unknown role of utilisation": (
        [to("/policy/utilisation/0/role", "Q")],
        "reference_unknown",
        "/policy/utilisation/0/role",
    ),
    "unknown unit of initiation": (
        [to("/policy/initiation/0/unit", "Q")],
        "reference_unknown",
        "/policy/initiation/0/unit",
    ),
    "unknown project in a pin": ([to("/pins/0/project", "Q")], "reference_unknown", "/pins/0/project"),
    "unknown person in a pin": ([to("/pins/1/person", "Q")], "reference_unknown", "/pins/1/person"),
    "unit is its own parent": ([to("/units/3/parent", "east-sh")], "unit_circle", "/units/3/parent"),
    "circle of units": ([to("/units/1/parent", "east-sh")], "unit_circle", "/units/1/parent"),
    "two roots": ([drop("/units/2/parent")], "two_roots", "/units/2"),
    "no root at all": ([to("/units", [])], "no_root", "/units"),
}

TIME: dict[str, tuple[Patch, str, str]] = {
    "horizon beyond the calendar": ([to("/horizon/periods", 10**14)], "horizon_too_long", "/horizon/periods"),
    "quarter in a horizon of months": (
        [to("/projects/0/start/latest", "2027-Q2")],
        "period_kind",
        "/projects/0/start/latest",
    ),
    "week in a booking": ([to("/people/0/bookings/0/to", "2027-W09")], "period_kind", "/people/0/bookings/0/to"),
    "quarter in a budget": (
        [put("/units/2/purchase_budget/2027-Q1", 5)],
        "period_kind",
        "/units/2/purchase_budget/2027-Q1",
    ),
    "quarter in a target": ([to("/targets/0/from", "2027-Q1")], "period_kind", "/targets/0/from"),
    "quarter in a pin": ([to("/pins/0/start", "2027-Q1")], "period_kind", "/pins/0/start"),
    "booking ends before it begins": (
        [to("/people/0/bookings/0/to", "2026-12")],
        "from_after_to",
        "/people/0/bookings/0/from",
    ),
    "target ends before it begins": ([to("/targets/0/to", "2026-12")], "from_after_to", "/targets/0/from"),
    "booking after the horizon": (
        [put("/people/1/bookings", [{"from": "2028-01", "to": "2028-02", "effort": 1}])],
        "booking_outside_horizon",
        "/people/1/bookings/0",
    ),
    "target before the horizon": (
        [to("/targets/0/from", "2026-01"), to("/targets/0/to", "2026-06")],
        "target_outside_horizon",
        "/targets/0",
    ),
    "budget of a period outside": (
        [put("/units/2/purchase_budget/2028-01", 5)],
        "budget_outside_horizon",
        "/units/2/purchase_budget/2028-01",
    ),
    "candidate without start": ([drop("/projects/0/start")], "start_missing", "/projects/0/start"),
    "candidate without preferred": (
        [drop("/projects/0/start/preferred")],
        "field_missing",
        "/projects/0/start/preferred",
    ),
    "start in flight": ([put("/projects/2/start", {"preferred": "2027-01"})], "start_ignored", "/projects/2/start"),
    "window that ends before it begins": (
        [to("/projects/0/start/latest", "2026-12")],
        "window_empty",
        "/projects/0/start",
    ),
    "window after the horizon": (
        [to("/projects/0/start", {"preferred": "2027-07"})],
        "window_outside_horizon",
        "/projects/0/start",
    ),
    "window partly before the horizon": (
        [to("/projects/0/start/earliest", "2026-11")],
        "window_partly_outside_horizon",
        "/projects/0/start",
    ),
    "preferred after latest": (
        [to("/projects/0/start/preferred", "2027-05")],
        "preferred_outside_window",
        "/projects/0/start/preferred",
    ),
}
