"""The answer in a few lines: what is decided, what it is worth, and how good that is."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import RenderableType
from rich.text import Text

from api.command_line import figures
from api.command_line.evidence_text import commitments, quality
from api.command_line.messages import text
from api.command_line.summary import Summary
from api.command_line.tables import safe
from models.rules import Language
from models.scenario import Scenario
from optimizer.engines.engine import StoppedBy


@dataclass(frozen=True, slots=True)
class SearchEnd:
    """Why the search ended. `by_clock` says that a search meant to be reproducible was cut by the clock."""

    stopped_by: str
    detail: str = ""
    by_clock: bool = False


def answer(scenario: Scenario, summary: Summary, end: SearchEnd, language: Language) -> Iterator[RenderableType]:
    """The answer in a few lines."""
    counts, unit = summary.counts, figures.money_unit(scenario.money, language)
    yield Text(text("summary.title", language, scenario=safe(scenario.name)), style="bold")
    yield commitments(summary.evidence, language)
    yield text(
        "summary.counts",
        language,
        initiate=counts.initiate,
        defer=counts.defer,
        drop=counts.drop,
        carry_on=counts.carry_on,
        stop=counts.stop,
    )
    yield text("summary.value", language, objective=figures.money_of_micro(summary.objective_micro), unit=unit)
    yield quality(summary.evidence, language)
    if summary.settled:
        yield text("summary.settled", language, settled=summary.settled, count=counts.total)
    is_proved = end.stopped_by == StoppedBy.OPTIMAL and summary.evidence.status == "optimal"
    reason = text("stopped.proved" if is_proved else f"stopped.{end.stopped_by}", language)
    yield text("summary.stopped", language, reason=reason, detail=safe(end.detail)).strip()
    if end.by_clock:
        yield text("summary.wall", language)
