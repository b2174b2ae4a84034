"""What to do, project by project, and why, as tables.

Why is told at the prices of the plan: what a project brings, less what it takes, plus what it helps with.
"""

from collections.abc import Sequence

from api.command_line import figures
from api.command_line.messages import text
from api.command_line.summary import Started, Summary, Turned
from api.command_line.tables import Sheet
from models.rules import Language
from optimizer.explain.sentences import equation, facts

Row = Sequence[str | tuple[str, ...]]


def _people(row: Started) -> tuple[str, ...]:
    return tuple(f"{role}: {person} {name}".rstrip() for role, person, name in row.people)


def initiated(summary: Summary, language: Language) -> Sheet:
    """Candidates that start as preferred."""
    columns = (
        ("column.project", False),
        ("column.name", False),
        ("column.start", False),
        ("column.value", True),
        ("column.people", False),
        ("column.why", False),
    )
    rows = [
        (row.project, row.name, row.start, figures.money(row.value), _people(row), _lines(row, language))
        for row in summary.initiated
    ]
    return _sheet(text("table.initiate", language), columns, rows)


def deferred(summary: Summary, language: Language) -> Sheet:
    """Candidates that start later."""
    columns = (
        ("column.project", False),
        ("column.name", False),
        ("column.from_to", False),
        ("column.value", True),
        ("column.people", False),
        ("column.why", False),
    )
    rows = [
        (
            row.project,
            row.name,
            f"{row.preferred} → {row.start}",
            figures.money(row.value),
            _people(row),
            _lines(row, language),
        )
        for row in summary.deferred
    ]
    return _sheet(text("table.defer", language), columns, rows)


def turned(projects: tuple[Turned, ...], title: str, language: Language) -> Sheet:
    """Projects that do not run; `title` is a message key."""
    columns = (("column.project", False), ("column.name", False), ("column.value_lost", True), ("column.why", False))
    rows = [(row.project, row.name, figures.money(row.value), _why(row, language)) for row in projects]
    return _sheet(text(title, language), columns, rows)


def _sheet(title: str, columns: Sequence[tuple[str, bool]], rows: Sequence[Row]) -> Sheet:
    """A plan without reasons has no column for them."""
    if any(any(row[-1]) for row in rows):
        return Sheet(title, columns, list(rows))
    return Sheet(title, columns[:-1], [row[:-1] for row in rows])


def _lines(row: Started, language: Language) -> tuple[str, ...]:
    """Beside the people, who take a line each, so may the terms."""
    return (*facts(row.why, language), *equation(row.why, language))


def _why(row: Turned, language: Language) -> tuple[str, ...]:
    account = equation(row.why, language)
    return (*facts(row.why, language), *((" ".join(account),) if account else ()))
