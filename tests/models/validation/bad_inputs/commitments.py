"""Pins, mandates, prerequisites and exclusions, the baseline, totals."""

from tests.models.validation.bad_inputs.operations import Patch, drop, pin, put, to

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
    "circle of requires and excludes": (
        [
            put("/projects/3/requires", ["P3"]),
            put("/projects/2/requires", ["P2"]),
            put("/projects/1/excludes", ["P4"]),
            drop("/projects/1/mandated"),
            drop("/pins/0"),
            put("/projects/2/stoppable", True),
        ],
        "requires_clash",
        "/projects/3/requires",
    ),
    "mandated circle of requires and excludes": (
        [
            put("/projects/3/mandated", True),
            put("/projects/3/requires", ["P3"]),
            put("/projects/2/requires", ["P2"]),
            put("/projects/1/excludes", ["P4"]),
            drop("/projects/1/mandated"),
            drop("/pins/0"),
        ],
        "commitments_clash",
        "/projects/1/excludes/0",
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
