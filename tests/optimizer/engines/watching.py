"""Observers and stops for tests of engines."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from optimizer.engines.engine import Priced
from optimizer.program import Program, Score, Selection


class Seen(NamedTuple):
    """What an engine told its observer, in order of time: two counts of an incumbent, or unmet and a bound."""

    kind: str
    first: int
    money: int


@dataclass
class Recorder:
    """An observer that writes down what it hears, and what is wrong with it. It never raises."""

    program: Program
    told: list[Seen] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    on_incumbent: Callable[[], None] = lambda: None

    def incumbent(self, selection: Selection, score: Score) -> None:
        """Write down an incumbent, which has to be complete, feasible and better than the last."""
        if not self.program.is_complete(selection):
            self.wrong.append("an incumbent is incomplete")
        elif self.program.score(selection) != score or score.excess:
            self.wrong.append("an incumbent is infeasible or misjudged")
        if self.incumbents and score[:2] <= self.incumbents[-1]:
            self.wrong.append("an incumbent is no better than the last")
        self.told.append(Seen("incumbent", score.met, score.money))
        self.on_incumbent()

    def bound(self, unmet: int, money: int) -> None:
        """Write down a bound."""
        self.told.append(Seen("bound", unmet, money))

    def priced(self, priced: Priced) -> None:
        """Write down the bound that prices give."""
        self.told.append(Seen("bound", priced.unmet, priced.prices.ceiling()))

    @property
    def incumbents(self) -> list[tuple[int, int]]:
        """Both counts of every incumbent."""
        return [(seen.first, seen.money) for seen in self.told if seen.kind == "incumbent"]

    @property
    def bounds(self) -> list[tuple[int, int]]:
        """Unmet and money of every bound."""
        return [(seen.first, seen.money) for seen in self.told if seen.kind == "bound"]


@dataclass
class Asked:
    """A stop without a clock: it is requested when somebody sets it."""

    is_set: bool = True
    left: float = 600.0

    def requested(self) -> bool:
        """Whether somebody asked to stop."""
        return self.is_set

    def seconds_left(self) -> float:
        """As many as were given; they do not run."""
        return self.left


def unpolished(program: Program, selection: Selection, seed: int, steps: int, halted: Callable[[], bool]) -> Selection:
    """No polish: what the solver does with the selection it is given is what a test is about."""
    return selection
