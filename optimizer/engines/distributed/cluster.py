"""A pool of actors on a Ray cluster, which may be this machine alone. Ray is loaded only where it is asked for.

Moritz et al. (2018), Ray: a distributed framework for emerging AI applications.
"""

import importlib
from collections.abc import Callable, Sequence
from typing import Any, cast

from models.errors import ClusterUnavailable, SolverFault
from optimizer.engines.distributed.piece import Piece
from optimizer.engines.distributed.pool import Grace, Losses
from optimizer.engines.distributed.questions import Answer, Question
from optimizer.engines.distributed.worker import Worker

HERE = "local"
"""The address that stands for a cluster of this machine alone, started for one solve."""
POLL_SECONDS = 0.05
_AT_ONCE = 2
"""Calls that an actor takes at a time: a question, and word to halt."""


class Cluster:
    """A connection to a cluster. Raises ClusterUnavailable when Ray is not installed, or nobody answers."""

    def __init__(self, address: str) -> None:
        self._ray = _ray()
        try:
            self._ray.init(
                address=None if address == HERE else address,
                include_dashboard=False if address == HERE else None,
                log_to_driver=False,
                logging_level="error",
            )
        except Exception as error:
            raise ClusterUnavailable(f"{address}: {error}") from error

    @property
    def processors(self) -> int:
        """How many processors it has."""
        return max(1, int(self._ray.cluster_resources().get("CPU", 1)))

    def pool(self, pieces: Sequence[Piece]) -> "Actors":
        """An actor for each piece."""
        return Actors(self._ray, pieces)

    def close(self) -> None:
        """Leave it; one that was started for this ends."""
        self._ray.shutdown()


class Actors:
    """A pool of actors; see `Pool`. Each piece is put into the store of the cluster once."""

    def __init__(self, ray: Any, pieces: Sequence[Piece]) -> None:
        self._ray, self._losses = ray, Losses()
        self._pieces = [ray.put(piece) for piece in pieces]
        self.members = [self._actor(piece) for piece in self._pieces]

    def _actor(self, piece: Any) -> Any:
        return self._ray.remote(num_cpus=1, max_concurrency=_AT_ONCE)(Worker).remote(piece)

    def ask(self, questions: Sequence[Question], halted: Callable[[], bool]) -> list[Answer | None]:
        """See `Pool`."""
        waiting = {
            member.answer.remote(question): part
            for part, (member, question) in enumerate(zip(self.members, questions, strict=True))
        }
        answers: list[Answer | None] = [None] * len(questions)
        grace = Grace()
        while waiting:
            ready, _ = self._ray.wait(list(waiting), timeout=POLL_SECONDS)
            for answer in ready:
                part = waiting.pop(answer)
                answers[part] = self._answer(part, answer)
            if waiting and halted():
                for part in waiting.values():
                    self.members[part].halt.remote()
                grace.check()
        return answers

    def _answer(self, part: int, answer: Any) -> Answer | None:
        try:
            return cast(Answer, self._ray.get(answer))
        except self._ray.exceptions.RayActorError as error:
            self._losses.count(part, str(error).splitlines()[0])
            self.members[part] = self._actor(self._pieces[part])
            return None
        except self._ray.exceptions.RayError as error:
            raise SolverFault(f"the worker of part {part} failed: {error}") from error

    def close(self) -> None:
        """See `Pool`."""
        for member in self.members:
            self._ray.kill(member)


def _ray() -> Any:
    try:
        return importlib.import_module("ray")
    except ImportError as error:
        raise ClusterUnavailable("Ray is not installed; pip install 'hilltop[cluster]' installs it") from error
