"""What the master does while workers search: in programs that are small enough, prices are tightened further."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from optimizer.engines.engine import Priced, Prices
from optimizer.engines.portfolio.board import Board
from optimizer.engines.prices import tighten
from optimizer.engines.prices.tighten import LARGEST
from optimizer.program import COMMITMENT, Program


@contextmanager
def tightening(board: Board) -> Iterator[None]:
    """Tighten prices in a thread of its own, until the block is left."""
    if board.program.size().non_zeros > LARGEST:
        yield
        return
    left = threading.Event()
    thread = threading.Thread(target=_tighten, args=(board, left))
    thread.start()
    try:
        yield
    finally:
        left.set()
        thread.join()


def _tighten(board: Board, left: threading.Event) -> None:
    """Rounded rows need the whole program: no part sees all of a row."""
    while not (board.halted() or left.is_set()):
        unmet = board.unmet
        _tighten_for(board, unmet, left)
        while board.unmet == unmet and not (board.halted() or left.wait(_POLL_SECONDS)):
            pass


def _tighten_for(board: Board, unmet: int, left: threading.Event) -> None:
    def halted() -> bool:
        return left.is_set() or board.halted() or board.unmet < unmet

    def report(prices: Prices, program: Program) -> None:
        board.price(Priced(unmet, prices, program))

    tighten(board.program.limited(COMMITMENT, unmet), halted, report)


_POLL_SECONDS = 0.1
