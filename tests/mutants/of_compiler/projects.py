"""Faults in when projects run, what they are worth, and what they mean for one another."""

from tests.mutants.mutation import FaultsIn, Mutant

_in_compiler = FaultsIn("optimizer")

_WINDOW = "range(max(earliest, 0), max(0, min(latest, horizon.periods - 1) + 1))"
_KEPT = "RATIO_SCALE if project.in_flight else max(0, RATIO_SCALE - value.delay_loss * max(0, delay))"
_ORDER_PART = "half_up(value.amount * value.margin_rate * value.win_probability * kept, RATIO_SCALE**3)"
_PURSUIT = "(0 if project.in_flight else value.pursuit_cost)"
_REQUIRED = "        for required in dict.fromkeys(project.requires):\n"
_REQUIRED_ROWS = """\
            row = draft.builder.row(row_name(NAME, project.id, required))
            draft.builder.limit(row, ABOVE, 0)
            draft.add_running(row, place, 1)
            draft.add_running(row, facts.project_index[required], -1)
"""
_ONE_ROW = """\
        wanted = [other for other in dict.fromkeys(project.requires) if other != project.id]
        if wanted:
            row = draft.builder.row(row_name(NAME, project.id, wanted[0]))
            draft.builder.limit(row, ABOVE, 0)
            draft.add_running(row, place, 1)
            for required in wanted:
                draft.add_running(row, facts.project_index[required], -1)
        for required in ():
"""
_BY_START = """\
            for start in range(*draft.table.start_pointer[place : place + 2].tolist()):
                row = draft.builder.row(row_name(NAME, project.id, required))
                draft.builder.limit(row, ABOVE, 0)
                other = facts.project_index[required]
                late = draft.table.start_period > draft.table.start_period[start]
                there = np.flatnonzero((draft.table.start_project == other) & ~late)
                draft.builder.start_terms.add(np.array([start]), np.array([row]), np.array([1]))
                draft.builder.start_terms.add(there, np.full(len(there), row), np.full(len(there), -1))
"""
_PAIRS = "        for other in project.excludes\n"

MUTANTS: tuple[Mutant, ...] = (
    # Starts
    _in_compiler(
        "one_start/ends one period early",
        "facts.projects",
        _WINDOW,
        "range(max(earliest, 0), max(0, min(latest, horizon.periods - 1)))",
        "deferral",
        "one_start",
    ),
    _in_compiler(
        "one_start/ends one period late",
        "facts.projects",
        _WINDOW,
        "range(max(earliest, 0), max(0, min(latest + 1, horizon.periods - 1) + 1))",
        "one_start",
        "max_per_period",
    ),
    _in_compiler(
        "one_start/begins one period late",
        "facts.projects",
        _WINDOW,
        "range(max(earliest + 1, 0), max(0, min(latest, horizon.periods - 1) + 1))",
        "person_capacity",
        "early_start",
    ),
    _in_compiler(
        "one_start/begins one period early",
        "facts.projects",
        _WINDOW,
        "range(max(earliest - 1, 0), max(0, min(latest, horizon.periods - 1) + 1))",
        "pin_initiate_late",
        "max_per_period_deferred",
        "person_capacity",
    ),
    _in_compiler(
        "one_start/not in the last period of the horizon",
        "facts.projects",
        _WINDOW,
        "range(max(earliest, 0), max(0, min(latest, horizon.periods - 2) + 1))",
        "window_end",
        "duration_cut",
    ),
    _in_compiler(
        "one_start/not in the first period of the horizon",
        "facts.projects",
        _WINDOW,
        "range(max(earliest, 1), max(0, min(latest, horizon.periods - 1) + 1))",
        "one_start",
        "window_cut",
    ),
    _in_compiler(
        "one_start/a window cut by the horizon is none",
        "facts.projects",
        _WINDOW,
        "range(earliest, latest + 1) if 0 <= earliest and latest < horizon.periods else range(0)",
        "window_cut",
        "window_end",
        "delay_loss_floor",
    ),
    _in_compiler(
        "one_start/no earliest is the first of the horizon",
        "facts.projects",
        "earliest = horizon.index(window.earliest or window.preferred)",
        "earliest = horizon.index(window.earliest) if window.earliest else 0",
        "person_capacity",
        "duration_cut",
    ),
    _in_compiler(
        "one_start/no latest is the last of the horizon",
        "facts.projects",
        "latest = horizon.index(window.latest or window.preferred)",
        "latest = horizon.index(window.latest) if window.latest else horizon.periods - 1",
        "one_start",
        "max_per_period",
    ),
    _in_compiler(
        "one_start/a project in flight may start late",
        "facts.projects",
        "        return range(1)\n",
        "        return range(horizon.periods)\n",
        "in_flight_committed",
        "in_flight_stoppable",
        "excludes_in_flight",
    ),
    _in_compiler(
        "one_start/a project in flight has a window",
        "facts.projects",
        "    if project.in_flight or project.start is None:\n        return range(1)\n",
        "    if project.start is None:\n        return range(1)\n",
        "in_flight_delay",
    ),
    _in_compiler(
        "one_start/an answer begins one period late",
        "compile",
        "Choice(int(table.start_period[start]), people.get(start, {}))",
        "Choice(int(table.start_period[start]) + 1, people.get(start, {}))",
        "person_capacity",
    ),
    # Value
    _in_compiler(
        "project_value/no margin",
        "facts.projects",
        "value.amount * value.margin_rate * value.win_probability * kept",
        "value.amount * RATIO_SCALE * value.win_probability * kept",
        "project_value",
    ),
    _in_compiler(
        "project_value/no win probability",
        "facts.projects",
        "value.amount * value.margin_rate * value.win_probability * kept",
        "value.amount * value.margin_rate * RATIO_SCALE * kept",
        "project_value",
    ),
    _in_compiler(
        "project_value/no delay",
        "facts.projects",
        _KEPT,
        "RATIO_SCALE",
        "delay_loss",
        "window_cut",
    ),
    _in_compiler(
        "project_value/one period of delay is free",
        "facts.projects",
        "value.delay_loss * max(0, delay))",
        "value.delay_loss * max(0, delay - 1))",
        "delay_loss",
        "deferral",
    ),
    _in_compiler(
        "project_value/one period more of delay",
        "rules.project_value",
        "value_at(facts.projects[place], period - preferred[place])",
        "value_at(facts.projects[place], period - preferred[place] + 1)",
        "delay_loss",
        "deferral",
    ),
    _in_compiler(
        "project_value/an early start gains",
        "facts.projects",
        "value.delay_loss * max(0, delay))",
        "value.delay_loss * delay)",
        "early_start",
    ),
    _in_compiler(
        "project_value/delay beyond nothing",
        "facts.projects",
        "max(0, RATIO_SCALE - value.delay_loss * max(0, delay))",
        "RATIO_SCALE - value.delay_loss * max(0, delay)",
        "delay_loss_floor",
    ),
    _in_compiler(
        "project_value/delay counted from the first period",
        "rules.project_value",
        "period - preferred[place])",
        "period)",
        "window_cut",
        "delay_loss",
    ),
    _in_compiler(
        "project_value/delay takes strategic value too",
        "facts.projects",
        "return order_part + value.strategic - ",
        "return order_part + half_up(value.strategic * kept, RATIO_SCALE) - ",
        "delay_loss_floor",
    ),
    _in_compiler(
        "project_value/no strategic value",
        "facts.projects",
        "return order_part + value.strategic - ",
        "return order_part - ",
        "strategic",
        "value_half",
    ),
    _in_compiler(
        "project_value/no pursuit cost",
        "facts.projects",
        _PURSUIT,
        "0",
        "pursuit_cost",
        "requires",
    ),
    _in_compiler(
        "project_value/pursuit cost in flight",
        "facts.projects",
        _PURSUIT,
        "value.pursuit_cost",
        "in_flight_pursuit_cost",
    ),
    _in_compiler(
        "project_value/pursuit cost is a gain",
        "facts.projects",
        "value.strategic - (0",
        "value.strategic + (0",
        "pursuit_cost",
        "requires",
    ),
    _in_compiler(
        "project_value/delay in flight",
        "facts.projects",
        _KEPT,
        "max(0, RATIO_SCALE - value.delay_loss * max(0, delay + project.in_flight))",
        "in_flight_delay",
    ),
    _in_compiler(
        "project_value/half down",
        "facts.projects",
        _ORDER_PART,
        "-((RATIO_SCALE**3 // 2 - value.amount * value.margin_rate * value.win_probability * kept) // RATIO_SCALE**3)",
        "value_half",
    ),
    _in_compiler(
        "project_value/half towards plus infinity",
        "facts.projects",
        _ORDER_PART,
        "(value.amount * value.margin_rate * value.win_probability * kept + RATIO_SCALE**3 // 2) // RATIO_SCALE**3",
        "value_half",
    ),
    _in_compiler(
        "project_value/rounded before delay",
        "facts.projects",
        _ORDER_PART,
        "half_up(half_up(value.amount * value.margin_rate * value.win_probability, RATIO_SCALE**2) * kept, RATIO_SCALE)",
        "delay_half",
    ),
    _in_compiler(
        "project_value/a cent more",
        "rules.project_value",
        "np.array(values, np.int64) * MICRO_PER_CENT",
        "(np.array(values, np.int64) + 1) * MICRO_PER_CENT",
        "project_value",
    ),
    # Fit and stop cost
    _in_compiler(
        "person_fit/paid each period",
        "rules.person_fit",
        "draft.table.offers.value[draft.table.offer] * MICRO_PER_CENT",
        "draft.table.offers.value[draft.table.offer] * draft.table.span * MICRO_PER_CENT",
        "fit_value_once",
    ),
    _in_compiler(
        "person_fit/a cent more",
        "rules.person_fit",
        "draft.table.offers.value[draft.table.offer] * MICRO_PER_CENT",
        "(draft.table.offers.value[draft.table.offer] + 1) * MICRO_PER_CENT",
        "fit_value",
    ),
    _in_compiler(
        "person_fit/a cost",
        "rules.person_fit",
        "candidate_money += ",
        "candidate_money -= ",
        "fit_value",
    ),
    _in_compiler(
        "person_fit/only what helps",
        "rules.person_fit",
        "draft.table.offers.value[draft.table.offer]",
        "draft.table.offers.value[draft.table.offer].clip(min=0)",
        "fit_value",
        "pin_person",
    ),
    _in_compiler(
        "stop_cost/a cent more",
        "rules.stop_cost",
        "draft.builder.money_constant -= project.stop_cost * MICRO_PER_CENT",
        "draft.builder.money_constant -= (project.stop_cost + 1) * MICRO_PER_CENT",
        "stop_cost",
    ),
    _in_compiler(
        "stop_cost/a cent less when it runs",
        "rules.stop_cost",
        "            draft.builder.start_money[draft.running(place)] += project.stop_cost * MICRO_PER_CENT\n",
        "            draft.builder.start_money[draft.running(place)] += (project.stop_cost - 1) * MICRO_PER_CENT\n",
        "stop_cost",
        "stop_cost_of_committed",
    ),
    _in_compiler(
        "stop_cost/paid by what runs too",
        "rules.stop_cost",
        "            draft.builder.start_money[draft.running(place)] += project.stop_cost * MICRO_PER_CENT\n",
        "",
        "stop_cost",
        "in_flight_stoppable",
    ),
    _in_compiler(
        "stop_cost/only where stopping is allowed",
        "rules.stop_cost",
        "        if project.in_flight:\n",
        "        if project.in_flight and project.stoppable:\n",
        "stop_cost_of_committed",
    ),
    _in_compiler(
        "stop_cost/of candidates too",
        "rules.stop_cost",
        "        if project.in_flight:\n",
        "        if True:\n",
        "stop_cost_of_candidate",
    ),
    # Other projects
    _in_compiler(
        "requires/one may be missing",
        "rules.requires",
        "draft.builder.limit(row, ABOVE, 0)",
        "draft.builder.limit(row, ABOVE, 1)",
        "requires",
        "requires_circle",
    ),
    _in_compiler(
        "requires/the other way round",
        "rules.requires",
        "draft.builder.limit(row, ABOVE, 0)",
        "draft.builder.limit(row, -ABOVE, 0)",
        "requires",
        "requires_circle",
    ),
    _in_compiler(
        "requires/the first only",
        "rules.requires",
        _REQUIRED,
        "        for required in project.requires[:1]:\n",
        "requires_both",
    ),
    _in_compiler(
        "requires/one of several suffices",
        "rules.requires",
        _REQUIRED,
        _ONE_ROW,
        "requires_both",
    ),
    _in_compiler(
        "requires/not by a project in flight",
        "rules.requires",
        _REQUIRED,
        "        for required in () if project.in_flight else dict.fromkeys(project.requires):\n",
        "requires_of_in_flight",
    ),
    _in_compiler(
        "requires/what is in flight counts though stopped",
        "rules.requires",
        "            if required == project.id:\n",
        "            if required == project.id or facts.projects[facts.project_index[required]].in_flight:\n",
        "requires_in_flight",
    ),
    _in_compiler(
        "requires/never itself",
        "rules.requires",
        "            if required == project.id:\n                continue\n",
        "            if required == project.id:\n"
        "                draft.builder.limit(draft.builder.row(row_name(NAME, project.id), 1), ABOVE, 1)\n"
        "                draft.add_running(draft.builder._rows - 1, place, 1)\n                continue\n",
        "requires_itself",
    ),
    _in_compiler(
        "requires/runs no later",
        "rules.requires",
        _REQUIRED_ROWS,
        "            import numpy as np\n" + _BY_START,
        "requires_whenever",
    ),
    _in_compiler(
        "requires/only the first start counts",
        "draft",
        "starts = np.arange(*self.table.start_pointer[project : project + 2])",
        "starts = np.arange(*self.table.start_pointer[project : project + 2])[:1]",
        "requires_whenever",
        "requires",
        "excludes",
        "goal_price",
    ),
    _in_compiler(
        "requires/terms below zero are lost",
        "builder",
        "keep = coefficient != 0",
        "keep = coefficient > 0",
        "requires",
        "goal_committed",
    ),
    _in_compiler(
        "excludes/both may run",
        "rules.excludes",
        "ABOVE, 1 if pair[0] != pair[-1] else 0)",
        "ABOVE, 2 if pair[0] != pair[-1] else 1)",
        "excludes",
        "excludes_in_flight",
        "excludes_itself",
    ),
    _in_compiler(
        "excludes/neither may run",
        "rules.excludes",
        "ABOVE, 1 if pair[0] != pair[-1] else 0)",
        "ABOVE, 0)",
        "excludes",
        "excludes_in_flight",
    ),
    _in_compiler(
        "excludes/not itself",
        "rules.excludes",
        "ABOVE, 1 if pair[0] != pair[-1] else 0)",
        "ABOVE, 1)",
        "excludes_itself",
    ),
    _in_compiler(
        "excludes/only when both name it",
        "rules.excludes",
        _PAIRS,
        "        for other in project.excludes\n"
        "        if project.id in facts.projects[facts.project_index[other]].excludes\n",
        "excludes",
        "excludes_in_flight",
    ),
    _in_compiler(
        "excludes/only what comes later",
        "rules.excludes",
        _PAIRS,
        "        for other in project.excludes\n        if facts.project_index[other] >= place\n",
        "excludes",
        "excludes_in_flight",
    ),
    _in_compiler(
        "excludes/not what is in flight",
        "rules.excludes",
        _PAIRS,
        "        for other in project.excludes\n"
        "        if not (project.in_flight or facts.projects[facts.project_index[other]].in_flight)\n",
        "excludes_in_flight",
    ),
    _in_compiler(
        "excludes/one pair only",
        "rules.excludes",
        "for pair in sorted(pairs):",
        "for pair in sorted(pairs)[:1]:",
        "excludes_two",
    ),
)
