"""What a group would choose best as things stand: the start, then slot by slot the candidate worth most.

Candidates are looked at best profit first, and only the first few that fit are weighed (Christiaens and Vanden Berghe
2020: now and then one is passed over, which is the variety of the search). What a candidate is worth is its money less
the price of the hard rows it takes, less what it truly costs on soft rows.
"""

from optimizer.engines.compiled import compiled
from optimizer.engines.search.dice import chance
from optimizer.engines.search.ground import Ground, Records
from optimizer.engines.search.moves import shift_candidate, shift_start
from optimizer.engines.search.standing import Standing
from optimizer.program import Indices, Ints


@compiled
def obstacle(board: Records, row: Indices, coefficient: Ints, first: int, last: int) -> int:
    """The first row of the terms first … last - 1 whose hard edge one would pass, or pass further; -1 if none."""
    for place in range(first, last):
        here, amount = row[place], coefficient[place]
        after = board[here]["level"] + amount
        if (amount > 0 and after > board[here]["high"]) or (amount < 0 and after < board[here]["low"]):
            return int(here)
    return -1


@compiled
def soft_cost(board: Records, hinges: Records, row: Indices, coefficient: Ints, first: int, last: int) -> int:
    """What the terms first … last - 1 would cost on soft rows, each by itself."""
    cost = 0
    for place in range(first, last):
        here = row[place]
        lowest, highest = board[here]["hinge"], board[here + 1]["hinge"]
        if lowest < highest:
            before = board[here]["level"]
            after = before + coefficient[place]
            for hinge in range(lowest, highest):
                side, edge, price = hinges[hinge]["side"], hinges[hinge]["edge"], hinges[hinge]["price"]
                cost += price * (max((after - edge) * side, 0) - max((before - edge) * side, 0))
    return cost


@compiled
def pick(ground: Ground, standing: Standing, slot: int, most: int, blink: float) -> int:
    """The best candidate of a slot that fits, of the first `most` that do; -1 if none fits."""
    best, best_met, best_worth, seen = -1, 0, 0.0, 0
    for place in range(ground.slots[slot]["first"], ground.slots[slot]["until"]):
        candidate = ground.candidate_order[place]
        met = ground.candidates[candidate]["met"]
        if best >= 0 and met < best_met:
            break
        first, last = ground.candidates[candidate]["term"], ground.candidates[candidate + 1]["term"]
        if obstacle(standing.board, ground.candidate_row, ground.candidate_coefficient, first, last) >= 0:
            continue
        if blink > 0.0 and chance(standing.dice) < blink:
            continue
        worth = ground.candidates[candidate]["profit"]
        if most > 1:
            cost = soft_cost(
                standing.board, ground.hinges, ground.candidate_row, ground.candidate_coefficient, first, last
            )
            worth += ground.candidates[candidate]["soft"] - float(cost)
        if best < 0 or worth > best_worth:
            best, best_met, best_worth = candidate, met, worth
        seen += 1
        if seen >= most:
            break
    return best


@compiled
def choose(ground: Ground, standing: Standing, group: int, most: int, blink: float) -> bool:
    """Find the best choice of a group that has chosen nothing; it is left in the tally and in the trials.

    Where there is none, the tally names the row in the way of the last start tried, or -1.
    """
    tally, trials = standing.tally[0], standing.trials
    met_before, money_before, passed_before = tally["met"], tally["money"], tally["passed"]
    best, best_met, best_worth = -1, 0, 0.0
    tally["row"] = -1
    for place in range(ground.groups[group]["first"], ground.groups[group]["until"]):
        start = ground.start_order[place]
        # Starts come by promise, which true worth seldom exceeds.
        if best >= 0 and (
            ground.starts[start]["promised_met"] < best_met
            or (ground.starts[start]["promised_met"] == best_met and ground.starts[start]["promise"] <= best_worth)
        ):
            break
        first, last = ground.starts[start]["term"], ground.starts[start + 1]["term"]
        blocked = obstacle(standing.board, ground.start_row, ground.start_coefficient, first, last)
        if blocked >= 0:
            tally["row"] = blocked
            continue
        shift_start(ground, standing, start, 1)
        first_slot, last_slot = ground.starts[start]["first"], ground.starts[start + 1]["first"]
        filled = 0
        worth = ground.starts[start]["profit"] + ground.starts[start]["soft"]
        for slot in range(first_slot, last_slot):
            candidate = pick(ground, standing, slot, most, blink)
            if candidate < 0:
                break
            trials[filled]["now"] = candidate
            filled += 1
            worth += ground.candidates[candidate]["profit"] + ground.candidates[candidate]["soft"]
            shift_candidate(ground, standing, candidate, 1)
        fits = filled == last_slot - first_slot and tally["passed"] <= passed_before
        met = tally["met"] - met_before
        # Money moved by profits and soft rows; profits are counted already.
        cost = ground.starts[start]["money"] - (tally["money"] - money_before)
        for number in range(filled):
            cost += ground.candidates[trials[number]["now"]]["money"]
        worth -= float(cost)
        for number in range(filled - 1, -1, -1):
            shift_candidate(ground, standing, trials[number]["now"], -1)
        shift_start(ground, standing, start, -1)
        if fits and (best < 0 or met > best_met or (met == best_met and worth > best_worth)):
            best, best_met, best_worth = start, met, worth
            for number in range(filled):
                trials[number]["best"] = trials[number]["now"]
    tally["start"] = best
    return best >= 0
