"""`hilltop solve`."""

import errno
import os
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from api.command_line.hunger_cost import HungerCost
from api.command_line.hunger_cost import document as cost_document
from api.command_line.hunger_cost import sentences as cost_lines
from api.command_line.options import Json, Lang, ScenarioFile, finite, finite_if_given
from api.command_line.progress import progress_for
from api.command_line.question import Question
from api.command_line.session import Session
from api.command_line.solving import Setting, second_solve
from api.command_line.summary import summarise
from api.command_line.summary_tables import tables
from api.command_line.summary_text import SearchEnd, answer
from api.command_line.tables import escaped
from api.command_line.terminal import Terminal
from api.command_line.what_next import Kept, what_next
from models.canonical import readable_json
from models.errors import NotWritten
from models.plan import Plan
from models.scenario import Scenario
from optimizer.engines.distributed import Distributed
from optimizer.engines.registry import ENGINES
from optimizer.settings import SolveSettings
from scenarios.execution import Stopping
from scenarios.files import write_atomically

UNMET = 3
_DEFAULT = SolveSettings()
_MEGABYTE = 1 << 20


class ProfileName(StrEnum):
    """The profiles of `SolveSettings`."""

    INTERACTIVE = "interactive"
    THOROUGH = "thorough"
    REPRODUCIBLE = "reproducible"


Out = Annotated[str | None, typer.Option("--out", metavar="FILE", help="help.out", show_default=False)]
TimeLimit = Annotated[
    float, typer.Option("--time-limit", metavar="SECONDS", min=0, help="help.time_limit", callback=finite)
]
Gap = Annotated[float, typer.Option("--gap", metavar="RATIO", min=0, help="help.gap", callback=finite)]
Patience = Annotated[
    float | None,
    typer.Option(
        "--patience", metavar="SECONDS", min=1, help="help.patience", callback=finite_if_given, show_default=False
    ),
]
Workers = Annotated[int | None, typer.Option("--workers", metavar="N", min=1, help="help.workers", show_default=False)]
Seed = Annotated[int, typer.Option("--seed", metavar="K", min=0, max=2**31 - 1, help="help.seed")]
EngineName = Annotated[str, typer.Option("--engine", metavar="|".join(ENGINES), help="help.engine")]
Cluster = Annotated[str | None, typer.Option("--cluster", metavar="ADDRESS", help="help.cluster", show_default=False)]
Profile = Annotated[ProfileName, typer.Option("--profile", help="help.profile")]
Pins = Annotated[list[str] | None, typer.Option("--pin", metavar="PIN", help="help.pin", show_default=False)]
Baseline = Annotated[str | None, typer.Option("--baseline", metavar="PLAN", help="help.baseline", show_default=False)]
SaveScenario = Annotated[
    str | None, typer.Option("--save-scenario", metavar="FILE", help="help.save_scenario", show_default=False)
]
WithHungerCost = Annotated[bool, typer.Option("--hunger-cost", help="help.hunger_cost")]


def solve(
    context: typer.Context,
    scenario: ScenarioFile,
    out: Out = None,
    time_limit: TimeLimit = _DEFAULT.time_limit,
    gap: Gap = _DEFAULT.gap,
    patience: Patience = _DEFAULT.patience,
    workers: Workers = None,
    seed: Seed = _DEFAULT.seed,
    engine: EngineName = _DEFAULT.engine,
    cluster: Cluster = None,
    profile: Profile = ProfileName.INTERACTIVE,
    pin: Pins = None,
    baseline: Baseline = None,
    save_scenario: SaveScenario = None,
    with_hunger_cost: WithHungerCost = False,
    as_json: Json = False,
    _lang: Lang = None,
) -> None:
    """A plan for a scenario, and a summary of it; a plan that leaves commitments unmet makes the exit code 3."""
    session: Session = context.obj
    terminal = session.terminal
    terminal.as_json = as_json
    if engine not in ENGINES:
        raise typer.BadParameter(terminal.say("usage.engine", engine=engine, known=", ".join(ENGINES)))
    if cluster is not None and engine != Distributed.name:
        raise typer.BadParameter(terminal.say("usage.cluster", engine=Distributed.name))
    if scenario == baseline == "-":
        raise typer.BadParameter(terminal.say("usage.one_input"))
    for path in (out, save_scenario):
        _refuse_hopeless(path)
    settings = SolveSettings(engine, time_limit, gap, workers, seed, profile.value, patience, cluster)
    setting = Setting(terminal, settings, _memory(terminal))
    stop, state = Stopping(session.began + setting.limit), setting.state(session.began)
    question, cost = Question(scenario, tuple(pin or ()), baseline), None
    with ExitStack() as guarded:
        with progress_for(terminal, state, stop.requested) as progress:
            asked, document = question.read(terminal)
            if save_scenario is not None:
                write_atomically(save_scenario, readable_json(document))
            if with_hunger_cost and asked.policy.hunger:
                state.which = "progress.with_hunger"
            # From here on, until the plan is written and shown, no signal loses it.
            guarded.enter_context(session.interrupts.asking(stop))
            plan, end = setting.solve(asked, stop, progress)
            failed = _written(plan, out)
        if with_hunger_cost:
            cost = second_solve(setting, asked, plan, stop, session.interrupts)
            guarded.enter_context(session.interrupts.asking(stop))
        if as_json:
            found = plan.model_dump(by_alias=True)
            terminal.json(found if cost is None else {"plan": found, "hunger_cost": cost_document(cost)})
        else:
            kept = Kept(scenario, None if failed else out, save_scenario, question.changed)
            _show(asked, plan, cost, kept, end, terminal)
    if failed is not None:
        raise failed
    if plan.outcome == "commitments_unmet":
        raise typer.Exit(UNMET)


def _show(
    scenario: Scenario, plan: Plan, cost: HungerCost | None, kept: Kept, end: SearchEnd, terminal: Terminal
) -> None:
    summary, language = summarise(scenario, plan), terminal.language
    hunger = () if cost is None else cost_lines(cost, language)
    for part in (*answer(scenario, summary, end, language), *hunger, *tables(scenario, summary, language)):
        terminal.out.print(part)
    terminal.out.print("\n" + terminal.say("next.title"), style="bold")
    for line in what_next(kept, summary, language):
        terminal.out.print(f"  {escaped(line)}", soft_wrap=True)


def _written(plan: Plan, out: str | None) -> NotWritten | None:
    """Write the plan; a failure is kept, so that the plan can at least be shown."""
    if out is not None:
        try:
            write_atomically(out, readable_json(plan.model_dump(by_alias=True)))
        except NotWritten as failed:
            return failed
    return None


def _refuse_hopeless(path: str | None) -> None:
    """Say before the search, not after it, that a file cannot be written there. Raises NotWritten."""
    if path is None:
        return
    folder = Path(os.path.realpath(path)).parent
    if not folder.is_dir():
        raise NotWritten(f"{path}: {os.strerror(errno.ENOENT)}")
    if Path(path).is_dir():
        raise NotWritten(f"{path}: {os.strerror(errno.EISDIR)}")
    if not os.access(folder, os.W_OK):
        raise NotWritten(f"{path}: {os.strerror(errno.EACCES)}")


def _memory(terminal: Terminal) -> int | None:
    """The memory that the environment grants the solving process, in bytes; None where it says nothing."""
    stated = os.environ.get("HILLTOP_MEMORY_MB", "")
    if not stated:
        return None
    if not (stated.isascii() and stated.isdigit() and int(stated) > 0):
        raise typer.BadParameter(terminal.say("error.memory_setting"))
    return int(stated) * _MEGABYTE
