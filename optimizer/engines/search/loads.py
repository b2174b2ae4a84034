"""Which groups load which row: looked up now and then, and in between a hint that may be out of date."""

from optimizer.engines.compiled import compiled
from optimizer.engines.search.ground import NO_EDGE, Ground, Records
from optimizer.engines.search.standing import Standing
from optimizer.program import Indices, Ints


@compiled
def look_up_loads(ground: Ground, standing: Standing) -> None:
    """List by row which groups load it in the direction of a hard edge."""
    rows, chosen = standing.rows, standing.tally[0]["chosen"]
    for row in range(len(rows)):
        rows[row]["load"] = 0
    # First how many there are of each row, then where they end, then each is put before the last one put.
    for listing in range(2):
        for number in range(chosen):
            group = standing.groups[number]["order"]
            start = standing.groups[group]["start"]
            _load(
                standing,
                group,
                ground.start_row,
                ground.start_coefficient,
                ground.starts[start]["term"],
                ground.starts[start + 1]["term"],
                listing == 1,
            )
            for slot in range(ground.starts[start]["first"], ground.starts[start + 1]["first"]):
                candidate = standing.slots[slot]["now"]
                _load(
                    standing,
                    group,
                    ground.candidate_row,
                    ground.candidate_coefficient,
                    ground.candidates[candidate]["term"],
                    ground.candidates[candidate + 1]["term"],
                    listing == 1,
                )
        if listing == 0:
            total = 0
            for row in range(len(rows)):
                total += rows[row]["load"]
                rows[row]["load"] = total


@compiled
def _load(
    standing: Standing, group: int, row: Indices, coefficient: Ints, first: int, last: int, listing: bool
) -> None:
    rows = standing.rows
    for place in range(first, last):
        here = row[place]
        if not loads(standing.board, here, coefficient[place]):
            continue
        if listing:
            rows[here]["load"] -= 1
            standing.load_group[rows[here]["load"]] = group
        else:
            rows[here]["load"] += 1


@compiled
def loads(board: Records, row: int, amount: int) -> bool:
    """Whether the amount moves the row towards a hard edge."""
    return bool((amount > 0 and board[row]["high"] != NO_EDGE) or (amount < 0 and board[row]["low"] != -NO_EDGE))
