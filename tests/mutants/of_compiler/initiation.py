"""Faults in limits on initiation: what counts, and for which row."""

from tests.mutants.mutation import FaultsIn, Mutant

_in_compiler = FaultsIn("optimizer")

_BUDGET = "draft.builder.limit(budgets[limit.unit], ABOVE, limit.pursuit_budget)"
_STARTS = "np.arange(facts.periods), ABOVE, limit.max_per_period)"
_COUNTED = "draft.table.start_period[starts], np.ones(len(starts), np.int64))"
_CANDIDATES = "[place for place, project in enumerate(facts.projects) if not project.in_flight]"
_OWN = "if facts.project_trader[place] == trader)"
_UNCOVERED = "if named.isdisjoint(organisation.paths[trader])"
_BELOW = "if unit in organisation.paths[organisation.index[facts.projects[place].unit]]"

MUTANTS: tuple[Mutant, ...] = (
    _in_compiler(
        "initiation_limits/a cent more",
        "rules.initiation_limits",
        _BUDGET,
        _BUDGET.replace("limit.pursuit_budget)", "limit.pursuit_budget + 1)"),
        "pursuit_budget_exact",
    ),
    _in_compiler(
        "initiation_limits/a cent less",
        "rules.initiation_limits",
        _BUDGET,
        _BUDGET.replace("limit.pursuit_budget)", "limit.pursuit_budget - 1)"),
        "pursuit_budget_exact",
    ),
    _in_compiler(
        "initiation_limits/a start more",
        "rules.initiation_limits",
        _STARTS,
        _STARTS.replace("per_period)", "per_period + 1)"),
        "max_per_period",
        "max_per_period_deferred",
    ),
    _in_compiler(
        "initiation_limits/a start less",
        "rules.initiation_limits",
        _STARTS,
        _STARTS.replace("per_period)", "per_period - 1)"),
        "initiation_star",
        "initiation_nested",
    ),
    _in_compiler(
        "initiation_limits/no budget",
        "rules.initiation_limits",
        "if limit.pursuit_budget is not None:",
        "if False:",
        "pursuit_budget",
    ),
    _in_compiler(
        "initiation_limits/no limit on starts",
        "rules.initiation_limits",
        "if limit.max_per_period is not None:",
        "if False:",
        "max_per_period",
    ),
    _in_compiler(
        "initiation_limits/0 is no limit",
        "rules.initiation_limits",
        "if limit.max_per_period is not None:",
        "if limit.max_per_period:",
        "max_per_period",
        "initiation_replaces_star",
    ),
    _in_compiler(
        "initiation_limits/starts over the whole horizon",
        "rules.initiation_limits",
        "first + draft.table.start_period[starts], np.ones",
        "first + 0 * draft.table.start_period[starts], np.ones",
        "max_per_period",
    ),
    _in_compiler(
        "initiation_limits/not in the first period",
        "rules.initiation_limits",
        _COUNTED,
        "draft.table.start_period[starts], (draft.table.start_period[starts] > 0).astype(np.int64))",
        "max_per_period",
        "initiation_joint",
    ),
    _in_compiler(
        "initiation_limits/budgets count candidates at their first start only",
        "rules.initiation_limits",
        "pursuit_cost[draft.table.start_project[starts]])",
        "pursuit_cost[draft.table.start_project[starts]]\n"
        "        * (np.diff(draft.table.start_project[starts], prepend=-1) > 0))",
        "budget_at_any_start",
    ),
    _in_compiler(
        "initiation_limits/a subsidy gives no room",
        "rules.initiation_limits",
        "np.array([project.value.pursuit_cost for project",
        "np.array([max(0, project.value.pursuit_cost) for project",
        "pursuit_budget_subsidised",
    ),
    _in_compiler(
        "initiation_limits/what is in flight counts",
        "facts.initiation",
        _CANDIDATES,
        "list(range(len(facts.projects)))",
        "pursuit_budget_subsidised",
    ),
    _in_compiler(
        "initiation_limits/the first row that names a unit",
        "rules.initiation_limits",
        "    for limit in limits_in_force(facts):\n",
        "    for limit in {limit.unit: limit for limit in reversed(list(limits_in_force(facts)))}.values():\n",
        "initiation_rows_twice",
    ),
    _in_compiler(
        "initiation_limits/the last row that names a unit",
        "rules.initiation_limits",
        "    for limit in limits_in_force(facts):\n",
        "    for limit in {limit.unit: limit for limit in limits_in_force(facts)}.values():\n",
        "initiation_rows_twice",
    ),
    _in_compiler(
        "initiation_limits/* stays below a named row",
        "facts.initiation",
        _UNCOVERED,
        "if True",
        "initiation_replaces_star",
    ),
    _in_compiler(
        "initiation_limits/a named row replaces * at its unit only",
        "facts.initiation",
        _UNCOVERED,
        "if trader not in named",
        "initiation_replaces_star",
        "star_below_a_name",
    ),
    _in_compiler(
        "initiation_limits/a named row replaces * above it too",
        "facts.initiation",
        _UNCOVERED,
        "if named.isdisjoint(organisation.paths[trader]) and not any(\n"
        "                    trader in organisation.paths[unit] for unit in named)",
        "initiation_inside",
    ),
    _in_compiler(
        "initiation_limits/any named row replaces *",
        "facts.initiation",
        _UNCOVERED,
        "if not named",
        "initiation_inside",
        "initiation_replaces_star",
    ),
    _in_compiler(
        "initiation_limits/* counts what is below",
        "facts.initiation",
        _OWN,
        "if trader in organisation.paths[organisation.index[facts.projects[place].unit]])",
        "initiation_star_nested",
    ),
    _in_compiler(
        "initiation_limits/* counts the unit's own, not its offices'",
        "facts.initiation",
        _OWN,
        "if organisation.index[facts.projects[place].unit] == trader)",
        "star_of_offices",
        "initiation_inside",
    ),
    _in_compiler(
        "initiation_limits/* is joint",
        "facts.initiation",
        _OWN,
        "if True)",
        "initiation_star",
    ),
    _in_compiler(
        "initiation_limits/a named row counts its unit only",
        "facts.initiation",
        _BELOW,
        "if unit == organisation.index[facts.projects[place].unit]",
        "initiation_joint",
        "initiation_nested",
    ),
    _in_compiler(
        "initiation_limits/a named row counts what trades for it",
        "facts.initiation",
        _BELOW,
        "if facts.project_trader[place] == unit",
        "initiation_joint",
        "initiation_inside",
    ),
)
