"""Faults in goals with a price, targets, and the balance of the portfolio."""

from tests.mutants.mutation import FaultsIn, Mutant

_in_compiler = FaultsIn("optimizer")

_PROJECTS = "builder.hinge(projects, BELOW, goal.min_projects, price * MICRO_PER_CENT)"
_ORDERS = "builder.hinge(money, BELOW, goal.min_expected_orders, goal.orders_price * MICRO_PER_CENT_OF_ORDERS)"
_EXPECTED = "half_up(project.value.amount * project.value.win_probability, RATIO_SCALE)"
_NEED = "half_up(target.amount * target.coverage, RATIO_SCALE)"
_FIRST = "(period >= horizon.index(target.first))"
_LAST = "(period <= horizon.index(target.last))"
_EFFORT = "table.effort * factor[table.project]"
_COUNT = "of_project = np.ones(len(projects), np.int64)"
_PURSUIT = "np.array([project.value.pursuit_cost for project in projects], np.int64)"
_AMOUNTS = "(of_project * factor)[table.start_project]"
_VALUE = "    value: Any = getattr(project, attribute)\n"

MUTANTS: tuple[Mutant, ...] = (
    # Goals
    _in_compiler(
        "goal_coverage/a project less",
        "rules.goal_coverage",
        _PROJECTS,
        _PROJECTS.replace("goal.min_projects", "goal.min_projects - 1"),
        "goal_price",
    ),
    _in_compiler(
        "goal_coverage/a project more",
        "rules.goal_coverage",
        _PROJECTS,
        _PROJECTS.replace("goal.min_projects", "goal.min_projects + 1"),
        "goal_price",
        "goal_exceeded",
    ),
    _in_compiler(
        "goal_coverage/a cent of orders less",
        "rules.goal_coverage",
        _ORDERS,
        _ORDERS.replace("goal.min_expected_orders", "goal.min_expected_orders - 1"),
        "goal_orders_price",
    ),
    _in_compiler(
        "goal_coverage/no price for projects",
        "rules.goal_coverage",
        _PROJECTS,
        _PROJECTS.replace("price * MICRO_PER_CENT", "0"),
        "goal_price",
    ),
    _in_compiler(
        "goal_coverage/no price for orders",
        "rules.goal_coverage",
        _ORDERS,
        _ORDERS.replace("goal.orders_price", "0"),
        "goal_orders_price",
    ),
    _in_compiler(
        "goal_coverage/a price of 0 is no price",
        "rules.goal_coverage",
        "if goal.shortfall_price is None:",
        "if not goal.shortfall_price:",
        "goal_orders_price",
    ),
    _in_compiler(
        "goal_coverage/more than asked costs",
        "rules.goal_coverage",
        _PROJECTS,
        f"{_PROJECTS}\n    builder.hinge(projects, -BELOW, goal.min_projects, price * MICRO_PER_CENT)",
        "goal_exceeded",
    ),
    _in_compiler(
        "goal_coverage/not what is in flight",
        "rules.goal_coverage",
        "for served in dict.fromkeys(project.goals):",
        "for served in () if project.in_flight else dict.fromkeys(project.goals):",
        "goal_of_in_flight",
    ),
    _in_compiler(
        "goal_coverage/one goal a project",
        "rules.goal_coverage",
        "for served in dict.fromkeys(project.goals):",
        "for served in project.goals[:1]:",
        "goals_of_one_project",
    ),
    _in_compiler(
        "goal_coverage/orders without win probability",
        "rules.goal_coverage",
        "place: expected_orders(draft.facts.projects[place])",
        "place: draft.facts.projects[place].value.amount",
        "goal_orders_price",
        "goal_committed_orders",
    ),
    # Targets
    _in_compiler(
        "target_coverage/a cent less",
        "rules.target_coverage",
        "draft.builder.hinge(row, BELOW, need, ",
        "draft.builder.hinge(row, BELOW, need - 1, ",
        "target_coverage",
    ),
    _in_compiler(
        "target_coverage/more than the target costs",
        "rules.target_coverage",
        "draft.builder.hinge(row, BELOW, need, ",
        "draft.builder.hinge(row, -BELOW, need, ",
        "target_undated",
    ),
    _in_compiler(
        "target_coverage/no coverage",
        "rules.target_coverage",
        _NEED,
        "target.amount",
        "target_coverage",
    ),
    _in_compiler(
        "target_coverage/coverage × amount half down",
        "rules.target_coverage",
        _NEED,
        "-((RATIO_SCALE // 2 - target.amount * target.coverage) // RATIO_SCALE)",
        "target_half",
    ),
    _in_compiler(
        "target_coverage/expected orders half down",
        "facts.projects",
        _EXPECTED,
        "-((RATIO_SCALE // 2 - project.value.amount * project.value.win_probability) // RATIO_SCALE)",
        "target_half",
    ),
    _in_compiler(
        "target_coverage/orders without win probability",
        "facts.projects",
        _EXPECTED,
        "project.value.amount",
        "target_undated",
        "amount_negative",
    ),
    _in_compiler(
        "target_coverage/orders below zero do not count",
        "rules.target_coverage",
        "expected_orders(draft.facts.projects[place])",
        "max(0, expected_orders(draft.facts.projects[place]))",
        "amount_negative",
    ),
    _in_compiler(
        "target_coverage/every unit",
        "facts.cells",
        "if target.unit is not None:",
        "if False:",
        "target_unit",
        "targets_overlap",
    ),
    _in_compiler(
        "target_coverage/the unit without those below",
        "facts.cells",
        "self._facts.organisation.below(target.unit)[self._unit]",
        "self._unit == self._facts.organisation.index[target.unit]",
        "target_unit",
    ),
    _in_compiler(
        "target_coverage/every product",
        "facts.cells",
        "if target.product is not None:",
        "if False:",
        "target_product",
    ),
    _in_compiler(
        "target_coverage/every customer",
        "facts.cells",
        "if target.customer_group is not None:",
        "if False:",
        "target_product",
    ),
    _in_compiler(
        "target_coverage/no product is every product",
        "facts.cells",
        "            found &= self._product.equal(target.product)\n",
        "            found &= self._product.equal(target.product) | np.array(\n"
        "                [project.product is None for project in self._facts.projects], bool)\n",
        "target_product",
    ),
    _in_compiler(
        "target_coverage/the first period is left out",
        "facts.cells",
        _FIRST,
        _FIRST.replace(">=", ">"),
        "target_dated",
        "target_from",
    ),
    _in_compiler(
        "target_coverage/one period before the first",
        "facts.cells",
        _FIRST,
        _FIRST.replace("period >=", "period + 1 >="),
        "target_dated",
        "target_from",
    ),
    _in_compiler(
        "target_coverage/the last period is left out",
        "facts.cells",
        _LAST,
        _LAST.replace("<=", "<"),
        "target_dated",
        "target_to",
    ),
    _in_compiler(
        "target_coverage/one period after the last",
        "facts.cells",
        _LAST,
        _LAST.replace("period <=", "period - 1 <="),
        "target_dated",
        "target_to",
    ),
    _in_compiler(
        "target_coverage/no period is the earliest of all",
        "facts.cells",
        f"(period != _NO_PERIOD) & {_LAST}",
        _LAST,
        "target_to",
        "target_order_period_missing",
    ),
    _in_compiler(
        "target_coverage/undated targets want a period",
        "facts.cells",
        "found = np.ones(len(period), bool)",
        "found = period != _NO_PERIOD",
        "target_undated",
    ),
    _in_compiler(
        "target_coverage/orders move with the start",
        "rules.target_coverage",
        "            draft.add_running(row, place, expected_orders(draft.facts.projects[place]))\n",
        "            import numpy as np\n"
        "            horizon, project = draft.facts.scenario.horizon, draft.facts.projects[place]\n"
        "            for start in range(*draft.table.start_pointer[place : place + 2].tolist()):\n"
        "                late = int(draft.table.start_period[start])\n"
        "                late -= 0 if project.in_flight else horizon.index(project.start.preferred)\n"
        "                if project.order_period and target.last and (\n"
        "                    horizon.index(project.order_period) + late > horizon.index(target.last)\n"
        "                ):\n"
        "                    continue\n"
        "                amount = np.array([expected_orders(project)])\n"
        "                draft.builder.start_terms.add(np.array([start]), np.array([row]), amount)\n",
        "order_period_stays",
    ),
    _in_compiler(
        "target_coverage/not what is in flight",
        "rules.target_coverage",
        "expected_orders(draft.facts.projects[place])",
        "0 if draft.facts.projects[place].in_flight else expected_orders(draft.facts.projects[place])",
        "target_of_in_flight",
    ),
    _in_compiler(
        "target_coverage/the first target only",
        "rules.target_coverage",
        "for target in draft.facts.scenario.targets:",
        "for target in draft.facts.scenario.targets[:1]:",
        "targets_overlap",
    ),
    # Balance
    _in_compiler(
        "portfolio_balance/a hundredth less",
        "rules.portfolio_balance",
        "missing = balance.min_share - SHARE_SCALE * part",
        "missing = balance.min_share - 1 - SHARE_SCALE * part",
        "balance_min",
        "balance_count",
    ),
    _in_compiler(
        "portfolio_balance/a hundredth more",
        "rules.portfolio_balance",
        "surplus = SHARE_SCALE * part - balance.max_share",
        "surplus = SHARE_SCALE * part - balance.max_share - 1",
        "balance_max",
    ),
    _in_compiler(
        "portfolio_balance/no least share",
        "rules.portfolio_balance",
        '(("min", missing), ("max", surplus))',
        '(("max", surplus),)',
        "balance_min",
        "balance_count",
    ),
    _in_compiler(
        "portfolio_balance/no largest share",
        "rules.portfolio_balance",
        '(("min", missing), ("max", surplus))',
        '(("min", missing),)',
        "balance_max",
    ),
    _in_compiler(
        "portfolio_balance/the first row only",
        "rules.portfolio_balance",
        "enumerate(draft.facts.scenario.policy.balance):",
        "enumerate(draft.facts.scenario.policy.balance[:1]):",
        "balance_of_two",
    ),
    _in_compiler(
        "portfolio_balance/a tenth of the price",
        "rules.portfolio_balance",
        "return balance.price // 10",
        "return balance.price // 100",
        "balance_effort",
    ),
    _in_compiler(
        "portfolio_balance/a unit costs a hundredth",
        "rules.portfolio_balance",
        '(100 if balance.measure == "count" else 1)',
        "1",
        "balance_count",
    ),
    _in_compiler(
        "portfolio_balance/effort behind the horizon",
        "rules.portfolio_balance",
        _EFFORT,
        "np.array([sum(table.offers.profiles[n]) for n in table.offers.profile[table.offer].tolist()], np.int64)"
        " * factor[table.project]",
        "balance_effort_cut",
    ),
    _in_compiler(
        "portfolio_balance/effort not of what is in flight",
        "rules.portfolio_balance",
        _EFFORT,
        f"{_EFFORT} * ~np.array([p.in_flight for p in projects], bool)[table.project]",
        "balance_effort",
        "balance_default",
    ),
    _in_compiler(
        "portfolio_balance/count not what is in flight",
        "rules.portfolio_balance",
        _COUNT,
        "of_project = np.array([not project.in_flight for project in projects], np.int64)",
        "balance_count",
    ),
    _in_compiler(
        "portfolio_balance/pursuit cost not of what is in flight",
        "rules.portfolio_balance",
        _PURSUIT,
        "np.array([0 if project.in_flight else project.value.pursuit_cost for project in projects], np.int64)",
        "balance_pursuit_cost",
    ),
    _in_compiler(
        "portfolio_balance/orders without win probability",
        "rules.portfolio_balance",
        "np.array([expected_orders(project) for project in projects], np.int64)",
        "np.array([project.value.amount for project in projects], np.int64)",
        "balance_expected_orders",
    ),
    _in_compiler(
        "portfolio_balance/not what is deferred",
        "rules.portfolio_balance",
        _AMOUNTS,
        f"{_AMOUNTS} * np.array(\n"
        "        [p.start is None or draft.facts.scenario.horizon.index(p.start.preferred) >= t for p, t in zip(\n"
        "            [projects[n] for n in table.start_project.tolist()], table.start_period.tolist())], np.int64)",
        "balance_deferred",
    ),
    _in_compiler(
        "portfolio_balance/no defaults",
        "facts.attributes",
        _VALUE,
        f"    if attribute not in project.model_fields_set:\n        return False\n{_VALUE}",
        "balance_default",
    ),
    _in_compiler(
        "portfolio_balance/a list must be the value",
        "facts.attributes",
        "any(_same(item, equals) for",
        "all(_same(item, equals) for",
        "balance_list",
    ),
    _in_compiler(
        "portfolio_balance/a text contains the value",
        "facts.attributes",
        "isinstance(value, str) and value == equals",
        "isinstance(value, str) and isinstance(equals, str) and equals in value",
        "balance_text",
        "balance_list",
    ),
    _in_compiler(
        "portfolio_balance/true is 1",
        "facts.attributes",
        "        return value is equals\n",
        "        return bool(value == equals)\n",
        "balance_truth",
        "balance_number",
    ),
    _in_compiler(
        "portfolio_balance/numbers do not match",
        "facts.attributes",
        "        return value == equals\n    return",
        "        return False\n    return",
        "balance_number",
    ),
    _in_compiler(
        "portfolio_balance/money in cents",
        "facts.attributes",
        "    if attribute in _MONEY_FIELDS:\n",
        "    if False:\n",
        "balance_number",
    ),
    _in_compiler(
        "portfolio_balance/an unknown attribute matches everything",
        "facts.attributes",
        "    if attribute not in Project.model_fields:\n        return False\n",
        "    if attribute not in Project.model_fields:\n        return True\n",
        "balance_unknown",
    ),
)
