"""Every rule of the compiler disabled.

Without the first three there is no program at all, so they say yes to everything instead: every period is a start, no
role asks for anybody, everybody is eligible.
"""

from tests.mutants.mutation import FaultsIn, Mutant

_in_compiler = FaultsIn("optimizer")

_RULES: dict[str, tuple[str, ...]] = {
    "distinct_people": ("distinct_people",),
    "person_capacity": ("person_capacity", "deferral", "staffing"),
    "concurrency": ("concurrency", "concurrency_over_roles"),
    "purchase_budget": ("purchase_budget", "purchase_budget_by_period"),
    "seller_cap": ("seller_cap",),
    "requires": ("requires", "requires_circle"),
    "excludes": ("excludes", "excludes_in_flight"),
    "initiation_limits": ("pursuit_budget", "max_per_period", "initiation_star"),
    "commitment": ("mandated", "pin_drop", "in_flight_committed"),
    "project_value": ("project_value",),
    "person_fit": ("fit_value",),
    "friction": ("friction", "distance"),
    "stop_cost": ("stop_cost", "stop_cost_of_committed"),
    "stability": ("price_per_change", "person_replaced", "max_changes"),
    "hunger_band": ("hunger_overfed", "hunger_starving", "stretch_low"),
    "utilisation_floor": ("utilisation_floor",),
    "goal_coverage": ("goal_price", "goal_orders_price", "goal_committed"),
    "portfolio_balance": ("balance_count", "balance_effort", "balance_max"),
    "target_coverage": ("target_coverage", "target_undated"),
}


def _silent(rule: str, focus: tuple[str, ...]) -> Mutant:
    head = "def apply(draft: Draft) -> None:"
    return _in_compiler(
        f"{rule}/disabled", f"rules.{rule}", head, f"{head}\n    return\n\n\ndef _deleted(draft):", *focus
    )


MUTANTS: tuple[Mutant, ...] = (
    _in_compiler(
        "one_start/disabled",
        "rules.one_start",
        "for period in possible_starts(project, horizon)",
        "for period in range(horizon.periods)",
        "one_start",
        "window_outside",
        "early_start",
        "delay_loss_floor",
    ),
    _in_compiler(
        "staffing/disabled",
        "rules.staffing",
        "    counts = np.array([len(project.staffing) for project in draft.facts.projects], np.int64)\n",
        "    counts = np.zeros(len(draft.facts.projects), np.int64)\n",
        "staffing",
        "mandated_impossible",
        "person_capacity",
    ),
    _in_compiler(
        "eligibility/disabled",
        "rules.eligibility.offers",
        "            people = qualified[allowed[qualified]]\n",
        "            people = np.arange(len(allowed), dtype=np.int32)\n",
        "grade",
        "role_missing",
        "skills",
    ),
    *(_silent(rule, focus) for rule, focus in _RULES.items()),
)
