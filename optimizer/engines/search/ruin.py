"""What is taken out: groups at random, strings of groups that load the same rows, whoever stands in a group's way.

Ruins are small (Christiaens and Vanden Berghe 2020). The groups taken out wait in the queue.
"""

from optimizer.engines.compiled import compiled
from optimizer.engines.search.dice import below, chance
from optimizer.engines.search.ground import Ground
from optimizer.engines.search.loads import loads
from optimizer.engines.search.moves import add, remove, shift_candidate, shift_start, touch
from optimizer.engines.search.recreate import obstacle
from optimizer.engines.search.standing import Standing
from optimizer.program import Indices, Ints

_DRAWS = 6
_MOST_EJECTED = 16


@compiled
def take_out(ground: Ground, standing: Standing, group: int) -> None:
    """Remove a chosen group, and let it wait."""
    remove(ground, standing, group)
    enqueue(standing, group)


@compiled
def enqueue(standing: Standing, group: int) -> None:
    """Let a group wait, unless it does already."""
    tally = standing.tally[0]
    for number in range(tally["next"], tally["waiting"]):
        if standing.groups[number]["waiting"] == group:
            return
    if tally["waiting"] < len(standing.groups):
        standing.groups[tally["waiting"]]["waiting"] = group
        tally["waiting"] += 1


@compiled
def any_chosen(standing: Standing) -> int:
    """A chosen group; there must be one."""
    return int(standing.groups[below(standing.dice, standing.tally[0]["chosen"])]["order"])


@compiled
def take_out_any(ground: Ground, standing: Standing, count: int) -> None:
    """Take out groups at random."""
    for _ in range(min(count, standing.tally[0]["chosen"])):
        take_out(ground, standing, any_chosen(standing))


@compiled
def take_out_string(ground: Ground, standing: Standing, count: int, spread: float) -> None:
    """Take out a group and others that load the same scarce rows.

    With a chance of `spread` the next row is one of a group taken out before, else all are of the first row.
    """
    group = any_chosen(standing)
    take_out(ground, standing, group)
    row = scarce_row(ground, standing, standing.groups[group]["old"])
    for _ in range(3 * count):
        if standing.tally[0]["waiting"] >= count:
            break
        if row < 0 or chance(standing.dice) < spread:
            related = standing.groups[below(standing.dice, standing.tally[0]["waiting"])]["waiting"]
            row = scarce_row(ground, standing, standing.groups[related]["old"])
        if row >= 0:
            other = loading(standing, row)
            if other >= 0:
                take_out(ground, standing, other)


@compiled
def scarce_row(ground: Ground, standing: Standing, start: int) -> int:
    """Of some hard rows that the last choice of this start loads, the one where its load is worth most; -1 if none."""
    first_slot = ground.starts[start]["first"]
    slots = ground.starts[start + 1]["first"] - first_slot
    part = below(standing.dice, slots + 1) if slots == 0 or chance(standing.dice) < 0.1 else below(standing.dice, slots)
    if part == slots:
        return _scarcest(
            standing,
            ground.start_row,
            ground.start_coefficient,
            ground.starts[start]["term"],
            ground.starts[start + 1]["term"],
        )
    candidate = standing.slots[first_slot + part]["now"]
    return _scarcest(
        standing,
        ground.candidate_row,
        ground.candidate_coefficient,
        ground.candidates[candidate]["term"],
        ground.candidates[candidate + 1]["term"],
    )


@compiled
def _scarcest(standing: Standing, row: Indices, coefficient: Ints, first: int, last: int) -> int:
    best, best_worth = -1, 0.0
    if first == last:
        return best
    for _ in range(_DRAWS):
        place = first + below(standing.dice, last - first)
        if loads(standing.board, row[place], coefficient[place]):
            worth = standing.rows[row[place]]["price"] * float(coefficient[place])
            if best < 0 or worth > best_worth:
                best, best_worth = int(row[place]), worth
    return best


@compiled
def loading(standing: Standing, row: int) -> int:
    """A chosen group that loads the row, as far as is known; -1 if none is soon found."""
    first = standing.rows[row]["load"]
    count = standing.rows[row + 1]["load"] - first
    if count == 0:
        return -1
    for _ in range(_DRAWS):
        group = standing.load_group[first + below(standing.dice, count)]
        if standing.groups[group]["start"] >= 0:
            return int(group)
    return -1


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
        least = profit_of(ground, standing, other)
        for _ in range(victims - 1):
            another = loading(standing, blocked)
            if another >= 0:
                profit = profit_of(ground, standing, another)
                if profit < least:
                    other, least = another, profit
        take_out(ground, standing, other)
    return False


@compiled
def mend(ground: Ground, standing: Standing) -> None:
    """Take out those that needed a group that is gone, and in turn those that needed them."""
    number = 0
    while number < standing.tally[0]["touched"]:
        start = standing.groups[standing.groups[number]["touched"]]["old"]
        number += 1
        if start < 0:
            continue
        _mend_rows(ground, standing, ground.start_row, ground.starts[start]["term"], ground.starts[start + 1]["term"])
        for slot in range(ground.starts[start]["first"], ground.starts[start + 1]["first"]):
            candidate = standing.slots[slot]["old"]
            _mend_rows(
                ground,
                standing,
                ground.candidate_row,
                ground.candidates[candidate]["term"],
                ground.candidates[candidate + 1]["term"],
            )


@compiled
def _mend_rows(ground: Ground, standing: Standing, row: Indices, first: int, last: int) -> None:
    board = standing.board
    for place in range(first, last):
        here = row[place]
        users = standing.rows[here + 1]["user"] - standing.rows[here]["user"]
        if users == 0 or board[here]["low"] <= board[here]["level"] <= board[here]["high"]:
            continue
        skipped = below(standing.dice, users)
        for number in range(users):
            user = ground.user_group[standing.rows[here]["user"] + (skipped + number) % users]
            if standing.groups[user]["start"] >= 0:
                take_out(ground, standing, user)
                if board[here]["low"] <= board[here]["level"] <= board[here]["high"]:
                    break
