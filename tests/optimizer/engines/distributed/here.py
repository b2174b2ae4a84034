"""A pool without processes, and programs in parts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from optimizer.engines.distributed.partition import partition
from optimizer.engines.distributed.piece import Cut, Piece, cut
from optimizer.engines.distributed.questions import Answer, Question
from optimizer.engines.distributed.worker import Worker
from optimizer.program import COMMITMENT, Program


@dataclass
class Here:
    """Workers in this process, asked one after another. Those in `losing` are lost at their next question."""

    pieces: Sequence[Piece]
    losing: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.workers = [Worker(piece) for piece in self.pieces]

    def ask(self, questions: Sequence[Question], halted: Callable[[], bool]) -> list[Answer | None]:
        return [self._answer(part, question) for part, question in enumerate(questions)]

    def _answer(self, part: int, question: Question) -> Answer | None:
        if part in self.losing:
            self.losing.discard(part)
            self.workers[part] = Worker(self.pieces[part])
            return None
        return self.workers[part].answer(question)

    def close(self) -> None:
        """Nothing was opened."""


def limited_in_parts(program: Program, parts: int, unmet: int = 0) -> tuple[Program, Cut]:
    """The program limited to so many unmet commitments, and its pieces."""
    limited = program.limited(COMMITMENT, unmet)
    return limited, cut(limited, partition(program, parts), program.hinges)


def some_multipliers(upper: Any, seed: int, most: float) -> Any:
    """Multipliers [hinges] within their limits, drawn anew by seed."""
    return np.minimum(np.random.default_rng(seed).random(len(upper)) * most, upper)
