"""Faults in commitments: mandates, work in flight, pins, goals without a price, the limit on changes."""

from tests.mutants.mutation import FaultsIn, Mutant

_in_checker = FaultsIn("optimizer.checker")

_PROMISED = "if (held := project.in_flight and not project.project.stoppable) or project.project.mandated"
_MET = "return pin.start is None or case.starts[pin.project] == case.book.horizon.index(pin.start)"
_LIMIT = "stability.changes(case) > baseline.max_changes:"

_MOVED_START = """\
    began = {row.project: row.start for row in case.book.scenario.baseline.plan.decisions} if _baseline(case.book) else {}
    count = sum(
        case.book.horizon.index(began[project_id]) != case.starts[project_id]
        for project_id, ran, _ in case.book.once(_baseline)
        if ran and case.runs(project_id) and began[project_id] is not None
    )
"""

MUTANTS: tuple[Mutant, ...] = (
    _in_checker(
        "commitment/no mandates",
        "commitment",
        _PROMISED,
        "if (held := project.in_flight and not project.project.stoppable)",
        "mandated",
        "mandated_at_a_loss",
    ),
    _in_checker(
        "commitment/in flight may always stop",
        "commitment",
        _PROMISED,
        "if (held := False) or project.project.mandated",
        "in_flight_committed",
    ),
    _in_checker(
        "commitment/in flight may never stop",
        "commitment",
        _PROMISED,
        "if (held := project.in_flight) or project.project.mandated",
        "in_flight_stoppable",
    ),
    _in_checker(
        "commitment/a project counts for each reason",
        "commitment",
        "        if not case.runs(promise.id):\n            yield promise\n",
        "        if not case.runs(promise.id):\n            yield promise\n"
        "            project = case.book.projects[promise.id]\n"
        "            if project.in_flight and not project.project.stoppable and project.project.mandated:\n"
        "                yield promise\n",
        "in_flight_committed",
        "in_flight_mandated",
    ),
    _in_checker(
        "commitment/no pins",
        "commitment",
        "        if not is_met(case, pin):",
        "        if False:",
        "pin_initiate",
        "pin_drop",
        "pin_person",
    ),
    _in_checker(
        "commitment/one pin a project",
        "commitment",
        "for pin in case.book.scenario.pins:",
        "for pin in {pin.project: pin for pin in case.book.scenario.pins}.values():",
        "pins_contradict",
    ),
    _in_checker("commitment/pinned starts are any start", "commitment", _MET, "return True", "pin_start"),
    _in_checker(
        "commitment/a pin without a start means the preferred one",
        "commitment",
        _MET,
        _MET.replace(
            "pin.start is None",
            "(pin.start is None and case.starts[pin.project] == case.book.projects[pin.project].preferred)",
        ).replace("or case", "or pin.start is not None and case"),
        "pin_initiate",
        "pin_initiate_late",
    ),
    _in_checker(
        "commitment/a start is pinned one period late",
        "commitment",
        _MET,
        _MET + " + 1",
        "pin_start",
    ),
    _in_checker(
        "commitment/initiate says nothing in flight",
        "commitment",
        _MET,
        _MET.replace(
            "return ", "return not (pin.decision == 'initiate' and case.book.projects[pin.project].in_flight) and ("
        )
        + ")",
        "pin_continue",
    ),
    _in_checker(
        "commitment/drop says nothing in flight",
        "commitment",
        '    if pin.decision in ("drop", "stop"):\n        return False\n',
        '    if pin.decision in ("drop", "stop"):\n'
        "        return pin.decision == 'drop' and case.book.projects[pin.project].in_flight\n",
        "pin_stop",
    ),
    _in_checker(
        "commitment/drop and stop do not bind",
        "commitment",
        '    if pin.decision in ("drop", "stop"):\n        return False\n',
        "",
        "pin_drop",
        "pin_stop",
    ),
    _in_checker(
        "commitment/a pinned person makes the project run",
        "commitment",
        'return pin.role is not None or pin.decision in ("drop", "stop")',
        'return pin.decision in ("drop", "stop")',
        "pin_person_impossible",
        "pin_person",
    ),
    _in_checker(
        "commitment/a pinned person may be anybody",
        "commitment",
        "return case.choices[pin.project].people.get(pin.role) == pin.person",
        "return True",
        "pin_person",
    ),
    _in_checker(
        "commitment/no committed goals",
        "commitment",
        "        if goal_coverage.falls_short(case, goal):",
        "        if False:",
        "goal_committed",
        "goal_committed_orders",
    ),
    _in_checker(
        "commitment/a committed goal counts each missing project",
        "commitment",
        '            yield UnmetCommitment("goal", goal.id)\n',
        "            for _ in range(goal_coverage.shortfall(case, goal)[0] or 1):\n"
        '                yield UnmetCommitment("goal", goal.id)\n',
        "goal_committed",
        "goals_of_two",
    ),
    _in_checker(
        "commitment/projects or orders meet a goal",
        "goal_coverage",
        "return shortfall(case, goal) != (0, 0)",
        "return 0 not in shortfall(case, goal)",
        "goal_committed_orders",
        "goal_committed",
    ),
    _in_checker(
        "commitment/one project less meets a goal",
        "goal_coverage",
        "return shortfall(case, goal) != (0, 0)",
        "return shortfall(case, goal)[0] > 1 or shortfall(case, goal)[1] > 0",
        "goal_committed",
    ),
    _in_checker(
        "commitment/a cent less meets a goal",
        "goal_coverage",
        "return shortfall(case, goal) != (0, 0)",
        "return shortfall(case, goal)[0] > 0 or shortfall(case, goal)[1] > 1",
        "goal_committed_orders",
    ),
    _in_checker(
        "commitment/no limit on changes", "commitment", _LIMIT, "False:", "max_changes", "max_changes_conflict"
    ),
    _in_checker(
        "commitment/as many changes as the limit are too many",
        "commitment",
        _LIMIT,
        _LIMIT.replace(">", ">="),
        "max_changes",
    ),
    _in_checker(
        "commitment/one change more",
        "commitment",
        _LIMIT,
        _LIMIT.replace(">", "> 1 +"),
        "max_changes",
        "max_changes_conflict",
    ),
    _in_checker(
        "commitment/each change beyond the limit counts",
        "commitment",
        '        yield UnmetCommitment("max_changes", "baseline")\n',
        "        for _ in range(stability.changes(case) - baseline.max_changes):\n"
        '            yield UnmetCommitment("max_changes", "baseline")\n',
        "max_changes_conflict",
        "max_changes",
    ),
    _in_checker(
        "commitment/no limit on changes is none at all",
        "commitment",
        "baseline is not None and baseline.max_changes is not None and stability.changes(case) > baseline.max_changes:",
        "baseline is not None and stability.changes(case) > (baseline.max_changes or 0):",
        "price_per_change",
        "person_replaced",
        "moved_start",
    ),
    # Changes
    _in_checker(
        "stability/a cent more",
        "stability",
        "-changes(case) * baseline.price_per_change * MICRO_PER_CENT",
        "-changes(case) * (baseline.price_per_change + 1) * MICRO_PER_CENT",
        "price_per_change",
    ),
    _in_checker(
        "stability/the first change is free",
        "stability",
        "-changes(case) * baseline.price_per_change * MICRO_PER_CENT",
        "-max(0, changes(case) - 1) * baseline.price_per_change * MICRO_PER_CENT",
        "price_per_change",
    ),
    _in_checker(
        "stability/people may be replaced",
        "stability",
        "count += sum(chosen.get(role) != person for role, person in people)",
        "count += 0",
        "person_replaced",
    ),
    _in_checker(
        "stability/people replaced on one project are one change",
        "stability",
        "count += sum(chosen.get(role) != person for role, person in people)",
        "count += any(chosen.get(role) != person for role, person in people)",
        "people_replaced",
        "person_replaced",
    ),
    _in_checker(
        "stability/a role that the baseline left open",
        "stability",
        "count += sum(chosen.get(role) != person for role, person in people)",
        "count += sum(person != dict(people).get(role) for role, person in chosen.items())",
        "person_replaced",
    ),
    _in_checker(
        "stability/a role no longer asked for",
        "stability",
        " if r in book.projects[project_id].profiles),",
        "),",
        "people_replaced",
        "person_replaced",
    ),
    _in_checker(
        "stability/what stops is no change",
        "stability",
        "        if runs != ran:",
        "        if runs and not ran:",
        "price_per_change",
        "moved_start",
    ),
    _in_checker(
        "stability/what starts is no change",
        "stability",
        "        if runs != ran:",
        "        if not runs and ran:",
        "price_per_change",
        "max_changes",
    ),
    _in_checker("stability/a moved start is a change", "stability", "    count = 0\n", _MOVED_START, "moved_start"),
    _in_checker(
        "stability/what the baseline does not know is a change",
        "stability",
        "    count = 0\n",
        "    count = sum(\n"
        "        project.id not in {project_id for project_id, _, _ in case.book.once(_baseline)}\n"
        "        for project in (case.running if case.book.scenario.baseline else ())\n"
        "    )\n",
        "moved_start",
        "max_changes_conflict",
    ),
    _in_checker(
        "stability/what the scenario does not know is a change",
        "stability",
        "    count = 0\n",
        "    count = sum(\n"
        "        row.project not in case.book.projects\n"
        "        for row in (case.book.scenario.baseline.plan.decisions if case.book.scenario.baseline else ())\n"
        "    )\n",
        "moved_start",
    ),
    _in_checker(
        "stability/an incumbent replaced is a change",
        "stability",
        "    held: dict[str, dict[str, str]] = {}\n",
        "    held = {project.id: dict(project.incumbents) for project in book.projects.values()}\n",
        "incumbent_replaced_in_baseline",
        "people_replaced",
        "price_per_change",
    ),
)
