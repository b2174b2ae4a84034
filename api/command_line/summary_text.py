"""The summary of a plan in words and tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import RenderableType
from rich.text import Text

from api.command_line import figures
from api.command_line.messages import text
from api.command_line.summary import Started, Summary, Turned
from api.command_line.tables import Sheet, listed, safe
from models.plan import Raised, Unmet
from models.rules import Language
from models.scenario import Scenario
from optimizer.explain.unmet import sentence


@dataclass(frozen=True, slots=True)
class SearchEnd:
    """Why the search ended. `by_clock` says that a search meant to be reproducible was cut by the clock."""

    stopped_by: str
    detail: str = ""
    by_clock: bool = False


def answer(scenario: Scenario, summary: Summary, end: SearchEnd, language: Language) -> Iterator[RenderableType]:
    """The answer in a few lines."""
    counts, unit = summary.counts, figures.money_unit(scenario.money, language)
    unmet = len(summary.unmet)
    yield Text(text("summary.title", language, scenario=safe(scenario.name)), style="bold")
    yield text("summary.unmet", language, count=unmet) if unmet else text("summary.complete", language)
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
    yield quality(summary, language)
    reason = text(f"stopped.{end.stopped_by}", language)
    yield text("summary.stopped", language, reason=reason, detail=safe(end.detail)).strip()
    if end.by_clock:
        yield text("summary.wall", language)


def quality(summary: Summary, language: Language) -> str:
    """What is known of how good the plan is: proved only where somebody other than the solver has recomputed it."""
    evidence = summary.evidence
    if evidence.status == "optimal":
        return text("summary.optimal", language)
    if evidence.status == "certified" and evidence.bound is not None:
        return text("summary.certified", language, **_bound(evidence.bound, evidence.gap))
    claim = evidence.solver_claim
    if claim is None or claim.bound is None:
        return text("summary.unclaimed", language)
    return text("summary.claimed", language, engine=safe(claim.engine), **_bound(claim.bound, claim.gap))


def _bound(bound: int, gap: int | None) -> dict[str, str]:
    return {
        "bound": figures.money_of_micro(bound),
        "gap": "–" if gap is None else figures.percent_of_micro(gap),
    }


def tables(scenario: Scenario, summary: Summary, language: Language) -> Iterator[RenderableType]:
    """What to do, project by project, and what it means for units, budgets, goals and commitments."""
    for sheet in (
        _unmet(summary, language),
        _initiated(summary, language),
        _deferred(summary, language),
        _turned(summary.dropped, "table.drop", language),
        _turned(summary.stopped, "table.stop", language),
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


def _people(row: Started) -> tuple[str, ...]:
    return tuple(f"{role}: {person} {name}".rstrip() for role, person, name in row.people)


def _initiated(summary: Summary, language: Language) -> Sheet:
    columns = (
        ("column.project", False),
        ("column.name", False),
        ("column.start", False),
        ("column.value", True),
        ("column.people", False),
    )
    rows = [(row.project, row.name, row.start, figures.money(row.value), _people(row)) for row in summary.initiated]
    return Sheet(text("table.initiate", language), columns, list(rows))


def _deferred(summary: Summary, language: Language) -> Sheet:
    columns = (
        ("column.project", False),
        ("column.name", False),
        ("column.from_to", False),
        ("column.value", True),
        ("column.people", False),
    )
    rows = [
        (row.project, row.name, f"{row.preferred} → {row.start}", figures.money(row.value), _people(row))
        for row in summary.deferred
    ]
    return Sheet(text("table.defer", language), columns, list(rows))


def _turned(projects: tuple[Turned, ...], title: str, language: Language) -> Sheet:
    columns = (("column.project", False), ("column.name", False), ("column.value_lost", True))
    rows = [(row.project, row.name, figures.money(row.value)) for row in projects]
    return Sheet(text(title, language), columns, list(rows))


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
