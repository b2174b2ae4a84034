"""A group gets its way: whoever is in the way is taken out, and chooses anew (ejection; Glover 1996)."""

from optimizer.engines.compiled import compiled
from optimizer.engines.search.dice import chance
from optimizer.engines.search.ground import Ground
from optimizer.engines.search.moves import add, remove, shift_candidate, shift_start, touch
from optimizer.engines.search.recreate import obstacle
from optimizer.engines.search.ruin import enqueue, loading, take_out
from optimizer.engines.search.standing import Standing
from optimizer.program import Indices, Ints

_MOST_EJECTED = 16


@compiled
def eject(ground: Ground, standing: Standing, group: int, start: int, reach: float, victims: int) -> None:
    """Let a group have this start with candidates it would like, and take out whoever is in the way.

    With a chance of `reach` a slot goes to the next candidate instead, and so on. The group itself never waits, unless
    its way cannot be cleared.
    """
    if standing.groups[group]["start"] >= 0:
        remove(ground, standing, group)
    else:
        touch(ground, standing, group)
    cleared = _clear(
        ground,
        standing,
        ground.start_row,
        ground.start_coefficient,
        ground.starts[start]["term"],
        ground.starts[start + 1]["term"],
        victims,
    )
    shift_start(ground, standing, start, 1)
    first, last = ground.starts[start]["first"], ground.starts[start + 1]["first"]
    filled = first
    while cleared and filled < last:
        place = ground.slots[filled]["first"]
        while place + 1 < ground.slots[filled]["until"] and chance(standing.dice) < reach:
            place += 1
        candidate = ground.candidate_order[place]
        cleared = _clear(
            ground,
            standing,
            ground.candidate_row,
            ground.candidate_coefficient,
            ground.candidates[candidate]["term"],
            ground.candidates[candidate + 1]["term"],
            victims,
        )
        shift_candidate(ground, standing, candidate, 1)
        standing.slots[filled]["now"] = candidate
        filled += 1
    for slot in range(first, filled):
        shift_candidate(ground, standing, standing.slots[slot]["now"], -1)
    shift_start(ground, standing, start, -1)
    if cleared:
        add(ground, standing, group, start)
    else:
        enqueue(standing, group)


@compiled
def profit_of(ground: Ground, standing: Standing, group: int) -> float:
    """What the choice of a group keeps when it pays for the rows it takes."""
    start = standing.groups[group]["start"]
    profit = ground.starts[start]["profit"]
    for slot in range(ground.starts[start]["first"], ground.starts[start + 1]["first"]):
        profit += ground.candidates[standing.slots[slot]["now"]]["profit"]
    return float(profit)


@compiled
def met_of(ground: Ground, standing: Standing, group: int) -> int:
    """What the choice of a group meets by itself."""
    start = standing.groups[group]["start"]
    met = ground.starts[start]["met"]
    for slot in range(ground.starts[start]["first"], ground.starts[start + 1]["first"]):
        met += ground.candidates[standing.slots[slot]["now"]]["met"]
    return int(met)


@compiled
def _clear(
    ground: Ground, standing: Standing, row: Indices, coefficient: Ints, first: int, last: int, victims: int
) -> bool:
    """Take out groups until these terms fit; whether they do."""
    for _ in range(_MOST_EJECTED):
        blocked = obstacle(standing.board, row, coefficient, first, last)
        if blocked < 0:
            return True
        other = loading(standing, blocked)
        if other < 0:
            return False
        fewest, least = met_of(ground, standing, other), profit_of(ground, standing, other)
        for _ in range(victims - 1):
            another = loading(standing, blocked)
            if another >= 0:
                met, profit = met_of(ground, standing, another), profit_of(ground, standing, another)
                if met < fewest or (met == fewest and profit < least):
                    other, fewest, least = another, met, profit
        take_out(ground, standing, other)
    return False
