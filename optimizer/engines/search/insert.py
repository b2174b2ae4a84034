"""Adding a group where that brings more, with the groups it needs where it fails only by what others relieve."""

from optimizer.engines.compiled import compiled
from optimizer.engines.search.dice import below
from optimizer.engines.search.ground import Ground
from optimizer.engines.search.moves import add, remove
from optimizer.engines.search.recreate import choose
from optimizer.engines.search.standing import Standing

MOST_HELPERS = 32
MOST_DRAWS = 8


@compiled
def place(ground: Ground, standing: Standing, group: int) -> None:
    """Add the choice that was found for this group."""
    start = standing.tally[0]["start"]
    first = ground.starts[start]["first"]
    for slot in range(first, ground.starts[start + 1]["first"]):
        standing.slots[slot]["now"] = standing.trials[slot - first]["best"]
    add(ground, standing, group, start)


@compiled
def insert(ground: Ground, standing: Standing, group: int, most: int, blink: float) -> bool:
    """Add a group that has chosen nothing if both counts together rise; whether it was added."""
    met, money = standing.tally[0]["met"], standing.tally[0]["money"]
    if choose(ground, standing, group, most, blink):
        place(ground, standing, group)
        if _rose(standing, met, money):
            return True
        remove(ground, standing, group)
        return False
    row = standing.tally[0]["row"]
    if row < 0 or standing.rows[row]["helper"] == standing.rows[row + 1]["helper"]:
        return False
    return _insert_with_helpers(ground, standing, group, row, most, blink)


@compiled
def _rose(standing: Standing, met: int, money: int) -> bool:
    tally = standing.tally[0]
    return bool(tally["met"] > met or (tally["met"] == met and tally["money"] > money))


@compiled
def _insert_with_helpers(ground: Ground, standing: Standing, group: int, row: int, most: int, blink: float) -> bool:
    """Add groups that relieve the row in the way, and those in their way in turn, until the group itself fits."""
    met, money = standing.tally[0]["met"], standing.tally[0]["money"]
    helpers = [group]
    helpers.pop()
    wanted = _helper(ground, standing, row, group)
    for _ in range(MOST_HELPERS):
        if wanted < 0:
            break
        if choose(ground, standing, wanted, most, blink):
            place(ground, standing, wanted)
            helpers.append(wanted)
            if wanted == group:
                if _rose(standing, met, money):
                    return True
                break
            wanted = group
        else:
            row = standing.tally[0]["row"]
            wanted = _helper(ground, standing, row, group) if row >= 0 else -1
    while len(helpers) > 0:
        remove(ground, standing, helpers.pop())
    return False


@compiled
def _helper(ground: Ground, standing: Standing, row: int, group: int) -> int:
    """A group other than this one that has chosen nothing and could relieve the row; -1 if none is soon found."""
    first, count = standing.rows[row]["helper"], standing.rows[row + 1]["helper"] - standing.rows[row]["helper"]
    if count == 0:
        return -1
    for _ in range(MOST_DRAWS):
        helper = ground.helper_group[first + below(standing.dice, count)]
        if helper != group and standing.groups[helper]["start"] < 0:
            return int(helper)
    return -1
