"""Faults in goals with a price, targets, and the balance of the portfolio."""

from tests.mutants.mutation import FaultsIn, Mutant

_in_checker = FaultsIn("optimizer.checker")

_EXPECTED = "half_up(project.value.amount * project.value.win_probability, RATIO_SCALE)"
_NEED = "half_up(target.coverage * target.amount, RATIO_SCALE)"

_MOVING_ORDERS = """\
    for project in case.running:
        stated = project.project.order_period
        if stated is None:
            moved = project.project
        else:
            horizon, delay = case.book.horizon, case.starts[project.id] - project.preferred
            moved = project.project.replace(order_period=horizon.label(horizon.index(stated) + delay))
        line = case.book.organisation.line[moved.unit]
        for place, target in enumerate(case.book.scenario.targets):
            expected[place] += project.expected_orders if covers(target, moved, line) else 0
    return expected
    for project in case.running:
"""
_EFFORT = """\
        for engagement in case.engagements:
            total += engagement.total
            if engagement.project.id in side.members:
                part += engagement.total
"""


def _effort_counts(amount: str) -> str:
    return _EFFORT.replace("+= engagement.total", f"+= {amount}")


_CELLS = """\
            for unit in (None, *book.organisation.line[facts.project.unit])
            for place, target in by_unit.get(unit, ())
            if covers(target, facts.project, book.organisation.line[facts.project.unit])
"""

MUTANTS: tuple[Mutant, ...] = (
    # Goals
    _in_checker(
        "goal_coverage/one project less",
        "goal_coverage",
        "max(0, goal.min_projects - case",
        "max(0, goal.min_projects - 1 - case",
        "goal_price",
    ),
    _in_checker(
        "goal_coverage/a cent of orders less",
        "goal_coverage",
        "max(0, goal.min_expected_orders - case",
        "max(0, goal.min_expected_orders - 1 - case",
        "goal_orders_price",
        "goal_committed_orders",
    ),
    _in_checker(
        "goal_coverage/no price for projects",
        "goal_coverage",
        "projects * goal.shortfall_price * MICRO_PER_CENT + ",
        "",
        "goal_price",
    ),
    _in_checker(
        "goal_coverage/no price for orders",
        "goal_coverage",
        " + orders * goal.orders_price",
        "",
        "goal_orders_price",
    ),
    _in_checker(
        "goal_coverage/a committed goal has a price for orders",
        "goal_coverage",
        "        if goal.shortfall_price is None:\n            continue\n        projects, orders = shortfall(case, goal)\n",
        "        projects, orders = shortfall(case, goal)\n"
        "        if goal.shortfall_price is None:\n"
        "            cost += orders * goal.orders_price\n            continue\n",
        "goal_committed_orders",
    ),
    _in_checker(
        "goal_coverage/more than asked earns",
        "goal_coverage",
        "max(0, goal.min_projects - case.goal_projects.get(goal.id, 0))",
        "goal.min_projects - case.goal_projects.get(goal.id, 0)",
        "goal_price",
        "goal_of_in_flight",
        "goal_exceeded",
    ),
    _in_checker(
        "goal_coverage/not what is in flight",
        "case",
        "            for goal in project.goals:\n",
        "            for goal in () if project.in_flight else project.goals:\n",
        "goal_of_in_flight",
    ),
    _in_checker(
        "goal_coverage/not what is deferred",
        "case",
        "            for goal in project.goals:\n",
        "            for goal in () if choice.start > project.preferred else project.goals:\n",
        "goal_deferred",
        "goal_committed",
        "goal_price",
    ),
    _in_checker(
        "goal_coverage/orders without win probability",
        "case",
        "self.goal_orders.get(goal, 0) + project.expected_orders",
        "self.goal_orders.get(goal, 0) + project.project.value.amount",
        "goal_orders_price",
        "goal_committed_orders",
    ),
    # Targets
    _in_checker(
        "target_coverage/a cent less",
        "target_coverage",
        f"return {_NEED}",
        f"return max(0, {_NEED} - 1)",
        "target_coverage",
    ),
    _in_checker(
        "target_coverage/no coverage", "target_coverage", f"return {_NEED}", "return target.amount", "target_coverage"
    ),
    _in_checker(
        "target_coverage/coverage × amount half down",
        "target_coverage",
        f"return {_NEED}",
        "return -((RATIO_SCALE // 2 - target.coverage * target.amount) // RATIO_SCALE)",
        "target_half",
    ),
    _in_checker(
        "target_coverage/expected orders half down",
        "book",
        _EXPECTED,
        "-((RATIO_SCALE // 2 - project.value.amount * project.value.win_probability) // RATIO_SCALE)",
        "target_half",
    ),
    _in_checker(
        "target_coverage/orders without win probability", "book", _EXPECTED, "project.value.amount", "target_undated"
    ),
    _in_checker(
        "target_coverage/more than needed earns",
        "target_coverage",
        "if expected < (need := need_of(target)):",
        "if (need := need_of(target)) is not None:",
        "target_undated",
    ),
    _in_checker(
        "target_coverage/negative orders count as none",
        "target_coverage",
        "expected[place] += project.expected_orders",
        "expected[place] += max(0, project.expected_orders)",
        "amount_negative",
    ),
    _in_checker(
        "target_coverage/every unit",
        "target_coverage",
        _CELLS,
        "            for place, target in enumerate(book.scenario.targets)\n"
        "            if covers(target, facts.project, (target.unit or '',))\n",
        "target_unit",
        "targets_overlap",
    ),
    _in_checker(
        "target_coverage/the unit without those below",
        "target_coverage",
        "if target.unit is not None and target.unit not in line:",
        "if target.unit is not None and target.unit != project.unit:",
        "target_unit",
    ),
    _in_checker(
        "target_coverage/every product",
        "target_coverage",
        "if target.product is not None and target.product != project.product:",
        "if False:",
        "target_product",
        "targets_overlap",
    ),
    _in_checker(
        "target_coverage/a project without a product is in every cell",
        "target_coverage",
        "if target.product is not None and target.product != project.product:",
        "if None not in (target.product, project.product) and target.product != project.product:",
        "targets_overlap",
        "target_product",
    ),
    _in_checker(
        "target_coverage/every group of customers",
        "target_coverage",
        "if target.customer_group is not None and target.customer_group != project.customer_group:",
        "if False:",
        "target_product",
    ),
    _in_checker(
        "target_coverage/every period",
        "target_coverage",
        "    if target.first is None and target.last is None:\n        return True\n    if order_period is None:",
        "    if order_period is not None:\n        return True\n    if order_period is None:",
        "target_dated",
        "target_from",
        "target_to",
    ),
    _in_checker(
        "target_coverage/undated targets want a period",
        "target_coverage",
        "    if target.first is None and target.last is None:\n        return True\n    if order_period is None:",
        "    if order_period is None:",
        "target_undated",
    ),
    _in_checker(
        "target_coverage/no period is every period",
        "target_coverage",
        "    if order_period is None:\n        return False",
        "    if order_period is None:\n        return True",
        "target_order_period_missing",
    ),
    _in_checker(
        "target_coverage/the first period is left out",
        "target_coverage",
        "first.kind is period.kind is last.kind and first <= period <= last",
        "first.kind is period.kind is last.kind and (first < period or target.first is None) and period <= last",
        "target_dated",
        "target_from",
    ),
    _in_checker(
        "target_coverage/the last period is left out",
        "target_coverage",
        "first.kind is period.kind is last.kind and first <= period <= last",
        "first.kind is period.kind is last.kind and first <= period and (period < last or target.last is None)",
        "target_dated",
        "target_to",
    ),
    _in_checker(
        "target_coverage/a beginning alone is no end",
        "target_coverage",
        "last = period if target.last is None else parse_period(target.last)",
        "last = first if target.last is None else parse_period(target.last)",
        "target_from",
        "target_order_period_missing",
    ),
    _in_checker(
        "target_coverage/orders move with the start",
        "target_coverage",
        "    for project in case.running:\n",
        _MOVING_ORDERS,
        "order_period_stays",
    ),
    _in_checker(
        "target_coverage/one cell a project",
        "target_coverage",
        "        for place in cells[project.id]:",
        "        for place in cells[project.id][:1]:",
        "targets_overlap",
    ),
    _in_checker(
        "target_coverage/not what is in flight",
        "target_coverage",
        "        for place in cells[project.id]:",
        "        for place in () if project.in_flight else cells[project.id]:",
        "target_undated",
        "amount_negative",
        "target_of_in_flight",
    ),
    _in_checker(
        "target_coverage/not what is deferred",
        "target_coverage",
        "        for place in cells[project.id]:",
        "        for place in () if case.starts[project.id] > project.preferred else cells[project.id]:",
        "order_period_stays",
    ),
    # Balance
    _in_checker(
        "portfolio_balance/no least share",
        "portfolio_balance",
        "max(0, row.min_share * total - SHARE_SCALE * part)",
        "0",
        "balance_min",
        "balance_count",
    ),
    _in_checker(
        "portfolio_balance/no largest share",
        "portfolio_balance",
        "max(0, SHARE_SCALE * part - row.max_share * total)",
        "0",
        "balance_max",
    ),
    _in_checker(
        "portfolio_balance/a hundredth less",
        "portfolio_balance",
        "max(0, row.min_share * total - SHARE_SCALE * part)",
        "max(0, (row.min_share - 1) * total - SHARE_SCALE * part)",
        "balance_min",
        "balance_count",
    ),
    _in_checker(
        "portfolio_balance/a hundredth more",
        "portfolio_balance",
        "max(0, SHARE_SCALE * part - row.max_share * total)",
        "max(0, SHARE_SCALE * part - (row.max_share + 1) * total)",
        "balance_max",
    ),
    _in_checker(
        "portfolio_balance/missing rounded to whole units",
        "portfolio_balance",
        "max(0, row.min_share * total - SHARE_SCALE * part)",
        "max(0, (row.min_share * total + 50) // 100 * 100 - SHARE_SCALE * part)",
        "balance_count",
        "balance_min",
        "balance_expected_orders",
    ),
    _in_checker(
        "portfolio_balance/the share of the whole portfolio",
        "portfolio_balance",
        "    for project in case.running:\n",
        "    for project in case.book.projects.values():\n",
        "balance_count",
        "balance_expected_orders",
    ),
    _in_checker(
        "portfolio_balance/effort of the profile",
        "portfolio_balance",
        _EFFORT,
        _effort_counts("sum(engagement.project.profiles[engagement.role][: len(engagement.efforts)])"),
        "balance_effort",
    ),
    _in_checker(
        "portfolio_balance/effort behind the horizon",
        "portfolio_balance",
        _EFFORT,
        _effort_counts("sum(engagement.project.profiles[engagement.role])"),
        "balance_effort",
        "balance_effort_cut",
    ),
    _in_checker(
        "portfolio_balance/effort not of what is in flight",
        "portfolio_balance",
        _EFFORT,
        _effort_counts("0 if engagement.project.in_flight else engagement.total"),
        "balance_effort",
    ),
    _in_checker(
        "portfolio_balance/count not what is in flight",
        "portfolio_balance",
        "            amount = 1\n",
        "            amount = 0 if project.in_flight else 1\n",
        "balance_count",
    ),
    _in_checker(
        "portfolio_balance/count not what is deferred",
        "portfolio_balance",
        "            amount = 1\n",
        "            amount = 0 if case.starts[project.id] > project.preferred else 1\n",
        "balance_count",
        "balance_max",
        "balance_deferred",
    ),
    _in_checker(
        "portfolio_balance/pursuit cost not of what is in flight",
        "portfolio_balance",
        "amount = project.project.value.pursuit_cost",
        "amount = 0 if project.in_flight else project.project.value.pursuit_cost",
        "balance_pursuit_cost",
    ),
    _in_checker(
        "portfolio_balance/orders without win probability",
        "portfolio_balance",
        "            amount = project.expected_orders\n",
        "            amount = project.project.value.amount\n",
        "balance_expected_orders",
    ),
    _in_checker(
        "portfolio_balance/what a project states itself only",
        "portfolio_balance",
        "if has(facts.project, row))",
        "if has(next(p for p in book.scenario.projects if p.id == facts.id), row))",
        "balance_tier",
    ),
    _in_checker(
        "portfolio_balance/no defaults",
        "portfolio_balance",
        "return name in TEXTS and getattr(project, name) == wanted",
        "return name in TEXTS and name in project.model_fields_set and getattr(project, name) == wanted",
        "balance_default",
    ),
    _in_checker(
        "portfolio_balance/a list must be the value",
        "portfolio_balance",
        "return wanted in getattr(project, name)",
        "return getattr(project, name) == (wanted,)",
        "balance_list",
    ),
    _in_checker(
        "portfolio_balance/a text contains the value",
        "portfolio_balance",
        "return name in TEXTS and getattr(project, name) == wanted",
        "return name in TEXTS and wanted in (getattr(project, name) or '')",
        "balance_text",
    ),
    _in_checker(
        "portfolio_balance/the unit and those below",
        "portfolio_balance",
        "if has(facts.project, row))",
        "if (\n            row.equals in book.organisation.line[facts.project.unit]\n"
        "            if row.attribute == 'unit' else has(facts.project, row)\n        ))",
        "balance_own_field",
    ),
    _in_checker(
        "portfolio_balance/true is 1",
        "portfolio_balance",
        "    if isinstance(wanted, bool):\n",
        "    if isinstance(wanted, (bool, int, Decimal)) and name in TRUTH_VALUES:\n"
        "        return getattr(project, name) == wanted\n    if isinstance(wanted, bool):\n",
        "balance_truth",
    ),
    _in_checker(
        "portfolio_balance/a truth value matches its word",
        "portfolio_balance",
        "    if isinstance(wanted, str):\n",
        "    if isinstance(wanted, str):\n        if name in TRUTH_VALUES:\n"
        "            return str(getattr(project, name)).lower() == wanted\n",
        "balance_truth",
    ),
    _in_checker(
        "portfolio_balance/numbers do not match",
        "portfolio_balance",
        "return name in NUMBERS and getattr",
        "return False and getattr",
        "balance_number",
    ),
    _in_checker(
        "portfolio_balance/numbers written alike only",
        "portfolio_balance",
        "return name in NUMBERS and getattr(project, name) == Decimal(wanted) * NUMBERS[name]",
        "return name in NUMBERS and getattr(project, name) == wanted",
        "balance_number",
    ),
    _in_checker(
        "portfolio_balance/an unknown attribute matches everything",
        "portfolio_balance",
        "    name, wanted = row.attribute, row.equals\n",
        "    name, wanted = row.attribute, row.equals\n"
        "    if name not in type(project).model_fields:\n        return True\n",
        "balance_unknown",
    ),
)
