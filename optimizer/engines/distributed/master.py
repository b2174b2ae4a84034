"""One solve in parts: prices first, then rounds of search by them, then all of it once more in one piece."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

import numpy as np

from optimizer.engines.distributed.beside import tightening
from optimizer.engines.distributed.dual import SharedDual
from optimizer.engines.distributed.piece import Cut
from optimizer.engines.distributed.pool import OutOfTime, Pool
from optimizer.engines.distributed.pricing import find_shared_prices
from optimizer.engines.distributed.rounds import Effort, Rounds
from optimizer.engines.engine import Priced, Prices
from optimizer.engines.portfolio.board import Board
from optimizer.engines.prices import QUICK, Schedule
from optimizer.engines.prices.sweep import Reals
from optimizer.engines.search import construct, improve, repair
from optimizer.program import Program, Selection, counting

PRICE_SHARE = 0.4
"""Of the time that is left, the most for prices before the search goes on."""
LAST_SHARE = 0.15
"""Of all time, for the search in one piece: what only several parts together can do."""
LEAST_LAST = 0.08
"""With less of it left, that search is not begun: getting ready for it cannot be interrupted."""
ROUND_SHARE, LEAST_ROUND = 0.5, 0.05
"""Of the time until then, for the next round; and the least of all time that is worth a round."""
COOLER = 0.5
"""A round begins so far on from where the one before began, of what lies between that and the end."""
LAST_PROGRESS = 0.7
STEPS_A_UNIT, COUNTED_ROUNDS = 1_000, 3
"""Steps of each worker and of the search in one piece for a unit of counted work, and the rounds they are taken in."""


class Master:
    """Asks the workers and tells the board. `limited`: the program with a limit on what stays unmet, as it was cut."""

    def __init__(self, board: Board, pool: Pool, limited: Program, pieces: Cut) -> None:
        self.board, self._pool, self._limited, self._pieces = board, pool, limited, pieces
        self._rounds = Rounds(limited, board.program.hinges, pool, pieces, board.limits.seed)
        self._multipliers: Reals | None = None
        self._guide = np.zeros(board.program.rows)
        self._whole_time = board.seconds_left()

    def run(self, warm: Sequence[Selection]) -> None:
        """Search until the board says halt, or what is counted is done. Raises SolverFault."""
        with suppress(OutOfTime):
            self._run(warm)

    def _run(self, warm: Sequence[Selection]) -> None:
        board = self.board
        # Workers are only starting up.
        board.offer(construct(board.program, None, board.limits.seed, board.halted))
        dual = SharedDual(board.program, self._pool, self._pieces, board.halted)
        self._guide = find_shared_prices(dual, board.halted, QUICK)[0].row
        board.offer(construct(board.program, self._guide, board.limits.seed, board.halted))
        for selection in warm:
            board.offer(repair(board.program, selection, self._guide, board.limits.seed, board.halted))
        self._price()
        if board.limits.deterministic_time is None:
            with tightening(board):
                self._by_clock()
        else:
            self._by_count(int(STEPS_A_UNIT * board.limits.deterministic_time))

    def _by_clock(self) -> None:
        board, progress = self.board, 0.0
        while not board.halted():
            left = board.seconds_left() - LAST_SHARE * self._whole_time
            least = LEAST_ROUND * self._whole_time
            if left < least:
                break
            self._round(Effort(progress, left if left < 2 * least else ROUND_SHARE * left, None))
            progress += COOLER * (1.0 - progress)
            self._price()
        if board.seconds_left() > LEAST_LAST * self._whole_time:
            self._in_one_piece(None)

    def _by_count(self, steps: int) -> None:
        for _ in range(COUNTED_ROUNDS):
            self._round(Effort(0.0, 0.0, max(1, steps // COUNTED_ROUNDS)))
            self._price()
        self._in_one_piece(max(1, steps))
        self._price()

    def _round(self, effort: Effort) -> None:
        board = self.board
        if not board.halted():
            prices = np.append(self._guide, 0.0)
            board.offer(self._rounds.round(board.selection, prices, effort, board.halted))

    def _in_one_piece(self, steps: int | None) -> None:
        """The search over the whole program, in this process, from the best selection, when it is nearly cold."""
        board, began = self.board, self.board.progress()

        def progress() -> float:
            return LAST_PROGRESS + (1.0 - LAST_PROGRESS) * (board.progress() - began) / max(1.0 - began, 1e-9)

        seed = board.limits.seed
        improve(board.program, board.selection, self._guide, seed, board.halted, progress, board.found, steps)

    def _price(self) -> None:
        """Prices for as many unmet commitments as the best selection leaves, if there are none yet."""
        board = self.board
        if board.prices is not None or board.halted():
            return
        until = board.progress() + PRICE_SHARE * (1.0 - board.progress())
        counted_work = board.limits.deterministic_time is not None

        def halted() -> bool:
            return board.halted() or (not counted_work and board.progress() >= until)

        if board.unmet and not board.unmet_proved():
            counted = counting(board.program)
            dual = SharedDual(counted, self._pool, self._pieces, board.halted, counted=True)
            board.price_unmet(find_shared_prices(dual, halted, Schedule())[0], counted)
        unmet = board.unmet
        limited = with_limit(self._limited, unmet)

        def report(prices: Prices) -> None:
            board.price(Priced(unmet, prices, limited))

        dual = SharedDual(limited, self._pool, self._pieces, board.halted)
        prices, self._multipliers = find_shared_prices(dual, halted, Schedule(), report, self._multipliers)
        self._guide = prices.row[: board.program.rows]


def with_limit(limited: Program, unmet: int) -> Program:
    """The limited program with another limit."""
    hinges = limited.hinges
    return replace(limited, hinges=hinges._replace(edge=np.append(hinges.edge[:-1], unmet)))
