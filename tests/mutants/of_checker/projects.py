"""Faults in what a project is worth, when it may start, what it needs of other projects."""

from tests.mutants.mutation import FaultsIn, Mutant

_in_checker = FaultsIn("optimizer.checker")

_ORDER_PART = "half_up(order * left, RATIO_SCALE**3)"

_DELAYED_IN_FLIGHT = """\
    from dataclasses import replace

    def delayed(project):
        start = project.project.start
        if not project.in_flight or start is None:
            return project
        paid = project.project.replace(value=project.project.value.replace(pursuit_cost=0))
        return replace(project, project=paid, in_flight=False, preferred=case.book.horizon.index(start.preferred))

    return sum(value_at(delayed(project), case.starts[project.id]) for project in case.running) * MICRO_PER_CENT
"""

MUTANTS: tuple[Mutant, ...] = (
    # Starts
    _in_checker(
        "one_start/ends one period later",
        "book",
        "min(latest + 1, self.periods))",
        "min(latest + 2, self.periods))",
        "one_start",
        "max_per_period",
    ),
    _in_checker(
        "one_start/begins one period later",
        "book",
        "range(max(earliest, 0),",
        "range(max(earliest + 1, 0),",
        "person_capacity",
        "early_start",
    ),
    _in_checker(
        "one_start/a project in flight may start late",
        "book",
        "preferred, starts = 0, range(1)",
        "preferred, starts = 0, range(self.periods)",
        "in_flight_committed",
        "in_flight_stoppable",
        "excludes_in_flight",
    ),
    _in_checker(
        "one_start/a window cut by the horizon is none",
        "book",
        "        return preferred, range(max(earliest, 0)",
        "        if earliest < 0 or latest >= self.periods:\n            return preferred, range(0)\n"
        "        return preferred, range(max(earliest, 0)",
        "window_cut",
        "window_end",
        "delay_loss_floor",
    ),
    # Value
    _in_checker(
        "project_value/no margin",
        "project_value",
        "value.amount * value.margin_rate * value.win_probability",
        "value.amount * RATIO_SCALE * value.win_probability",
        "project_value",
    ),
    _in_checker(
        "project_value/no win probability",
        "project_value",
        "value.amount * value.margin_rate * value.win_probability",
        "value.amount * value.margin_rate * RATIO_SCALE",
        "project_value",
    ),
    _in_checker(
        "project_value/no delay",
        "project_value",
        "delay = max(0, start - project.preferred)",
        "delay = 0",
        "delay_loss",
        "window_cut",
    ),
    _in_checker(
        "project_value/one period of delay is free",
        "project_value",
        "max(0, start - project.preferred)",
        "max(0, start - project.preferred - 1)",
        "delay_loss",
        "deferral",
    ),
    _in_checker(
        "project_value/an early start gains",
        "project_value",
        "max(0, start - project.preferred)",
        "(start - project.preferred)",
        "early_start",
    ),
    _in_checker(
        "project_value/delay beyond nothing",
        "project_value",
        "left = max(0, RATIO_SCALE - value.delay_loss * delay)",
        "left = RATIO_SCALE - value.delay_loss * delay",
        "delay_loss_floor",
    ),
    _in_checker(
        "project_value/delay takes strategic value too",
        "project_value",
        "+ value.strategic - value.pursuit_cost",
        "+ half_up(value.strategic * left, RATIO_SCALE) - value.pursuit_cost",
        "delay_loss_floor",
    ),
    _in_checker(
        "project_value/no strategic value",
        "project_value",
        "+ value.strategic - value.pursuit_cost",
        "- value.pursuit_cost",
        "strategic",
        "value_half",
    ),
    _in_checker(
        "project_value/no pursuit cost", "project_value", " - value.pursuit_cost", "", "pursuit_cost", "requires"
    ),
    _in_checker(
        "project_value/pursuit cost in flight",
        "project_value",
        "return half_up(order, RATIO_SCALE**2) + value.strategic",
        "return half_up(order, RATIO_SCALE**2) + value.strategic - value.pursuit_cost",
        "in_flight_pursuit_cost",
    ),
    _in_checker(
        "project_value/delay in flight",
        "project_value",
        "    return sum(value_at(project, case.starts[project.id]) for project in case.running) * MICRO_PER_CENT",
        _DELAYED_IN_FLIGHT,
        "in_flight_delay",
    ),
    _in_checker(
        "project_value/half down",
        "project_value",
        _ORDER_PART,
        "-((RATIO_SCALE**3 // 2 - order * left) // RATIO_SCALE**3)",
        "value_half",
    ),
    _in_checker(
        "project_value/half towards plus infinity",
        "project_value",
        _ORDER_PART,
        "(order * left + RATIO_SCALE**3 // 2) // RATIO_SCALE**3",
        "value_half",
    ),
    _in_checker(
        "project_value/rounded before delay",
        "project_value",
        _ORDER_PART,
        "half_up(half_up(order, RATIO_SCALE**2) * left, RATIO_SCALE)",
        "delay_half",
    ),
    _in_checker(
        "person_fit/paid each period",
        "engagement",
        "fit_value=fit.value",
        "fit_value=len(efforts) * fit.value",
        "fit_value_once",
    ),
    _in_checker("person_fit/a cent more", "engagement", "fit_value=fit.value", "fit_value=1 + fit.value", "fit_value"),
    _in_checker(
        "stop_cost/only where stopping is allowed",
        "stop_cost",
        "if project.in_flight and project.project.stop_cost",
        "if project.in_flight and project.project.stop_cost and project.project.stoppable",
        "stop_cost_of_committed",
    ),
    _in_checker(
        "stop_cost/a cent more",
        "stop_cost",
        "-sum(cost for",
        "-sum(cost + 1 for",
        "stop_cost",
        "stop_cost_of_committed",
    ),
    # Other projects
    _in_checker(
        "requires/not by a project in flight",
        "requires",
        "for required in project.project.requires:",
        "for required in () if project.in_flight else project.project.requires:",
        "requires_of_in_flight",
    ),
    _in_checker(
        "requires/what is in flight counts though stopped",
        "requires",
        "if not case.runs(required):",
        "if not case.runs(required) and not case.book.projects[required].in_flight:",
        "requires_in_flight",
    ),
    _in_checker(
        "requires/runs no later",
        "requires",
        "if not case.runs(required):",
        "if not case.runs(required) or case.starts[required] > case.starts[project.id]:",
        "requires_whenever",
    ),
    _in_checker(
        "requires/never itself",
        "requires",
        "if not case.runs(required):",
        "if not case.runs(required) or required == project.id:",
        "requires_itself",
    ),
    _in_checker(
        "requires/one of several suffices",
        "requires",
        "if not case.runs(required):",
        "if not any(map(case.runs, project.project.requires)):",
        "requires_both",
    ),
    _in_checker(
        "requires/one may be missing",
        "requires",
        "if not case.runs(required):",
        "if sum(not case.runs(other) for other in project.project.requires) > 1:",
        "requires",
        "requires_circle",
    ),
    _in_checker(
        "requires/no circle",
        "requires",
        "if not case.runs(required):",
        "if not case.runs(required) or any(\n"
        "                project.id in case.book.projects[second].project.requires and second != project.id\n"
        "                for second in case.book.projects[required].project.requires\n"
        "            ):",
        "requires_circle",
    ),
    _in_checker(
        "excludes/neither may run",
        "excludes",
        "if case.runs(other) and (",
        "if (",
        "excludes",
        "excludes_in_flight",
    ),
    _in_checker(
        "excludes/only when both name it",
        "excludes",
        "if case.runs(other) and (",
        "if case.runs(other) and project.id in case.book.projects[other].project.excludes and (",
        "excludes",
        "excludes_in_flight",
    ),
    _in_checker(
        "excludes/only what comes later",
        "excludes",
        "if case.runs(other) and (",
        "if case.runs(other) and list(case.starts).index(other) >= list(case.starts).index(project.id) and (",
        "excludes",
        "excludes_in_flight",
    ),
    _in_checker(
        "excludes/not itself",
        "excludes",
        "if case.runs(other) and (",
        "if case.runs(other) and other != project.id and (",
        "excludes_itself",
    ),
    _in_checker(
        "excludes/not what is in flight",
        "excludes",
        "if case.runs(other) and (",
        "if case.runs(other) and not case.book.projects[other].in_flight | project.in_flight and (",
        "excludes_in_flight",
    ),
)
