"""The race: a first plan by rough prices, then everybody at once until time, gap, proof or a request ends it.

Threads suffice: compiled loops and the solver let each other run. Where work is counted instead of seconds, contestants
take turns in a fixed order, so that equal input and seed give equal plans.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace

from models.errors import ResourceExhausted, SolverFault
from optimizer.engines.engine import Limits, Observer, Prices, Result, Stop
from optimizer.engines.portfolio.board import Board
from optimizer.engines.portfolio.contestants import (
    first_plan,
    head_start,
    improve_by_count,
    is_small,
    keep_priced,
    price,
    prove,
    search,
    take_up,
)
from optimizer.program import Program, Selection

EXACT_SHARE = 0.5
"""Of the counted work, for the exact engine; the rest is taken in steps of the local search."""
STEPS_A_UNIT = 2_000
PRICES_SHARE, UNITS_A_TERM = 0.5, 1e-8
"""The same for prices: a pass takes so many units for each term of the program."""


def race(program: Program, warm: Sequence[Selection], limits: Limits, stop: Stop, observer: Observer) -> Result:
    """The best selection found, and the best prices. Raises MemoryError as it comes."""
    board = Board(program, limits, stop, observer)
    for selection in warm:
        board.know(selection)
    if board.halted():
        return board.result()
    rough = first_plan(board)
    take_up(board, warm, rough)
    if limits.deterministic_time is None:
        _all_at_once(board, rough)
    else:
        _in_turns(board, rough, limits.deterministic_time)
    return board.result()


def _all_at_once(board: Board, rough: Prices) -> None:
    workers = board.limits.workers or len(os.sched_getaffinity(0))
    seed = board.limits.seed
    tasks = [lambda: keep_priced(board), lambda: _prove_or_search(board, rough)]
    # Where the exact engine takes the place of the first search, another goes on beside it, also on one core.
    searches = max(workers, 2) if is_small(board.program) else workers
    tasks += [_searching(board, seed + number, rough) for number in range(1, searches)]
    with ThreadPoolExecutor(len(tasks)) as pool:
        running: list[Future[None]] = [pool.submit(task) for task in tasks]
        for task in running:
            task.add_done_callback(lambda ended: board.give_up() if ended.exception() else None)
    for task in running:
        task.result()


def _searching(board: Board, seed: int, rough: Prices) -> Callable[[], None]:
    return lambda: search(board, seed, rough)


def _prove_or_search(board: Board, rough: Prices) -> None:
    """One more search; in small programs the exact engine takes its place early on."""
    search(board, board.limits.seed, rough, board.progress() + head_start(board) if is_small(board.program) else 1.0)
    _prove(board, board.limits)


def _in_turns(board: Board, rough: Prices, units: float) -> None:
    price(board, _passes(board, PRICES_SHARE * units))
    if is_small(board.program):
        _prove(board, replace(board.limits, deterministic_time=EXACT_SHARE * units))
    improve_by_count(board, rough, int(STEPS_A_UNIT * units))
    price(board, _passes(board, PRICES_SHARE * units))


def _passes(board: Board, units: float) -> Callable[[], bool]:
    """Asked once before each pass over the program: whether there were so many that they make these units of work."""
    left = units / (UNITS_A_TERM * max(board.program.size().non_zeros, 1))

    def spent() -> bool:
        nonlocal left
        left -= 1
        return left < 0

    return spent


def _prove(board: Board, limits: Limits) -> None:
    if board.halted():
        return
    try:
        prove(board, limits)
    except (SolverFault, ResourceExhausted):
        # The others go on: what they find needs no solver to be believed.
        return
