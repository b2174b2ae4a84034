"""People, and what projects ask of them."""

from decimal import Decimal

from tests.models.validation.bad_inputs.operations import NEED, Patch, drop, put, to

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
