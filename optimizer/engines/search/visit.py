"""One group after another chooses anew, and keeps what brings more."""

from optimizer.engines.compiled import compiled
from optimizer.engines.search.ground import Ground
from optimizer.engines.search.insert import insert
from optimizer.engines.search.moves import begin_step, keep_step, remove, undo_step
from optimizer.engines.search.standing import Standing
from optimizer.program import Ints


@compiled
def visit(ground: Ground, standing: Standing, order: Ints, first: int, last: int, weighed: int) -> None:
    """Let the groups order[first:last] choose anew, each as things stand then; both counts never fall."""
    tally = standing.tally[0]
    for number in range(first, last):
        group = order[number]
        met, money, passed = tally["met"], tally["money"], tally["passed"]
        begin_step(standing)
        if standing.groups[group]["start"] >= 0:
            remove(ground, standing, group)
        insert(ground, standing, group, weighed, 0.0)
        worse = tally["met"] < met or (tally["met"] == met and tally["money"] < money)
        if worse or tally["passed"] > passed:
            undo_step(ground, standing)
        else:
            keep_step(ground, standing)
