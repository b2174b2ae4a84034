"""The moves: a group takes a choice, gives it up; a step is kept or undone. All figures are exact."""

from optimizer.engines.compiled import compiled
from optimizer.engines.search.ground import Ground
from optimizer.engines.search.standing import Standing
from optimizer.program import Indices, Ints


@compiled
def _shift(
    ground: Ground, standing: Standing, row: Indices, coefficient: Ints, first: int, last: int, sign: int
) -> None:
    """Add the terms first … last - 1 `sign` times; keeps money and what is passed."""
    board, hinges = standing.board, ground.hinges
    money, passed = 0, 0
    for place in range(first, last):
        here = row[place]
        before = board[here]["level"]
        after = before + sign * coefficient[place]
        board[here]["level"] = after
        high, low = board[here]["high"], board[here]["low"]
        if before > high:
            passed -= before - high
        if before < low:
            passed -= low - before
        if after > high:
            passed += after - high
        if after < low:
            passed += low - after
        for hinge in range(board[here]["hinge"], board[here + 1]["hinge"]):
            side, edge, price = hinges[hinge]["side"], hinges[hinge]["edge"], hinges[hinge]["price"]
            money += price * (max((before - edge) * side, 0) - max((after - edge) * side, 0))
    standing.tally[0]["money"] += money
    standing.tally[0]["passed"] += passed


@compiled
def shift_start(ground: Ground, standing: Standing, start: int, sign: int) -> None:
    """Add what a start brings by itself `sign` times."""
    tally = standing.tally[0]
    tally["met"] += sign * ground.starts[start]["met"]
    tally["money"] += sign * ground.starts[start]["money"]
    first, last = ground.starts[start]["term"], ground.starts[start + 1]["term"]
    _shift(ground, standing, ground.start_row, ground.start_coefficient, first, last, sign)


@compiled
def shift_candidate(ground: Ground, standing: Standing, candidate: int, sign: int) -> None:
    """Add what a candidate brings by itself `sign` times."""
    tally = standing.tally[0]
    tally["met"] += sign * ground.candidates[candidate]["met"]
    tally["money"] += sign * ground.candidates[candidate]["money"]
    first, last = ground.candidates[candidate]["term"], ground.candidates[candidate + 1]["term"]
    _shift(ground, standing, ground.candidate_row, ground.candidate_coefficient, first, last, sign)


@compiled
def shift_choice(ground: Ground, standing: Standing, start: int, sign: int) -> None:
    """Add a start and what is picked for its slots `sign` times."""
    shift_start(ground, standing, start, sign)
    for slot in range(ground.starts[start]["first"], ground.starts[start + 1]["first"]):
        shift_candidate(ground, standing, standing.slots[slot]["now"], sign)


@compiled
def touch(ground: Ground, standing: Standing, group: int) -> None:
    """Note what a group has chosen before it changes for the first time in this step."""
    tally = standing.tally[0]
    if standing.groups[group]["stamp"] == tally["step"]:
        return
    standing.groups[group]["stamp"] = tally["step"]
    standing.groups[tally["touched"]]["touched"] = group
    tally["touched"] += 1
    start = standing.groups[group]["start"]
    standing.groups[group]["old"] = start
    if start >= 0:
        for slot in range(ground.starts[start]["first"], ground.starts[start + 1]["first"]):
            standing.slots[slot]["old"] = standing.slots[slot]["now"]


@compiled
def remove(ground: Ground, standing: Standing, group: int) -> None:
    """Let a chosen group choose nothing."""
    touch(ground, standing, group)
    shift_choice(ground, standing, standing.groups[group]["start"], -1)
    standing.groups[group]["start"] = -1
    standing.tally[0]["chosen"] -= 1
    _move(standing, group, standing.tally[0]["chosen"])


@compiled
def add(ground: Ground, standing: Standing, group: int, start: int) -> None:
    """Let a group that has chosen nothing choose this start with what is picked for its slots."""
    touch(ground, standing, group)
    shift_choice(ground, standing, start, 1)
    standing.groups[group]["start"] = start
    _move(standing, group, standing.tally[0]["chosen"])
    standing.tally[0]["chosen"] += 1


@compiled
def _move(standing: Standing, group: int, target: int) -> None:
    groups = standing.groups
    other, source = groups[target]["order"], groups[group]["place"]
    groups[source]["order"], groups[other]["place"] = other, source
    groups[target]["order"], groups[group]["place"] = group, target


@compiled
def begin_step(standing: Standing) -> None:
    """From here on changes can be undone."""
    standing.tally[0]["step"] += 1
    standing.tally[0]["touched"] = 0


@compiled
def undo_step(ground: Ground, standing: Standing) -> None:
    """Everything as it was when the step began."""
    tally = standing.tally[0]
    for number in range(tally["touched"]):
        group = standing.groups[number]["touched"]
        if standing.groups[group]["start"] >= 0:
            remove(ground, standing, group)
    for number in range(tally["touched"]):
        group = standing.groups[number]["touched"]
        start = standing.groups[group]["old"]
        if start >= 0:
            for slot in range(ground.starts[start]["first"], ground.starts[start + 1]["first"]):
                standing.slots[slot]["now"] = standing.slots[slot]["old"]
            add(ground, standing, group, start)


@compiled
def keep_step(ground: Ground, standing: Standing) -> None:
    """Make the changes of the step last, and remember the outcome if it is the best so far."""
    tally = standing.tally[0]
    for number in range(tally["touched"]):
        group = standing.groups[number]["touched"]
        if standing.groups[group]["is_changed"] == 0:
            standing.groups[group]["is_changed"] = 1
            standing.groups[tally["changed"]]["changed"] = group
            tally["changed"] += 1
    better = tally["met"] > tally["best_met"] or (
        tally["met"] == tally["best_met"] and tally["money"] > tally["best_money"]
    )
    if not better:
        return
    tally["best_met"], tally["best_money"] = tally["met"], tally["money"]
    for number in range(tally["changed"]):
        group = standing.groups[number]["changed"]
        standing.groups[group]["is_changed"] = 0
        start = standing.groups[group]["start"]
        standing.groups[group]["best"] = start
        if start >= 0:
            for slot in range(ground.starts[start]["first"], ground.starts[start + 1]["first"]):
                standing.slots[slot]["best"] = standing.slots[slot]["now"]
    tally["changed"] = 0
