"""The tables of a summary: decisions, then what they mean for units, budgets, goals and commitments."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from api.command_line import figures
from api.command_line.decision_tables import deferred, initiated, turned
from api.command_line.messages import text
from api.command_line.summary import Summary
from api.command_line.tables import Sheet, listed, safe
from models.plan import Raised, Unmet
from models.rules import Language
from models.scenario import Scenario
from optimizer.explain.unmet import sentence


def tables(scenario: Scenario, summary: Summary, language: Language) -> Iterator[RenderableType]:
    """What to do, project by project, and what it means for units, budgets, goals and commitments."""
    for sheet in (
        _unmet(summary, language),
        initiated(summary, language),
        deferred(summary, language),
        turned(summary.dropped, "table.drop", language),
        turned(summary.stopped, "table.stop", language),
        _trades(scenario, summary, language),
        _hunger(summary, language),
        _budgets(summary, language),
        _goals(summary, language),
        _targets(summary, language),
        _raised(summary, language),
    ):
        if sheet.rows:
            yield sheet.render(language)
    yield from _changes(summary, language)


def _trades(scenario: Scenario, summary: Summary, language: Language) -> Sheet:
    columns = (
        ("column.buyer", False),
        ("column.seller", False),
        (f"column.effort.{scenario.horizon.kind}", True),
        ("column.amount", True),
        ("column.heads", True),
    )
    rows = [
        (row.buyer, row.seller, figures.fte(row.effort), figures.money(row.amount), str(row.people))
        for row in summary.trades
    ]
    return Sheet(text("table.trades", language), columns, list(rows))


def _hunger(summary: Summary, language: Language) -> Sheet:
    columns = (
        ("column.unit", False),
        ("column.role", False),
        ("column.state", False),
        ("column.overfed", True),
        ("column.in_band", True),
        ("column.starving", True),
        ("column.worst", True),
        ("column.when", False),
    )
    rows = [
        (
            row.unit,
            row.role,
            text(f"state.{row.state}", language),
            str(row.overfed),
            str(row.in_band),
            str(row.starving),
            figures.fte(max(0, row.worst_shortage)),
            row.worst_period if row.worst_shortage > 0 else "",
        )
        for row in summary.appetites
    ]
    return Sheet(text("table.hunger", language), columns, list(rows))


def _budgets(summary: Summary, language: Language) -> Sheet:
    columns = (
        ("column.unit", False),
        ("column.when", False),
        ("column.spent", True),
        ("column.limit", True),
        ("column.used", True),
    )
    rows = [
        (
            row.unit,
            row.period or text("period.whole", language),
            figures.money(row.spent),
            figures.money(row.limit),
            figures.share(row.spent, row.limit),
        )
        for row in summary.budgets
    ]
    return Sheet(text("table.budgets", language), columns, list(rows))


def _goals(summary: Summary, language: Language) -> Sheet:
    columns = (
        ("column.goal", False),
        ("column.projects", True),
        ("column.orders", True),
        ("column.missing_projects", True),
        ("column.missing_orders", True),
    )
    rows = [
        (
            row.id,
            str(row.projects),
            figures.money(row.expected_orders),
            str(row.shortfall),
            figures.money(row.orders_shortfall),
        )
        for row in summary.goals
    ]
    return Sheet(text("table.goals", language), columns, list(rows))


def _targets(summary: Summary, language: Language) -> Sheet:
    columns = (
        ("column.target", False),
        ("column.need", True),
        ("column.expected", True),
        ("column.shortfall", True),
        ("column.covered", True),
    )
    rows = [
        (
            row.id,
            figures.money(row.need),
            figures.money(row.expected),
            figures.money(row.shortfall),
            figures.share(row.expected, row.need),
        )
        for row in summary.targets
    ]
    return Sheet(text("table.targets", language), columns, list(rows))


def commitment(kind: str, identifier: str, role: str | None, language: Language) -> str:
    """A commitment in words."""
    key = "unmet.pin_role" if kind == "pin" and role is not None else f"unmet.{kind}"
    return text(key, language, id=safe(identifier), role=role)


def _why(row: Unmet, language: Language) -> str:
    return "" if row.reason is None else sentence(row.reason, language)


def _unmet(summary: Summary, language: Language) -> Sheet:
    rows = [(commitment(row.kind, row.id, row.role, language), _why(row, language)) for row in summary.unmet]
    return Sheet(
        text("table.unmet", language), (("column.what", False), ("column.why", False)), list(rows), most=len(rows)
    )


def _raised(summary: Summary, language: Language) -> Sheet:
    columns = (
        ("column.rule", False),
        ("column.what", False),
        ("column.when", False),
        ("column.limit", True),
        ("column.level", True),
    )

    def what(row: Raised) -> str:
        return row.id if row.role is None else f"{row.id} / {row.role}"

    rows = [
        (row.rule, what(row), row.period or text("period.whole", language), f"{row.limit:f}", f"{row.level:f}")
        for row in summary.raised
    ]
    return Sheet(text("table.raised", language), columns, list(rows))


def _changes(summary: Summary, language: Language) -> Iterator[RenderableType]:
    changes = summary.changes
    if changes is None:
        return
    yield Text("\n" + text("table.changes", language), style="bold")
    if not (changes.turned or changes.replaced):
        yield "  " + text("changes.none", language)
        return
    yield "  " + text("changes.line", language, turned=len(changes.turned), replaced=len(changes.replaced))
    if changes.turned:
        yield "  " + text("changes.turned", language, projects=listed(changes.turned, language))
    if changes.replaced:
        columns = (
            ("column.project", False),
            ("column.role", False),
            ("column.before", False),
            ("column.after", False),
        )
        yield Sheet("", columns, list(changes.replaced)).render(language)
