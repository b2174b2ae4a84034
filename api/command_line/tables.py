"""Plain tables that fit the terminal, Chinese included: titles, right-aligned figures, long lists cut short."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from api.command_line.messages import text
from models.rules import Language
from models.validation.places import shown

MOST_ROWS = 10
MOST_ITEMS = 8


@dataclass
class Sheet:
    """One table to be: a title, columns (right-aligned ones are figures), rows of cells: texts, or lines of text."""

    title: str
    columns: Sequence[tuple[str, bool]]
    """Message key, and whether it holds figures."""
    rows: list[Sequence[str | tuple[str, ...]]] = field(default_factory=list)
    most: int = MOST_ROWS
    more: str = "table.more"
    """The message that counts what is left out."""

    def render(self, language: Language) -> RenderableType:
        """The table, its title above; what is left out is counted."""
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False)
        for key, figures in self.columns:
            table.add_column(text(key, language), justify="right" if figures else "left", overflow="fold")
        for row in self.rows[: self.most]:
            table.add_row(*(Text(_cell(cell)) for cell in row))
        parts: list[RenderableType] = [Text(f"\n{self.title}", style="bold"), Padding(table, (0, 0, 0, 2))]
        if len(self.rows) > self.most:
            parts.append(Text("  " + text(self.more, language, count=len(self.rows) - self.most)))
        return Group(*parts)


def _cell(cell: str | tuple[str, ...]) -> str:
    return safe(cell) if isinstance(cell, str) else "\n".join(map(safe, cell))


def safe(content: str) -> str:
    """The text without anything that a terminal would obey instead of showing."""
    return content if content.isprintable() else shown(content)


def escaped(content: str) -> str:
    """The whole text, in its lines, with whatever a terminal would obey escaped: for paths and details of errors."""
    return "".join(sign if sign.isprintable() or sign == "\n" else f"\\u{ord(sign):04x}" for sign in content)


def listed(items: Sequence[str], language: Language, most: int = MOST_ITEMS) -> str:
    """Items in one line, the rest counted."""
    line = ("、" if language == "zh" else ", ").join(safe(item) for item in items[:most])
    return text("list.more", language, items=line, count=len(items) - most) if len(items) > most else line
