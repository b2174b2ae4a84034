"""`hilltop diff`."""

from collections.abc import Iterator
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.text import Text

from api.command_line import figures
from api.command_line.documents import read_plan
from api.command_line.messages import text
from api.command_line.options import Json, Lang
from api.command_line.session import Session
from api.command_line.summary_tables import commitment
from api.command_line.tables import Sheet, escaped, listed, safe
from models.rules import Language
from scenarios.comparison import CommitmentKey, Comparison, MoneyChange, compare

EVERY_ROW = 1_000_000

Before = Annotated[str, typer.Argument(metavar="BEFORE", help="help.plan_before", show_default=False)]
After = Annotated[str, typer.Argument(metavar="AFTER", help="help.plan_after", show_default=False)]


def diff(context: typer.Context, before: Before, after: After, as_json: Json = False, _lang: Lang = None) -> None:
    """Everything that differs from one plan to another."""
    session: Session = context.obj
    terminal = session.terminal
    terminal.as_json = as_json
    comparison = compare(read_plan(before), read_plan(after))
    if as_json:
        terminal.json(comparison.document())
        return
    terminal.show("diff.title", before=escaped(before), after=escaped(after))
    for part in _rendered(comparison, terminal.language):
        terminal.out.print(part)


def _rendered(comparison: Comparison, language: Language) -> Iterator[RenderableType]:
    if not comparison.same_scenario:
        yield Text(text("diff.other_scenario", language))
    yield Text(text("diff.count", language, count=comparison.changes))
    sheets = (_decisions(comparison, language), _people(comparison, language), _money(comparison, language))
    if not any(sheet.rows for sheet in sheets):
        yield Text(text("diff.same", language))
    for sheet in sheets:
        if sheet.rows:
            yield sheet.render(language)
    for key, commitments in (
        ("diff.newly_unmet", comparison.newly_unmet),
        ("diff.newly_met", comparison.newly_met),
    ):
        if commitments:
            yield Text(text(key, language, what=_named(commitments, language)))


def _named(commitments: tuple[CommitmentKey, ...], language: Language) -> str:
    return listed([commitment(*key, language) for key in commitments], language, most=len(commitments))


def _decisions(comparison: Comparison, language: Language) -> Sheet:
    def said(word: str | None, start: str | None) -> str:
        decision = text(f"decision.{word or 'none'}", language)
        return decision if start is None else f"{decision} {start}"

    rows = [
        (row.project, said(row.before, row.start_before), said(row.after, row.start_after))
        for row in comparison.decisions
    ]
    columns = (("column.project", False), ("column.before", False), ("column.after", False))
    return Sheet(text("diff.decisions", language), columns, list(rows), most=EVERY_ROW)


def _people(comparison: Comparison, language: Language) -> Sheet:
    none = text("decision.none", language)
    rows = [(safe(row.project), safe(row.role), row.before or none, row.after or none) for row in comparison.people]
    columns = (("column.project", False), ("column.role", False), ("column.before", False), ("column.after", False))
    return Sheet(text("diff.people", language), columns, list(rows), most=EVERY_ROW)


def _money(comparison: Comparison, language: Language) -> Sheet:
    changes = [comparison.objective, *comparison.terms, comparison.purchases]

    def row(change: MoneyChange) -> tuple[str, ...]:
        return (
            text(f"term.{change.name}", language),
            figures.money_of_micro(change.before),
            figures.money_of_micro(change.after),
            figures.signed_money_of_micro(change.difference),
        )

    columns = (("column.term", False), ("column.before", True), ("column.after", True), ("column.difference", True))
    rows = [row(change) for change in changes if change.difference]
    return Sheet(text("diff.money", language), columns, list(rows), most=EVERY_ROW)
