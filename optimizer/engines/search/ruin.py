"""What is taken out: groups at random, strings of groups that load the same rows, those that needed a group.

Ruins are small (Christiaens and Vanden Berghe 2020). The groups taken out wait in the queue.
"""

from optimizer.engines.compiled import compiled
from optimizer.engines.search.dice import below, chance
from optimizer.engines.search.ground import Ground
from optimizer.engines.search.loads import loads
from optimizer.engines.search.moves import remove
from optimizer.engines.search.standing import Standing
from optimizer.program import Indices, Ints

_DRAWS = 6


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
