"""Goals and targets that the projects at hand cannot reach."""

from collections.abc import Iterator

from models.findings import Finding
from models.quantities import MONEY_SCALE, RATIO_SCALE, as_decimal, half_up
from models.target import Goal, Target
from models.validation.places import Path
from models.validation.report import found
from models.validation.subject import PlacedProject, Subject, is_of_kind

Cells = dict[tuple[str | None, str | None], dict[tuple[str, str | None], None]]
"""By product and customer group the units and order periods of the projects that could bring orders."""

_MOST_STEPS = 20_000_000
"""Comparisons of targets with projects; beyond it the rest is left to the solve."""


def can_run(subject: Subject, project: PlacedProject) -> bool:
    """Whether a project has a period to start in (or nobody knows)."""
    starts = subject.starts(project)
    return starts is None or len(starts) > 0


def expected_orders(project: PlacedProject) -> int:
    """Cents: amount × win probability."""
    value = project.filled.value
    return half_up(value.amount * value.win_probability, RATIO_SCALE)


def goals(subject: Subject) -> Iterator[Finding]:
    """Goals that ask for more projects or orders than those naming them can bring; prices that have no effect."""
    projects: dict[str, int] = {}
    orders: dict[str, int] = {}
    for project in subject.projects:
        if can_run(subject, project):
            for goal in set(project.filled.goals):
                projects[goal] = projects.get(goal, 0) + 1
                orders[goal] = orders.get(goal, 0) + max(expected_orders(project), 0)
    for path, goal_row in subject.placed(("goals",), subject.scenario.goals):
        serving = projects.get(goal_row.id, 0)
        if goal_row.min_projects == 0 and goal_row.min_expected_orders == 0:
            yield found("goal_asks_nothing", path, id=goal_row.id)
        elif serving == 0:
            yield found("goal_without_projects", path, id=goal_row.id)
        elif serving < goal_row.min_projects:
            yield found(
                "goal_too_few_projects",
                (*path, "min_projects"),
                id=goal_row.id,
                projects=serving,
                asked=goal_row.min_projects,
            )
        elif orders.get(goal_row.id, 0) < goal_row.min_expected_orders:
            yield found(
                "goal_too_few_orders",
                (*path, "min_expected_orders"),
                id=goal_row.id,
                orders=_money(orders.get(goal_row.id, 0)),
                asked=_money(goal_row.min_expected_orders),
            )
        yield from _goal_prices(path, goal_row)


def _goal_prices(path: Path, goal: Goal) -> Iterator[Finding]:
    if goal.shortfall_price is None and goal.orders_price:
        yield found("orders_price_ignored", (*path, "orders_price"), id=goal.id)
    elif goal.shortfall_price is not None and goal.min_expected_orders and not goal.orders_price:
        yield found("orders_price_missing", (*path, "orders_price"), id=goal.id)


def _money(cents: int) -> str:
    return f"{as_decimal(cents, MONEY_SCALE):f}"


def targets(subject: Subject) -> Iterator[Finding]:
    """Targets whose cell holds no project that could bring orders."""
    cells: Cells = {}
    for project in subject.projects:
        if can_run(subject, project) and expected_orders(project) > 0:
            filled = project.filled
            cell = cells.setdefault((filled.product, filled.customer_group), {})
            cell[project.own.unit, filled.order_period] = None
    steps = _MOST_STEPS
    for path, target in subject.placed(("targets",), subject.scenario.targets):
        if target.amount and target.coverage and _clear(subject, target):
            served, steps = _served(subject, target, cells, steps)
            if steps < 0:
                return
            if not served:
                yield found("target_without_projects", path, id=target.id)


def _clear(subject: Subject, target: Target) -> bool:
    """Whether the cell is one at all; if not, that is found elsewhere."""
    if target.unit is not None and subject.tree.trading_unit(target.unit) is None:
        return False
    edges = [edge for edge in (target.first, target.last) if edge is not None]
    return edges == sorted(edges) and all(subject.index(edge) is not None for edge in edges)


def _served(subject: Subject, target: Target, cells: Cells, steps: int) -> tuple[bool, int]:
    """Whether any project is in the target's cell; and the steps left."""
    tree = subject.tree
    for (product, group), places in cells.items():
        steps -= 1
        if target.product not in (None, product) or target.customer_group not in (None, group):
            continue
        for unit, period in places:
            steps -= 1
            outside = target.unit is not None and not tree.within(unit, target.unit)
            if outside and tree.trading_unit(unit) is not None:
                continue
            if _dated(target, period):
                return True, steps
        if steps < 0:
            break
    return False, steps


def _dated(target: Target, period: str | None) -> bool:
    """Whether the target's dates admit a project's order period; labels of one kind sort as their periods do."""
    for edge in (target.first, target.last):
        if edge is not None and (period is None or not is_of_kind(edge, period)):
            return False
    after = target.first is None or (period or "") >= target.first
    return after and (target.last is None or (period or "") <= target.last)
