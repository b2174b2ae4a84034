"""Every rule of the checker deleted."""

from tests.mutants.mutation import FaultsIn, Mutant

_in_checker = FaultsIn("optimizer.checker")

_HARD: dict[str, tuple[str, ...]] = {
    "one_start": ("one_start", "window_outside", "early_start", "delay_loss_floor"),
    "staffing": ("staffing", "mandated_impossible", "person_capacity"),
    "eligibility": ("grade", "role_missing", "skills"),
    "distinct_people": ("distinct_people",),
    "person_capacity": ("person_capacity", "deferral", "staffing"),
    "concurrency": ("concurrency", "concurrency_over_roles"),
    "purchase_budget": ("purchase_budget", "purchase_budget_by_period"),
    "seller_cap": ("seller_cap",),
    "requires": ("requires", "requires_circle"),
    "excludes": ("excludes", "excludes_in_flight"),
    "initiation_limits": ("pursuit_budget", "max_per_period", "initiation_star"),
}
_MONEY: dict[str, tuple[str, ...]] = {
    "project_value": ("project_value",),
    "person_fit": ("fit_value",),
    "friction": ("friction", "distance"),
    "stop_cost": ("stop_cost", "stop_cost_of_committed"),
    "stability": ("price_per_change", "person_replaced"),
    "hunger_band": ("hunger_overfed", "hunger_starving", "stretch_low"),
    "utilisation_floor": ("utilisation_floor",),
    "goal_coverage": ("goal_price", "goal_orders_price"),
    "portfolio_balance": ("balance_count", "balance_effort", "balance_max"),
    "target_coverage": ("target_coverage", "target_undated"),
}


def _hard(rule: str, focus: tuple[str, ...]) -> Mutant:
    head = "def violations(case: Case) -> Iterator[Violation]:"
    return _in_checker(f"{rule}/disabled", rule, head, f"{head}\n    return iter(())\n\n\ndef _deleted(case):", *focus)


def _money(rule: str, focus: tuple[str, ...]) -> Mutant:
    head = "def money(case: Case) -> int:"
    return _in_checker(f"{rule}/disabled", rule, head, f"{head}\n    return 0\n\n\ndef _deleted(case):", *focus)


MUTANTS = (
    *(_hard(rule, focus) for rule, focus in _HARD.items()),
    *(_money(rule, focus) for rule, focus in _MONEY.items()),
    _in_checker(
        "commitment/disabled",
        "commitment",
        "def unmet(case: Case) -> Iterator[UnmetCommitment]:",
        "def unmet(case):\n    return iter(())\n\n\ndef _deleted(case: Case) -> Iterator[UnmetCommitment]:",
        "mandated",
        "pin_drop",
        "goal_committed",
    ),
)
