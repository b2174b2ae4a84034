"""A worker in a process of its own: python -m optimizer.engines.distributed.child <descriptor of its connection>.

What it is sent: its piece, then questions, `Halt` in between. It ends when the connection ends, in the middle of
whatever it does: then nobody is left to answer to.
"""

import os
import signal
import sys
import threading
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import NoReturn, cast

from optimizer.engines.distributed.piece import Piece
from optimizer.engines.distributed.processes import Failure, Halt
from optimizer.engines.distributed.questions import Question
from optimizer.engines.distributed.worker import Worker


def serve(connection: "Connection[object, object]") -> NoReturn:
    """Answer until the other side is gone."""
    asked: SimpleQueue[Question] = SimpleQueue()
    worker = Worker(cast(Piece, connection.recv()))
    threading.Thread(target=_listen, args=(connection, worker, asked), daemon=True).start()
    while True:
        question = asked.get()
        try:
            answer: object = worker.answer(question)
        except Exception as error:
            answer = Failure(f"{type(error).__name__}: {error}")
        connection.send(answer)


def _listen(connection: "Connection[object, object]", worker: Worker, asked: "SimpleQueue[Question]") -> None:
    while True:
        try:
            said = connection.recv()
        except (EOFError, OSError):
            os._exit(0)
        if isinstance(said, Halt):
            worker.halt()
        else:
            asked.put(cast(Question, said))


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # interrupts are the parent's business
    serve(Connection(int(sys.argv[1])))
