"""Bad inputs by name: each is found, under its code and at its place."""

from decimal import Decimal
from typing import Any

import pytest

from models.findings import Severity
from models.validation import CATALOGUE, text_of, validate, validate_text
from tests.models.validation.base_document import TEXT, base_document
from tests.models.validation.patching import patched

Patch = list[dict[str, Any]]


def put(path: str, value: Any) -> dict[str, Any]:
    return {"op": "add", "path": path, "value": value}


def to(path: str, value: Any) -> dict[str, Any]:
    return {"op": "replace", "path": path, "value": value}


def drop(path: str) -> dict[str, Any]:
    return {"op": "remove", "path": path}


def pin(**fields: Any) -> dict[str, Any]:
    return put("/pins/-", fields)


NEED = "/projects/0/staffing/0"
DEEP: Any = []
for _ in range(40):
    DEEP = [DEEP]

SHAPE: dict[str, tuple[Patch, str, str]] = {
    "wrong schema version": ([to("/schema", "scenario/2")], "schema_unknown", "/schema"),
    "no schema": ([drop("/schema")], "schema_unknown", "/schema"),
    "schema is a number": ([to("/schema", 1)], "schema_unknown", "/schema"),
    "no name": ([drop("/name")], "field_missing", "/name"),
    "no horizon": ([drop("/horizon")], "field_missing", "/horizon"),
    "no units": ([drop("/units")], "field_missing", "/units"),
    "null for a required field": ([to("/people/0/unit", None)], "field_missing", "/people/0/unit"),
    "equals null": ([to("/policy/balance/0/equals", None)], "field_missing", "/policy/balance/0/equals"),
    "equals missing": ([drop("/policy/balance/0/equals")], "field_missing", "/policy/balance/0/equals"),
    "unknown field": ([put("/people/0/shoe_size", 42)], "field_unknown", "/people/0/shoe_size"),
    "misspelt field": ([put("/people/2/max_project", 4)], "field_unknown", "/people/2/max_project"),
    "unknown field at the top": ([put("/projekts", [])], "field_unknown", "/projekts"),
    "unknown field with a slash": ([put("/a~1b", 1)], "field_unknown", "/a~1b"),
    "unknown field in a tier": ([put("/policy/tiers/T1/duratoin", 3)], "field_unknown", "/policy/tiers/T1/duratoin"),
    "number as text": ([to("/projects/0/value/amount", "800")], "not_a_number", "/projects/0/value/amount"),
    "effort as text": ([to(f"{NEED}/effort", "0.5")], "not_a_number", f"{NEED}/effort"),
    "text within a list of efforts": ([to(f"{NEED}/effort/1", "a lot")], "not_a_number", f"{NEED}/effort/1"),
    "truth value as number": ([to("/people/0/grade", True)], "not_a_number", "/people/0/grade"),
    "list as equals": ([to("/policy/balance/0/equals", [1])], "not_a_number", "/policy/balance/0/equals"),
    "table as budget of a table": (
        [to("/units/2/purchase_budget/2027-01", {})],
        "not_a_number",
        "/units/2/purchase_budget/2027-01",
    ),
    "NaN": ([to("/projects/0/value/amount", Decimal("NaN"))], "number_not_finite", "/projects/0/value/amount"),
    "Infinity": ([to("/policy/load_cap", Decimal("Infinity"))], "number_not_finite", "/policy/load_cap"),
    "binary NaN": ([to("/policy/load_cap", float("nan"))], "number_not_finite", "/policy/load_cap"),
    "1e999": ([to("/projects/0/value/amount", Decimal("1e999"))], "number_too_large", "/projects/0/value/amount"),
    "a number of 10^400": ([to("/people/0/grade", 10**400)], "number_too_large", "/people/0/grade"),
    "19 digits": ([to("/fit/0/value", 1234567890123456789)], "too_many_digits", "/fit/0/value"),
    "16 digits in equals": (
        [to("/policy/balance/0/equals", 1234567890123456)],
        "too_many_digits",
        "/policy/balance/0/equals",
    ),
    "amount beyond 10^10": (
        [to("/projects/0/value/amount", 10**10 + 1)],
        "number_too_large",
        "/projects/0/value/amount",
    ),
    "probability above 1": (
        [to("/projects/0/value/win_probability", Decimal("1.1"))],
        "number_too_large",
        "/projects/0/value/win_probability",
    ),
    "negative probability": (
        [to("/projects/0/value/win_probability", Decimal("-0.1"))],
        "number_too_small",
        "/projects/0/value/win_probability",
    ),
    "delay loss above 1": (
        [to("/projects/0/value/delay_loss", 2)],
        "number_too_large",
        "/projects/0/value/delay_loss",
    ),
    "share sold above 1": ([to("/market/max_sold_share", 30)], "number_too_large", "/market/max_sold_share"),
    "negative capacity": ([to("/people/0/capacity", -1)], "number_too_small", "/people/0/capacity"),
    "negative rate": ([to("/market/rates/0/rate", -1)], "number_too_small", "/market/rates/0/rate"),
    "negative coverage": ([to("/targets/0/coverage", -1)], "number_too_small", "/targets/0/coverage"),
    "no periods": ([to("/horizon/periods", 0)], "number_too_small", "/horizon/periods"),
    "half a period": ([to("/horizon/periods", Decimal("1.5"))], "too_many_decimals", "/horizon/periods"),
    "money with 3 decimals": (
        [to("/projects/0/value/amount", Decimal("1.234"))],
        "too_many_decimals",
        "/projects/0/value/amount",
    ),
    "effort with 4 decimals": (
        [to("/people/0/capacity", Decimal("0.1234"))],
        "too_many_decimals",
        "/people/0/capacity",
    ),
    "ratio with 5 decimals": (
        [to("/projects/0/value/margin_rate", Decimal("0.12345"))],
        "too_many_decimals",
        "/projects/0/value/margin_rate",
    ),
    "share with 3 decimals": (
        [to("/policy/balance/0/min_share", Decimal("0.125"))],
        "too_many_decimals",
        "/policy/balance/0/min_share",
    ),
    "balance price on effort with 2 decimals": (
        [to("/policy/balance/0/price", Decimal("20.25"))],
        "too_many_decimals",
        "/policy/balance/0/price",
    ),
    "31 digits before and 3 after the point": (
        [to("/projects/0/value/amount", Decimal("1234567890123456789012345678901.123"))],
        "too_many_decimals",
        "/projects/0/value/amount",
    ),
    "name is a number": ([to("/name", 2027)], "not_text", "/name"),
    "id is a number": ([to("/people/0/id", 1001)], "not_text", "/people/0/id"),
    "mandated is text": ([to("/projects/0/mandated", "yes")], "not_true_or_false", "/projects/0/mandated"),
    "lendable is 1": ([to("/people/0/lendable", 1)], "not_true_or_false", "/people/0/lendable"),
    "roles is text": ([to("/people/0/roles", "sponsor")], "not_a_list", "/people/0/roles"),
    "people is a table": ([to("/people", {"E1": {}})], "not_a_list", "/people"),
    "skills is a list": ([to("/people/0/skills", ["x"])], "not_a_table", "/people/0/skills"),
    "horizon is text": ([to("/horizon", "2027")], "not_a_record", "/horizon"),
    "a person is text": ([put("/people/-", "E9")], "not_a_record", "/people/5"),
    "a person is null": ([put("/people/-", None)], "null_item", "/people/5"),
    "baseline plan is text": ([to("/baseline/plan", "last year")], "not_a_record", "/baseline/plan"),
    "unknown status": ([to("/projects/0/status", "running")], "word_unknown", "/projects/0/status"),
    "unknown scope": ([to("/market/scope", "world")], "word_unknown", "/market/scope"),
    "unknown measure": ([to("/policy/balance/0/measure", "money")], "word_unknown", "/policy/balance/0/measure"),
    "pin to defer": ([to("/pins/0/decision", "defer")], "word_unknown", "/pins/0/decision"),
    "decision word of the baseline unknown": (
        [to("/baseline/plan/decisions/0/decision", "postpone")],
        "word_unknown",
        "/baseline/plan/decisions/0/decision",
    ),
    "empty id": ([to("/roles/2/id", "")], "id_length", "/roles/2/id"),
    "id of 81 characters": ([to("/roles/2/id", "x" * 81)], "id_length", "/roles/2/id"),
    "line break in an id": ([to("/roles/2/id", "le\nad")], "id_characters", "/roles/2/id"),
    "bidi override in an id": ([to("/roles/2/id", "le\u202ead")], "id_characters", "/roles/2/id"),
    "direction mark in a reference": ([to("/people/0/unit", "east\u200f")], "id_characters", "/people/0/unit"),
    "lone surrogate in a name": ([to("/people/0/name", "\ud83d")], "lone_surrogate", "/people/0/name"),
    "lone surrogate in a key": ([put("/people/0/skills/\udc00", 1)], "lone_surrogate", "/people/0/skills"),
    "lone surrogate in the earlier plan": (
        [put("/baseline/plan/note", "\ud83d")],
        "lone_surrogate",
        "/baseline/plan/note",
    ),
    "endless number in the earlier plan": (
        [put("/baseline/plan/objective", Decimal("1e400"))],
        "number_too_large",
        "/baseline/plan/objective",
    ),
    "key that is no text": ([put("/people/0/skills", {1: 2})], "key_not_text", "/people/0/skills"),
    "bytes": ([to("/name", b"x")], "not_a_json_value", "/name"),
    "month without zero": ([to("/horizon/start", "2027-1")], "period_malformed", "/horizon/start"),
    "13th month": ([to("/horizon/start", "2027-13")], "period_malformed", "/horizon/start"),
    "54th week": ([to("/projects/0/order_period", "2027-W54")], "period_malformed", "/projects/0/order_period"),
    "date as key of a budget": (
        [put("/units/2/purchase_budget/2027-03-01", 5)],
        "period_malformed",
        "/units/2/purchase_budget/2027-03-01",
    ),
    "nested too deeply": ([put("/baseline/plan/deep", DEEP)], "nesting_too_deep", "/baseline/plan/deep" + "/0" * 29),
}

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

STAFFING: dict[str, tuple[Patch, str, str]] = {
    "capacity list too short": ([to("/people/1/capacity", [1, 1])], "capacity_length", "/people/1/capacity"),
    "capacity list too long": ([to("/people/1/capacity", [1] * 7)], "capacity_length", "/people/1/capacity"),
    "person without roles": ([drop("/people/2/roles")], "person_without_roles", "/people/2/roles"),
    "booked beyond capacity": (
        [to("/people/0/bookings/0/effort", Decimal("1.201"))],
        "overbooked",
        "/people/0/bookings",
    ),
    "skill nobody has": (
        [to(f"{NEED}/skills", {"industry:mining": 1})],
        "skill_nobody_has",
        f"{NEED}/skills/industry:mining",
    ),
    "language nobody speaks": ([to(f"{NEED}/languages", ["pt"])], "language_nobody_speaks", f"{NEED}/languages/0"),
    "no duration": ([drop("/projects/0/duration")], "duration_missing", "/projects/0/duration"),
    "duration 0": ([to("/projects/0/duration", 0)], "duration_missing", "/projects/0/duration"),
    "duration 0 in the tier": (
        [to("/policy/tiers/T2/duration", 0)],
        "duration_missing",
        "/policy/tiers/T2/duration",
    ),
    "profile too short": ([to(f"{NEED}/effort", [1, 1])], "profile_length", f"{NEED}/effort"),
    "profile too long": ([to(f"{NEED}/effort", [1] * 4)], "profile_length", f"{NEED}/effort"),
    "profile of fit too short": ([to("/fit/1/effort", [1, 1])], "profile_length", "/fit/1/effort"),
    "profile of the tier too long": (
        [to("/policy/tiers/T2/staffing/0/effort", [1, 1, 1])],
        "profile_length",
        "/policy/tiers/T2/staffing/0/effort",
    ),
    "own duration against the profile of the tier": (
        [put("/projects/1/duration", 3), to("/policy/tiers/T2/staffing/0/effort", [1, 1])],
        "profile_length",
        "/projects/1/duration",
    ),
    "role asked twice": (
        [put("/projects/0/staffing/-", {"role": "sponsor", "effort": 0})],
        "role_twice",
        "/projects/0/staffing/2/role",
    ),
    "effort and reviews": ([put("/projects/0/staffing/1/effort", 1)], "effort_twice", "/projects/0/staffing/1"),
    "no effort": ([drop(f"{NEED}/effort")], "effort_absent", NEED),
    "reviews without hours": (
        [drop("/projects/0/staffing/1/hours_per_review")],
        "reviews_incomplete",
        "/projects/0/staffing/1",
    ),
    "reviews without hours per FTE": (
        [drop("/policy/hours_per_fte")],
        "hours_per_fte_missing",
        "/policy/hours_per_fte",
    ),
    "hours per FTE 0": ([to("/policy/hours_per_fte", 0)], "hours_per_fte_missing", "/policy/hours_per_fte"),
    "incumbent of two roles": (
        [to("/projects/2/incumbents/lead", "E1")],
        "incumbent_twice",
        "/projects/2/incumbents/lead",
    ),
    "incumbent of a role not asked": (
        [put("/projects/2/incumbents/sponsor", "S1")],
        "incumbent_not_asked",
        "/projects/2/incumbents/sponsor",
    ),
    "incumbent without the role": (
        [to("/projects/2/incumbents/lead", "S1")],
        "incumbent_lacks_role",
        "/projects/2/incumbents/lead",
    ),
    "in flight without incumbent": ([drop("/projects/2/incumbents/lead")], "incumbent_missing", "/projects/2"),
    "stoppable candidate": ([put("/projects/0/stoppable", True)], "stop_ignored", "/projects/0/stoppable"),
    "stop cost of a candidate": ([put("/projects/0/stop_cost", 1)], "stop_ignored", "/projects/0/stop_cost"),
    "nobody asked": ([put("/projects/3/staffing", [])], "staffing_empty", "/projects/3/staffing"),
    "same fit twice": (
        [put("/fit/-", {"project": "P1", "role": "project_manager", "person": "E1"})],
        "fit_twice",
        "/fit/3",
    ),
    "fit for a role not asked": (
        [put("/fit/-", {"project": "P2", "role": "sponsor", "person": "S1"})],
        "fit_role_not_asked",
        "/fit/3/role",
    ),
    "fit that grants a role": (
        [put("/fit/-", {"project": "P2", "role": "project_manager", "person": "S1", "eligible": True})],
        "fit_person_lacks_role",
        "/fit/3/person",
    ),
    "grade nobody has": ([to(f"{NEED}/min_grade", 8), drop("/fit/0")], "nobody_eligible", NEED),
    "nobody listed": ([to("/fit_is_complete", True), to("/fit", [])], "nobody_eligible", NEED),
    "nobody for a role of the tier": (
        [put("/policy/tiers/T2/staffing/0/min_grade", 9)],
        "nobody_eligible",
        "/projects/1/tier",
    ),
}

MARKET_AND_POLICY: dict[str, tuple[Patch, str, str]] = {
    "same rate twice": (
        [put("/market/rates/-", {"role": "sponsor", "rate": 13})],
        "rate_twice",
        "/market/rates/3",
    ),
    "rate of a unit that does not trade": (
        [put("/market/rates/-", {"buyer": "east-sh", "rate": 13})],
        "rate_unit_not_trading",
        "/market/rates/3/buyer",
    ),
    "market without rates": ([to("/market/rates", [])], "market_without_rates", "/market/rates"),
    "rates without market": ([to("/market/scope", "none")], "rates_without_market", "/market/scope"),
    "budget of a unit that does not trade": (
        [put("/units/3/purchase_budget", 5)],
        "budget_not_trading",
        "/units/3/purchase_budget",
    ),
    "hunger row that covers nothing": (
        [to("/policy/hunger/1/unit", "east-sh")],
        "row_covers_nothing",
        "/policy/hunger/1/unit",
    ),
    "utilisation row that covers nothing": (
        [to("/policy/utilisation/0/unit", "east-sh")],
        "row_covers_nothing",
        "/policy/utilisation/0/unit",
    ),
    "two rows for one unit and role": (
        [put("/policy/utilisation/-", {"unit": "*", "role": "project_manager", "floor": 1})],
        "rows_add_up",
        "/policy/utilisation/1",
    ),
    "low above high": ([to("/policy/hunger/0/low", Decimal("0.16"))], "low_above_high", "/policy/hunger/0/low"),
    "band without edges": (
        [drop("/policy/hunger/1/low"), drop("/policy/hunger/1/high")],
        "band_missing",
        "/policy/hunger/1",
    ),
    "stretch beyond the load cap": (
        [to("/policy/hunger/1/high", Decimal("0.21"))],
        "stretch_not_reachable",
        "/policy/hunger/1/high",
    ),
    "floor beyond the load cap": (
        [to("/policy/utilisation/0/floor", Decimal("1.21"))],
        "floor_not_reachable",
        "/policy/utilisation/0/floor",
    ),
    "initiation without limits": (
        [to("/policy/initiation/0", {"unit": "hq"})],
        "limit_missing",
        "/policy/initiation/0",
    ),
    "shares that cross": (
        [to("/policy/balance/0/min_share", Decimal("0.95"))],
        "shares_crossed",
        "/policy/balance/0/min_share",
    ),
    "balance of an unknown attribute": (
        [to("/policy/balance/0/attribute", "rech")],
        "attribute_unknown",
        "/policy/balance/0/attribute",
    ),
    "balance of an attribute that never matches": (
        [to("/policy/balance/0/attribute", "value")],
        "attribute_never_matches",
        "/policy/balance/0/attribute",
    ),
    "balance that types keep apart": (
        [to("/policy/balance/1/equals", 1)],
        "balance_without_projects",
        "/policy/balance/1/equals",
    ),
    "goal that asks nothing": ([put("/goals/-", {"id": "G2"})], "goal_asks_nothing", "/goals/1"),
    "goal nobody serves": ([to("/projects/0/goals", [])], "goal_without_projects", "/goals/0"),
    "goal with too few projects": ([to("/goals/0/min_projects", 2)], "goal_too_few_projects", "/goals/0/min_projects"),
    "goal with too few orders": (
        [to("/goals/0/min_expected_orders", Decimal("320.11"))],
        "goal_too_few_orders",
        "/goals/0/min_expected_orders",
    ),
    "orders price of a commitment": (
        [drop("/goals/0/shortfall_price")],
        "orders_price_ignored",
        "/goals/0/orders_price",
    ),
    "orders without price": ([drop("/goals/0/orders_price")], "orders_price_missing", "/goals/0/orders_price"),
    "target of another product": ([to("/targets/0/product", "5G")], "target_without_projects", "/targets/0"),
    "target of another unit": ([to("/targets/0/unit", "north")], "target_without_projects", "/targets/0"),
    "target of other months": ([to("/targets/0/to", "2027-04")], "target_without_projects", "/targets/0"),
}

COMMITMENTS: dict[str, tuple[Patch, str, str]] = {
    "pin with role but no person": ([drop("/pins/1/person")], "pin_without_person", "/pins/1"),
    "pin with person but no role": ([drop("/pins/1/role")], "pin_without_role", "/pins/1"),
    "pin that says nothing": ([pin(project="P1")], "pin_says_nothing", "/pins/2"),
    "pin with only a start": ([pin(project="P1", start="2027-02")], "pin_says_nothing", "/pins/2"),
    "pin with person and decision": ([put("/pins/1/decision", "initiate")], "pin_says_both", "/pins/1"),
    "pin with person and start": ([put("/pins/1/start", "2027-02")], "pin_says_both", "/pins/1"),
    "candidate pinned to stop": ([pin(project="P4", decision="stop")], "pin_not_for_candidate", "/pins/2/decision"),
    "start on drop": ([pin(project="P4", decision="drop", start="2027-03")], "pin_start_on_drop", "/pins/2/start"),
    "start in a pin of a project in flight": (
        [pin(project="P3", decision="initiate", start="2027-01")],
        "pin_start_in_flight",
        "/pins/2/start",
    ),
    "pinned outside the window": ([to("/pins/0/start", "2027-05")], "pin_start_outside_window", "/pins/0/start"),
    "pinned before the horizon": (
        [to("/pins/0/start", "2026-12"), to("/projects/0/start/earliest", "2026-12")],
        "pin_start_outside_window",
        "/pins/0/start",
    ),
    "pin for a role not asked": (
        [pin(project="P2", role="sponsor", person="S1")],
        "pin_role_not_asked",
        "/pins/2/role",
    ),
    "pinned both ways": ([pin(project="P1", decision="drop")], "pins_clash", "/pins/2"),
    "pinned to two starts": ([pin(project="P1", decision="initiate", start="2027-02")], "pins_clash", "/pins/2"),
    "two people pinned to one role": ([pin(project="P1", role="sponsor", person="S2")], "pins_clash", "/pins/2"),
    "one person pinned to two roles": (
        [pin(project="P3", role="lead", person="E1"), pin(project="P3", role="project_manager", person="E1")],
        "pins_clash",
        "/pins/3",
    ),
    "pinned twice": ([pin(project="P1", role="sponsor", person="S1")], "pin_repeated", "/pins/2"),
    "pinned person without the role": (
        [to("/pins/1/person", "E1")],
        "pin_person_not_eligible",
        "/pins/1/person",
    ),
    "pinned person forbidden": (
        [pin(project="P2", role="project_manager", person="E1")],
        "pin_person_not_eligible",
        "/pins/2/person",
    ),
    "requires itself": ([put("/projects/3/requires", ["P4"])], "requires_itself", "/projects/3/requires/0"),
    "excludes itself": ([put("/projects/3/excludes", ["P4"])], "excludes_itself", "/projects/3/excludes/0"),
    "circle of requires": ([put("/projects/1/requires", ["P1"])], "requires_circle", "/projects/0/requires"),
    "requires two that exclude each other": (
        [put("/projects/3/requires", ["P2", "P3"]), put("/projects/1/excludes", ["P3"])],
        "requires_clash",
        "/projects/3/requires",
    ),
    "excludes what it requires": (
        [put("/projects/3/requires", ["P3"]), put("/projects/3/excludes", ["P3"])],
        "requires_clash",
        "/projects/3/requires",
    ),
    "requires a dropped project": (
        [put("/projects/3/requires", ["P3"]), pin(project="P3", decision="stop")],
        "requires_dropped",
        "/projects/3/requires",
    ),
    "mandated and pinned out": ([pin(project="P2", decision="drop")], "commitment_pinned_out", "/projects/1/mandated"),
    "in flight, not stoppable and pinned out": (
        [to("/projects/2/stoppable", False), pin(project="P3", decision="drop")],
        "commitment_pinned_out",
        "/projects/2",
    ),
    "mandated without a start": (
        [to("/projects/1/start/preferred", "2028-01")],
        "commitment_cannot_start",
        "/projects/1/mandated",
    ),
    "mandated projects that exclude each other": (
        [put("/projects/3/mandated", True)],
        "commitments_clash",
        "/projects/0/excludes/0",
    ),
    "mandated projects that clash through requires": (
        [drop("/pins/0"), to("/projects/0/requires", []), put("/projects/1/requires", ["P1", "P4"])],
        "commitments_clash",
        "/projects/0/excludes/0",
    ),
    "baseline without decisions": ([to("/baseline/plan", {})], "baseline_empty", "/baseline/plan"),
    "baseline of other projects": (
        [to("/baseline/plan/decisions/1/project", "Z")],
        "baseline_projects_unknown",
        "/baseline/plan",
    ),
    "two decisions on one project": (
        [to("/baseline/plan/decisions/1/project", "P1")],
        "baseline_decision_twice",
        "/baseline/plan/decisions/1/project",
    ),
    "two people in one role of the baseline": (
        [put("/baseline/plan/assignments/-", {"project": "P1", "role": "sponsor", "person": "S2"})],
        "baseline_role_twice",
        "/baseline/plan/assignments/1/role",
    ),
    "penalties past 2^62": ([to("/goals/0/min_projects", 10**14)], "magnitude", "/goals"),
    "rates past 2^62": (
        [to("/market/rates/0/rate", 10**10), to("/projects/0/staffing/0/effort", [10**6] * 3), drop("/fit/0/effort")],
        "magnitude",
        "/market/friction",
    ),
    "a balance price past 2^62": (
        [to("/policy/balance/1/price", 2 * 10**12), put("/policy/balance/1/min_share", 1)],
        "magnitude",
        "/policy/balance",
    ),
}

ALL = {**SHAPE, **STRUCTURE, **TIME, **STAFFING, **MARKET_AND_POLICY, **COMMITMENTS}


@pytest.mark.parametrize("name", ALL)
def test_it_is_found_at_its_place(name: str) -> None:
    patch, code, pointer = ALL[name]
    result = validate(patched(base_document(), patch))
    hits = [finding for finding in result.findings if (finding.code, finding.pointer) == (code, pointer)]
    assert len(hits) == 1, [(finding.code, finding.pointer) for finding in result.findings]
    assert hits[0].severity is CATALOGUE[code].severity
    errors = any(finding.severity is Severity.ERROR for finding in result.findings)
    assert (result.scenario is None) == errors
    for finding in result.findings:
        assert text_of(finding, "zh") != text_of(finding, "en")


def test_the_sections_of_the_table_share_no_name() -> None:
    parts = (SHAPE, STRUCTURE, TIME, STAFFING, MARKET_AND_POLICY, COMMITMENTS)
    assert len(ALL) == sum(map(len, parts)) >= 80


TEXTS: dict[str, tuple[str | bytes, str, str]] = {
    "nothing": ("", "document_empty", ""),
    "blanks": (b" \r\n\t", "document_empty", ""),
    "only a byte order mark": (b"\xef\xbb\xbf", "document_empty", ""),
    "not JSON": ("{schema: 1}", "not_json", ""),
    "cut off": (TEXT[:-40], "not_json", ""),
    "two documents": (TEXT + TEXT, "not_json", ""),
    "a list": ("[]", "not_an_object", ""),
    "a number": ("5", "not_an_object", ""),
    "null": ("null", "not_an_object", ""),
    "NaN alone": ("NaN", "number_not_finite", ""),
    "UTF-16": (TEXT.encode("utf-16"), "not_utf8", ""),
    "GBK": (TEXT.encode("gb18030"), "not_utf8", ""),
    "deep beyond any stack": ("[" * 200_000, "nesting_too_deep", ""),
    "33 levels": ("[" * 33 + "]" * 33, "nesting_too_deep", "/0" * 32),
    "NaN": (TEXT.replace('"load_cap": 1.2', '"load_cap": NaN'), "number_not_finite", "/policy/load_cap"),
    "minus Infinity": (
        TEXT.replace('"load_cap": 1.2', '"load_cap": -Infinity'),
        "number_not_finite",
        "/policy/load_cap",
    ),
    "1e999": (TEXT.replace('"load_cap": 1.2', '"load_cap": 1e999'), "number_too_large", "/policy/load_cap"),
    "an exponent beyond decimals": (
        TEXT.replace('"load_cap": 1.2', f'"load_cap": 1e{"9" * 30}'),
        "number_too_large",
        "/policy/load_cap",
    ),
    "a tiny exponent": (
        TEXT.replace('"load_cap": 1.2', f'"load_cap": 1e-{"9" * 30}'),
        "too_many_decimals",
        "/policy/load_cap",
    ),
    "a number of 10,000 digits": (
        TEXT.replace('"load_cap": 1.2', '"load_cap": ' + "1" * 10_000),
        "number_too_large",
        "/policy/load_cap",
    ),
    "10,000 decimals": (
        TEXT.replace('"load_cap": 1.2', '"load_cap": 0.' + "1" * 10_000),
        "too_many_digits",
        "/policy/load_cap",
    ),
    "19 digits": (
        TEXT.replace('"pursuit_cost": 4', '"pursuit_cost": 1234567890123456789'),
        "too_many_digits",
        "/projects/0/value/pursuit_cost",
    ),
    "a key twice": (
        TEXT.replace('"load_cap": 1.2', '"load_cap": 1.2, "load_cap": 1.1'),
        "duplicate_key",
        "/policy/load_cap",
    ),
    "a lone surrogate": (TEXT.replace("金融云", "\\ud83d"), "lone_surrogate", "/projects/0/name"),
    "a raw lone surrogate": (TEXT.replace("金融云", "\ud83d"), "lone_surrogate", "/projects/0/name"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_found_wanting_at_its_place(name: str) -> None:
    text, code, pointer = TEXTS[name]
    result = validate_text(text)
    assert result.scenario is None
    assert (code, pointer) in [(finding.code, finding.pointer) for finding in result.findings]


def test_the_codes_of_all_findings_are_covered_here_or_in_the_catalogue() -> None:
    named = {code for _, code, _ in ALL.values()} | {code for _, code, _ in TEXTS.values()}
    of_files = {code for code, entry in CATALOGUE.items() if entry.example.file is not None}
    of_size = {"document_too_large", "record_too_large", "reading_stopped"}
    assert set(CATALOGUE) - named - of_files == {"more_errors", "more_warnings", "more_hints"} | of_size
