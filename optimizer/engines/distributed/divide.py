"""Into how many parts a program is divided, who takes them, and the solve from end to end."""

import os
from collections.abc import Callable, Sequence
from contextlib import closing

from optimizer.engines.distributed.cluster import Cluster
from optimizer.engines.distributed.master import Master
from optimizer.engines.distributed.partition import partition
from optimizer.engines.distributed.piece import Piece, cut
from optimizer.engines.distributed.pool import Pool
from optimizer.engines.distributed.processes import Processes
from optimizer.engines.engine import Limits, Observer, Result, Stop
from optimizer.engines.portfolio import Portfolio
from optimizer.engines.portfolio.board import Board
from optimizer.program import COMMITMENT, Program, Selection

LEAST_GROUPS = 30
"""In a part: with fewer, dividing costs more than it brings."""
COUNTED_PARTS = 2
"""Where work is counted, the machine decides nothing."""

MakePool = Callable[[Sequence[Piece]], Pool]


def solve(program: Program, warm: Sequence[Selection], limits: Limits, stop: Stop, observer: Observer) -> Result:
    """Search with as many workers as asked for, on the cluster that is named or in processes of this machine.

    Raises SolverFault, ClusterUnavailable.
    """
    most = program.groups // LEAST_GROUPS
    if limits.cluster is None:
        return _solve(program, warm, limits, stop, observer, min(most, _workers(limits, processors())), Processes)
    with closing(Cluster(limits.cluster)) as cluster:
        parts = min(most, _workers(limits, cluster.processors))
        return _solve(program, warm, limits, stop, observer, parts, cluster.pool)


def _workers(limits: Limits, processors: int) -> int:
    return COUNTED_PARTS if limits.deterministic_time is not None else limits.workers or processors


def processors() -> int:
    """How many processors of this machine may be used."""
    return len(os.sched_getaffinity(0))


def _solve(
    program: Program,
    warm: Sequence[Selection],
    limits: Limits,
    stop: Stop,
    observer: Observer,
    parts: int,
    make: MakePool,
) -> Result:
    if parts <= 1:
        return Portfolio()(program, warm, limits, stop, observer)
    return solve_in_parts(program, warm, limits, stop, observer, parts, make)


def solve_in_parts(
    program: Program,
    warm: Sequence[Selection],
    limits: Limits,
    stop: Stop,
    observer: Observer,
    parts: int,
    make: MakePool,
) -> Result:
    """The best selection and prices found with one worker for each of so many parts, or fewer."""
    board = Board(program, limits, stop, observer)
    for selection in warm:
        board.know(selection)
    if board.halted():
        return board.result()
    limited = program.limited(COMMITMENT, board.unmet)
    pieces = cut(limited, partition(program, parts), program.hinges)
    with closing(make(pieces.pieces)) as pool:
        Master(board, pool, limited, pieces).run(warm)
    return board.result()
