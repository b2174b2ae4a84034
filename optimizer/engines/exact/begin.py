"""Where the exact engine begins: what it was given, mended where it does not fit, and a construction."""

from collections.abc import Sequence

from optimizer.engines.construct import construct, repair
from optimizer.engines.engine import Observer
from optimizer.program import Program, Selection


def begin(program: Program, warm: Sequence[Selection], observer: Observer) -> list[Selection]:
    """Complete, feasible selections; the observer hears of those better than all before."""
    known = max(
        score[:2]
        for selection in (program.nothing(), *warm)
        if (score := program.score(selection)).excess == 0 and program.is_complete(selection)
    )
    begun = [*(repair(program, selection) for selection in warm), construct(program)]
    for selection in begun:
        score = program.score(selection)
        if score[:2] > known:
            known = score[:2]
            observer.incumbent(selection, score)
    return begun
