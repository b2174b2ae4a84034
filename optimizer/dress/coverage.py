"""What a plan does for goals, targets and the balance of the portfolio."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from models.plan import BalanceRow, GoalRow, TargetRow
from models.policy import Balance
from models.quantities import EFFORT_SCALE, MICRO_PER_CENT, MONEY_SCALE, RATIO_SCALE, SHARE_SCALE, exact, half_up
from optimizer.dress.holdings import Running
from optimizer.facts.attributes import matches
from optimizer.facts.cells import Cells
from optimizer.facts.projects import expected_orders


@dataclass(frozen=True)
class Coverage:
    """Goals, targets and balance under an answer."""

    running: Running

    @cached_property
    def orders(self) -> dict[int, int]:
        """Expected orders of every running project, 0.01 unit."""
        return {place: expected_orders(project) for place, project in self.running.runs()}

    @cached_property
    def goals(self) -> tuple[GoalRow, ...]:
        """What the plan does for each goal."""
        rows = []
        for goal in self.running.facts.scenario.goals:
            serving_it = [place for place, project in self.running.runs() if goal.id in project.goals]
            orders = sum(self.orders[place] for place in serving_it)
            rows.append(
                GoalRow.model_construct(
                    id=goal.id,
                    projects=len(serving_it),
                    expected_orders=orders,
                    shortfall=max(0, goal.min_projects - len(serving_it)),
                    orders_shortfall=max(0, goal.min_expected_orders - orders),
                )
            )
        return tuple(rows)

    @cached_property
    def targets(self) -> tuple[TargetRow, ...]:
        """What the plan does for each target."""
        rows, cells = [], Cells(self.running.facts)
        for target in self.running.facts.scenario.targets:
            need = half_up(target.amount * target.coverage, RATIO_SCALE)
            expected = sum(self.orders.get(place, 0) for place in cells.serving(target).tolist())
            rows.append(
                TargetRow.model_construct(id=target.id, need=need, expected=expected, shortfall=max(0, need - expected))
            )
        return tuple(rows)

    @cached_property
    def measured(self) -> tuple[tuple[Balance, int, int], ...]:
        """For each balance row its part and total, in the integer unit of its measure."""
        measured = []
        for row in self.running.facts.scenario.policy.balance:
            amounts = self._amounts(row.measure)
            part = sum(
                amounts.get(place, 0)
                for place, project in self.running.runs()
                if matches(project, row.attribute, row.equals)
            )
            measured.append((row, part, sum(amounts.values())))
        return tuple(measured)

    def _amounts(self, measure: str) -> dict[int, int]:
        if measure == "effort":
            effort: dict[int, int] = {}
            for holding in self.running.holdings:
                effort[holding.project] = effort.get(holding.project, 0) + sum(holding.effort)
            return effort
        if measure == "expected_orders":
            return self.orders
        return {
            place: 1 if measure == "count" else project.value.pursuit_cost for place, project in self.running.runs()
        }

    def balance(self) -> Iterator[BalanceRow]:
        """The balance table."""
        for row, part, total in self.measured:
            scale = {"effort": EFFORT_SCALE, "count": 1}.get(row.measure, MONEY_SCALE)
            share = None if total == 0 else half_up(part * RATIO_SCALE * (1 if total > 0 else -1), abs(total))
            yield BalanceRow.model_construct(
                attribute=row.attribute,
                equals=row.equals,
                measure=row.measure,
                part=exact(part, scale),
                total=exact(total, scale),
                share=share,
            )

    def goal_cost(self) -> int:
        """What goals with a price miss, in 10^-6 money unit."""
        cost = 0
        for goal, row in zip(self.running.facts.scenario.goals, self.goals, strict=True):
            if goal.shortfall_price is not None:
                # Money missing (0.01) at a price of 10^-4 is in 10^-6 already.
                cost += row.shortfall * goal.shortfall_price * MICRO_PER_CENT + row.orders_shortfall * goal.orders_price
        return cost

    def target_cost(self) -> int:
        """What targets miss, in 10^-6 money unit."""
        targets = self.running.facts.scenario.targets
        return sum(row.shortfall * target.shortfall_price for target, row in zip(targets, self.targets, strict=True))

    def balance_cost(self) -> int:
        """What lies outside the shares, in 10^-6 money unit."""
        cost = 0
        for row, part, total in self.measured:
            outside = max(0, row.min_share * total - SHARE_SCALE * part)
            outside += max(0, SHARE_SCALE * part - row.max_share * total)
            # Hundredths of the measure's unit at a price in hundredths: 10^-7, 10^-6 or 10^-4 money unit.
            cost += {"effort": outside * row.price // 10, "count": outside * row.price * 100}.get(
                row.measure, outside * row.price
            )
        return cost
