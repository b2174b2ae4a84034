"""What one sees while a plan is being made: a live line on a terminal, plain lines elsewhere, nothing with --json."""

import time
from collections.abc import Callable
from types import TracebackType
from typing import Protocol, Self

from rich.live import Live
from rich.text import Text

from api.command_line import figures
from api.command_line.terminal import Terminal
from models.evidence import gap_between
from optimizer.found import Found
from scenarios.execution import Bound, Compiled, Ended, Event, Incumbent, Started

BETWEEN_LINES = 1.0
"""Seconds between two plain lines, at least."""


class State:
    """How far a solve has come: its phase, the best plan, the bound.

    `claimed` says that the bound is a solver's word and no price's; `which` is the message that tells several solves
    apart.
    """

    def __init__(
        self,
        began: float,
        limit: float,
        now: Callable[[], float] = time.monotonic,
        *,
        claimed: bool = False,
    ) -> None:
        self._began, self._now = began, now
        self.limit, self.claimed = limit, claimed
        self.which: str | None = None
        self.phase = "reading"
        self.best: Found | None = None
        self.bound: Bound | None = None

    def take(self, event: Event) -> None:
        """Note an event."""
        match event:
            case Started():
                self.phase = "compiling"
            case Compiled():
                self.phase = "searching"
            case Incumbent(found):
                self.best = found
            case Bound():
                self.bound = event
            case Ended():
                self.phase = "checking"

    @property
    def manner(self) -> str:
        """How the messages of a solve end whose bound is claimed."""
        return "_claimed" if self.claimed else ""

    @property
    def elapsed(self) -> int:
        """Whole seconds since the command started."""
        return int(self._now() - self._began)

    def figures(self, terminal: Terminal) -> dict[str, str]:
        """Objective, bound, gap and unmet, as texts."""
        none = terminal.say("progress.none")
        best, bound = self.best, self.bound
        if best is None:
            return {"objective": none, "bound": none, "gap": none, "unmet": none}
        # A bound on plans that leave fewer commitments unmet says nothing of this one.
        holds = bound is not None and bound.unmet >= best.unmet
        gap = gap_between(bound.money, best.money) if bound is not None and holds else None
        return {
            "objective": figures.money_of_micro(best.money),
            "bound": figures.money_of_micro(bound.money) if bound is not None and holds else none,
            "gap": none if gap is None else figures.percent_of_micro(max(0, gap)),
            "unmet": str(best.unmet),
        }


class Progress(Protocol):
    """Shows how a solve goes on, between enter and exit."""

    def __enter__(self) -> Self:
        """Begin."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the terminal as it was."""

    def __call__(self, event: Event) -> None:
        """Take note of an event."""


class Silent:
    """Shows nothing."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def __call__(self, event: Event) -> None:
        """Nothing to see."""


class Lines(Silent):
    """One line for each change, at most one a second, and always the last."""

    def __init__(self, terminal: Terminal, state: State, now: Callable[[], float] = time.monotonic) -> None:
        self._terminal, self._state, self._now = terminal, state, now
        self._last = float("-inf")
        self._shown: dict[str, str] = {}

    def __call__(self, event: Event) -> None:
        """Write a line when something has changed."""
        self._state.take(event)
        if isinstance(event, Started) and self._state.which is not None:
            self._terminal.note(self._state.which)
        if isinstance(event, Compiled):
            size = event.size
            counts = {"groups": size.groups, "candidates": size.candidates, "rows": size.rows}
            self._terminal.note("progress.compiled", elapsed=self._state.elapsed, **counts)
            return
        said = self._state.figures(self._terminal)
        due = isinstance(event, Ended) or self._now() - self._last >= BETWEEN_LINES
        if self._state.best is not None and due and said != self._shown:
            self._last, self._shown = self._now(), said
            self._terminal.note(f"progress.state{self._state.manner}", elapsed=self._state.elapsed, **said)


class LiveLine:
    """One line that keeps itself up to date, gone when the work is done."""

    def __init__(self, terminal: Terminal, state: State, stopping: Callable[[], bool]) -> None:
        self._terminal, self._state, self._stopping = terminal, state, stopping
        self._live = Live(
            console=terminal.err, get_renderable=self._line, refresh_per_second=4, transient=True, redirect_stdout=False
        )

    def __enter__(self) -> Self:
        self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._live.stop()

    def __call__(self, event: Event) -> None:
        """Take note; the line refreshes itself."""
        self._state.take(event)

    def _line(self) -> Text:
        state, say = self._state, self._terminal.say
        phase = say(f"phase.{'stopping' if self._stopping() and state.phase != 'checking' else state.phase}")
        return Text(
            say(
                f"progress.live{state.manner}",
                elapsed=state.elapsed,
                limit=f"{state.limit:g}",
                phase=phase if state.which is None else say("progress.which", which=say(state.which), phase=phase),
                **state.figures(self._terminal),
            )
        )


def progress_for(terminal: Terminal, state: State, stopping: Callable[[], bool]) -> Progress:
    """The progress that suits where the command writes."""
    if terminal.as_json:
        return Silent()
    return LiveLine(terminal, state, stopping) if terminal.err.is_terminal else Lines(terminal, state)
