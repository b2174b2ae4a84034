"""What `hilltop explain` says, in words and tables."""

from collections.abc import Iterator
from decimal import Decimal

from rich.console import RenderableType
from rich.text import Text

from api.command_line import figures
from api.command_line.evidence_text import quality
from api.command_line.explain_document import best_seats, decision_of
from api.command_line.messages import text
from api.command_line.tables import Sheet, safe
from models.plan import Decision, Plan
from models.rules import Language
from models.scenario import Scenario
from optimizer.checker import Auditor
from optimizer.explain.alternatives import Alternatives
from optimizer.explain.gap import entry_words
from optimizer.explain.rows import measure, row_words
from optimizer.explain.sentences import sentences
from optimizer.explain.whole import PricedRow, Whole
from optimizer.explain.why import cents
from optimizer.explain.words import rule_words

MORE = "table.more_by_top"
PEOPLE = 3
"""People shown for each role, the chosen one aside."""


def plan_text(whole: Whole, scenario: Scenario, plan: Plan, top: int, language: Language) -> Iterator[RenderableType]:
    """The whole plan: the gap by its pieces, then what is scarce and what is wanted."""
    yield Text(text("explain.title", language, scenario=safe(scenario.name)), style="bold")
    yield quality(plan.evidence, language)
    yield text("explain.prices", language)
    yield text(
        "explain.between",
        language,
        amount=_money(whole.gap),
        bound=figures.money_of_micro(plan.evidence.bound or 0),
        objective=figures.money_of_micro(plan.evidence.objective),
        pieces=len(whole.entries),
    )
    runs = {row.project for row in plan.decisions if row.runs}
    gap = Sheet(text("explain.gap", language), (("column.what", False), ("column.amount", True)))
    for entry in whole.entries[:top]:
        is_running = bool(entry.ids) and entry.ids[0] in runs
        gap.rows.append((entry_words(entry, runs=is_running, language=language), _money(entry.amount)))
    if rest := whole.entries[top:]:
        others = text("explain.others", language, count=len(rest))
        gap.rows.append((others, _money(sum(entry.amount for entry in rest))))
    if gap.rows:
        gap.rows.append((text("explain.total", language), _money(whole.gap)))
        gap.most = len(gap.rows)
        yield gap.render(language)
    scarce = [row for row in whole.rows if row.price > 0]
    wanted = [row for row in whole.rows if row.price < 0]
    for key, rows in (("explain.scarce", scarce), ("explain.wanted", wanted)):
        if rows:
            yield _rows(text(key, language), rows, scenario, top, language).render(language)


def _rows(title: str, rows: list[PricedRow], scenario: Scenario, top: int, language: Language) -> Sheet:
    columns = (
        ("column.what", False),
        ("column.rule", False),
        ("column.one_more", True),
        ("column.per", False),
        ("column.charged", True),
    )

    def per(row: PricedRow) -> str:
        kind = measure(row.row)
        key = f"per.effort.{scenario.horizon.kind}" if kind == "effort" else f"per.{kind}"
        return text(key, language)

    return Sheet(
        title,
        columns,
        [
            (
                row_words(row.row, language),
                rule_words(row.rule, language),
                _price(abs(row.price)),
                per(row),
                _money(abs(row.charged)),
            )
            for row in rows
        ],
        most=top,
        more=MORE,
    )


def project_text(
    found: Alternatives, auditor: Auditor, plan: Plan, top: int, language: Language
) -> Iterator[RenderableType]:
    """One project: its decision and why, what would flip it, its starts, people and charges."""
    decision, project = decision_of(auditor, plan, found.why.project), auditor.book.projects[found.why.project].project
    yield Text(_title(decision, project.name or "", language), style="bold")
    yield text("explain.prices", language)
    for said in sentences(decision.why, language):
        yield Text(f"  {safe(said)}")
    yield from _flip(found, language)
    yield from _starts(found, decision, top, language)
    yield from _people(found, auditor.scenario, language)
    rows = [(row_words(each.row, language), _money(each.amount)) for each in found.charges]
    if rows:
        columns = (("column.what", False), ("column.charge", True))
        yield Sheet(text("explain.charges", language), columns, list(rows), most=top, more=MORE).render(language)


def _title(decision: Decision, name: str, language: Language) -> str:
    word = text(f"decision.{decision.decision}", language)
    title = f"{safe(decision.project)} {safe(name)}".strip()
    said = word if decision.start is None else f"{word} {decision.start}"
    return text("explain.project", language, project=title, decision=said)


def _flip(found: Alternatives, language: Language) -> Iterator[RenderableType]:
    if found.to_flip is None:
        return
    side = "runs" if found.why.runs else "out"
    key = f"explain.flip_{side}" if found.to_flip > 0 else f"explain.flipped_{side}"
    yield Text("  " + text(key, language, amount=figures.money(abs(found.to_flip))))
    if found.why.other_at_most is not None and not found.why.is_settled:
        at_most = figures.money_of_micro(found.why.other_at_most)
        yield Text("  " + text("explain.other", language, at_most=at_most))


def _starts(found: Alternatives, decision: Decision, top: int, language: Language) -> Iterator[RenderableType]:
    chosen = text("explain.chosen", language)
    rows = [
        (each.start, figures.money(each.net), chosen if decision.runs and each.start == decision.start else "")
        for each in found.starts
    ]
    if rows:
        columns = (("column.start", False), ("column.net", True), ("column.chosen", False))
        yield Sheet(text("explain.starts", language), columns, list(rows), most=top, more=MORE).render(language)


def _people(found: Alternatives, scenario: Scenario, language: Language) -> Iterator[RenderableType]:
    names = {person.id: person.name or "" for person in scenario.people}
    chosen = text("explain.chosen", language)
    rows = [
        (
            seat.role,
            f"{seat.person} {names[seat.person]}".strip(),
            figures.money(seat.adds),
            chosen if seat.is_chosen else "",
        )
        for seat in best_seats(found.seats, PEOPLE)
    ]
    if rows:
        columns = (("column.role", False), ("column.person", False), ("column.adds", True), ("column.chosen", False))
        title = text("explain.people", language, start=found.why.start)
        yield Sheet(title, columns, list(rows), most=len(rows)).render(language)


def _money(parts: int) -> str:
    return figures.money(cents(parts))


def _price(price: Decimal) -> str:
    """Two decimals, or four where two would say little."""
    return f"{price:,.2f}" if price >= 1 else f"{price:.4f}"
