"""The share of a kind of project in the portfolio lies within its limits; each unit outside costs its price."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from models.plan import BalanceRow
from models.policy import Balance
from models.project import Project
from models.quantities import EFFORT_SCALE, MICRO_SCALE, MONEY_SCALE, RATIO_SCALE, SHARE_SCALE, exact, half_up
from models.rules import RuleId
from optimizer.checker.book import Book
from optimizer.checker.case import Case

RULE = RuleId.PORTFOLIO_BALANCE
TERM = "balance"

# In what unit each measure is counted: 1/scale.
MEASURE_SCALE = {"effort": EFFORT_SCALE, "count": 1, "pursuit_cost": MONEY_SCALE, "expected_orders": MONEY_SCALE}

NUMBERS = {"duration": 1, "stop_cost": MONEY_SCALE}
TRUTH_VALUES = ("mandated", "qualified", "stoppable")
TEXTS = (
    "id", "name", "unit", "tier", "kind", "reach", "status", "origin", "order_period", "customer_group", "product",
)  # fmt: skip
LISTS = ("goals", "tags", "requires", "excludes")


@dataclass(frozen=True, slots=True)
class Side:
    """One policy row and the projects that have its attribute."""

    row: Balance
    members: frozenset[str]


def money(case: Case) -> int:
    """Minus the price of shares outside their limits, in 10^-6 money unit."""
    cost = 0
    for side in case.book.once(sides):
        row = side.row
        part, total = measured(case, side)
        # Shares are hundredths, so both are hundredths of the measure's unit.
        missing = max(0, row.min_share * total - SHARE_SCALE * part)
        surplus = max(0, SHARE_SCALE * part - row.max_share * total)
        # Times a price in hundredths: 1/(scale·100·100) money unit. On money that is 10^-6, on counts 10^-4, on effort
        # 10^-7, where the price has one decimal and so is a multiple of ten.
        cost += _exactly((missing + surplus) * row.price * MICRO_SCALE, MEASURE_SCALE[row.measure] * SHARE_SCALE**2)
    return -cost


def measured(case: Case, side: Side) -> tuple[int, int]:
    """Part and total of the running projects in the integer unit of the row's measure."""
    part = total = 0
    if side.row.measure == "effort":
        for engagement in case.engagements:
            total += engagement.total
            if engagement.project.id in side.members:
                part += engagement.total
        return part, total
    for project in case.running:
        if side.row.measure == "count":
            amount = 1
        elif side.row.measure == "pursuit_cost":
            amount = project.project.value.pursuit_cost
        else:
            amount = project.expected_orders
        total += amount
        if project.id in side.members:
            part += amount
    return part, total


def sides(book: Book) -> tuple[Side, ...]:
    """The policy rows, each with its projects."""
    return tuple(
        Side(row, frozenset(facts.id for facts in book.projects.values() if has(facts.project, row)))
        for row in book.scenario.policy.balance
    )


def has(project: Project, row: Balance) -> bool:
    """Whether a project has the attribute: text, truth value and number each match only their own kind."""
    name, wanted = row.attribute, row.equals
    if isinstance(wanted, bool):
        return name in TRUTH_VALUES and getattr(project, name) is wanted
    if isinstance(wanted, str):
        if name in LISTS:
            return wanted in getattr(project, name)
        return name in TEXTS and getattr(project, name) == wanted
    return name in NUMBERS and getattr(project, name) == Decimal(wanted) * NUMBERS[name]


def table(case: Case) -> Iterator[BalanceRow]:
    """A row for each row of policy: part and total in FTE-periods, projects or money."""
    for side in case.book.once(sides):
        part, total = measured(case, side)
        scale = MEASURE_SCALE[side.row.measure]
        yield BalanceRow.model_construct(
            attribute=side.row.attribute,
            equals=side.row.equals,
            measure=side.row.measure,
            part=exact(part, scale),
            total=exact(total, scale),
            share=_share(part, total),
        )


def _share(part: int, total: int) -> int | None:
    """part / total in 10^-4, half up; expected orders may sum to less than nothing."""
    if total == 0:
        return None
    return half_up(part * RATIO_SCALE, total) if total > 0 else half_up(-part * RATIO_SCALE, -total)


def _exactly(numerator: int, denominator: int) -> int:
    quotient, remainder = divmod(numerator, denominator)
    if remainder:
        raise ArithmeticError("a balance price has more decimals than its measure allows")
    return quotient
