"""Who takes part in the race. Each works on its own until the board says halt, and tells the board what it finds."""

from collections.abc import Callable, Sequence

from optimizer.engines.engine import Limits, Priced, Prices
from optimizer.engines.exact.phases import search as exact_search
from optimizer.engines.portfolio.board import Board
from optimizer.engines.prices import QUICK, find_prices, tighten
from optimizer.engines.search import construct, improve, repair
from optimizer.engines.search.ground import Reals
from optimizer.program import COMMITMENT, Program, Score, Selection, counting

SMALL = 200_000
"""Non-zeros up to which the exact engine joins in. Beyond, it finds neither plans nor bounds that others do not."""
SEARCH_SHARE, SECONDS_A_GROUP = 0.1, 0.05
"""The most of the time for local search in small programs before the exact engine joins in."""
_SEEDS_APART = 1_000_003


def is_small(program: Program) -> bool:
    """Whether the exact engine has a chance."""
    return program.size().non_zeros <= SMALL


def first_plan(board: Board) -> Prices:
    """Rough prices, and a selection constructed by them. The limit on unmet commitments is left out of these prices."""
    prices = find_prices(board.program, board.halted, schedule=QUICK)
    board.offer(construct(board.program, prices.row, board.limits.seed, board.halted))
    return prices


def take_up(board: Board, warm: Sequence[Selection], rough: Prices) -> None:
    """Earlier selections, mended where they do not fit."""
    for selection in warm:
        board.offer(repair(board.program, selection, rough.row, board.limits.seed, board.halted))


def never() -> bool:
    """Not yet, whatever happens."""
    return False


def price(board: Board, spent: Callable[[], bool] = never) -> None:
    """Prices for as many unmet commitments as the best selection leaves; again when it leaves fewer.

    Where some stay unmet, prices of the first count are found too. `spent`: whether enough was done for them.
    """
    while not (board.halted() or spent()):
        unmet = board.unmet
        if board.prices is not None:
            return
        if unmet and not board.unmet_proved():
            counted = counting(board.program)
            board.price_unmet(find_prices(counted, board.halted), counted)
        _tighten(board, unmet, spent)


def _tighten(board: Board, unmet: int, spent: Callable[[], bool]) -> None:
    def halted() -> bool:
        return board.halted() or spent() or board.unmet < unmet

    def report(prices: Prices, program: Program) -> None:
        board.price(Priced(unmet, prices, program))

    tighten(board.program.limited(COMMITMENT, unmet), halted, report)


def keep_priced(board: Board) -> None:
    """Prices now, and whenever the best selection has come to leave fewer unmet."""
    while not board.halted():
        price(board)
        board.wait_for_fewer_unmet()


def search(board: Board, seed: int, rough: Prices, until: float = 1.0) -> None:
    """Ruin and recreate until so much of the time is over: one cooling after another, each from the best selection.

    In large programs one cooling takes all the time; in small ones each takes twice that of the one before.
    """
    length = head_start(board)
    while not board.halted() and board.progress() < until:
        cool(board, seed, rough, min(board.progress() + length, until) if is_small(board.program) else until)
        seed += _SEEDS_APART
        length *= 2


def cool(board: Board, seed: int, rough: Prices, until: float) -> None:
    """Ruin and recreate while it cools, until so much of the time is over.

    It is broken off where others have come to leave fewer unmet: steps hardly lead from many to few.
    """
    began, own = board.progress(), board.score

    def halted() -> bool:
        return board.halted() or board.score.met > own.met or board.progress() >= until

    def progress() -> float:
        return (board.progress() - began) / max(until - began, 1e-9)

    def found(selection: Selection, score: Score) -> None:
        nonlocal own
        own = score
        board.offer(selection)

    improve(board.program, board.selection, _prices(board, rough), seed, halted, progress, found)


def head_start(board: Board) -> float:
    """The share of the time that local search has before the exact engine begins, in small programs."""
    seconds = SECONDS_A_GROUP * board.program.groups
    return min(SEARCH_SHARE, seconds / max(board.seconds_left(), 1e-9))


def improve_by_count(board: Board, rough: Prices, steps: int) -> None:
    """So many steps of ruin and recreate, whatever the clock says."""
    program, seed = board.program, board.limits.seed
    prices = _prices(board, rough)
    improve(program, board.selection, prices, seed, board.halted, board.progress, board.found, steps)


def prove(board: Board, limits: Limits) -> None:
    """The exact engine over the whole program, from the best selection."""
    result = exact_search(board.program, [board.selection], limits, board, _Listener(board), polish=_as_it_is)
    board.offer(result.selection)
    board.claimed(result.claim)


def _as_it_is(_program: Program, selection: Selection, *_: object) -> Selection:
    """Others search beside: the solver begins at once."""
    return selection


def _prices(board: Board, rough: Prices) -> Reals:
    """The best prices there are, without that of the limit on unmet commitments."""
    guide = board.guide
    return rough.row if guide is None else guide.row[: board.program.rows]


class _Listener:
    """Passes on what the exact engine finds, not what it claims."""

    def __init__(self, board: Board) -> None:
        self._board = board

    def incumbent(self, selection: Selection, score: Score) -> None:
        """A better selection."""
        self._board.found(selection, score)

    def bound(self, unmet: int, money: int) -> None:
        """A claim is no proof."""

    def priced(self, priced: Priced) -> None:
        """The exact engine finds no prices."""
