"""A pool of child processes on this machine: each gets its piece once, over a socket, and questions after it."""

import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from socket import socketpair
from typing import NamedTuple, cast

from models.errors import SolverFault
from optimizer.engines.distributed.piece import Piece
from optimizer.engines.distributed.pool import Grace, Losses
from optimizer.engines.distributed.questions import Answer, Question

CHILD = (sys.executable, "-P", "-m", "optimizer.engines.distributed.child")
"""`-P`: what lies in the directory one happens to work in is never imported."""
POLL_SECONDS = 0.05
_END_SECONDS = 10.0


class Halt(NamedTuple):
    """Answer the present question with what there is."""


class Failure(NamedTuple):
    """The worker failed, and says why."""

    message: str


class Process:
    """One child process and the connection to it. It ends when the connection does, and so with its parent."""

    def __init__(self, piece: Piece) -> None:
        ours, theirs = socketpair()
        with theirs:
            self.connection = Connection(ours.detach())
            self.process = subprocess.Popen(
                [*CHILD, str(theirs.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
            )
        self._piece: Piece | None = piece

    def ask(self, question: Question) -> None:
        """Ask it something; the first question comes after its piece, which waits until it listens."""
        if self._piece is not None:
            self.tell(self._piece)
            self._piece = None
        self.tell(question)

    def tell(self, message: object) -> None:
        """Send it something. One that is gone does not hear it, which shows when its answer is waited for."""
        with suppress(OSError):
            self.connection.send(message)

    def close(self) -> None:
        """End it."""
        self.process.kill()
        self.process.wait(_END_SECONDS)
        self.connection.close()


class Processes:
    """A pool of processes; see `Pool`. A context manager: none of them is left behind."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = list(pieces)
        self._losses = Losses()
        self.members: list[Process] = []
        try:
            self.members.extend(Process(piece) for piece in pieces)
        except BaseException:
            self.close()
            raise

    def ask(self, questions: Sequence[Question], halted: Callable[[], bool]) -> list[Answer | None]:
        """See `Pool`."""
        for member, question in zip(self.members, questions, strict=True):
            member.ask(question)
        answers: list[Answer | None] = [None] * len(questions)
        grace = Grace()
        waiting = {member.connection: part for part, member in enumerate(self.members)}
        while waiting:
            for connection in wait(list(waiting), POLL_SECONDS):
                part = waiting.pop(cast("Connection[object, object]", connection))
                answers[part] = self._answer(part)
            if waiting and halted():
                for part in waiting.values():
                    self.members[part].tell(Halt())
                grace.check()
        return answers

    def _answer(self, part: int) -> Answer | None:
        try:
            said = self.members[part].connection.recv()
        except (EOFError, OSError):
            self._replace(part)
            return None
        if isinstance(said, Failure):
            raise SolverFault(f"the worker of part {part} failed: {said.message}")
        return cast(Answer, said)

    def _replace(self, part: int) -> None:
        lost = self.members[part]
        lost.close()
        self._losses.count(part, f"exit status {lost.process.returncode}")
        self.members[part] = Process(self._pieces[part])

    def close(self) -> None:
        """See `Pool`."""
        for member in self.members:
            member.close()
