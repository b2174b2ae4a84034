"""Workers that each hold one part. There is one kind for each place they may run in; all answer the same."""

import time
from collections.abc import Callable, Sequence
from typing import Protocol

from models.errors import SolverFault
from optimizer.engines.distributed.questions import Answer, Question

GRACE_SECONDS = 2.0
REPLACEMENTS = 3
"""How many workers may be lost and replaced in one solve; one more is a fault of what they run on."""


class Pool(Protocol):
    """One worker for each part, numbered from 0."""

    def ask(self, questions: Sequence[Question], halted: Callable[[], bool]) -> list[Answer | None]:
        """Ask every worker its question, and wait for all answers; None where a worker was lost, and replaced.

        When `halted` says so, workers answer a search with what they have; halted is asked often. Raises SolverFault
        where a worker says that it failed, or too many were lost; OutOfTime where it is halted and answers stay away.
        """

    def close(self) -> None:
        """End all workers, whatever they do."""


class OutOfTime(Exception):
    """It is time to end, and workers did not answer within `GRACE_SECONDS` of it."""


class Losses:
    """Counts the workers that were lost."""

    def __init__(self) -> None:
        self._count = 0

    def count(self, part: int, how: str) -> None:
        """One more was lost. Raises SolverFault when it is one too many."""
        self._count += 1
        if self._count > REPLACEMENTS:
            raise SolverFault(f"the worker of part {part} was lost ({how}), the last of {self._count}")


class Grace:
    """How long is waited for answers once it is time to end."""

    def __init__(self) -> None:
        self._until: float | None = None

    def check(self) -> None:
        """Called while it is time to end, and answers are missing. Raises OutOfTime."""
        if self._until is None:
            self._until = time.monotonic() + GRACE_SECONDS
        elif time.monotonic() > self._until:
            raise OutOfTime


def ask_until_all_answer(
    pool: Pool, questions: Sequence[Question], halted: Callable[[], bool] = lambda: False
) -> list[Answer]:
    """All answers; where a worker was lost, all are asked again. Raises OutOfTime."""
    while True:
        answers = pool.ask(questions, halted)
        found = [answer for answer in answers if answer is not None]
        if len(found) == len(questions):
            return found
